import type { Day } from '../calendar/day.ts';
import type { ActionItem } from '../document/body/types.ts';
import type { Negotiation, Risk } from '../schema/agreement.ts';
import type { Money } from '../schema/scalars.ts';
import type { Value } from '../text/value.ts';
import type { Plan } from './plan.ts';

/** What a commitment comes from. */
export const KINDS = [
  'milestone',
  'action',
  'risk-review',
  'check-in',
  'debrief',
  'notice',
  'expiry',
] as const;
export type Kind = (typeof KINDS)[number];

/** Where a commitment stands: the first of these that holds. */
export const STATES = [
  'cancelled',
  'done',
  'overdue',
  'blocked',
  'due-today',
  'due-soon',
  'waiting',
  'open',
] as const;
export type State = (typeof STATES)[number];

/** Something that somebody owes somebody else by a day. It is derived from an agreement and today, never stored. */
export interface Commitment {
  readonly kind: Kind;
  /** The item's id in its file; kinds that a file has once carry their own name. */
  readonly id: string;
  /** The due day of this occurrence, for items that recur. */
  readonly occurrence?: Day | undefined;
  readonly title: string;
  /** Who is accountable; the contract owner where the item names nobody; absent where nobody answers. */
  readonly owner?: string | undefined;
  /** Whether the item itself names its owner. */
  readonly ownOwner: boolean;
  readonly support: readonly string[];
  /** The party that owes it: the owner's. */
  readonly party?: string | undefined;
  /** Who is owed: handles of parties or people. */
  readonly to: readonly string[];
  readonly due?: Day | undefined;
  /** The day on which it can be expected, as things stand; on or after today until it is done. */
  readonly forecast?: Day | undefined;
  /** The day on which it was done. */
  readonly done?: Day | undefined;
  readonly amount?: Money | undefined;
  /** Its own tags, besides those of its agreement. */
  readonly tags: readonly string[];
  readonly state: State;
  /** Whole days since the due day while it is overdue, else 0. */
  readonly daysLate: number;
  readonly blocked: boolean;
  /** A predecessor is unfinished. */
  readonly waiting: boolean;
  /** The due day is counted forward from something unfinished: it may move, and it is never late. */
  readonly provisional: boolean;
  /** The forecast lies after the due day. */
  readonly atRisk: boolean;
  /** Submitted, and waiting for the one who accepts. */
  readonly acceptance: boolean;
  readonly priority?: string | undefined;
  /** The item's place in its document. */
  readonly at: Value<unknown>;
  /** Where findings about its day stand: at the words that it follows from. Present where `due` is, but for agreements that rest. */
  readonly dueAt?: Value<unknown>;
  readonly item: CommitmentItem;
}

/** The item that a commitment comes from, for checks and edits. */
export type CommitmentItem =
  | { readonly kind: 'milestone'; readonly plan: Plan }
  | { readonly kind: 'action'; readonly action: ActionItem }
  | { readonly kind: 'risk-review'; readonly risk: Risk }
  | { readonly kind: 'debrief'; readonly negotiation: Negotiation }
  | { readonly kind: 'check-in' | 'notice' | 'expiry' };

/** A commitment that comes from one kind of item. */
export type CommitmentOf<K extends CommitmentItem['kind']> = Commitment & {
  readonly item: Extract<CommitmentItem, { kind: K }>;
};

/** A commitment that is an action item. */
export type ActionCommitment = CommitmentOf<'action'>;
