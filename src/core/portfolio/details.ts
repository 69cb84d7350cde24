import type { Commitment } from '../commitments/commitment.ts';
import { canComplete, canPostpone, canReassign } from '../edits/possible.ts';
import { isAgreed } from '../sections/agreed.ts';
import type { Entry } from './entry.ts';

/** What rows of a tree show or offer of a commitment besides its own facts. */
export interface Details {
  readonly indicator?: string;
  readonly blockedReason?: string;
  readonly may: Abilities;
}

/** What can be done with a commitment as it stands. */
export interface Abilities {
  readonly can: { readonly complete: boolean; readonly postpone: boolean; readonly reassign: boolean };
  /** Whether another day or owner changes what was agreed and signed, so that the change is to be recorded. */
  readonly agreed: boolean;
}

/** Works out the details of a commitment from its item. The abilities are one of few objects, see `bitsOf`. */
export function detailsOf({ ledger }: Entry, commitment: Commitment): Details {
  const { item } = commitment;
  const milestone = item.kind === 'milestone' ? item.plan.milestone : undefined;
  const indicator = milestone?.indicator?.value;
  const blockedReason = milestone?.blocked?.reason?.value;
  const bits =
    Number(canComplete(commitment)) |
    (Number(canPostpone(commitment)) << 1) |
    (Number(canReassign(commitment)) << 2) |
    (Number(isAgreed(ledger, commitment)) << 3);
  const details: { -readonly [K in keyof Details]: Details[K] } = { may: abilitiesOf(bits) };
  if (indicator) details.indicator = indicator;
  if (blockedReason) details.blockedReason = blockedReason;
  return details;
}

/** One object for each of the few sets that there are: thousands of commitments share them. */
const ALL = Array.from({ length: 16 }, (_, bits): Abilities => {
  const has = (bit: number) => (bits & bit) !== 0;
  return { can: { complete: has(1), postpone: has(2), reassign: has(4) }, agreed: has(8) };
});

/** Abilities as a number below 16. */
export function bitsOf(may: Abilities): number {
  return ALL.indexOf(may);
}

/** The abilities that a number below 16 stands for. */
export function abilitiesOf(bits: number): Abilities {
  return ALL[bits]!;
}
