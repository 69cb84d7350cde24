import type { TextEdit } from '../text/edit.ts';
import type { Finding, Fix } from './check.ts';

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

function overlaps({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
