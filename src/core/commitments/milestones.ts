import type { Day } from '../calendar/day.ts';
import { occurrences, type Recurrence } from '../calendar/recurrence.ts';
import { addSpan } from '../calendar/span.ts';
import type { Milestone } from '../schema/agreement.ts';
import { Value } from '../text/value.ts';
import type { Basis } from './basis.ts';
import type { Commitment } from './commitment.ts';
import { type Forecasts, forecastsOf } from './forecast.ts';
import { commitmentFrom, expected } from './make.ts';
import { isCancelled, isDone, type Plan } from './plan.ts';
import type { Schedule } from './schedule.ts';
import { hasEnded, isDraft } from './state.ts';

/** The commitments that milestones make: one each, or one for each owed occurrence of a series. */
export function milestoneCommitments(basis: Basis): Commitment[] {
  const forecasts = forecastsOf(basis.schedule, basis.today);
  const result: Commitment[] = [];
  for (const plan of basis.schedule.plans) {
    const { milestone } = plan;
    if (milestone.every && !isDone(milestone) && !isCancelled(milestone)) result.push(...series(plan, basis));
    else result.push(keptSingle(plan, forecasts, basis));
  }
  return result;
}

/** The commitments of plans, with the key of the basis that they were made on. */
const kept = new WeakMap<Plan, { readonly key: object; readonly commitment: Commitment }>();

function keptSingle(plan: Plan, forecasts: Forecasts, basis: Basis): Commitment {
  const known = kept.get(plan);
  if (known?.key === basis.key) return known.commitment;
  const commitment = single(plan, forecasts(plan), basis);
  kept.set(plan, { key: basis.key, commitment });
  return commitment;
}

/** Whether a milestone has come to a stop. It is so beside any other state but done and cancelled. */
export function isBlocked(milestone: Milestone): boolean {
  return (
    !isDone(milestone) &&
    !isCancelled(milestone) &&
    (milestone.status?.value === 'blocked' || milestone.blocked !== undefined)
  );
}

function single(plan: Plan, forecast: Day | undefined, basis: Basis): Commitment {
  const { milestone } = plan;
  const done = isDone(milestone);
  const accepting = milestone.accepts && milestone.submitted && !done ? milestone.submitted.value : undefined;
  const submitted = accepting !== undefined;
  const due = submitted ? acceptanceDay(accepting, basis) : plan.due?.day;
  return commitmentFrom(
    {
      kind: 'milestone',
      id: milestone.id?.value ?? '',
      title: titleOf(milestone),
      owners: submitted ? [milestone.accepts!.value] : milestone.owner.map((owner) => owner.value),
      to: milestone.to.map((one) => one.value),
      standing: {
        cancelled: isOver(milestone, basis),
        binding: !isDraft(basis.agreement),
        done,
        due,
        blocked: isBlocked(milestone),
        waiting: !done && plan.predecessors.some((predecessor) => !isDone(predecessor.milestone)),
        provisional: !submitted && !done && (plan.due?.provisional ?? false),
      },
      forecast: submitted ? expected(due, basis.today) : forecast,
      done: done ? milestone.done?.value : undefined,
      at: placeOf(milestone),
      dueAt: submitted ? milestone.submitted : (milestone.due ?? milestone.duration),
      item: { kind: 'milestone', plan },
      amount: milestone.amount?.value,
      priority: milestone.priority?.value,
      acceptance: submitted,
    },
    basis,
  );
}

function acceptanceDay(submitted: Day, { agreement, schedule }: Basis): Day | undefined {
  const { acceptance } = agreement.terms;
  return acceptance && addSpan(submitted, acceptance.value, schedule.calendar);
}

/** The days of a recurring milestone; undefined where it does not recur, or has no first day yet. */
export function recurrenceOf({ milestone, due }: Plan, schedule: Schedule): Recurrence | undefined {
  const first = due?.day;
  if (!milestone.every || first === undefined) return undefined;
  const until = milestone.until ? schedule.resolve(milestone.until.value).day : schedule.expires?.day;
  return {
    first,
    period: milestone.every.value,
    ...(until !== undefined && { until }),
    ...(milestone.offset && { offset: milestone.offset.value }),
  };
}

/** Owed are all occurrences up to today that are neither completed nor skipped, and the next one. */
function series(plan: Plan, basis: Basis): Commitment[] {
  const { milestone } = plan;
  const { schedule, today } = basis;
  const recurrence = recurrenceOf(plan, schedule);
  if (!recurrence) return [single(plan, undefined, basis)];
  const skipped = new Set(milestone.skipped.map((day) => day.value));
  const { days, next } = occurrences(recurrence, today, schedule.calendar);
  const upcoming = [...days];
  let completions = completionsOf(milestone, upcoming, skipped);
  // Where the next one was completed early or waived, the one after it is the next.
  for (let day = next, left = MAX_EARLY; day !== undefined && left > 0; left--) {
    upcoming.push(day);
    completions = completionsOf(milestone, upcoming, skipped);
    if (!completions.has(day) && !skipped.has(day)) break;
    day = occurrences(recurrence, day, schedule.calendar).next;
  }
  const firstOpen = upcoming.find((day) => !completions.has(day) && !skipped.has(day));
  return upcoming
    .filter((day) => !skipped.has(day))
    .map((day) => occurrenceCommitment(plan, day, completions.get(day), day === firstOpen, basis));
}

/** How many occurrences may be settled ahead of time before their successor is no longer looked for. */
const MAX_EARLY = 100;

/** Which occurrence each completion belongs to: those that name theirs first, bare days then from the earliest on. */
function completionsOf(milestone: Milestone, days: readonly Day[], skipped: ReadonlySet<Day>): Map<Day, Day> {
  const known = new Set(days);
  const result = new Map<Day, Day>();
  for (const { due, done } of milestone.completed)
    if (due && known.has(due.value)) result.set(due.value, done?.value ?? due.value);
  const open = days.filter((day) => !result.has(day) && !skipped.has(day));
  for (const { due, done } of milestone.completed) {
    if (due || !done) continue;
    const day = open.shift();
    if (day !== undefined) result.set(day, done.value);
  }
  return result;
}

function occurrenceCommitment(
  plan: Plan,
  due: Day,
  done: Day | undefined,
  firstOpen: boolean,
  basis: Basis,
): Commitment {
  const { milestone } = plan;
  return commitmentFrom(
    {
      kind: 'milestone',
      id: milestone.id?.value ?? '',
      title: titleOf(milestone),
      owners: milestone.owner.map((owner) => owner.value),
      to: milestone.to.map((one) => one.value),
      standing: {
        cancelled: isOver(milestone, basis),
        binding: !isDraft(basis.agreement),
        done: done !== undefined,
        due,
        blocked: firstOpen && isBlocked(milestone),
      },
      forecast: done ?? expected(due, basis.today),
      done,
      at: placeOf(milestone),
      dueAt: milestone.due ?? milestone.duration,
      item: { kind: 'milestone', plan },
      occurrence: due,
      amount: milestone.amount?.value,
      priority: milestone.priority?.value,
    },
    basis,
  );
}

/** Whether a milestone is owed no more: it was called off, or the agreement ended and it does not survive. */
function isOver(milestone: Milestone, { agreement }: Basis): boolean {
  if (isCancelled(milestone)) return true;
  return hasEnded(agreement) && !isDone(milestone) && milestone.survives?.value !== true;
}

function titleOf({ id, title }: Milestone): string {
  return title?.value ?? id?.value ?? '';
}

function placeOf({ id, title, source }: Milestone): Value<unknown> {
  return title ?? id ?? new Value('', source.place, source.from, source.to);
}
