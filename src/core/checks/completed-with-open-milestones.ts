import { isCancelled, isDone } from '../commitments/plan.ts';
import type { Milestone } from '../schema/agreement.ts';
import type { Check } from './check.ts';
import { nameOf, placeOf } from './item.ts';

/** Of more than these a reviewer needs no link each. */
const MOST_RELATED = 5;

/** An agreement that is completed although not all of it was done. */
export const completedWithOpenMilestones: Check = {
  id: 'completed-with-open-milestones',
  title: 'The agreement is completed and some of it is not',
  severity: 'warning',
  dependsOn: 'document',
  run({ agreement }, report) {
    const { status, milestones } = agreement.terms;
    if (status?.value !== 'completed') return;
    const open = milestones.filter(isLeft);
    const [first] = open;
    if (!first) return;
    report({
      at: status,
      args: { count: open.length, title: nameOf(first) },
      item: { kind: 'agreement', id: agreement.id },
      related: open.slice(0, MOST_RELATED).map((milestone) => ({
        at: placeOf(milestone),
        message: 'completed-with-open-milestones/open',
        args: { title: nameOf(milestone) },
      })),
    });
  },
};

/** A series ends with its agreement. */
function isLeft(milestone: Milestone): boolean {
  const { every, survives } = milestone;
  return !isDone(milestone) && !isCancelled(milestone) && !every && survives?.value !== true;
}
