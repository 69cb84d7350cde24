import type { TextEdit } from '../text/edit.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';

/**
 * Puts the edits of several items of one document together, in the order of the document. All are refused where one
 * was, or where two of them overlap: half an action is worse than none.
 */
export function mergeEdits(
  parts: readonly (TextEdit | readonly TextEdit[] | Refusal)[],
): readonly TextEdit[] | Refusal {
  const edits: TextEdit[] = [];
  for (const part of parts) {
    if ('range' in part) edits.push(part);
    else if (isRefusal(part)) return part;
    else edits.push(...part);
  }
  edits.sort((a, b) => a.range.start - b.range.start);
  const overlap = edits.some((edit, i) => i > 0 && edit.range.start < edits[i - 1]!.range.end);
  return overlap ? refuse('edit/overlap') : edits;
}
