import type { Commitment } from '../core/commitments/commitment.ts';
import { folded, tagsOf } from '../core/portfolio/filter.ts';
import type { Row } from '../core/portfolio/query.ts';
import { nameOf } from '../core/report/names.ts';
import type { Choice } from './protocol.ts';

/** People or parties of some commitments by their names; whoever is nobody comes last. */
export function people(
  rows: readonly Row[],
  handlesOf: (commitment: Commitment) => readonly string[],
): readonly Choice[] {
  const found = counted(rows, ({ commitment, entry }) =>
    handlesOf(commitment).map((handle) => [handle, handle === '' ? '' : nameOf(handle, entry)] as const),
  );
  return found.sort((a, b) => Number(a.key === '') - Number(b.key === '') || byLabel(a, b));
}

/** Those of the words that hold for any of the commitments, in the words' own order. */
export function among(
  words: readonly string[],
  rows: readonly Row[],
  wordOf: (commitment: Commitment) => string,
): readonly Choice[] {
  const found = counted(rows, ({ commitment }) => [[wordOf(commitment), ''] as const]);
  return found.sort((a, b) => words.indexOf(a.key) - words.indexOf(b.key));
}

/** The tags of some commitments, as they were first written. */
export function tags(rows: readonly Row[]): readonly Choice[] {
  return counted(rows, ({ commitment, entry }) =>
    tagsOf(commitment, entry).map((tag) => [folded(tag), tag] as const),
  ).sort(byLabel);
}

/** Counts each key once a row. */
function counted(rows: readonly Row[], of: (row: Row) => readonly (readonly [key: string, label: string])[]) {
  const found = new Map<string, { key: string; label: string; count: number }>();
  for (const row of rows)
    for (const [key, label] of new Map(of(row))) {
      const known = found.get(key);
      if (known) {
        known.count++;
        // One agreement may know a name where another has the handle alone.
        if (known.label === key) known.label = label;
      } else found.set(key, { key, label, count: 1 });
    }
  return [...found.values()];
}

function byLabel(a: Choice, b: Choice): number {
  return a.label < b.label ? -1 : a.label > b.label ? 1 : 0;
}
