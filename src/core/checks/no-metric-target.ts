import { hasEnded } from '../commitments/state.ts';
import type { Check } from './check.ts';
import { milestoneRef, nameOf, openPlans, placeOf } from './item.ts';
import { problemsOf } from './problems.ts';

/** Something that is measured, without the figure that is to be reached. */
export const noMetricTarget: Check = {
  id: 'no-metric-target',
  title: 'Something is measured, and no target says what is enough',
  severity: 'information',
  dependsOn: 'document',
  structural: true,
  run(ledger, report) {
    const { agreement } = ledger;
    const lacks = ({ source }: Parameters<typeof placeOf>[0]) =>
      !problemsOf(agreement).explains(source, 'target');
    for (const { milestone } of openPlans(ledger)) {
      const { metric, unit, target } = milestone;
      if (target || !(metric || unit) || !lacks(milestone)) continue;
      const at = metric ?? unit ?? placeOf(milestone);
      report({ at, args: { title: nameOf(milestone) }, item: milestoneRef(milestone) });
    }
    if (hasEnded(agreement)) return;
    for (const objective of agreement.terms.objectives) {
      const { id, metric, unit, target, agreed, limit } = objective;
      // What was agreed is the target that counts, and what one side wants may stand in its notes.
      if (target || agreed || limit || !(metric || unit) || !lacks(objective)) continue;
      const at = metric ?? unit ?? placeOf(objective);
      report({ at, args: { title: nameOf(objective) }, item: { kind: 'objective', id: id?.value ?? '' } });
    }
  },
};
