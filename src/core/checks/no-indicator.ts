import type { Check } from './check.ts';
import { keyPlace, milestoneRef, nameOf, placeOf } from './item.ts';
import { problemsOf } from './problems.ts';

/** Milestones of which nobody can tell whether they are done. */
export const noIndicator: Check = {
  id: 'no-indicator',
  title: 'A milestone has no indicator',
  severity: 'information',
  dependsOn: 'document',
  structural: true,
  visit({ agreement }, report) {
    const problems = problemsOf(agreement);
    return {
      open({ milestone }) {
        const { indicator, source } = milestone;
        if ((indicator && indicator.value.trim() !== '') || problems.explains(source, 'indicator')) return;
        report({
          at: keyPlace(source, 'indicator') ?? placeOf(milestone),
          args: { title: nameOf(milestone) },
          item: milestoneRef(milestone),
        });
      },
    };
  },
};
