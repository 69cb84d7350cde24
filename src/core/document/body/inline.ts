const LINK_TAIL = /\((?:[^()\\\r\n]|\\[^\r\n]|\([^()\r\n]*\))*\)|\[[^[\]\r\n]*\]/y;
const TAG = /<[a-zA-Z/!?][^<>]*>/y;
const URL = /(?:https?:\/\/|www\.|mailto:)[^\s<]+/giy;
/** Behind the target in the parentheses of a link: perhaps a title. */
const REST = String.raw`(?:\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s*\)$`;
const ANGLED = new RegExp(String.raw`^(\(\s*<)([^<>\r\n]*)>${REST}`, 's');
const BARE = new RegExp(String.raw`^(\(\s*)([^\s<]\S*)${REST}`, 's');
const BACKTICK = 96;
const BACKSLASH = 92;
const BRACKET = 91;
const BRACKET_CLOSE = 93;
const LESS = 60;

/** What a stretch of text that is not prose is. */
interface Span {
  readonly kind: 'code' | 'link' | 'html';
  readonly start: number;
  readonly end: number;
}

/**
 * The code spans, links (inline, full reference, autolinks and bare addresses) and HTML of a paragraph, in order
 * and without overlap. Linear in the text; where CommonMark needs the whole document (reference links), any
 * `[text][label]` counts as a link.
 * @param link is told of each link and image, those within a link's text too: where it begins, and its `(…)` or `[…]`
 */
function spansOf(text: string, link?: (open: number, tail: number, end: number) => void): Span[] {
  const spans: Span[] = [];
  const brackets: number[] = [];
  const ticks = new Backticks(text);
  let commentsEnd = 0;
  const push = (kind: Span['kind'], start: number, end: number) => {
    while (spans.length > 0 && spans[spans.length - 1]!.start >= start) spans.pop();
    spans.push({ kind, start, end });
    return end;
  };
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 2;
    else if (code === BACKTICK) {
      const { close, size } = ticks.at(at);
      at = close === undefined ? at + size : push('code', at, close + size);
    } else if (code === LESS) {
      const comment = text.startsWith('<!--', at) && commentsEnd >= 0 ? text.indexOf('-->', at + 2) : -1;
      if (text.startsWith('<!--', at) && comment < 0) commentsEnd = -1;
      const end = comment >= 0 ? comment + 3 : matchEnd(TAG, text, at);
      at = end === undefined ? at + 1 : push('html', at, end);
    } else if (code === BRACKET) brackets.push(at++);
    else if (code === BRACKET_CLOSE) {
      const open = brackets.pop();
      const end = open === undefined ? undefined : matchEnd(LINK_TAIL, text, at + 1);
      if (end !== undefined) link?.(open!, at + 1, end);
      at = end === undefined ? at + 1 : push('link', open!, end);
    } else {
      const end = startsWord(text, at) ? matchEnd(URL, text, at) : undefined;
      at = end === undefined ? at + 1 : push('link', at, end);
    }
  }
  return spans;
}

/** Where the inline links and images of a paragraph lead, by offsets: as written, without `<` and `>`. */
export function linkTargets(text: string): (readonly [start: number, end: number])[] {
  const targets: (readonly [number, number])[] = [];
  let latest = -1;
  spansOf(text, (open, start, end) => {
    const tail = text.slice(start, end);
    const parts = ANGLED.exec(tail) ?? BARE.exec(tail);
    const isImage = text[open - 1] === '!';
    // There are no links within links: the inner one is one.
    if (parts && (isImage || latest < open)) {
      const from = start + parts[1]!.length;
      targets.push([from, from + parts[2]!.length]);
    }
    if (!isImage && (parts || tail.startsWith('['))) latest = open;
  });
  return targets;
}

/** The text with code, links and HTML blanked out by NUL, character for character: offsets stay true. */
export function prose(text: string): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spansOf(text)) {
    result += text.slice(at, start) + '\0'.repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}

/** Where the HTML comments of a text stand, those in code left aside. */
export function commentsIn(text: string): [start: number, end: number][] {
  if (!text.includes('<!--')) return [];
  return spansOf(text)
    .filter(({ kind, start }) => kind === 'html' && text.startsWith('<!--', start))
    .map(({ start, end }) => [start, end]);
}

/** The text as it reads: less emphasis, code marks, link targets, HTML and escapes; white space as one space. */
export function plain(text: string): string {
  let result = '';
  let at = 0;
  for (const { kind, start, end } of spansOf(text)) {
    result += unmarked(text.slice(at, start)) + spanText(kind, text.slice(start, end));
    at = end;
  }
  return (result + unmarked(text.slice(at))).replace(/\s+/g, ' ').trim();
}

function spanText(kind: Span['kind'], source: string): string {
  if (kind === 'html') return /^<(?:https?:|mailto:)/i.test(source) ? source.slice(1, -1) : '';
  if (kind === 'code') return source.replace(/^`+|`+$/g, '');
  if (!source.startsWith('[')) return source;
  const close = source.endsWith(')') ? source.indexOf('](') : source.lastIndexOf('][');
  return unmarked(source.slice(1, close));
}

function unmarked(text: string): string {
  if (!/[*~_\\]/.test(text)) return text;
  return text
    .replace(/\*+|~~|_+/g, (marks, at: number) => (isMark(text, marks, at) ? '' : marks))
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Underscores within a word and escaped characters are text. */
function isMark(text: string, marks: string, at: number): boolean {
  const inWord = isWord(text.charAt(at - 1)) && isWord(text.charAt(at + marks.length));
  return text[at - 1] !== '\\' && !(marks.startsWith('_') && inWord);
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

function startsWord(text: string, at: number): boolean {
  // Set, so that capitals count as the small letters that begin an address: h, w and m.
  const letter = text.charCodeAt(at) | 32;
  return (letter === 104 || letter === 119 || letter === 109) && (at === 0 || !isWord(text.charAt(at - 1)));
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The runs of backticks of a text, so that each finds the next of its length without a search. */
class Backticks {
  readonly #next = new Map<number, { close: number | undefined; size: number }>();

  constructor(text: string) {
    if (!text.includes('`')) return;
    const latest = new Map<number, number>();
    const runs = [...text.matchAll(/`+/g)].reverse();
    for (const { index, 0: run } of runs) {
      this.#next.set(index, { close: latest.get(run.length), size: run.length });
      // Where the first one is escaped, the others are a run.
      this.#next.set(index + 1, { close: latest.get(run.length - 1), size: run.length - 1 });
      latest.set(run.length, index);
    }
  }

  at(index: number): { close: number | undefined; size: number } {
    return this.#next.get(index) ?? { close: undefined, size: 1 };
  }
}

/** The text less any of the given characters at its end. (A pattern would try each of them as a beginning.) */
export function trimEndOf(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
