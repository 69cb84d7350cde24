import type { Agreement } from '../document/agreement.ts';
import { type Range, range } from '../text/range.ts';
import { Place, Value } from '../text/value.ts';
import type { ItemRef } from './check.ts';
import type { Problems } from './problems.ts';
import { recordsIn } from './records.ts';

/** A value that a ` #` cut short although it probably was no comment. */
export interface CutValue {
  /** What was taken for a comment. */
  readonly at: Value<string>;
  /** From the value's first character to the end of its line. */
  readonly value: Range;
  readonly item?: ItemRef;
}

/** A comment is written with a blank behind its `#`; `Lot #4` is not. */
const CUT = /^[ \t]+(#[\p{L}\p{N}][^\r\n]*)\r?(?:\n|$)/u;

/** The unquoted values of the frontmatter that ` #` with a letter or digit behind it cuts short. */
export function cutValues(agreement: Agreement, problems: Problems): CutValue[] {
  const { text, terms, uri, frontmatter } = agreement;
  const { start, end } = frontmatter.content;
  // A look at each sign costs nothing; only a file that has such a sign is searched value by value.
  const sign = text.indexOf('#', start);
  if (sign < 0 || sign >= end || !/[ \t]#[\p{L}\p{N}]/u.test(text.slice(start, end))) return [];
  const found: CutValue[] = [];
  for (const { place, keys, style } of recordsIn(terms)) {
    if (style !== 'block' || place.document !== uri) continue;
    for (const { value } of keys) {
      if (!value || /["'[{|>&*!]/.test(text.charAt(place.start + value.from))) continue;
      const from = place.start + value.to;
      const cut = CUT.exec(text.slice(from));
      if (!cut) continue;
      const comment = cut[1]!.trimEnd();
      const offset = from + cut[0].indexOf('#');
      const at = new Value(comment, new Place(uri, offset), 0, comment.length);
      const item = problems.itemAt(new Value(undefined, place, value.from, value.to));
      const whole = range(place.start + value.from, offset + comment.length);
      found.push({ at, value: whole, ...(item && { item }) });
    }
  }
  return found;
}
