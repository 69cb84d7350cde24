import { sentence } from '../messages.ts';
import { graphemesOf } from '../text/graphemes.ts';
import { type Snippet, stop, type TabStop } from './snippet.ts';

/** A cell of a table to write: its Markdown, or a place left to write. */
export type Cell = string | TabStop;

/** A column of a table to write. */
export interface Column {
  readonly header: string;
  /** Figures stand at the right. */
  readonly figures?: boolean;
}

/** Columns are not padded beyond this width: one long title would push everything else off the screen. */
const MAX_WIDTH = 72;
const MIN_WIDTH = 3;
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;

/** A text of the author's as it stands in a table's cell, on one line: read back it is the same. */
export function cellText(text: string): string {
  return withoutComment(
    text
      .trim()
      .replace(/[\\|]/g, '\\$&')
      .replace(/\s*(?:\r\n?|\n)\s*/g, '<br>')
      .replace(/[\s\p{Cc}]+/gu, ' '),
  );
}

/** A text of the author's in a heading or paragraph, on one line: it reads as it was written. */
export function inlineText(text: string): string {
  return withoutComment(
    text
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .replace(/\\(?=[!-/:-@[-`{-~])|[`*[\]]|<(?=[A-Za-z/!?])|~(?=~)|&(?=#?\w+;)|#+$/g, '\\$&')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_'),
  );
}

/** What a part asks for, as a comment: nobody sees it in print, and it is nobody's own words. */
export function hint(of: string): TabStop {
  return stop(`<!-- ${sentence(`section/hint/${of}`)} -->`);
}

/** A heading on a line of its own, between blank lines. */
export function heading(level: number, ...text: Snippet): Snippet {
  return [`${'#'.repeat(Math.min(level, 6))} `, ...text, '\n\n'];
}

/** A GFM table with its columns aligned, and a blank line after it. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Snippet {
  const widths = columns.map(({ header }, index) => {
    const cells = rows.map((row) => widthOf(row[index] ?? ''));
    return Math.max(MIN_WIDTH, widthOf(header), ...cells.map((width) => Math.min(width, MAX_WIDTH)));
  });
  const line = (cells: readonly Cell[]): Snippet => [
    '|',
    ...columns.flatMap(({ figures }, index) => {
      const cell = cells[index] ?? '';
      const padding = ' '.repeat(Math.max(0, widths[index]! - widthOf(cell)));
      return figures ? [' ', padding, cell, ' |'] : [' ', cell, padding, ' |'];
    }),
    '\n',
  ];
  const delimiters = columns.map(({ figures }, index) =>
    figures ? `${'-'.repeat(widths[index]! - 1)}:` : '-'.repeat(widths[index]!),
  );
  return [...line(columns.map(({ header }) => header)), ...line(delimiters), ...rows.flatMap(line), '\n'];
}

/** How many columns of a fixed-width font a cell takes, near enough: a wide character takes two. */
function widthOf(cell: Cell): number {
  const text = typeof cell === 'string' ? cell : cell.hint;
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemesOf(text)) width += WIDE.test(grapheme) ? 2 : 1;
  return width;
}

/** A comment that a title happens to open would swallow the rest of the file. */
function withoutComment(text: string): string {
  return text.replace(/<(?=!--)/g, '<\\');
}
