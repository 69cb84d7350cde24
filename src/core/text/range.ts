/**
 * A half-open stretch of a text: `start` inclusive, `end` exclusive, counted in UTF-16 code units from the
 * beginning of the text. Lines and columns exist only at the edges (see `LineIndex`).
 */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Makes a range; `end` defaults to `start` (an empty range, a place between two characters). */
export function range(start: number, end: number = start): Range {
  return { start, end };
}
