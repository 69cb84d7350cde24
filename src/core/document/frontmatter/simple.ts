import type { Entry, Node, ScalarNode } from './tree.ts';

/**
 * One line of a block that needs no parser: `key: value`, perhaps behind the `- ` of a list item, with a plain value
 * of ordinary characters or none. What could mean anything else to YAML (quotes, flow, comments, anchors, tags, tabs,
 * a second colon, characters beyond the basic plane) does not match.
 */
const LINE =
  /^( *)(- +)?([A-Za-z][\w-]*):(?: +([\p{L}\p{Nd}€£$(+/.§“„][\p{L}\p{M}\p{Nd} €£$()+/.,;§“”„’%=@_<>*!?&^~-]*))? *\r?$/u;
/** A list item that is one plain value. */
const ITEM = /^( *)(- +)([\p{L}\p{Nd}][\p{L}\p{M}\p{Nd} ()+/.,;@_-]*?) *\r?$/u;
const BLANK = /^[ ]*\r?$/;

/**
 * Reads a block in which every line is simple, with the result that `yaml` gives, some twenty times faster;
 * undefined for every other block. It takes the blocks that most agreements consist of; that both readers agree on
 * them is a property test.
 */
export function readSimple(text: string): Node | undefined {
  const lines = text.split('\n');
  const entries: Entry[] = [];
  let column = -1;
  let itemColumn: number | undefined;
  let at = 0;
  for (const line of lines) {
    const start = at;
    at += line.length + 1;
    if (BLANK.test(line)) {
      if (entries.length === 0) return undefined;
      continue;
    }
    const match = LINE.exec(line);
    if (!match) return entries.length === 0 ? plainItem(line, start, text) : undefined;
    const [, indent, dash, key, value] = match;
    const keyColumn = indent!.length + (dash?.length ?? 0);
    if (entries.length === 0) {
      column = keyColumn;
      if (dash !== undefined) itemColumn = indent!.length;
      else if (keyColumn > 0) return undefined;
    } else if (dash !== undefined || keyColumn !== column) return undefined;
    entries.push(entryOf(start + keyColumn, key!, value, line, start));
  }
  const last = entries.at(-1)?.value;
  if (!last) return undefined;
  const from = column;
  const node: Node = { kind: 'map', flow: false, entries, from, to: last.to };
  return itemColumn === undefined
    ? node
    : { kind: 'list', flow: false, items: [node], from: itemColumn, to: last.to };
}

function entryOf(
  keyStart: number,
  key: string,
  value: string | undefined,
  line: string,
  lineStart: number,
): Entry {
  const keyEnd = keyStart + key.length;
  const words = value?.trimEnd() ?? '';
  const colon = keyEnd - lineStart;
  const valueStart =
    words === '' ? emptyAt(line, colon, lineStart) : lineStart + line.indexOf(words, colon + 1);
  return { key: scalar(key, keyStart, keyEnd), value: scalar(words, valueStart, valueStart + words.length) };
}

/** Where `yaml` puts an absent value: behind the colon and its blanks. */
function emptyAt(line: string, colon: number, lineStart: number): number {
  return lineStart + colon + 1 + /^ */.exec(line.slice(colon + 1))![0].length;
}

function plainItem(line: string, start: number, text: string): Node | undefined {
  const match = ITEM.exec(line);
  if (!match || start > 0 || !/^[^\n]*(?:\n *\r?)*$/.test(text)) return undefined;
  const from = match[1]!.length + match[2]!.length;
  const item = scalar(match[3]!, from, from + match[3]!.length);
  return { kind: 'list', flow: false, items: [item], from: match[1]!.length, to: item.to };
}

function scalar(text: string, from: number, to: number): ScalarNode {
  return { kind: 'scalar', text, style: 'plain', from, to };
}
