import type { Commitment } from '../commitments/commitment.ts';
import type { TextEdit } from '../text/edit.ts';
import { isRefusal, type Refusal } from './refusal.ts';

/** What came of editing several commitments of one document at once. */
export interface Batch {
  /** For all that could be done, together. */
  readonly edits: readonly TextEdit[];
  readonly done: readonly Commitment[];
  /** What is left as it is, and why; in the order in which they were given. */
  readonly left: readonly { readonly commitment: Commitment; readonly refusal: Refusal }[];
}

/**
 * Edits as many commitments as can be edited together; the others are left as they are. Each is a thing of its own, so
 * that one which cannot be done is no reason to leave the rest undone, but has to be told.
 * @param edit makes the edits for some of them, all or none
 */
export function editAsManyAsCan(
  commitments: readonly Commitment[],
  edit: (chosen: readonly Commitment[]) => readonly TextEdit[] | Refusal,
): Batch {
  let edits: readonly TextEdit[] = [];
  const done: Commitment[] = [];
  const left: { commitment: Commitment; refusal: Refusal }[] = [];
  const add = (more: readonly Commitment[]): void => {
    const [first] = more;
    if (!first) return;
    const result = edit([...done, ...more]);
    if (!isRefusal(result)) {
      edits = result;
      done.push(...more);
    } else if (more.length === 1) left.push({ commitment: first, refusal: result });
    else {
      // Few are refused of many: halves find them in few tries, each of which reads the document again.
      const middle = more.length >> 1;
      add(more.slice(0, middle));
      add(more.slice(middle));
    }
  };
  add(commitments);
  return { edits, done, left };
}
