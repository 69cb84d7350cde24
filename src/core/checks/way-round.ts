import type { Schedule } from '../commitments/schedule.ts';
import type { Terms } from '../schema/agreement.ts';
import type { Value } from '../text/value.ts';

/** A longer way than this is followed for so many steps and not to its end: nobody reads on. */
export const LONGEST_WAY = 12;

/** One dependency: which node waits for which, and where that is written. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly at: Value<unknown>;
  /** The name by which it is written. */
  readonly name: string;
}

/** The cycles of an agreement's days. Nodes are the milestones by index; the one after the last is the expiry day. */
export class Cycles {
  readonly members: readonly number[];
  readonly #cycleOf = new Map<number, readonly number[]>();
  readonly #steps = new Map<number, readonly Step[]>();

  constructor(
    private readonly terms: Terms,
    private readonly schedule: Schedule,
  ) {
    const { plans, expires } = schedule;
    for (const { cycle, index } of plans) if (cycle) this.#cycleOf.set(index, cycle);
    if (expires?.unresolved?.reason === 'cycle') {
      const own = [...new Set(this.#cycleOf.values())].find((cycle) => cycle.includes(plans.length));
      this.#cycleOf.set(plans.length, own ?? [plans.length]);
    }
    this.members = [...this.#cycleOf.keys()];
  }

  /** A shortest way from a member back to itself, or the first steps of one that is longer than `LONGEST_WAY`. */
  wayRound(start: number): readonly Step[] {
    const reached = new Map<number, Step>();
    let level = [start];
    for (let length = 0; length < LONGEST_WAY && level.length > 0; length++) {
      const next: number[] = [];
      for (const node of level) {
        for (const step of this.#stepsWithin(node)) {
          if (reached.has(step.to)) continue;
          reached.set(step.to, step);
          if (step.to === start) return unwind(start, reached);
          next.push(step.to);
        }
      }
      level = next;
    }
    return unwind(start, reached, level[0]);
  }

  /** The dependencies of a member on members of the same cycle. */
  #stepsWithin(node: number): readonly Step[] {
    let steps = this.#steps.get(node);
    if (!steps) {
      const cycle = this.#cycleOf.get(node);
      steps = this.#stepsFrom(node).filter(({ to }) => this.#cycleOf.get(to) === cycle);
      this.#steps.set(node, steps);
    }
    return steps;
  }

  #stepsFrom(node: number): Step[] {
    const { plans } = this.schedule;
    const milestone = plans[node]?.milestone;
    const steps: Step[] = [];
    const add = (at: Value<unknown>, name: string) => {
      const to = name === 'expires' ? plans.length : this.schedule.milestone(name)?.index;
      if (to !== undefined) steps.push({ from: node, to, at, name });
    };
    for (const one of milestone?.after ?? []) add(one, one.value);
    for (const at of milestone ? [milestone.due, milestone.start] : [this.terms.expires])
      if (at?.value.kind === 'relative') add(at, at.value.anchor);
    return steps;
  }
}

function unwind(start: number, reached: ReadonlyMap<number, Step>, end: number | undefined = start): Step[] {
  const way: Step[] = [];
  let step = reached.get(end);
  while (step) {
    way.push(step);
    step = step.from === start ? undefined : reached.get(step.from);
  }
  return way.reverse();
}
