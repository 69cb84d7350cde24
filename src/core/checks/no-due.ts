import type { Check } from './check.ts';
import { keyPlace, milestoneRef, nameOf, placeOf } from './item.ts';
import { problemsOf } from './problems.ts';

/** Milestones without a day: nobody can be late for them, so nobody is on time. */
export const noDue: Check = {
  id: 'no-due',
  title: 'A milestone has no due day',
  severity: 'warning',
  dependsOn: 'document',
  structural: true,
  visit({ agreement }, report) {
    const problems = problemsOf(agreement);
    return {
      open({ milestone }) {
        const { due, duration, every, source } = milestone;
        if (due || duration) return;
        if (problems.explains(source, 'due') || problems.explains(source, 'duration')) return;
        report({
          at: keyPlace(source, 'due') ?? placeOf(milestone),
          args: { title: nameOf(milestone), what: every ? 'series' : 'once' },
          item: milestoneRef(milestone),
          ...(every && {
            related: [{ at: every, message: 'no-due/every', args: { title: nameOf(milestone) } }],
          }),
        });
      },
    };
  },
};
