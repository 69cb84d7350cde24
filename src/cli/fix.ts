import { MOST_ROUNDS, safeFixes } from '../core/checks/safe-fixes.ts';
import { saidIn } from '../core/report/source.ts';
import { applyEdits } from '../core/text/edit.ts';
import { originalOf, type Refused, replaceText } from '../node/replace.ts';
import { pathOfUri } from '../node/uri.ts';
import type { Reading } from './read.ts';

/** A document whose findings were settled. */
export interface Fixed {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
  /** How many fixes that took. */
  readonly fixes: number;
}

/** What was fixed and is refused all the same, and why. */
export interface RefusedFix extends Fixed {
  readonly why: Refused;
}

/** Makes all safe fixes, again and again until none is left, in memory only. */
export function fix(reading: Reading): { readonly fixed: readonly Fixed[]; readonly remaining: Reading } {
  const fixed = new Map<string, Fixed>();
  let remaining = reading;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const texts = new Map<string, string>();
    for (const { uri, text, findings } of saidIn(remaining)) {
      const fixes = safeFixes(findings);
      const after = applyEdits(
        text,
        fixes.flatMap(({ edits }) => edits),
      );
      if (after === text) continue;
      const { before = text, fixes: earlier = 0 } = fixed.get(uri) ?? {};
      fixed.set(uri, { uri, before, after, fixes: earlier + fixes.length });
      texts.set(uri, after);
    }
    if (texts.size === 0) break;
    remaining = remaining.revised(texts);
  }
  return { fixed: [...fixed.values()], remaining };
}

/** What became of the files: those that hold the new text now, or would, and those that are left as they are. */
export interface Written {
  readonly written: readonly Fixed[];
  readonly refused: readonly RefusedFix[];
  /** What still stands out in the files then. */
  readonly remaining: Reading;
}

/** Writes what was fixed. A file that cannot be written keeps its findings, and hinders no other. */
export function writeFixed(fixed: readonly Fixed[], remaining: Reading): Promise<Written> {
  return sorted(fixed, remaining, ({ uri, before, after }) => replaceText(pathOfUri(uri)!, before, after));
}

/**
 * Finds out what `writeFixed` would write, as far as that can be told before. The texts are as they stand in the files, with
 * the mark that UTF-8 may begin with.
 */
export async function tryFixed(fixed: readonly Fixed[], remaining: Reading): Promise<Written> {
  const marked = new Set<string>();
  const result = await sorted(fixed, remaining, async ({ uri, before }) => {
    const original = await originalOf(pathOfUri(uri)!, before);
    if ('reason' in original) return original;
    if (original.bytes.subarray(0, UTF8_MARK.length).equals(UTF8_MARK)) marked.add(uri);
    return undefined;
  });
  const asWritten = (one: Fixed) =>
    marked.has(one.uri) ? { ...one, before: `\uFEFF${one.before}`, after: `\uFEFF${one.after}` } : one;
  return { ...result, written: result.written.map(asWritten) };
}

const UTF8_MARK = Buffer.from('\uFEFF');

async function sorted(
  fixed: readonly Fixed[],
  remaining: Reading,
  act: (one: Fixed) => Promise<Refused | undefined>,
): Promise<Written> {
  const written: Fixed[] = [];
  const refused: RefusedFix[] = [];
  for (const one of fixed) {
    const why = await act(one);
    if (why) refused.push({ ...one, why });
    else written.push(one);
  }
  const left = new Map(refused.map(({ uri, before }) => [uri, before]));
  return { written, refused, remaining: left.size === 0 ? remaining : remaining.revised(left) };
}
