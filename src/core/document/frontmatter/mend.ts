/**
 * A mistake that people make when they write YAML by hand, found in a block that does not parse, and the block's
 * text with that one mistake mended so that everything around it can still be read.
 */
export interface Mend {
  /** What the mistake is; a sentence in messages.ts. */
  readonly reason: string;
  /** Where it stands in the block as written. */
  readonly from: number;
  readonly to: number;
  /** What to write there instead, where it can be told. */
  readonly suggestion?: string;
  /** The block with the mistake mended: `text` replaces `[from, to)` of the block. */
  readonly replacement: { readonly from: number; readonly to: number; readonly text: string };
}

const MERGE_MARKER = /^(?:<{7} .*|={7}|>{7} .*|\|{7} .*)\r?$/gm;
/** `key: value` on one line, perhaps the first of a list item. */
const KEY_VALUE = /^([ \t]*(?:- +)*)([^\s#'"][^:#\r\n]*|"[^"\r\n]*"|'[^'\r\n]*'):[ \t]+(\S[^\r\n]*?)[ \t]*$/;

/** Lines that git left in an unfinished merge, each made a comment. */
export function mergeMarkers(block: string): Mend[] {
  if (!/^[<=>|]{7}/m.test(block)) return [];
  return [...block.matchAll(MERGE_MARKER)].map((match) =>
    commentOut(match.index, match[0].trimEnd(), 'merge-marker'),
  );
}

/**
 * The most likely mistake behind a parser error at `offset`: a value on that line (or, for a quote that is never
 * closed, on an earlier one) that wants quotes, or a line that fits nowhere.
 */
export function mendAt(block: string, offset: number, code: string): Mend | undefined {
  if (code === 'MISSING_CHAR' || code === 'BAD_INDENT') {
    const open = unclosedQuote(block);
    if (open) return open;
  }
  const at = Math.min(offset, Math.max(0, block.trimEnd().length - 1));
  const start = block.lastIndexOf('\n', at - 1) + 1;
  const line = lineAt(block, start);
  return valueMend(start, line) ?? lineMend(start, line);
}

function valueMend(start: number, line: string): Mend | undefined {
  const match = KEY_VALUE.exec(line);
  if (!match) return undefined;
  const value = withoutComment(match[3]!);
  const from =
    start + line.length - line.slice(line.indexOf(match[3]!, match[1]!.length + match[2]!.length)).length;
  const to = from + value.length;
  const handle = /^@([\p{L}\d_-]+)$/u.exec(value)?.[1];
  // A blank in place of the sign reads as the name and moves nothing.
  if (handle !== undefined)
    return {
      reason: 'at-sign',
      from,
      to,
      suggestion: handle,
      replacement: { from, to: from + 1, text: ' ' },
    };
  const reason = valueReason(value);
  const quoted = quote(value);
  return reason === undefined
    ? undefined
    : { reason, from, to, suggestion: quoted, replacement: { from, to, text: quoted } };
}

function valueReason(value: string): string | undefined {
  const first = value[0]!;
  if (first === '"' || first === "'")
    return value.length > 1 && value.endsWith(first) ? 'inner-quote' : 'text-after-quote';
  if (first === '>' || first === '|') return 'block-sign';
  if (first === '%') return 'percent-sign';
  if (first === '@' || first === '`') return 'reserved-sign';
  if (first === '*' || first === '&' || first === '!') return 'reserved-sign';
  if (first === '[' || first === '{') return /[\]}]\s*\S/.test(value) ? 'text-after-bracket' : undefined;
  if (',]}?'.includes(first)) return 'reserved-sign';
  if (first === '-') return 'dash-after-key';
  return /:(?:\s|$)/.test(value) ? 'second-colon' : undefined;
}

/** A line that no mend of its value helps: it is set aside so that the others can be read. */
function lineMend(start: number, line: string): Mend | undefined {
  const body = line.trimEnd();
  if (body.trim() === '' || body.trimStart().startsWith('#')) return undefined;
  const indent = /^[ \t]*/.exec(body)![0];
  if (indent.includes('\t')) {
    const spaces = indent.replace(/\t/g, '  ');
    return {
      ...commentOut(start, body, 'tab-indent'),
      from: start,
      to: start + indent.length,
      suggestion: spaces,
    };
  }
  const glued = /^([ \t]*(?:- +)*[\w-]+):(\S.*)$/.exec(body);
  if (glued && !/:\s/.test(body)) {
    const mended = `${glued[1]}: ${glued[2]}`;
    const to = start + body.length;
    const replacement = { from: start, to, text: mended };
    return {
      reason: 'missing-space',
      from: start + indent.length,
      to,
      suggestion: mended.slice(indent.length),
      replacement,
    };
  }
  return commentOut(start, body, /^[ \t]*(?:- +)*[^:]+$/.test(body) ? 'missing-colon' : 'misplaced-line');
}

/** The first value that opens a quote and does not close it on its line. */
function unclosedQuote(block: string): Mend | undefined {
  for (let start = 0; start < block.length; start = nextLine(block, start)) {
    const line = lineAt(block, start);
    const match = /^[ \t]*(?:- +)*[\w-]+:[ \t]+((["'])[^\r\n]*?)[ \t]*$/.exec(line);
    if (!match) continue;
    const [value, sign] = [match[1]!, match[2]!];
    if (
      value
        .slice(1)
        .replace(/\\.|''/g, '')
        .includes(sign)
    )
      continue;
    const from = start + line.lastIndexOf(value);
    const to = from + value.length;
    const suggestion = `${value}${sign}`;
    return { reason: 'unclosed-quote', from, to, suggestion, replacement: { from, to, text: suggestion } };
  }
  return undefined;
}

function commentOut(start: number, line: string, reason: string): Mend {
  const indent = /^[ \t]*/.exec(line)![0].length;
  const to = start + line.length;
  const text = `${' '.repeat(indent)}#${' '.repeat(Math.max(0, line.length - indent - 1))}`;
  return { reason, from: start + indent, to, replacement: { from: start, to, text } };
}

/** Writes a text as a YAML scalar in quotes; single ones where they need no doubling. */
export function quote(text: string): string {
  if (!text.includes("'") || /["\\]/.test(text)) return `'${text.replace(/'/g, "''")}'`;
  return `"${text}"`;
}

function withoutComment(value: string): string {
  return value.replace(/[ \t]+#.*$/, '');
}

function lineAt(block: string, start: number): string {
  const newline = block.indexOf('\n', start);
  return block.slice(start, newline < 0 ? block.length : newline).replace(/\r$/, '');
}

function nextLine(block: string, start: number): number {
  const newline = block.indexOf('\n', start);
  return newline < 0 ? block.length : newline + 1;
}
