import { countsForward } from '../calendar/expression.ts';
import { isCancelled } from '../commitments/plan.ts';
import type { Value } from '../text/value.ts';
import type { Check, ItemRef } from './check.ts';
import { countedDays } from './expressions.ts';
import { isOwed, milestoneRef, nameOf } from './item.ts';
import { partOf } from './nearest.ts';

/** Milestones that were to come after one that was called off: nothing holds them up any more. */
export const cancelledPredecessor: Check = {
  id: 'cancelled-predecessor',
  title: 'Something waits for a milestone that was called off',
  severity: 'information',
  dependsOn: 'document',
  run(ledger, report) {
    const { agreement, schedule } = ledger;
    if (!schedule.plans.some(({ milestone }) => isCancelled(milestone))) return;
    const tell = (at: Value<unknown>, name: string, item: ItemRef) => {
      const other = schedule.milestone(name)?.milestone;
      if (!other || other.every || !isCancelled(other)) return;
      const args = { title: nameOf(other) };
      report({
        at,
        args,
        item,
        related: [{ at: other.status!, message: 'cancelled-predecessor/cancelled', args }],
      });
    };
    for (const { milestone } of schedule.bound)
      if (isOwed(milestone, ledger))
        for (const one of milestone.after) tell(one, one.value, milestoneRef(milestone));
    for (const { at, expression, item, plan } of countedDays(ledger))
      if (countsForward(expression) && (!plan || isOwed(plan.milestone, ledger)))
        tell(partOf(agreement.text, at, expression.anchor), expression.anchor, item);
  },
};
