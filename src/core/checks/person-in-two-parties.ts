import type { Value } from '../text/value.ts';
import type { Check } from './check.ts';

/** People whom two parties list: on which side they act, and what they owe to whom, nobody can tell. */
export const personInTwoParties: Check = {
  id: 'person-in-two-parties',
  title: 'Two parties list the same person',
  severity: 'warning',
  dependsOn: 'document',
  run({ agreement }, report) {
    const first = new Map<string, { readonly at: Value<string>; readonly party: unknown }>();
    for (const party of agreement.terms.parties) {
      for (const at of party.people) {
        const known = first.get(at.value);
        if (!known) first.set(at.value, { at, party });
        else if (known.party !== party)
          report({
            at,
            args: { name: at.value },
            item: { kind: 'person', id: at.value },
            related: [{ at: known.at, message: 'person-in-two-parties/first' }],
          });
      }
    }
  },
};
