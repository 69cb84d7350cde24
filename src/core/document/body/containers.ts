import type { LineCursor } from './line-cursor.ts';

const FOOTNOTE = /\[\^(?:\\[\\[\]]|\\(?![\\[\]])|[^\s[\]\\]){1,999}\]:/y;
const GREATER = 62;
const BRACKET = 91;

/** Containers nest at most so deep; a marker further in is text. It keeps a line of 50,000 markers cheap. */
export const MAX_DEPTH = 100;

/** An open block quote, list item or footnote definition. */
export interface Container {
  readonly kind: 'quote' | 'item' | 'footnote';
  /** Columns that a line must be indented by to stay in it (0 for a quote, which needs its `>`). */
  readonly size: number;
  /** An item whose first line is blank ends at a second blank line. */
  blankStart: boolean;
  blankTwice: boolean;
  /** Whether a paragraph that begins now, unindented, can begin with a task's box. */
  takesBox: boolean;
  /** The marker (`-`, `.`, `)` …) of an item: a further item with the same one stays in its list. */
  readonly marker: string;
}

function container(kind: Container['kind'], size: number, marker: string, blankStart: boolean): Container {
  return { kind, size, marker, blankStart, blankTwice: false, takesBox: kind === 'item' };
}

/** Whether the line goes on in an open container; takes the container's prefix when it does. */
export function continues(open: Container, line: LineCursor): boolean {
  if (open.kind === 'quote') return takeQuote(line);
  if (line.blank) {
    open.blankTwice ||= open.blankStart;
    line.skipColumns(open.size);
    return true;
  }
  const inside = !open.blankTwice && line.indent >= open.size;
  open.blankStart = false;
  open.blankTwice = false;
  if (inside) line.skipColumns(open.size);
  return inside;
}

/**
 * The container that opens here, its prefix taken, or undefined.
 * @param interrupting whether it would end a paragraph: an empty item and one that does not count from 1 may not
 */
export function openContainer(line: LineCursor, interrupting: boolean): Container | undefined {
  if (line.blank || line.indent > 3) return undefined;
  if (takeQuote(line)) return container('quote', 0, '', false);
  if (line.code === BRACKET) return openFootnote(line);
  return openItem(line, interrupting);
}

function takeQuote(line: LineCursor): boolean {
  if (line.indent > 3 || line.code !== GREATER) return false;
  line.takeMarker(1);
  line.skipColumns(1);
  return true;
}

function openFootnote(line: LineCursor): Container | undefined {
  FOOTNOTE.lastIndex = line.nonspace;
  if (!FOOTNOTE.test(line.text)) return undefined;
  line.takeMarker(FOOTNOTE.lastIndex - line.nonspace);
  line.skipColumns(line.indent);
  return container('footnote', 4, '', false);
}

function openItem(line: LineCursor, interrupting: boolean): Container | undefined {
  const { text, nonspace, indent } = line;
  const width = markerWidth(line);
  if (width === 0) return undefined;
  const after = nonspace + width;
  if (after < line.end && text[after] !== ' ' && text[after] !== '\t') return undefined;
  if (interrupting && width > 1 && text.slice(nonspace, after - 1) !== '1') return undefined;
  if (width === 1 && isThematicBreak(line)) return undefined;
  const marker = text.charAt(after - 1);
  const start = { at: line.at, column: line.column };
  line.takeMarker(width);
  if (line.blank) {
    const trailing = line.at < line.end;
    if (interrupting) return line.goBack(start.at, start.column);
    // micromark sees no box below a marker that white space follows.
    return { ...container('item', indent + width + 1, marker, true), takesBox: !trailing };
  }
  // Five columns or more are one space and an indented code block.
  const space = line.indent > 4 ? 1 : line.indent;
  line.skipColumns(space);
  return container('item', indent + width + space, marker, false);
}

function markerWidth(line: LineCursor): number {
  const { code, text, nonspace } = line;
  if (code === 45 || code === 43 || code === 42) return 1;
  let digits = 0;
  while (digits < 10 && isDigit(text.charCodeAt(nonspace + digits))) digits++;
  const delimiter = text.charCodeAt(nonspace + digits);
  return digits > 0 && digits < 10 && (delimiter === 46 || delimiter === 41) ? digits + 1 : 0;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether the rest of the line is a thematic break: three or more `*`, `-` or `_` and white space. */
export function isThematicBreak(line: LineCursor): boolean {
  const { code, text } = line;
  if (code !== 42 && code !== 45 && code !== 95) return false;
  // Nested markers (`- - - x`) would each read the line to its end: what ended one ends the others.
  if (line.noBreakBefore > line.nonspace && line.noBreakCode === code) return false;
  let count = 0;
  for (let at = line.nonspace; at < line.end; at++) {
    const found = text.charCodeAt(at);
    if (found === code) count++;
    else if (found !== 32 && found !== 9) {
      line.noBreakBefore = at;
      line.noBreakCode = code;
      return false;
    }
  }
  return count >= 3;
}
