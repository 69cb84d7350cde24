import { formatDay } from '../calendar/day.ts';
import { isDone } from '../commitments/plan.ts';
import type { Check } from './check.ts';
import { isOwed, milestoneRef, nameOf, placeOf } from './item.ts';

/** Milestones that are due before one that has to be finished first. */
export const dueBeforePredecessor: Check = {
  id: 'due-before-predecessor',
  title: 'A milestone is due before one that it waits for',
  severity: 'warning',
  dependsOn: 'document',
  structural: true,
  run(ledger, report) {
    for (const { milestone, due, predecessors } of ledger.schedule.bound) {
      const day = due?.day;
      if (day === undefined || !isOwed(milestone, ledger)) continue;
      for (const predecessor of predecessors) {
        const { milestone: other, due: otherDue } = predecessor;
        const first = otherDue?.day;
        if (first === undefined || first <= day || isDone(other)) continue;
        report({
          at: milestone.due ?? milestone.duration!,
          args: {
            title: nameOf(milestone),
            due: formatDay(day),
            other: nameOf(other),
            first: formatDay(first),
          },
          item: milestoneRef(milestone),
          related: [{ at: other.due ?? placeOf(other), message: 'due-before-predecessor/first' }],
        });
      }
    }
  },
};
