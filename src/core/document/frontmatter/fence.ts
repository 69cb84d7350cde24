import { type Range, range } from '../../text/range.ts';

/** Where a document's frontmatter stands. */
export interface Frontmatter {
  /** The opening `---`, without its line end. */
  readonly open: Range;
  /** The YAML between the fences, whole lines, line ends included. */
  readonly content: Range;
  /** The closing `---`; absent where it was never written. */
  readonly close?: Range;
  /** Where the body begins: the line after the closing fence, or the end of the YAML where there is none. */
  readonly bodyStart: number;
}

const FENCE = /^---[ \t]*$/;
/** Without a closing fence nothing says how far the YAML goes; a key further away than this does not count. */
const UNCLOSED_REACH = 4096;
const AGREEMENT_LINE = /^(?:agreement|"agreement"|'agreement')[ \t]*:(?:[ \t\r\n]|$)/m;
const NOTES_LINE = /^(["']?)notes-for\1[ \t]*:(?:[ \t\r\n]|$)/m;

/**
 * Finds the frontmatter of a document whose first line is `---` (a byte order mark before it is allowed).
 * Undefined where there is none. A missing closing fence leaves `close` out and ends the content before the
 * first heading or line of prose.
 */
export function findFrontmatter(text: string): Frontmatter | undefined {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', first)) return undefined;
  const firstEnd = lineEnd(text, first);
  if (!FENCE.test(text.slice(first, firstEnd))) return undefined;
  const start = nextLine(text, firstEnd);
  for (let at = start; at >= start && at < text.length; at = text.indexOf('\n---', at) + 1) {
    const end = lineEnd(text, at);
    if (text.startsWith('---', at) && FENCE.test(text.slice(at, end))) {
      return {
        open: range(first, firstEnd),
        content: range(start, at),
        close: range(at, end),
        bodyStart: nextLine(text, end),
      };
    }
  }
  const end = unclosedEnd(text, start);
  return { open: range(first, firstEnd), content: range(start, end), bodyStart: end };
}

/**
 * Whether the frontmatter looks like an agreement's: a line at column 0 that begins with `agreement:`. It asks for
 * no parse, so that it can reject a note on its first bytes, and it holds where the YAML is broken.
 */
export function looksLikeAgreement(text: string, frontmatter = findFrontmatter(text)): boolean {
  return hasLine(AGREEMENT_LINE, text, frontmatter);
}

/** As `looksLikeAgreement`, for private notes: a line at column 0 that begins with `notes-for:`. */
export function looksLikeNotes(text: string, frontmatter = findFrontmatter(text)): boolean {
  return hasLine(NOTES_LINE, text, frontmatter);
}

function hasLine(line: RegExp, text: string, frontmatter: Frontmatter | undefined): boolean {
  if (!frontmatter) return false;
  const { start, end } = frontmatter.content;
  const reach = frontmatter.close ? end : Math.min(end, start + UNCLOSED_REACH);
  const head = text.slice(start, reach);
  return line.test(head) || /^\s*\{/.test(head);
}

/**
 * The first place after which an unclosed frontmatter cannot go on: a heading or prose after a blank line, or a line that may
 * be a heading or a comment and leads to prose or a task.
 */
function unclosedEnd(text: string, start: number): number {
  let afterBlank = false;
  let afterHeading = false;
  for (let at = start; at < text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const blank = line.trim() === '';
    const heading = HEADING.test(line);
    if (afterBlank && !blank && (heading || !YAML_LINE.test(line))) return at;
    if (heading && !afterHeading && leadsToProse(text, nextLine(text, end))) return at;
    afterBlank = blank;
    afterHeading = heading;
    at = nextLine(text, end);
  }
  return text.length;
}

const HEADING = /^#{1,6}[ \t]/;
const YAML_LINE = /^(?:[ \t#-]|[^\s:]+[ \t]*:)/;
const TASK = /^- \[[ xX-]\] /;
/** More than one word, and not the end of a list. */
const WORDS = /^[^}\]]\S*[ \t]+\S/;

/** Whether the next that comes below a line that begins with `#`, and is none itself, is no YAML. */
function leadsToProse(text: string, from: number): boolean {
  for (let at = from; at < text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (line.trim() !== '' && !HEADING.test(line))
      return TASK.test(line) || (WORDS.test(line) && !YAML_LINE.test(line));
    at = nextLine(text, end);
  }
  return false;
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  if (newline < 0) return text.length;
  return newline > at && text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
}

function nextLine(text: string, lineEndAt: number): number {
  const newline = text.indexOf('\n', lineEndAt);
  return newline < 0 ? text.length : newline + 1;
}
