/**
 * A stretch of frontmatter that is read by itself: a top-level entry with all its lines, or one item of a
 * top-level list. `start` counts from the beginning of the frontmatter.
 */
export interface BlockLines {
  readonly start: number;
  readonly text: string;
  /** `whole` is frontmatter that cannot be cut by lines (a flow mapping, explicit keys) and is read in one piece. */
  readonly kind: 'top' | 'item' | 'whole';
}

/**
 * Cuts frontmatter into blocks, by lines only. A block begins at a line at column 0 that is neither a list item,
 * nor a comment, nor the end of a flow collection, and, under a bare `key:` line, at each `- ` of that list's
 * indent. Blank and comment lines stay with the block before them. Nothing is lost: the blocks' texts joined are
 * the frontmatter. A block's borders never depend on what stands deeper in another block, so that garbage in one
 * leaves the others as they are.
 */
export function splitBlocks(yaml: string): BlockLines[] {
  if (!cutsByLines(yaml)) return yaml === '' ? [] : [{ start: 0, text: yaml, kind: 'whole' }];
  const starts: number[] = [];
  const kinds: ('top' | 'item')[] = [];
  // Under a bare key: undefined until its first line shows whether a list follows, then its indent, -1 for none.
  let listIndent: number | undefined = -1;
  for (let at = 0; at < yaml.length; ) {
    const newline = yaml.indexOf('\n', at);
    const next = newline < 0 ? yaml.length : newline + 1;
    let content = at;
    while (yaml.charCodeAt(content) === 32) content++;
    const code = yaml.charCodeAt(content);
    const indent = content - at;
    if (content >= next || code === 10 || code === 13 || code === 35 /* # */) {
      if (starts.length === 0) begin(at, 'top');
    } else if (code === 45 /* - */ && endsToken(yaml, content + 1)) {
      if (listIndent === undefined) listIndent = indent;
      if (listIndent === indent) begin(at, 'item');
      else if (starts.length === 0) begin(at, 'top');
    } else if (
      indent === 0 &&
      code !== 9 &&
      code !== 93 /* ] */ &&
      code !== 125 /* } */ &&
      !isMergeMarker(yaml, at, next)
    ) {
      begin(at, 'top');
      listIndent = isBareKey(yaml.slice(at, next)) ? undefined : -1;
    } else {
      if (starts.length === 0) begin(at, 'top');
      if (listIndent === undefined) listIndent = -1;
    }
    at = next;
  }
  return starts.map((start, i) => ({ start, text: yaml.slice(start, starts[i + 1]), kind: kinds[i]! }));

  function begin(at: number, kind: 'top' | 'item'): void {
    starts.push(at);
    kinds.push(kind);
  }
}

/** YAML that is a mapping written key by key can be cut by lines; a flow mapping or an explicit key cannot. */
function cutsByLines(yaml: string): boolean {
  const first = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?=\S)([^\r\n])/.exec(yaml)?.[1];
  if (first !== undefined && '{[&!|>%'.includes(first)) return false;
  // Searching for these is a hundred times faster than matching at the beginning of each line.
  if (!['\n?', '\n:', '\n...'].some((sign) => yaml.includes(sign)) && !/^[?:.]/.test(yaml)) return true;
  return !/^(?:\?(?=[ \t\r\n])|:(?=[ \t\r\n])|\.\.\.(?=[ \t\r\n]|$))/m.test(yaml);
}

/** Lines that git leaves in an unfinished merge stay with the block that they stand in. */
function isMergeMarker(yaml: string, at: number, next: number): boolean {
  return (
    '<=>|'.includes(yaml[at]!) && /^(?:[<>|]{7} |={7}\r?$)/.test(yaml.slice(at, next).replace(/\n$/, ''))
  );
}

/** Whether a line is a key with nothing behind it but blanks and a comment. */
function isBareKey(line: string): boolean {
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*:/.exec(line);
  const colon = quoted ? quoted[0].length - 1 : line.search(/:(?=[ \t\r\n]|$)/);
  return (
    colon >= 0 && /^:[ \t]*(?:#.*)?\r?\n?$/.test(line.slice(colon)) && !/[ \t]#/.test(line.slice(0, colon))
  );
}

function endsToken(yaml: string, at: number): boolean {
  const code = yaml.charCodeAt(at);
  return Number.isNaN(code) || code === 32 || code === 9 || code === 10 || code === 13;
}
