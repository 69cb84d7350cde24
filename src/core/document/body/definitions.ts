const LABEL = /\[(?!\s*\])(?:[^[\]\\]|\\[\s\S]){1,999}\]:[ \t]*(?:\r\n?|\n)?[ \t]*/y;
const ANGLED = /<(?:[^<>\\\r\n]|\\[^\r\n])*>/y;
const BARE = /[^\s<\x00-\x1f\x7f][^\s\x00-\x1f\x7f]*/y;
const TITLE =
  /(?:[ \t]+|[ \t]*(?:\r\n?|\n)[ \t]*)(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()\\]|\\[\s\S])*\))[ \t]*(?:\r\n?|\n|$)/y;
const REST = /[ \t]*(?:\r\n?|\n|$)/y;

/**
 * Where the link reference definitions (CommonMark 4.7) at the beginning of a paragraph's text end: the offset
 * of the first line that belongs to none, 0 when the paragraph begins with none.
 */
export function definitionsEnd(text: string): number {
  return definitionsIn(text).at(-1)?.end ?? 0;
}

/** A link reference definition: where its target stands, as written, without `<` and `>`, and where it ends. */
interface Definition {
  readonly target: readonly [start: number, end: number];
  readonly end: number;
}

/** The link reference definitions at the beginning of a paragraph's text. */
export function definitionsIn(text: string): readonly Definition[] {
  const found: Definition[] = [];
  for (let at = 0; text.charCodeAt(at) === 91; ) {
    const one = definition(text, at);
    if (!one) break;
    found.push(one);
    at = one.end;
  }
  return found;
}

function definition(text: string, start: number): Definition | undefined {
  const label = match(LABEL, text, start);
  if (label === undefined) return undefined;
  const angled = match(ANGLED, text, label);
  const bare = match(BARE, text, label);
  const targetEnd = angled ?? (bare && balanced(text.slice(label, bare)) ? bare : undefined);
  if (targetEnd === undefined) return undefined;
  const end = match(TITLE, text, targetEnd) ?? match(REST, text, targetEnd);
  const target = angled === undefined ? ([label, targetEnd] as const) : ([label + 1, angled - 1] as const);
  return end === undefined ? undefined : { target, end };
}

function balanced(target: string): boolean {
  let depth = 0;
  for (let at = 0; at < target.length; at++) {
    if (target[at] === '\\') at++;
    else if (target[at] === '(') depth++;
    else if (target[at] === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

function match(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
