import { findFrontmatter } from '../document/frontmatter/fence.ts';
import type { Source } from '../schema/type.ts';

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

function isUsed(text: string, name: string): boolean {
  const { start, end } = findFrontmatter(text)?.content ?? { start: 0, end: text.length };
  const literal = name.replace(/[\\^$.*+?()|/-]/g, '\\$&');
  const alias = new RegExp(`[\\s,:[{]\\*${literal}(?=[\\s,\\]}]|$)`);
  return alias.test(text.slice(start, end));
}
