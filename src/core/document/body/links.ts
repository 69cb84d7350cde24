import { type Place, Value } from '../../text/value.ts';
import { scanBlocks } from './block-scanner.ts';
import type { ParagraphLine } from './blocks.ts';
import { definitionsIn } from './definitions.ts';
import { linkTargets } from './inline.ts';

const MAY_LINK = /\]\(|\]:/;

/**
 * Where the links and images of a piece of the body lead, as written: inline ones and definitions. What stands in code,
 * comments and HTML is none, nor is a target that stands on another line than its parentheses begin.
 */
export function readLinks(place: Place, text: string): readonly Value<string>[] {
  if (!MAY_LINK.test(text)) return [];
  const links: Value<string>[] = [];
  scanBlocks(text, 0, {
    inline: (lines, mayDefine) => {
      const source = lines.map(([, start, end]) => text.slice(start, end)).join('\n');
      if (!MAY_LINK.test(source)) return;
      const definitions = mayDefine ? definitionsIn(source) : [];
      const rest = definitions.at(-1)?.end ?? 0;
      const inline = linkTargets(source.slice(rest)).map(([from, to]) => [from + rest, to + rest] as const);
      const offsets = offsetsIn(lines);
      for (const [from, to] of [...definitions.map(({ target }) => target), ...inline]) {
        const start = offsets(from);
        links.push(new Value(source.slice(from, to), place, start, start + to - from));
      }
    },
  });
  return links;
}

/** Turns offsets in lines that are joined by line breaks into offsets in their text. To be asked in ascending order. */
function offsetsIn(lines: readonly ParagraphLine[]): (offset: number) => number {
  let line = 0;
  let joined = 0;
  return (offset) => {
    for (;;) {
      const [, start, end] = lines[line]!;
      if (offset - joined <= end - start) return start + offset - joined;
      joined += end - start + 1;
      line++;
    }
  };
}
