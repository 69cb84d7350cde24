import type { Nodes, Root, TableRow as RowNode } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { type Place, Value } from '../../text/value.ts';
import { plain } from './inline.ts';
import type { Table, TableRow } from './types.ts';

/** At most so many characters are parsed at once; a longer table is read in slices of its rows. */
const MAX_PARSE = 65_536;

/** The constructs of inline Markdown, by micromark's names: on nested emphasis they take quadratic time. */
const INLINE = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'emailAutolink',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'protocolAutolink',
  'strikethrough',
  'tasklistCheck',
  'wwwAutolink',
];

const parser = unified().use(remarkParse).use(remarkGfm).use(structureOnly).freeze();

/** Leaves inline Markdown unread, and leaves out the search for addresses in what was read. */
function structureOnly(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: INLINE } }];
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }));
}

/**
 * Reads the table that stands in a piece of a document.
 * @param source the piece's text; @param start where the table's first line begins in it; @param end where its
 *   last line ends
 */
export function readTable(place: Place, source: string, start: number, end: number): Table {
  let header: readonly Value<string>[] = [];
  let columns: Map<string, number> | undefined;
  const column = (name: string) => {
    columns ??= new Map(
      header.map((cell, index) => [plain(cell.value).toLowerCase(), index] as const).reverse(),
    );
    return columns.get(name.toLowerCase()) ?? -1;
  };
  const rows: TableRow[] = [];
  for (const slice of slices(source, start, end)) {
    for (const [index, node] of rowsOf(slice.text).entries()) {
      const cells = node.children.map((cell) => {
        const { start: from, end: to } = offsets(cell);
        return cellValue(place, source, slice.sourceOf(from), slice.sourceOf(to));
      });
      if (index === 0) header = header.length > 0 ? header : cells;
      else
        rows.push({ text: rowText(place, source, slice, node), cells, cell: (name) => cells[column(name)] });
    }
  }
  return { place, text: new Value(source.slice(start, end), place, start, end), header, rows, column };
}

/** A part of a table that can be parsed by itself: its header, and as many rows as one parse may take. */
interface Slice {
  readonly text: string;
  sourceOf(offset: number): number;
}

function* slices(source: string, start: number, end: number): Generator<Slice> {
  const lines = lineEnds(source, start, end);
  const bodyStart = lines[1] ?? end;
  const head = source.slice(start, bodyStart);
  if (head.length > MAX_PARSE) return;
  // Below a paragraph `10. | a` can be a header, by itself it is a list: a pipe in front changes no cell.
  const pipe = head.trimStart().startsWith('|') ? 0 : 1;
  const slice = (from: number, to: number): Slice => ({
    text: '|'.repeat(pipe) + head + source.slice(from, to),
    sourceOf(offset) {
      const at = Math.max(0, offset - pipe);
      return at < head.length ? start + at : from + at - head.length;
    },
  });
  let from = bodyStart;
  let to = bodyStart;
  for (const lineEnd of lines.slice(2)) {
    if (head.length + lineEnd - from > MAX_PARSE && to > from) {
      yield slice(from, to);
      from = to;
    }
    // A single row beyond the limit is no table that anybody wrote: it is left out.
    if (head.length + lineEnd - from > MAX_PARSE) from = lineEnd;
    to = lineEnd;
  }
  yield slice(from, to);
}

/** Where the lines end, each with its line ending. */
function lineEnds(source: string, start: number, end: number): number[] {
  const ends = [...source.slice(start, end).matchAll(/\r\n?|\n/g)].map(
    (match) => start + match.index + match[0].length,
  );
  if (ends.at(-1) !== end) ends.push(end);
  return ends;
}

function rowsOf(text: string): readonly RowNode[] {
  const { children }: Root = parser.parse(text);
  return children[0]?.type === 'table' ? children[0].children : [];
}

function rowText(place: Place, source: string, slice: Slice, node: RowNode): Value<string> {
  const { start, end } = offsets(node);
  const [from, to] = [slice.sourceOf(start), slice.sourceOf(end)];
  return new Value(source.slice(from, to), place, from, to);
}

function cellValue(place: Place, source: string, start: number, end: number): Value<string> {
  let from = start;
  let to = end;
  const trim = () => {
    while (from < to && /[ \t]/.test(source.charAt(from))) from++;
    while (to > from && /[ \t]/.test(source.charAt(to - 1))) to--;
  };
  trim();
  if (from < to && source[from] === '|') from++;
  if (from < to && source[to - 1] === '|' && !isEscaped(source, from, to - 1)) to--;
  trim();
  const text = source
    .slice(from, to)
    .replace(/\\([\\|])/g, '$1')
    .replace(/<br[ \t]*\/?>/gi, '\n');
  return new Value(text, place, from, to);
}

function isEscaped(source: string, start: number, at: number): boolean {
  let backslashes = 0;
  while (at - backslashes > start && source[at - backslashes - 1] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

function offsets(node: Nodes): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
