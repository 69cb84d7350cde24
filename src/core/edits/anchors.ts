import { findFrontmatter } from '../document/frontmatter/fence.ts';
import type { Source } from '../schema/type.ts';
import type { TextEdit } from '../text/edit.ts';

/** An anchor; behind a key in quotes there need be no blank. */
const ANCHOR = /(?:^|[\s,:[{])&([^\s,[\]{}]+)/g;

/**
 * The name of an anchor that says what stands in `[from, to)`, or around it, somewhere else too: a change here
 * would be a change there. An anchor on a neighbour of a nested record counts as well; telling them apart would ask
 * for a parse, and both are rare.
 */
export function sharedAnchor(text: string, source: Source, from: number, to: number): string | undefined {
  const { place } = source;
  const stretches = [text.slice(from, to)];
  // The frontmatter as a whole has no place of its own, and nothing stands around it.
  if (place.start > 0) stretches.push(text.slice(place.start, place.start + source.from));
  for (const stretch of stretches)
    for (const [, name] of stretch.matchAll(ANCHOR)) if (isUsed(text, name!)) return name;
  return undefined;
}

/**
 * Whether an edit within the frontmatter changes what an alias repeats elsewhere: an anchor before it in its block
 * names a value that holds the edit, or one stands in what the edit takes away.
 * @param from where the block begins
 */
export function isShared(text: string, from: number, { range: { start, end } }: TextEdit): boolean {
  const before = text.slice(Math.max(from, start - REACH), start);
  if (!before.includes('&') && !text.slice(start, end).includes('&')) return false;
  for (const match of before.matchAll(ANCHOR))
    if (isOpen(before.slice(match.index + match[0].length)) && isUsed(text, match[1]!)) return true;
  for (const [, name] of text.slice(start, end).matchAll(ANCHOR)) if (isUsed(text, name!)) return true;
  return false;
}

/** How far back anchors are looked for, in characters: further off stands another record of one long flow list. */
const REACH = 2000;

/** Whether what follows an anchor may still be the value that it names; what begins on a later line counts as its. */
function isOpen(rest: string): boolean {
  const value = rest.trimStart();
  if (value === '' || /^[|>#]/.test(value) || /^[ \t]*\r?\n/.test(rest)) return true;
  const quote = /^["']/.exec(value)?.[0];
  if (quote) return !value.slice(1).includes(quote);
  if (!/^[[{]/.test(value)) return !/[\n,\]}]/.test(value);
  const count = (signs: RegExp) => value.match(signs)?.length ?? 0;
  return count(/[[{]/g) > count(/[\]}]/g);
}

function isUsed(text: string, name: string): boolean {
  const { start, end } = findFrontmatter(text)?.content ?? { start: 0, end: text.length };
  const literal = name.replace(/[\\^$.*+?()|/-]/g, '\\$&');
  const alias = new RegExp(`[\\s,:[{]\\*${literal}(?=[\\s,\\]}]|$)`);
  return alias.test(text.slice(start, end));
}
