import { quote } from '../document/frontmatter/mend.ts';
import type { Check } from './check.ts';
import { cutValues } from './cut-values.ts';
import { problemsOf } from './problems.ts';

/** Values that a ` #` cut short although it probably was no comment. */
export const commentCutsValue: Check = {
  id: 'comment-cuts-value',
  title: 'A “#” turns the rest of a value into a comment',
  severity: 'hint',
  dependsOn: 'document',
  run({ agreement }, report) {
    for (const { at, value, item } of cutValues(agreement, problemsOf(agreement))) {
      report({
        at,
        args: { text: at.value },
        fixes: (text) => [
          {
            title: 'fix/quote',
            edits: [{ range: value, newText: quote(text.slice(value.start, value.end)) }],
          },
        ],
        ...(item && { item }),
      });
    }
  },
};
