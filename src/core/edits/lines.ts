/** The offset at which the line of `at` begins. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The offset at which the line of `at` ends, before its line ending. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  if (newline < 0) return text.length;
  return newline > at && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** The offset at which the line after that of `at` begins, or the text's end. */
export function nextLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

/** The line ending to write at `at`: that of its line, else, at the text's end, of the line before, else LF. */
export function lineEnding(text: string, at: number): '\n' | '\r\n' {
  let newline = text.indexOf('\n', at);
  if (newline < 0) newline = text.lastIndexOf('\n', at);
  return text[newline - 1] === '\r' ? '\r\n' : '\n';
}

/** Whether YAML sees nothing in a text but blanks and comments. */
export function saysNothing(text: string): boolean {
  return text.replace(/#[^\n]*/g, '').trim() === '';
}
