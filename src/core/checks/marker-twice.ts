import { type Range, range } from '../text/range.ts';
import type { Check, Fix } from './check.ts';
import { refOf } from './item.ts';

/** What stands before a marker's value: its sign or word. After `(due` a bracket closes it. */
const BEFORE = /\s?(?:(?:due|done|cancelled):[ \t]*|\((due)[ \t]+|(?:📅|✅|❌)\uFE0F?[ \t]*|#)?$/iu;
const LONGEST_MARKER = 40;

/** A second marker of a kind in an action item: the first counts, and what the second says is lost. */
export const markerTwice: Check = {
  id: 'marker-twice',
  title: 'An action item has two markers of a kind',
  severity: 'warning',
  dependsOn: 'document',
  visit(_ledger, report) {
    return {
      action(action, commitment) {
        for (const { code, of, text: at } of action.problems) {
          if (code !== 'repeated-marker') continue;
          const first = action[of];
          report({
            at,
            args: { kind: of, text: at.value },
            item: refOf(commitment),
            fixes: (text) => [removal(text, at.range)],
            ...(first && { related: [{ at: first, message: 'marker-twice/first' }] }),
          });
        }
      },
    };
  },
};

/** Takes the marker away with its sign or word, and the blank before it. */
function removal(text: string, { start, end }: Range): Fix {
  const before = text.slice(Math.max(0, start - LONGEST_MARKER), start);
  const lead = BEFORE.exec(before)!;
  return {
    title: 'fix/remove-marker',
    edits: [{ range: range(start - lead[0].length, lead[1] === undefined ? end : end + 1), newText: '' }],
  };
}
