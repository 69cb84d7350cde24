/**
 * What the language server and its clients say to each other beyond the Language Server Protocol. Types only.
 * Days are `YYYY-MM-DD`, positions LSP positions, `uri` the text document's URI.
 */
import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Kind, State } from '../core/commitments/commitment.ts';
import type { Severity } from '../core/document/configuration.ts';
import type { Abilities } from '../core/portfolio/details.ts';
import type { Grouping } from '../core/portfolio/query.ts';
import type { Decoded } from '../core/text/decode.ts';

/** `initializationOptions` of the initialize request; each is optional. */
export interface InitializationOptions {
  /** A fixed today, for tests and demonstrations. */
  readonly today?: string;
  /** Where the pages of the checks are: the address that `CHECK.md` is added to. */
  readonly checkPages?: string;
  /** Whether the client serves `parley/files/*` for schemes that the server cannot read. */
  readonly files?: boolean;
  /** The path of the file in which a server with files of its own keeps what it found, so that it starts faster. */
  readonly cache?: string;
  /** Whether the client takes snippet text (`EditAnswer.snippet`). */
  readonly snippets?: boolean;
  readonly settings?: Settings;
}

/** The client's settings, as section `parley` of `workspace/configuration`. They decide looks, never states. */
export interface Settings {
  /** The severity of each check for oneself; `.parley.yaml` wins over it. */
  readonly checks?: Readonly<Record<string, Severity>>;
  /** Whether closed files have findings too. */
  readonly diagnostics?: { readonly scope?: 'workspace' | 'openFiles' };
}

/** `parley/tree/children`: one page of a tree's rows. At most 200 rows come at a time. */
export interface ChildrenParams {
  readonly query: TreeQuery;
  /** The group whose members are asked for; its absence asks for the groups. */
  readonly parent?: string;
  readonly offset?: number;
}

/** What a tree shows, and how it is put together. */
export interface TreeQuery extends Conditions {
  readonly groupBy: Grouping;
}

/** Which commitments are asked for: each condition that is given must hold, by any of its values. */
export interface Conditions {
  /** Handles, as accountable owner or in support; an empty one asks for what nobody owns. */
  readonly owners?: readonly string[];
  /** Handles of those who owe it; an empty one asks for what no party owes. */
  readonly parties?: readonly string[];
  readonly states?: readonly State[];
  readonly kinds?: readonly Kind[];
  /** Tags of the agreement or of the action item itself, in any case. */
  readonly tags?: readonly string[];
  /** Ends included; each a day or words such as `+2 weeks` or `end of quarter`, read anew each day. */
  readonly due?: { readonly from?: string; readonly until?: string };
  /** Words that must all stand in the title, the ids, the owner, the agreement's title or the tags. */
  readonly text?: string;
  /** Handles or e-mail addresses of whoever looks: only what is theirs. */
  readonly mine?: readonly string[];
  /** Whether what is done or cancelled is shown too. States say so by themselves. */
  readonly settled?: boolean;
}

/** `parley/filter/choices`: what each condition could be set to, beside the others that are set. */
export interface ChoicesParams {
  readonly query: Conditions;
}
export type ChoicesAnswer = Readonly<Record<Choosable, readonly Choice[]>>;
/** The conditions whose values can be listed. */
export type Choosable = 'owners' | 'parties' | 'states' | 'kinds' | 'tags';
export interface Choice {
  /** The value for the condition. */
  readonly key: string;
  /** How people call it, where they wrote it. */
  readonly label: string;
  /** How many commitments it would let through. */
  readonly count: number;
}

export interface ChildrenAnswer {
  readonly rows: readonly TreeRow[];
  /** How many rows there are in all. */
  readonly total: number;
  /** The folders are still being read: there may be more. */
  readonly incomplete: boolean;
}

export type TreeRow = GroupRow | CommitmentRow;

/** Commitments put together. */
export interface GroupRow {
  readonly type: 'group';
  /** Names the row for good. */
  readonly id: string;
  readonly groupBy: Grouping;
  /** What the members share: a handle, a state, a stretch of time, an agreement's id; empty for nobody or none. */
  readonly key: string;
  /** How people call it: the person's or party's name, the agreement's title. */
  readonly label: string;
  readonly count: number;
  readonly overdue: number;
  /** Which side a party is on, where it is known who “we” are. */
  readonly side?: 'we' | 'they';
}

/** A person or a party. */
export interface Named {
  readonly handle: string;
  /** How people say it; the handle where the agreement knows no name. */
  readonly name: string;
}

/** A commitment as every client sees it. */
export interface CommitmentRow extends Abilities {
  readonly type: 'commitment';
  /** Names the row for good, under whichever group it stands. */
  readonly id: string;
  readonly uri: string;
  /** Where its item stands. */
  readonly range: Range;
  readonly agreement: { readonly id: string; readonly title: string };
  readonly kind: Kind;
  readonly itemId: string;
  readonly title: string;
  readonly owner?: Named;
  readonly support: readonly Named[];
  readonly party?: Named;
  /** Who is owed: parties or people. */
  readonly to: readonly Named[];
  readonly due?: string;
  readonly forecast?: string;
  readonly done?: string;
  readonly state: State;
  readonly daysLate: number;
  readonly blocked: boolean;
  readonly waiting: boolean;
  readonly provisional: boolean;
  readonly atRisk: boolean;
  readonly acceptance: boolean;
  readonly priority?: string;
  readonly amount?: string;
  readonly indicator?: string;
  readonly blockedReason?: string;
  /** Today in the agreement's zone. */
  readonly today: string;
}

/** `parley/tree/changed`, from the server: what was shown may be so no more. Sent at most each 150 ms. */
export interface ChangedParams {
  readonly summary: Summary;
}

