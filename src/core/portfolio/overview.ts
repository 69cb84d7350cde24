import type { Day } from '../calendar/day.ts';
import type { Commitment, Kind } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import { isCancelled, type Plan } from '../commitments/plan.ts';
import { isDraft, isSettled } from '../commitments/state.ts';
import type { Negotiation, Risk, Status } from '../schema/agreement.ts';
import type { Money } from '../schema/scalars.ts';
import { type Range, range } from '../text/range.ts';

/** How an agreement, or a part of it, stands today in figures. */
export interface Figures {
  /** How many of its commitments are late. */
  readonly late: number;
  /** How many are owed still, the late ones among them. */
  readonly open: number;
  /** The next day by which something is owed, today or later. */
  readonly next?: Day | undefined;
}

/** How many of an agreement's milestones are done. */
export interface Progress {
  readonly done: number;
  /** All that count: what was called off does not, nor does what recurs and so is never finished. */
  readonly total: number;
}

/** An agreement at a glance, in plain data. */
export interface Overview extends Figures, Progress {
  readonly status: Status;
  /** How many of its commitments are due soon or today. */
  readonly soon: number;
  /** Who answers for it, by handle. */
  readonly owner?: string;
  readonly value?: Money;
  /** Where its title stands, or else where its frontmatter begins. */
  readonly at: Range;
  /** Whether it has parts to be shown below it. */
  readonly hasParts: boolean;
}

const overviews = new WeakMap<Ledger, Overview>();

/** An agreement at a glance: a projection of its commitments. */
export function overviewOf(ledger: Ledger): Overview {
  const known = overviews.get(ledger);
  if (known) return known;
  const { commitments, agreement } = ledger;
  const {
    status,
    owner,
    value,
    agreement: title,
    source,
    objectives,
    risks,
    signed,
    effective,
  } = agreement.terms;
  const start = source.place.start + source.from;
  const items = commitments.length + objectives.length + risks.length;
  const overview: Overview = {
    ...figuresOf(ledger, commitments),
    ...progressOf(ledger),
    status: status?.value ?? 'active',
    soon: commitments.filter(({ state }) => state === 'due-soon' || state === 'due-today').length,
    ...(owner && { owner: owner.value }),
    ...(value && { value: value.value }),
    at: title?.range ?? range(start),
    hasParts: items > 0 || signed !== undefined || effective !== undefined,
  };
  overviews.set(ledger, overview);
  return overview;
}

/** What is owed in a draft already; all else is not binding yet. */
const OWED_IN_DRAFT: ReadonlySet<Kind> = new Set(['action', 'debrief']);

/** How some of a ledger's commitments stand. */
export function figuresOf({ agreement, today }: Ledger, commitments: Iterable<Commitment>): Figures {
  const draft = isDraft(agreement);
  let [late, open] = [0, 0];
  let next: Day | undefined;
  for (const commitment of commitments) {
    const { state, due, kind } = commitment;
    if (isSettled(commitment)) continue;
    open++;
    if (state === 'overdue') late++;
    if (due === undefined || due < today || (draft && !OWED_IN_DRAFT.has(kind))) continue;
    if (next === undefined || due < next) next = due;
  }
  return { late, open, ...(next !== undefined && { next }) };
}

/** How far an agreement's milestones have come. */
export function progressOf({ commitments }: Ledger): Progress {
  let [done, total] = [0, 0];
  for (const { item, state } of commitments) {
    if (item.kind !== 'milestone') continue;
    const { milestone } = item.plan;
    if (milestone.every || isCancelled(milestone)) continue;
    total++;
    if (state === 'done') done++;
  }
  return { done, total };
}

/** An agreement's commitments by the items that they come from. Each has exactly one place. */
export interface Parts {
  /** In the order of the file. Of a series those of each owed occurrence. */
  readonly milestones: ReadonlyMap<Plan, readonly Commitment[]>;
  /** What is open first, the late on top; then what is settled, in the order of the file. */
  readonly actions: readonly Commitment[];
  readonly reviews: ReadonlyMap<Risk, Commitment>;
  readonly debriefs: ReadonlyMap<Negotiation, Commitment>;
  readonly checkIn?: Commitment;
  readonly notice?: Commitment;
  readonly expiry?: Commitment;
}

/** Puts an agreement's commitments to the items that they come from. */
export function partsOf({ commitments, schedule }: Ledger): Parts {
  const milestones = new Map<Plan, Commitment[]>(schedule.plans.map((plan) => [plan, []]));
  const actions: Commitment[] = [];
  const reviews = new Map<Risk, Commitment>();
  const debriefs = new Map<Negotiation, Commitment>();
  const dates: { -readonly [K in 'checkIn' | 'notice' | 'expiry']?: Commitment } = {};
  for (const commitment of commitments) {
    const { item } = commitment;
    if (item.kind === 'milestone') milestones.get(item.plan)!.push(commitment);
    else if (item.kind === 'action') actions.push(commitment);
    else if (item.kind === 'risk-review') reviews.set(item.risk, commitment);
    else if (item.kind === 'debrief') debriefs.set(item.negotiation, commitment);
    else dates[item.kind === 'check-in' ? 'checkIn' : item.kind] = commitment;
  }
  return { milestones, actions: actions.sort(openFirst), reviews, debriefs, ...dates };
}

function openFirst(a: Commitment, b: Commitment): number {
  const settled = Number(isSettled(a)) - Number(isSettled(b));
  if (settled !== 0 || isSettled(a)) return settled;
  return (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER);
}
