import { type Refusal, refuse } from '../edits/refusal.ts';
import type { MessageArgs } from '../messages.ts';
import { type Range, range } from '../text/range.ts';
import type { Value } from '../text/value.ts';
import { mapText, type Snippet } from './snippet.ts';

/** Whole lines to put into a document in one edit. */
export interface InsertedLines {
  /**
   * Where: at column 0, so that no editor indents the lines again. Empty, but where the document's last line has
   * no ending: there it covers that line, which the snippet repeats.
   */
  readonly range: Range;
  readonly snippet: Snippet;
}

/** A section or entry to insert. */
export interface Insertion extends InsertedLines {
  /** The URI of the document that it goes into: private notes where there are any, else the agreement's file. */
  readonly document: string;
  /** The heading to show afterwards, in the document as it then is. */
  readonly reveal: Range;
}

/** Why nothing was inserted, and the place that says so. */
export interface RefusedInsertion extends Refusal {
  readonly at?: Value<unknown>;
}

/** Refuses an insertion, pointing at a place. */
export function refused(code: string, at?: Value<unknown>, args?: MessageArgs): RefusedInsertion {
  return { ...refuse(code, args), ...(at && { at }) };
}

/**
 * Puts lines between what stands before a boundary and what follows it, with one blank line on either side; blank
 * lines that are there already serve, and no other byte changes.
 * @param bodyStart where the body begins; @param boundary where a top-level heading begins, or the text's end
 * @param lines whole lines with `\n`; those that are blank at the end are left out
 */
export function insertLines(
  text: string,
  bodyStart: number,
  boundary: number,
  lines: Snippet,
): InsertedLines {
  const eol = /\r\n|\n/.exec(text)?.[0] ?? '\n';
  const { at, blankEnd } = blankLinesBefore(text, bodyStart, boundary);
  const unended = at > 0 && !isLineEnd(text, at - 1);
  const from = unended ? lineStart(text, at) : blankEnd;
  const before = unended ? text.slice(from, at) + eol + eol : blankEnd > at ? '' : eol;
  const followed = boundary < text.length && blankEnd === boundary;
  const content = mapText(trimEnd(lines), (part) => part.replace(/\n/g, eol));
  return {
    range: range(from, unended ? at : from),
    snippet: [before, ...content, followed ? eol + eol : eol],
  };
}

/** Where the last line before a boundary that says something ends, and where the first blank line after it does. */
function blankLinesBefore(text: string, bodyStart: number, boundary: number) {
  let at = boundary;
  let blankEnd = boundary;
  while (at > bodyStart) {
    const end = at;
    if (isLineEnd(text, at - 1)) at -= text.startsWith('\r\n', at - 2) ? 2 : 1;
    while (at > bodyStart && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
    if (at > 0 && !isLineEnd(text, at - 1)) return { at: end, blankEnd };
    blankEnd = isLineEnd(text, end - 1) ? end : at;
  }
  return { at, blankEnd };
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text, start - 1)) start--;
  return start;
}

function trimEnd(lines: Snippet): Snippet {
  const last = lines.at(-1);
  if (typeof last !== 'string') return lines;
  const rest = last.trimEnd();
  return rest === '' ? trimEnd(lines.slice(0, -1)) : [...lines.slice(0, -1), rest];
}
