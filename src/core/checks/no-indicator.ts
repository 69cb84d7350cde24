import type { Check } from './check.ts';
import { keyPlace, milestoneRef, nameOf, openPlans, placeOf } from './item.ts';
import { problemsOf } from './problems.ts';

/** Milestones of which nobody can tell whether they are done. */
export const noIndicator: Check = {
  id: 'no-indicator',
  title: 'A milestone has no indicator',
  severity: 'information',
  dependsOn: 'document',
  structural: true,
  run(ledger, report) {
    const problems = problemsOf(ledger.agreement);
    for (const { milestone } of openPlans(ledger)) {
      const { indicator, source } = milestone;
      if ((indicator && indicator.value.trim() !== '') || problems.explains(source, 'indicator')) continue;
      report({
        at: keyPlace(source, 'indicator') ?? placeOf(milestone),
        args: { title: nameOf(milestone) },
        item: milestoneRef(milestone),
      });
    }
  },
};
