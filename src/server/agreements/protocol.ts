/** What the *Agreements* tree asks the server for. Types only; see `../protocol.ts`. */
import type { Range } from 'vscode-languageserver-protocol';
import type { State } from '../../core/commitments/commitment.ts';
import type { Part } from '../../core/report/agreement-words.ts';
import type { DateKind, Figure } from '../../core/report/item-words.ts';
import type { Status } from '../../core/schema/agreement.ts';
import type { CommitmentRow, Named } from '../protocol.ts';

/** `parley/agreements/children`: one page of the tree's rows. At most 200 rows come at a time. */
export interface AgreementsParams {
  /** The row whose children are asked for; its absence asks for the agreements. */
  readonly parent?: string;
  readonly offset?: number;
}

/** Agreements come with something late first, then by next deadline; those that have ended last. */
export interface AgreementsAnswer {
  readonly rows: readonly AgreementTreeRow[];
  /** How many rows there are in all. */
  readonly total: number;
  /** The folders are still being read: there may be more. */
  readonly incomplete: boolean;
}

/** Below an agreement stand its parts, below those the items, and below items what belongs to one. */
export type AgreementTreeRow =
  | AgreementRow
  | PartRow
  | ObjectiveRow
  | FigureRow
  | MilestoneRow
  | PredecessorRow
  | RiskRow
  | TalksRow
  | DateRow
  | CommitmentRow;

interface TreeRow {
  /** Names the row for good. */
  readonly id: string;
}

/** Where something is to be looked at. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** An agreement at a glance. */
export interface AgreementRow extends TreeRow, Place {
  readonly type: 'agreement';
  readonly title: string;
  /** Whether another agreement has the same title. */
  readonly namesake: boolean;
  readonly status: Status;
  readonly late: number;
  /** The next day by which something is owed, today or later. */
  readonly next?: string;
  /** How many of its milestones are done, and how many count. */
  readonly done: number;
  readonly total: number;
  readonly today: string;
  readonly parties: readonly string[];
  readonly owner?: Named;
  readonly value?: string;
  /** Whether there is anything below it. */
  readonly expandable: boolean;
}

/** What an agreement has of one sort; only parts that are not empty. */
export interface PartRow extends TreeRow {
  readonly type: 'part';
  readonly part: Part;
  readonly count: number;
  readonly open: number;
  readonly late: number;
  readonly next?: string;
  /** Of milestones: how many are done, and how many count. */
  readonly progress?: { readonly done: number; readonly total: number };
  readonly today: string;
}

/** Below it stand its figures. */
export interface ObjectiveRow extends TreeRow, Place {
  readonly type: 'objective';
  readonly title: string;
  readonly party?: Named;
  readonly metric?: string;
  readonly supports?: string;
  readonly figures: readonly { readonly figure: Figure; readonly text: string }[];
}

/** One figure of an objective, with its unit. */
export interface FigureRow extends TreeRow, Place {
  readonly type: 'figure';
  readonly figure: Figure;
  readonly text: string;
  /** By how much it differs from the target, where both are figures. */
  readonly difference?: string;
}

/** Below it stand the occurrences that are owed, where they are several, and what it waits for. */
export interface MilestoneRow extends TreeRow, Place {
  readonly type: 'milestone';
  /** Empty where the file gives it none. */
  readonly itemId: string;
  readonly title: string;
  /** What is owed of it; absent where several occurrences are, or none ever was. */
  readonly commitment?: CommitmentRow;
  /** The state of the occurrence that is due first. */
  readonly state?: State;
  /** Of its occurrences. */
  readonly open: number;
  readonly late: number;
  readonly next?: string;
  readonly today: string;
  /** How the unfinished milestones that it waits for are called. */
  readonly waitsFor: readonly string[];
  /** Whether it is owed again and again. */
  readonly recurs: boolean;
  /** From 0 to 100, where the file says so. */
  readonly progress?: number;
  readonly expandable: boolean;
}

/** A milestone that another one waits for or has waited for. */
export interface PredecessorRow extends TreeRow {
  readonly type: 'predecessor';
  readonly commitment: CommitmentRow;
}

export interface RiskRow extends TreeRow, Place {
  readonly type: 'risk';
  readonly title: string;
  readonly status: 'open' | 'occurred' | 'closed';
  /** `low`, `medium`, `high`, or a number from 0 to 1. */
  readonly probability?: string | number;
  /** `low`, `medium`, `high`, or an amount. */
  readonly impact?: string;
  readonly owner?: Named;
  readonly trigger?: string;
  readonly mitigation?: string;
  readonly contingency?: string;
  /** Its review. */
  readonly commitment?: CommitmentRow;
  readonly today: string;
}

/** A round of talks and the debrief that it owes. */
export interface TalksRow extends TreeRow, Place {
  readonly type: 'talks';
  readonly topic: string;
  readonly date?: string;
  readonly commitment: CommitmentRow;
}

/** A day in the agreement's life: written down, or owed as a commitment. */
export interface DateRow extends TreeRow, Place {
  readonly type: 'date';
  readonly date: DateKind;
  readonly day?: string;
  readonly commitment?: CommitmentRow;
  readonly today: string;
}
