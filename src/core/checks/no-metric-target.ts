import { hasEnded } from '../commitments/state.ts';
import type { Agreement } from '../document/agreement.ts';
import type { Source } from '../schema/type.ts';
import type { Check } from './check.ts';
import { itemRef, milestoneRef, nameOf } from './item.ts';
import { problemsOf } from './problems.ts';

/** Something that is measured, without the figure that is to be reached. */
export const noMetricTarget: Check = {
  id: 'no-metric-target',
  title: 'Something is measured, and no target says what is enough',
  severity: 'information',
  dependsOn: 'document',
  structural: true,
  visit({ agreement }, report) {
    return {
      open({ milestone }) {
        const { metric, unit, target, source } = milestone;
        const at = metric ?? unit;
        if (target || !at || isExplained(agreement, source)) return;
        report({ at, args: { title: nameOf(milestone) }, item: milestoneRef(milestone) });
      },
    };
  },
  run({ agreement }, report) {
    if (hasEnded(agreement)) return;
    for (const objective of agreement.terms.objectives) {
      const { metric, unit, target, agreed, limit, source } = objective;
      const at = metric ?? unit;
      // What was agreed is the target that counts, and what one side wants may stand in its notes.
      if (target || agreed || limit || !at || isExplained(agreement, source)) continue;
      report({ at, args: { title: nameOf(objective) }, item: itemRef('objective', objective) });
    }
  },
};

function isExplained(agreement: Agreement, source: Source): boolean {
  return problemsOf(agreement).explains(source, 'target');
}
