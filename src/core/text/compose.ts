import type { TextEdit } from './edit.ts';
import { range } from './range.ts';

/** A stretch of the original text, or text that an edit wrote. */
type Piece = { readonly start: number; readonly end: number } | string;

/**
 * Puts edits that follow each other together: `second` speaks of the text that `first` makes, the result of the text
 * that `first` speaks of. It makes in one step what the two make one after the other.
 * @param first edits that do not overlap, in any order
 * @param second likewise
 */
export function composeEdits(first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  return editsOf(applied(applied([{ start: 0, end: Number.POSITIVE_INFINITY }], first), second));
}

function applied(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const { range: place, newText } of inOrder(edits)) {
    result.push(...part(pieces, at, place.start), newText);
    at = place.end;
  }
  return [...result, ...part(pieces, at, Number.POSITIVE_INFINITY)];
}

/** As `applyEdits` takes them: by place, and at one place as they were given. */
function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.range.start - b.edit.range.start || a.order - b.order)
    .map(({ edit }) => edit);
}

/** The pieces of the text that pieces make, from one offset in it to another. */
function part(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const result: Piece[] = [];
  let offset = 0;
  for (const piece of pieces) {
    const length = typeof piece === 'string' ? piece.length : piece.end - piece.start;
    const start = Math.max(0, from - offset);
    const end = Math.min(length, to - offset);
    offset += length;
    if (start >= end) continue;
    if (typeof piece === 'string') result.push(piece.slice(start, end));
    else result.push({ start: piece.start + start, end: piece.start + end });
  }
  return result;
}

/** What stands between the stretches of the original that were kept, in place of what stood there. */
function editsOf(pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let written = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      written += piece;
      continue;
    }
    if (written !== '' || piece.start > at) edits.push({ range: range(at, piece.start), newText: written });
    at = piece.end;
    written = '';
  }
  return edits;
}
