import type { Check } from './check.ts';
import { problemsOf } from './problems.ts';
import { told } from './told.ts';

/** Keys that are one slip away from one that the format knows. All other unknown keys are the author's own. */
export const unknownKey: Check = {
  id: 'unknown-key',
  title: 'A key looks misspelt',
  severity: 'warning',
  dependsOn: 'document',
  run({ agreement }, report) {
    const problems = problemsOf(agreement);
    for (const problem of problems.of('unknown-key'))
      report({ ...told(problem), ...problems.about(problem) });
  },
};
