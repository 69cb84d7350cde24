import { calendarWith, type WorkCalendar } from '../calendar/business.ts';
import { countsForward, type DayExpression, evaluate, type RelativeDay } from '../calendar/expression.ts';
import { addSpan } from '../calendar/span.ts';
import type { Configuration } from '../document/configuration.ts';
import type { Milestone, Terms } from '../schema/agreement.ts';
import { orderByDependency } from './graph.ts';
import { Ids } from './ids.ts';
import {
  emptyPlan,
  freePlan,
  isCancelled,
  isDone,
  kept,
  type MutablePlan,
  type Plan,
  type Resolved,
  sharesCycle,
  type Unresolved,
} from './plan.ts';

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

/**
 * Works out all days of an agreement: anchors, durations, cycles. Linear in its milestones and their references.
 * @param previous the schedule of the same document before its last change
 */
export function scheduleOf(terms: Terms, configuration: Configuration, previous?: Schedule): Schedule {
  return new Scheduler(terms, configuration, previous?.ids).run();
}

const NONE: readonly never[] = [];

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
