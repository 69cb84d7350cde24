import { MOST_ROUNDS, safeFixes } from '../core/checks/safe-fixes.ts';
import { saidIn } from '../core/report/source.ts';
import { applyEdits } from '../core/text/edit.ts';
import { type Refused, replaceText } from '../node/replace.ts';
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

/** What became of the files: those that hold the new text now, and those that were left as they are. */
export interface Written {
  readonly written: readonly Fixed[];
  readonly refused: readonly (Fixed & { readonly why: Refused })[];
  /** What still stands out in the files as they are now. */
  readonly remaining: Reading;
}

/** Writes what was fixed. A file that cannot be written keeps its findings, and hinders no other. */
export async function writeFixed(fixed: readonly Fixed[], remaining: Reading): Promise<Written> {
  const written: Fixed[] = [];
  const refused: (Fixed & { readonly why: Refused })[] = [];
  for (const one of fixed) {
    const why = await replaceText(pathOfUri(one.uri)!, one.before, one.after);
    if (why) refused.push({ ...one, why });
    else written.push(one);
  }
  const left = new Map(refused.map(({ uri, before }) => [uri, before]));
  return { written, refused, remaining: left.size === 0 ? remaining : remaining.revised(left) };
}
