import type { Check } from './check.ts';
import { keyPlace, milestoneRef, nameOf, openPlans, placeOf } from './item.ts';
import { problemsOf } from './problems.ts';

/** Milestones that name nobody: an owner of everything is easily an owner of nothing. */
export const noOwner: Check = {
  id: 'no-owner',
  title: 'A milestone names no owner',
  severity: 'warning',
  dependsOn: 'document',
  structural: true,
  run(ledger, report) {
    const { agreement } = ledger;
    const problems = problemsOf(agreement);
    const { owner } = agreement.terms;
    for (const { milestone } of openPlans(ledger)) {
      const { source } = milestone;
      if (milestone.owner.length > 0 || problems.explains(source, 'owner')) continue;
      report({
        at: keyPlace(source, 'owner') ?? placeOf(milestone),
        item: milestoneRef(milestone),
        ...(owner
          ? {
              args: { title: nameOf(milestone), owner: owner.value, who: 'contract' },
              severity: 'information',
              related: [{ at: owner, message: 'no-owner/contract' }],
            }
          : { args: { title: nameOf(milestone), who: 'nobody' } }),
      });
    }
  },
};
