import type { Check } from './check.ts';
import { problemsOf } from './problems.ts';

/** Keys that are one slip away from one that the format knows. All other unknown keys are the author's own. */
export const unknownKey: Check = {
  id: 'unknown-key',
  title: 'A key looks misspelt',
  severity: 'warning',
  dependsOn: 'document',
  run({ agreement }, report) {
    const problems = problemsOf(agreement);
    for (const { at, args, suggestion } of problems.of('unknown-key')) {
      const item = problems.itemAt(at);
      const rename = suggestion === undefined ? [] : [{ range: at.range, newText: suggestion }];
      report({
        at,
        args,
        fixes: rename.length > 0 ? [{ title: 'fix/rename-key', args, edits: rename, safe: true }] : [],
        ...(item && { item }),
      });
    }
  },
};
