import { hasEnded } from '../commitments/state.ts';
import type { Agreement } from '../document/agreement.ts';
import type { Source } from '../schema/type.ts';
import type { Check } from './check.ts';
import { milestoneRef, nameOf, placeOf } from './item.ts';
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
        if (target || !(metric || unit) || isExplained(agreement, source)) return;
        const at = metric ?? unit ?? placeOf(milestone);
        report({ at, args: { title: nameOf(milestone) }, item: milestoneRef(milestone) });
      },
    };
  },
  run({ agreement }, report) {
    if (hasEnded(agreement)) return;
    for (const objective of agreement.terms.objectives) {
      const { id, metric, unit, target, agreed, limit, source } = objective;
      // What was agreed is the target that counts, and what one side wants may stand in its notes.
      if (target || agreed || limit || !(metric || unit) || isExplained(agreement, source)) continue;
      const at = metric ?? unit ?? placeOf(objective);
      report({ at, args: { title: nameOf(objective) }, item: { kind: 'objective', id: id?.value ?? '' } });
    }
  },
};

function isExplained(agreement: Agreement, source: Source): boolean {
  return problemsOf(agreement).explains(source, 'target');
}
