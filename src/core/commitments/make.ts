import type { Day } from '../calendar/day.ts';
import type { Money } from '../schema/scalars.ts';
import type { Value } from '../text/value.ts';
import type { Basis } from './basis.ts';
import type { Commitment, CommitmentItem, Kind } from './commitment.ts';
import { type Standing, stateOf } from './state.ts';

/** What an item says of a commitment; everything else follows from it, today and the agreement. */
export interface Facts<I extends CommitmentItem = CommitmentItem> {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  /** As named in the item; none means the contract owner. */
  readonly owners: readonly string[];
  /** Who is owed, as named in the item; none means every other party. */
  readonly to: readonly string[];
  /** What decides its state, the due day with it. */
  readonly standing: Standing;
  readonly forecast: Day | undefined;
  /** The day on which it was done. */
  readonly done: Day | undefined;
  readonly at: Value<unknown>;
  readonly dueAt: Value<unknown> | undefined;
  readonly item: I;
  readonly occurrence?: Day | undefined;
  readonly amount?: Money | undefined;
  readonly priority?: string | undefined;
  readonly acceptance?: boolean;
  readonly tags?: readonly string[];
}

type Draft<I> = { -readonly [K in keyof Commitment]: Commitment[K] } & { readonly item: I };

/**
 * Makes a commitment. It is made anew for each item at each key, so its fields are set one by one: conditional
 * spreads take ten times as long.
 */
export function commitmentFrom<I extends CommitmentItem>(
  facts: Facts<I>,
  basis: Basis,
): Commitment & { readonly item: I } {
  const { standing, forecast, to } = facts;
  const { due } = standing;
  const { agreement, parties, today } = basis;
  const state = stateOf(standing, basis);
  const open = state !== 'done' && state !== 'cancelled';
  const owner = facts.owners[0] ?? agreement.terms.owner?.value;
  const party = owner === undefined ? undefined : parties.of(owner);
  const commitment: Draft<I> = {
    kind: facts.kind,
    id: facts.id,
    title: facts.title,
    ownOwner: facts.owners.length > 0,
    support: facts.owners.length > 1 ? facts.owners.slice(1) : NOBODY,
    to: to.length > 0 ? to : party === undefined ? NOBODY : parties.others(party),
    state,
    daysLate: state === 'overdue' && due !== undefined ? today - due : 0,
    blocked: open && standing.blocked === true,
    waiting: open && standing.waiting === true,
    provisional: open && standing.provisional === true,
    atRisk: open && due !== undefined && forecast !== undefined && forecast > due,
    acceptance: open && facts.acceptance === true,
    tags: facts.tags ?? NOBODY,
    at: facts.at,
    item: facts.item,
  };
  if (owner !== undefined) commitment.owner = owner;
  if (party !== undefined) commitment.party = party;
  if (facts.occurrence !== undefined) commitment.occurrence = facts.occurrence;
  if (due !== undefined) commitment.due = due;
  if (forecast !== undefined && state !== 'cancelled') commitment.forecast = forecast;
  if (facts.done !== undefined) commitment.done = facts.done;
  if (facts.dueAt) commitment.dueAt = facts.dueAt;
  if (facts.amount) commitment.amount = facts.amount;
  if (facts.priority !== undefined) commitment.priority = facts.priority;
  return commitment;
}

const NOBODY: readonly string[] = [];

/** The day on which something unfinished can be expected that nothing holds up: when it is due, or today. */
export function expected(due: Day | undefined, today: Day): Day | undefined {
  return due !== undefined && due < today ? today : due;
}
