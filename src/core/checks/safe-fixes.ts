import { composeEdits } from '../text/compose.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Finding, Fix } from './check.ts';

/** A fix can make room for another, but none for many: what is still changing after this has no end. */
export const MOST_ROUNDS = 20;

/**
 * The safe fixes of findings in one document that can be made at once: one for each finding that has one. Of two whose
 * edits overlap or touch, the first is made; the other can follow once the document is read again.
 */
export function safeFixes(findings: readonly Finding[]): readonly Fix[] {
  const taken: TextEdit[] = [];
  return findings
    .flatMap(({ fixes }) => fixes.find(({ safe }) => safe) ?? [])
    .filter(({ edits }) => {
      const free = !edits.some((edit) => taken.some((other) => overlaps(edit, other)));
      if (free) taken.push(...edits);
      return free;
    });
}

/**
 * The edits that make all safe fixes of a document, and those that they make room for, until none is left.
 * @param text of the document, and `findings` what is said about it
 * @param findingsOf what would be said about it if it held another text
 */
export function settlingEdits(
  text: string,
  findings: readonly Finding[],
  findingsOf: (text: string) => readonly Finding[],
): readonly TextEdit[] {
  let edits: readonly TextEdit[] = [];
  let [current, found] = [text, findings];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const more = safeFixes(found).flatMap((fix) => fix.edits);
    if (more.length === 0) break;
    edits = composeEdits(edits, more);
    current = applyEdits(current, more);
    found = findingsOf(current);
  }
  return edits;
}

function overlaps({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
