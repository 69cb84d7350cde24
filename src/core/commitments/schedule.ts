import { calendarWith, type WorkCalendar } from '../calendar/business.ts';
import type { Day } from '../calendar/day.ts';
import { countsForward, type DayExpression, evaluate, type RelativeDay } from '../calendar/expression.ts';
import { addSpan } from '../calendar/span.ts';
import type { Configuration } from '../document/configuration.ts';
import type { Milestone, Terms } from '../schema/agreement.ts';
import { orderByDependency } from './graph.ts';
import { Ids } from './ids.ts';

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

/** All days of an agreement. */
export interface Schedule {
  readonly calendar: WorkCalendar;
  readonly plans: readonly Plan[];
  /** Those that are not free, in the order of the file. */
  readonly bound: readonly Plan[];
  readonly ids: Ids;
  /** The plans, each after all that it depends on. */
  readonly inOrder: readonly Plan[];
  readonly expires: Resolved | undefined;
  /** The milestone that an id names: the first of those that have it. */
  milestone(id: string): Plan | undefined;
  /** What an expression that stands anywhere else in the agreement comes to. */
  resolve(expression: DayExpression): Resolved;
}

type MutablePlan = { -readonly [K in keyof Plan]: Plan[K] };

/** Whether a milestone is done: `status` decides; without one, a `done` day does. */
export function isDone({ status, done }: Milestone): boolean {
  return status ? status.value === 'done' : done !== undefined;
}

/** Whether a milestone was called off. */
export function isCancelled({ status }: Milestone): boolean {
  return status?.value === 'cancelled';
}

/**
 * Works out all days of an agreement: anchors, durations, cycles. Linear in its milestones and their references.
 * @param previous the schedule of the same document before its last change
 */
export function scheduleOf(terms: Terms, configuration: Configuration, previous?: Schedule): Schedule {
  return new Scheduler(terms, configuration, previous?.ids).run();
}

/** The last plan of each milestone. */
const plans = new WeakMap<Milestone, MutablePlan>();
const NONE: readonly never[] = [];

