/** A place as editors count it: zero-based line and zero-based column in UTF-16 code units (LSP's default). */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * Translates between offsets and positions. A line ends with LF, CR LF or a lone CR, as the Language Server
 * Protocol says; YAML and Markdown agree except for the lone CR, which `yaml` reads as text.
 */
export class LineIndex {
  readonly #starts: readonly number[];

  constructor(readonly text: string) {
    const starts = [0];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 13 && text.charCodeAt(at + 1) === 10) continue;
      if (code === 10 || code === 13) starts.push(at + 1);
    }
    this.#starts = starts;
  }

  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const within = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle]! <= within) low = middle;
      else high = middle;
    }
    return { line: low, character: within - this.#starts[low]! };
  }

  /** The offset of a position; a column beyond the line's end means that end, a line beyond the last the text's end. */
  offsetAt(position: Position): number {
    const start = this.#starts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : this.text.length;
    const next = this.#starts[position.line + 1] ?? this.text.length + 1;
    return Math.max(start, Math.min(start + position.character, next - 1));
  }
}
