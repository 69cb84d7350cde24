const TAB = 9;
const SPACE = 32;
const DASH = 45;
const COLON = 58;
const BACKSLASH = 92;
const PIPE = 124;

/**
 * The cells of a table row that stands between two offsets (GFM, tables): pairs of the offsets between which a
 * cell's trimmed text stands. A pipe at either end closes no cell, an escaped one (`\|`) is text.
 */
export function cellsOf(text: string, start: number, end: number): [start: number, end: number][] {
  const cells: [number, number][] = [];
  let from = start;
  const push = (to: number) => cells.push(trim(text, from, to));
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) {
      const escaped = text.charCodeAt(at + 1);
      if (escaped === PIPE || escaped === BACKSLASH) at++;
    } else if (code === PIPE) {
      const [first, last] = trim(text, from, at);
      if (cells.length > 0 || from > start || first < last) push(at);
      from = at + 1;
    }
  }
  const [first, last] = trim(text, from, end);
  if (first < last) push(end);
  return cells;
}

/** How many columns a delimiter row (`| --- | :-: |`) declares, or 0 when the text is none. */
export function delimiterColumns(text: string, start: number, end: number): number {
  let columns = 0;
  let marked = false;
  let at = start;
  const code = () => (at < end ? text.charCodeAt(at) : Number.NaN);
  const skipSpace = () => {
    while (code() === SPACE || code() === TAB) at++;
  };
  const take = (wanted: number) => {
    if (code() !== wanted) return false;
    at++;
    return true;
  };
  if (take(PIPE)) marked = true;
  while (true) {
    skipSpace();
    if (at >= end) break;
    if (take(COLON)) marked = true;
    if (!take(DASH)) return 0;
    while (take(DASH));
    if (take(COLON)) marked = true;
    columns++;
    skipSpace();
    if (at >= end) break;
    if (!take(PIPE)) return 0;
    marked = true;
  }
  return marked ? columns : 0;
}

function trim(text: string, start: number, end: number): [number, number] {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return [from, to];
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}
