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
  let at = 0;
  while (text.charCodeAt(at) === 91) {
    const end = definitionEnd(text, at);
    if (end === undefined) break;
    at = end;
  }
  return at;
}

function definitionEnd(text: string, start: number): number | undefined {
  const label = match(LABEL, text, start);
  if (label === undefined) return undefined;
  const bare = match(BARE, text, label);
  const target = match(ANGLED, text, label) ?? (bare && balanced(text.slice(label, bare)) ? bare : undefined);
  if (target === undefined) return undefined;
  return match(TITLE, text, target) ?? match(REST, text, target);
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
