import { isTypo } from '../schema/scalars.ts';
import type { TextEdit } from '../text/edit.ts';
import { range } from '../text/range.ts';
import { Value } from '../text/value.ts';
import type { Fix } from './check.ts';

/** Comparing every unknown name with every known one would be quadratic, so a run stops looking at some point. */
const MOST_COMPARISONS = 20_000;

/** Names that an unknown one may have been meant to be. */
export class Names {
  readonly #byDigits = new Map<string, string[]>();
  #comparisons = 0;

  constructor(names: Iterable<string>) {
    for (const name of names) {
      const digits = digitsOf(name);
      const same = this.#byDigits.get(digits);
      if (same) same.push(name);
      else this.#byDigits.set(digits, [name]);
    }
  }

  /**
   * The one name that equals another but for case or is one slip away from it. Digits are no slip, nor is a letter
   * of the one or two before them: M2 is neither M3 nor O2 mistyped.
   */
  nearest(written: string): string | undefined {
    const candidates = this.#byDigits.get(digitsOf(written)) ?? [];
    this.#comparisons += candidates.length;
    if (this.#comparisons > MOST_COMPARISONS) return undefined;
    const equal = candidates.find((name) => sameWord(name, written));
    if (equal !== undefined) return equal;
    const [only, ...more] = candidates.filter((name) => isWord(name) && isTypo(written, name));
    return more.length === 0 ? only : undefined;
  }
}

/** Whether two names are equal but for case. */
export function sameWord(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** A part of a value as it stands in the file; the whole of it where the part cannot be seen there. */
export function partOf(text: string, at: Value<unknown>, part: string): Value<unknown> {
  const { start, end } = at.range;
  const offset = text.slice(start, end).indexOf(part);
  return offset < 0 ? at : new Value(part, at.place, at.from + offset, at.from + offset + part.length);
}

/** The fix that writes another name in place of one; none where there is none, or where the name is not to be seen. */
export function renaming(text: string, at: Value<unknown>, from: string, to: string | undefined): Fix[] {
  if (to === undefined) return [];
  const { start, end } = at.range;
  const written = text.slice(start, end);
  const offset = written.indexOf(from);
  // An alias may be called like what it stands for.
  if (offset < 0 || written.startsWith('*')) return [];
  const edit: TextEdit = { range: range(start + offset, start + offset + from.length), newText: to };
  const fix: Fix = { title: 'fix/replace', args: { text: to }, edits: [edit] };
  return [sameWord(from, to) ? { ...fix, safe: true } : fix];
}

function digitsOf(name: string): string {
  return name.replace(/\P{Nd}+/gu, ' ').trim();
}

/** Whether a name has letters enough that one of them can be a slip. */
function isWord(name: string): boolean {
  return name.replace(/\P{L}+/gu, '').length >= 3;
}