/** The milestone's last plan, if all that it depends on stands as it stood; else this one, which then is the last. */
function kept(plan: MutablePlan): MutablePlan {
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
function freePlan(milestone: Milestone, index: number): MutablePlan | undefined {
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

function emptyPlan(milestone: Milestone, index: number, free: boolean): MutablePlan {
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

class Scheduler {
  readonly #calendar: WorkCalendar;
  readonly #plans: MutablePlan[];
  readonly #ids: Ids;
  #expires: Resolved | undefined;

  constructor(
    private readonly terms: Terms,
    configuration: Configuration,
    previous: Ids | undefined,
  ) {
    this.#calendar = calendarWith(
      terms.workweek.map((day) => day.value),
      terms.holidays.map((day) => day.value),
      configuration.calendar,
    );
    this.#plans = terms.milestones.map(
      (milestone, index) => freePlan(milestone, index) ?? emptyPlan(milestone, index, false),
    );
    this.#ids = Ids.of(terms.milestones, previous);
  }

  #byId(id: string): MutablePlan | undefined {
    const index = this.#ids.indexOf(id);
    return index === undefined ? undefined : this.#plans[index];
  }

  run(): Schedule {
    const expiryNode = this.#plans.length;
    const edges = this.#plans.map((plan) =>
      plan.free ? NONE : this.#dependencies(plan.milestone, expiryNode),
    );
    const { expires } = this.terms;
    edges.push(expires ? this.#anchors([expires.value], expiryNode) : []);
    const { order, cycles } = orderByDependency(edges);
    const inOrder: MutablePlan[] = [];
    for (const [node, cycle] of cycles) if (node !== expiryNode) this.#plans[node]!.cycle = cycle;
    for (const node of order) {
      if (node === expiryNode) {
        if (expires) this.#expires = cycles.has(node) ? inCycle(expires.value) : this.#resolve(expires.value);
        continue;
      }
      const plan = this.#plans[node]!;
      if (!plan.free) this.#plans[node] = this.#plan(plan);
      inOrder.push(this.#plans[node]!);
    }
    return {
      calendar: this.#calendar,
      plans: this.#plans,
      bound: this.#plans.filter(({ free }) => !free),
      ids: this.#ids,
      inOrder,
      expires: this.#expires,
      milestone: (id) => this.#byId(id),
      resolve: (expression) => this.#resolve(expression),
    };
  }

  #dependencies(milestone: Milestone, expiryNode: number): number[] {
    const { start, due, after } = milestone;
    const edges = this.#anchors(
      [start?.value, due?.value].filter((expression) => expression !== undefined),
      expiryNode,
    );
    for (const { value } of after) {
      const index = this.#ids.indexOf(value);
      if (index !== undefined) edges.push(index);
    }
    return edges;
  }

  #anchors(expressions: readonly DayExpression[], expiryNode: number): number[] {
    const edges: number[] = [];
    for (const expression of expressions) {
      if (expression.kind !== 'relative') continue;
      const index = expression.anchor === 'expires' ? expiryNode : this.#ids.indexOf(expression.anchor);
      if (index !== undefined) edges.push(index);
    }
    return edges;
  }

  /** Plans a milestone in place or, where that comes to the plan that it had before, gives that one. */
  #plan(plan: MutablePlan): MutablePlan {
    const { start, due, duration, after } = plan.milestone;
    const predecessors = new Set<MutablePlan>();
    for (const { value } of after) this.#addPredecessor(plan, value, predecessors);
    for (const expression of [start?.value, due?.value]) {
      if (expression?.kind !== 'relative' || !countsForward(expression)) continue;
      this.#addPredecessor(plan, expression.anchor, predecessors);
    }
    plan.predecessors = [...predecessors];
    plan.start = start && this.#resolveIn(plan, start.value);
    if (due) {
      plan.due = this.#resolveIn(plan, due.value);
      const anchor = due.value.kind === 'relative' ? this.#byId(due.value.anchor) : undefined;
      if (anchor && isDone(anchor.milestone)) plan.doneAnchor = anchor;
    } else if (duration) {
      plan.due = this.#fromDuration(plan, duration);
    }
    return kept(plan);
  }

  #addPredecessor(plan: MutablePlan, id: string, predecessors: Set<MutablePlan>): void {
    const other = this.#byId(id);
    if (!other || sharesCycle(plan, other)) return;
    if (!isCancelled(other.milestone) && !other.milestone.every) predecessors.add(other);
  }

  #resolveIn(plan: MutablePlan, expression: DayExpression): Resolved {
    if (expression.kind === 'day') return { day: expression.day, provisional: false };
    const { anchor } = expression;
    const other = this.#byId(anchor);
    const circular =
      anchor === 'expires' ? plan.cycle?.includes(this.#plans.length) : other && sharesCycle(plan, other);
    return circular ? inCycle(expression) : this.#resolve(expression);
  }

  #resolve(expression: DayExpression): Resolved {
    if (expression.kind === 'day') return { day: expression.day, provisional: false };
    const from = this.#anchorDay(expression);
    if (from.day === undefined) return from;
    const day = evaluate(expression, from.day, this.#calendar);
    if (day === undefined)
      return { provisional: false, unresolved: { reason: 'out-of-range', anchor: expression.anchor } };
    return { day, provisional: from.provisional };
  }

  #anchorDay(expression: RelativeDay): Resolved {
    const { anchor } = expression;
    const missing = (reason: Unresolved['reason']): Resolved => ({
      provisional: false,
      unresolved: { reason, anchor },
    });
    if (anchor === 'signed' || anchor === 'effective') {
      const day = this.terms[anchor]?.value;
      return day === undefined ? missing('anchor-without-day') : { day, provisional: false };
    }
    if (anchor === 'expires')
      return this.#expires?.day === undefined ? missing('anchor-without-day') : this.#expires;
    const plan = this.#byId(anchor);
    if (!plan) return missing('unknown-anchor');
    const { milestone, due } = plan;
    if (milestone.every) return missing('recurring-anchor');
    if (isDone(milestone) && milestone.done) return { day: milestone.done.value, provisional: false };
    if (due?.day === undefined) return missing('anchor-without-day');
    const settled = isDone(milestone) || isCancelled(milestone);
    return { day: due.day, provisional: !settled && (due.provisional || countsForward(expression)) };
  }

  /** Start + duration; without a start, the latest predecessor's day, else the day on which the agreement began. */
  #fromDuration(plan: MutablePlan, duration: NonNullable<Milestone['duration']>): Resolved | undefined {
    const from = plan.start ?? latest(plan.predecessors) ?? this.#effective();
    if (!from || from.day === undefined) return from;
    const day = addSpan(from.day, duration.value, this.#calendar);
    if (day === undefined) return { provisional: false, unresolved: { reason: 'out-of-range', anchor: '' } };
    const [only] = plan.predecessors;
    if (!plan.start && plan.predecessors.length === 1 && only && isDone(only.milestone))
      plan.doneAnchor = only;
    return { day, provisional: from.provisional };
  }

  #effective(): Resolved | undefined {
    const { effective } = this.terms;
    return effective && { day: effective.value, provisional: false };
  }
}

/** Whether two milestones stand in one cycle. The members of a cycle are set before any of them is planned. */
function sharesCycle(a: Plan, b: Plan): boolean {
  return a.cycle !== undefined && a.cycle === b.cycle;
}

function inCycle(expression: DayExpression): Resolved {
  const anchor = expression.kind === 'relative' ? expression.anchor : '';
  return { provisional: false, unresolved: { reason: 'cycle', anchor } };
}

/** The latest day of the predecessors; undefined where they have none. */
function latest(predecessors: readonly Plan[]): Resolved | undefined {
  let result: Resolved | undefined;
  for (const { milestone, due } of predecessors) {
    const finished = isDone(milestone);
    const day = finished ? (milestone.done?.value ?? due?.day) : due?.day;
    if (day === undefined) continue;
    const provisional: boolean = !finished || (result?.provisional ?? false);
    result = { day: result?.day !== undefined && result.day > day ? result.day : day, provisional };
  }
  return result;
}

/** How many calendar days a milestone's buffer takes of the time before its due day. */
export function bufferDays({ milestone: { buffer } }: Plan, due: Day, calendar: WorkCalendar): number {
  if (!buffer) return 0;
  const start = addSpan(due, { ...buffer.value, count: -buffer.value.count }, calendar);
  return start === undefined ? 0 : due - start;
}
