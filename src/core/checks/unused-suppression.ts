import type { Value } from '../text/value.ts';
import type { Check } from './check.ts';
import { Names, renaming } from './nearest.ts';

/**
 * Suppressions that name no check, or on whose line there is nothing to silence. Of findings that come and go with the
 * days nothing can be said, nor of checks that did not run. It has to run last.
 */
export const unusedSuppression: Check = {
  id: 'unused-suppression',
  title: 'A suppression silences nothing',
  severity: 'hint',
  dependsOn: 'document',
  run({ agreement }, report, { suppressions, ran, known }) {
    const unknown = (at: Value<string>) => {
      const fixes = (text: string) => renaming(text, at, at.value, new Names(known).nearest(at.value));
      report({ at, args: { check: at.value, what: 'unknown' }, fixes });
    };
    for (const at of agreement.terms.parley?.disable ?? []) if (!known.has(at.value)) unknown(at);
    for (const at of suppressions.named) {
      if (!known.has(at.value)) unknown(at);
      else if (!suppressions.used(at) && ran.get(at.value)?.dependsOn === 'document')
        report({ at, args: { check: at.value, what: 'unused' } });
    }
  },
};
