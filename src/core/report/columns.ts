import { eastAsianWidth } from 'get-east-asian-width';
import { graphemesOf } from '../text/graphemes.ts';

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Control}\p{Mark}\p{Surrogate}]+$/u;
const EMOJI = /\p{Emoji_Presentation}|\p{Regional_Indicator}|\ufe0f|\u20e3/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** What moves a terminal's cursor, changes its state or turns the direction of what follows; half characters too. */
const CONTROLS = /[\p{Control}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * Text from a file as it may stand on one line of a terminal: no control character of the file's reaches the
 * terminal, so that no title can colour, clear or reorder what stands around it.
 */
export function oneLine(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text;
  return text.replace(/\s+/g, ' ').replace(CONTROLS, '\ufffd');
}

/** Keeps words that are written from right to left from turning around what follows them on the line. */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
}

/** How many columns of a terminal a text takes (Unicode Standard Annex 11); ambiguous characters count as one. */
export function widthOf(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemesOf(text)) width += widthOfGrapheme(grapheme);
  return width;
}

function widthOfGrapheme(grapheme: string): number {
  if (INVISIBLE.test(grapheme)) return 0;
  if (EMOJI.test(grapheme)) return 2;
  const [base = '', ...marks] = grapheme;
  // Unicode joins the half-width sound marks of Japanese to what is before them; terminals give them a column.
  const spacing = marks.filter((mark) => mark === '\uff9e' || mark === '\uff9f').length;
  return eastAsianWidth(base.codePointAt(0)!) + spacing;
}

/** A text of exactly as many columns: cut short with an ellipsis, or filled with spaces. */
export function fit(text: string, width: number): string {
  const fitting = cut(text, width);
  return isolated(fitting) + ' '.repeat(Math.max(0, width - widthOf(fitting)));
}

/** A text of at most as many columns (at least 1), cut between characters. */
function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let left = width - 1;
  let kept = '';
  for (const grapheme of graphemesOf(text)) {
    left -= widthOfGrapheme(grapheme);
    if (left < 0) break;
    kept += grapheme;
  }
  return `${kept.trimEnd()}…`;
}

/** Breaks a text between words into lines of at most `width` columns; a longer word has a line of its own. */
export function wrap(text: string, width: number): readonly string[] {
  const [first = '', ...others] = text.split(' ');
  const lines: string[] = [];
  let line = first;
  for (const word of others) {
    if (widthOf(line) + 1 + widthOf(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}
