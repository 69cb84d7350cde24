import type { WorkCalendar } from '../calendar/business.ts';
import type { Day } from '../calendar/day.ts';
import { addSpan } from '../calendar/span.ts';
import type { Milestone } from '../schema/agreement.ts';

/** Why an expression has no day. `anchor` is the name that it counts from. */
export interface Unresolved {
  readonly reason: 'unknown-anchor' | 'anchor-without-day' | 'recurring-anchor' | 'cycle' | 'out-of-range';
  readonly anchor: string;
}

/** What an expression comes to: a day, perhaps a provisional one, or why there is none. */
export interface Resolved {
  readonly day?: Day;
  /** Counted forward from a milestone that is not finished, so that the day may still move. */
  readonly provisional: boolean;
  readonly unresolved?: Unresolved;
}

/**
 * A milestone with its place in time. None of it depends on today. As long as the milestone and all that its place in
 * time depends on stand as they stood, this is the same object.
 */
export interface Plan {
  readonly milestone: Milestone;
  /** Its place in time depends on nothing but its own words. */
  readonly free: boolean;
  /** Which milestone of the file it is now, from 0. */
  readonly index: number;
  /** What was made of it, kept with it for as long as it stands. */
  memo?: object;
  readonly start: Resolved | undefined;
  readonly due: Resolved | undefined;
  /** The milestones to be finished first: `after`, and anchors that are counted forward from. Cancelled ones not. */
  readonly predecessors: readonly Plan[];
  /** The finished milestone that the due day is counted from: its slip has moved the due day already. */
  readonly doneAnchor: Plan | undefined;
  /**
   * The members of the dependency cycle that the milestone is in, by index, one array for all of them; the number
   * of milestones stands for the expiry day.
   */
  readonly cycle: readonly number[] | undefined;
}

/** A plan while it is made. */
export type MutablePlan = { -readonly [K in keyof Plan]: Plan[K] };

/** Whether a milestone is done: `status` decides; without one, a `done` day does. */
export function isDone({ status, done }: Milestone): boolean {
  return status ? status.value === 'done' : done !== undefined;
}

/** Whether a milestone was called off. */
export function isCancelled({ status }: Milestone): boolean {
  return status?.value === 'cancelled';
}

/** Whether two milestones stand in one cycle. The members of a cycle are set before any of them is planned. */
export function sharesCycle(a: Plan, b: Plan): boolean {
  return a.cycle !== undefined && a.cycle === b.cycle;
}

/** The last plan of each milestone. */
const plans = new WeakMap<Milestone, MutablePlan>();
const NONE: readonly never[] = [];

/** The milestone's last plan, if all that it depends on stands as it stood; else this one, which then is the last. */
export function kept(plan: MutablePlan): MutablePlan {
  const before = plans.get(plan.milestone);
  if (!before || plan.cycle || before.cycle || !isSamePlan(before, plan)) {
    plans.set(plan.milestone, plan);
    return plan;
  }
  before.index = plan.index;
  return before;
}

function isSamePlan(a: Plan, b: Plan): boolean {
  return (
    a.doneAnchor === b.doneAnchor &&
    isSameDay(a.start, b.start) &&
    isSameDay(a.due, b.due) &&
    a.predecessors.length === b.predecessors.length &&
    a.predecessors.every((one, i) => one === b.predecessors[i])
  );
}

function isSameDay(a: Resolved | undefined, b: Resolved | undefined): boolean {
  return (
    a?.day === b?.day &&
    a?.provisional === b?.provisional &&
    a?.unresolved?.reason === b?.unresolved?.reason &&
    a?.unresolved?.anchor === b?.unresolved?.anchor
  );
}

/** The plan of a milestone that depends on nothing else; undefined for any other. */
export function freePlan(milestone: Milestone, index: number): MutablePlan | undefined {
  let plan = plans.get(milestone);
  if (!plan?.free) {
    const { start, due, duration, after } = milestone;
    if (after.length > 0 || start?.value.kind === 'relative' || due?.value.kind === 'relative')
      return undefined;
    if (!due && duration) return undefined;
    plan = emptyPlan(milestone, index, true);
    plan.start = start?.value.kind === 'day' ? { day: start.value.day, provisional: false } : undefined;
    plan.due = due?.value.kind === 'day' ? { day: due.value.day, provisional: false } : undefined;
    plans.set(milestone, plan);
  }
  plan.index = index;
  return plan;
}

export function emptyPlan(milestone: Milestone, index: number, free: boolean): MutablePlan {
  return {
    milestone,
    free,
    index,
    start: undefined,
    due: undefined,
    predecessors: NONE,
    doneAnchor: undefined,
    cycle: undefined,
  };
}

/** How many calendar days a milestone's buffer takes of the time before its due day. */
export function bufferDays({ milestone: { buffer } }: Plan, due: Day, calendar: WorkCalendar): number {
  if (!buffer) return 0;
  const start = addSpan(due, { ...buffer.value, count: -buffer.value.count }, calendar);
  return start === undefined ? 0 : due - start;
}
