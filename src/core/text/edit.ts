import type { Range } from './range.ts';

/** Replaces the text in `range` by `newText`. An empty range inserts, an empty `newText` deletes. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/**
 * Applies edits that all speak of the same original text. Their order does not matter, except that insertions
 * at the same place keep the order given.
 * @throws RangeError when two edits overlap or one reaches outside the text: applying half an action is worse
 *   than applying none.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.range.start - b.edit.range.start || a.order - b.order);
  let result = '';
  let at = 0;
  for (const { edit } of sorted) {
    const { start, end } = edit.range;
    if (start < at || end < start || end > text.length)
      throw new RangeError('Edits overlap or leave the text');
    result += text.slice(at, start) + edit.newText;
    at = end;
  }
  return result + text.slice(at);
}
