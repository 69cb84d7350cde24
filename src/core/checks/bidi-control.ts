import { Place, Value } from '../text/value.ts';
import type { Check } from './check.ts';

/** Embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9), and what closes them. */
const CONTROL = /[\u202A-\u202E\u2066-\u2069]/;
const CONTROLS = /[\u202A-\u202E\u2066-\u2069]|\r\n?|\n/g;
const OVERRIDES = '\u202D\u202E';
const EMBEDDINGS = '\u202A\u202B';
const ISOLATES = '\u2066\u2067\u2068';
const END_OF_EMBEDDING = '\u202C';
const END_OF_ISOLATE = '\u2069';

/**
 * Invisible characters that make a line read in another order than it is written. Isolates and embeddings that are
 * closed on their line belong to well-set Arabic and Hebrew; overrides, and what is never closed, do not.
 */
export const bidiControl: Check = {
  id: 'bidi-control',
  title: 'An invisible character changes the order in which a line reads',
  severity: 'warning',
  dependsOn: 'document',
  run({ agreement }, report) {
    const { text, uri } = agreement;
    if (!CONTROL.test(text)) return;
    const tell = (offset: number) => {
      const sign = text.charAt(offset);
      const code = `U+${sign.charCodeAt(0).toString(16).toUpperCase()}`;
      const at = new Value(sign, new Place(uri, offset), 0, 1);
      report({
        at,
        args: { code },
        fixes: () => [{ title: 'fix/remove-control', edits: [{ range: at.range, newText: '' }] }],
      });
    };
    for (const offset of misplaced(text)) tell(offset);
  },
};

function misplaced(text: string): number[] {
  const found: number[] = [];
  let open: { readonly closes: string; readonly at: number }[] = [];
  const endLine = () => {
    found.push(...open.map(({ at }) => at));
    open = [];
  };
  for (const { 0: sign, index: at } of text.matchAll(CONTROLS)) {
    if (OVERRIDES.includes(sign)) open.push({ closes: '', at });
    else if (EMBEDDINGS.includes(sign)) open.push({ closes: END_OF_EMBEDDING, at });
    else if (ISOLATES.includes(sign)) open.push({ closes: END_OF_ISOLATE, at });
    else if (sign === END_OF_EMBEDDING || sign === END_OF_ISOLATE) {
      const last = open.findLastIndex(({ closes }) => closes === sign);
      if (last >= 0) open.splice(last, 1);
    } else endLine();
  }
  endLine();
  return found;
}
