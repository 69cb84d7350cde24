const TAB = 9;
const SPACE = 32;

/**
 * Reads a text line by line and, within a line, column by column, as CommonMark counts: a tab reaches to the
 * next multiple of four, and a container may take only a part of it. A line ends with LF, CR LF or CR.
 */
export class LineCursor {
  /** Where the line begins. */
  lineStart = 0;
  /** Where its text ends, before the line ending. */
  end = 0;
  /** Where the next line begins. */
  next: number;
  /** Where reading stands. */
  at = 0;
  /** The column reached, from 0; within a tab that is consumed in part it is beyond `at`'s own. */
  column = 0;
  /** The first character at or after `at` that is neither space nor tab; `end` on a blank line. */
  nonspace = 0;
  /** A note of `isThematicBreak`: up to here the line holds none of `noBreakCode`. */
  noBreakBefore = 0;
  noBreakCode = 0;
  #nonspaceColumn = 0;
  #lineFeed = -1;
  #carriageReturn = -1;

  constructor(
    readonly text: string,
    start: number,
  ) {
    this.next = start;
  }

  /** Goes to the next line; false at the end of the text. A final line ending opens no further line. */
  nextLine(): boolean {
    if (this.next >= this.text.length) return false;
    this.lineStart = this.next;
    const lineFeed = this.#findLineFeed();
    const carriageReturn = this.#findCarriageReturn();
    this.end = Math.min(lineFeed, carriageReturn);
    this.next = Math.min(this.text.length, carriageReturn + 1 === lineFeed ? lineFeed + 1 : this.end + 1);
    this.at = this.lineStart;
    this.column = 0;
    this.#findNonspace();
    return true;
  }

  /** Columns of white space from here to the first other character. */
  get indent(): number {
    return this.#nonspaceColumn - this.column;
  }

  /** Whether nothing but white space is left. */
  get blank(): boolean {
    return this.nonspace === this.end;
  }

  /** The UTF-16 code unit of the first character that is not white space; NaN on a blank line. */
  get code(): number {
    return this.blank ? Number.NaN : this.text.charCodeAt(this.nonspace);
  }

  /** Takes up to `columns` columns of white space. */
  skipColumns(columns: number): void {
    let left = Math.min(columns, this.indent);
    while (left > 0) {
      const width = this.text.charCodeAt(this.at) === TAB ? 4 - (this.column % 4) : 1;
      if (width <= left) this.at++;
      this.column += Math.min(width, left);
      left -= width;
    }
  }

  /** Takes the white space and then `count` characters: a marker. */
  takeMarker(count: number): void {
    this.at = this.nonspace + count;
    this.column = this.#nonspaceColumn + count;
    this.#findNonspace();
  }

  /** Goes back to where reading stood before. */
  goBack(at: number, column: number): undefined {
    this.at = at;
    this.column = column;
    this.#findNonspace();
  }

  #findNonspace(): void {
    let at = this.at;
    let column = this.column;
    for (; at < this.end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === SPACE) column++;
      else if (code === TAB) column += 4 - (column % 4);
      else break;
    }
    this.nonspace = at;
    this.#nonspaceColumn = column;
  }

  // Both searches remember what they found, or a text without one of the characters would be searched per line.
  #findLineFeed(): number {
    if (this.#lineFeed < this.lineStart) this.#lineFeed = orEnd(this.text, '\n', this.lineStart);
    return this.#lineFeed;
  }

  #findCarriageReturn(): number {
    if (this.#carriageReturn < this.lineStart)
      this.#carriageReturn = orEnd(this.text, '\r', this.lineStart, 1);
    return this.#carriageReturn;
  }
}

// `beyond` keeps a missing CR from looking like the first half of a CR LF at the end of the text.
function orEnd(text: string, character: string, from: number, beyond = 0): number {
  const at = text.indexOf(character, from);
  return at < 0 ? text.length + beyond : at;
}