/** `parley/summary`: the figures of badge and status bar. */
export interface Summary {
  readonly agreements: number;
  readonly overdue: number;
  readonly dueSoon: number;
  /** Not all that is asked for has been read. */
  readonly incomplete: boolean;
  /** What is known becomes more by itself: files are read, or a day has begun. */
  readonly growing: boolean;
  /** Files are being read, which can be stopped (`parley/reading/stop`). */
  readonly reading: boolean;
  /** How many files are left because somebody stopped that, or it failed, until it is gone on with (`parley/reading/resume`). */
  readonly unread: number;
  /** There are more files than are looked at. */
  readonly more: boolean;
}

/** `parley/commitments`: all commitments that a query lets through, late ones first, for a picker. */
export interface CommitmentsParams {
  readonly query: Conditions;
}

/** `parley/commitment/at`: the row of the item at a place, and the group that it stands in; null where there is none. */
export interface CommitmentAtParams {
  readonly uri: string;
  readonly position: Position;
  readonly query: TreeQuery;
}
export interface CommitmentAtAnswer {
  readonly row: CommitmentRow;
  readonly group?: GroupRow;
}

/** `parley/edit`: asks for an edit or why there is none. Nothing is written into documents of the URIs `readOnly`. */
export type EditParams = (
  | { readonly action: 'complete'; readonly ids: readonly string[]; readonly day?: string }
  | {
      readonly action: 'postpone' | 'reassign';
      readonly ids: readonly string[];
      readonly to: string;
      /** Why, perhaps empty, to record what changes of a signed agreement; absent, nothing is recorded. */
      readonly why?: string;
    }
  | InsertParams
) & { readonly readOnly?: readonly string[] };

/** To write a debrief or a reflection brief into the private notes of an agreement, or into itself where it has none. */
export interface InsertParams {
  readonly action: 'insert-debrief' | 'insert-brief';
  /** The agreement's document or its notes'. */
  readonly uri: string;
  /** As `NegotiationRow.id`; absent, the one whose turn it is. */
  readonly negotiation?: string;
}

/** The edit, for exact versions of the documents, or a sentence that says why there is none. */
export type EditAnswer =
  | {
      readonly edit: WorkspaceEdit;
      /** Which of several commitments stay as they are, and why. */
      readonly left?: readonly LeftRow[];
      /** For one insertion with tab stops: what to insert where, instead of `edit`. */
      readonly snippet?: {
        readonly uri: string;
        readonly version: number | null;
        readonly range: Range;
        readonly text: string;
      };
      /** Where to look afterwards. */
      readonly reveal?: { readonly uri: string; readonly range: Range };
    }
  | {
      readonly refused: string;
      /** The place that says so, such as the debrief that is there already. */
      readonly reveal?: { readonly uri: string; readonly range: Range };
    };

/** A commitment that an action could not be done with. */
export interface LeftRow {
  readonly id: string;
  readonly title: string;
  readonly why: string;
}

/** `parley/people`: everybody who could answer for some commitments, for *Reassign…*. */
export interface PeopleParams {
  readonly ids: readonly string[];
}
export interface PersonRow extends Named {
  /** What they do, in words of the agreement's. */
  readonly role?: string;
  /** The name of the party that a person acts for. */
  readonly party?: string;
  /** The titles of those of the agreements that do not know them. */
  readonly unknownIn: readonly string[];
}

/** `parley/day`: what a day as people type it comes to, for a commitment's Postpone box. */
export interface DayParams {
  /** The commitment; absent for one end of a filter's period. */
  readonly id?: string;
  readonly text: string;
}
export type DayAnswer =
  | {
      /** What would be written: a day or a relative date. */
      readonly written: string;
      /** The day that it comes to, where it can be told. */
      readonly day?: string;
    }
  | { readonly problem: string; readonly suggestion?: string };

/** `parley/negotiations`: the talks of an agreement, the latest first, for Insert Debrief and Insert Reflection Brief. */
export interface NegotiationsParams {
  readonly uri: string;
}
export interface NegotiationRow {
  /** Its id, for `EditParams.negotiation`; `#1`, `#2` … by place for one that has none. */
  readonly id: string;
  readonly date?: string;
  readonly topic: string;
  /** Whether it is the one to prepare next. */
  readonly next: boolean;
  /** Whether it has a reflection brief already, and where. */
  readonly brief?: { readonly uri: string; readonly range: Range };
  /** Whether it has a debrief already, and where. */
  readonly debrief?: { readonly uri: string; readonly range: Range };
}

/** `parley/files/list`, from the server: the Markdown files and `.parley.yaml` files below a folder. */
export interface ListFilesParams {
  readonly folder: string;
}
export interface ListFilesAnswer {
  /** Which of them git ignores, only the client can know here. */
  readonly uris: readonly string[];
  /** There are more, which are too many to be looked at. */
  readonly more: boolean;
}
/** `parley/files/read`, from the server: the texts of files, and which could not be decoded in full; null for one that cannot be read. At most 64 at a time. */
export interface ReadFilesParams {
  readonly uris: readonly string[];
}
export type ReadFilesAnswer = readonly (Decoded | null)[];
/** `parley/files/exist`, from the server: whether files or folders are there, at most 1,000 at a time. */
export interface FilesExistParams {
  readonly uris: readonly string[];
}
/** Null where nobody can tell. */
export type FilesExistAnswer = readonly (boolean | null)[];

/** `parley/wake`, from the client: the window has the focus again, so the day may be another. */
/** `parley/cache/clear`: forgets what was kept for the next session; answered with null. */
/** `parley/idle`: answered with null once nothing is pending, neither reading nor publishing. For tests. */
