const BLOCK_TAGS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|' +
  'dt|fieldset|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|legend|' +
  'li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|' +
  'tfoot|th|thead|title|tr|track|ul';
const RAW_TAGS = 'pre|script|style|textarea';
const ATTRIBUTE =
  '[ \\t]+[a-zA-Z_:][\\w.:-]*(?:[ \\t]*=[ \\t]*(?:"[^"\\r\\n]*"|\'[^\'\\r\\n]*\'|[^ \\t\\r\\n"\'=<>`/]+))?';

/** The seven kinds of HTML block of CommonMark 0.31, section 4.6: how they open, and how they close. */
const KINDS: readonly { open: RegExp; closeFrom: number; close: RegExp | 'blank' }[] = [
  {
    open: new RegExp(`<(?:${RAW_TAGS})(?=[ \\t\\r\\n>]|$)`, 'iy'),
    closeFrom: 1,
    close: new RegExp(`</(?:${RAW_TAGS})>`, 'i'),
  },
  { open: /<!--/y, closeFrom: 2, close: /-->/ },
  { open: /<\?/y, closeFrom: 1, close: /\?>/ },
  { open: /<![a-zA-Z]/y, closeFrom: 3, close: />/ },
  { open: /<!\[CDATA\[/y, closeFrom: 9, close: /\]\]>/ },
  { open: new RegExp(`</?(?:${BLOCK_TAGS})(?=[ \\t\\r\\n>]|/>|$)`, 'iy'), closeFrom: 0, close: 'blank' },
  {
    open: new RegExp(
      `(?:<[a-zA-Z][a-zA-Z0-9-]*(?:${ATTRIBUTE})*[ \\t]*/?>|</[a-zA-Z][a-zA-Z0-9-]*[ \\t]*>)[ \\t]*(?=[\\r\\n]|$)`,
      'y',
    ),
    closeFrom: 0,
    close: 'blank',
  },
];

/** What ends an open HTML block: a match within a line, or a blank line. */
export type HtmlEnd = RegExp | 'blank';

/**
 * The end condition of the HTML block that opens at `at` (a `<`), or undefined when none opens there.
 * `closed` tells that the opening line, which ends at `lineEnd`, ends the block too.
 * @param interrupting whether it would end a paragraph: the seventh kind (any complete tag) may not
 */
export function openHtml(
  text: string,
  at: number,
  lineEnd: number,
  interrupting: boolean,
): { end: HtmlEnd; closed: boolean } | undefined {
  for (const [index, kind] of KINDS.entries()) {
    if (interrupting && index === 6) return undefined;
    kind.open.lastIndex = at;
    if (!kind.open.test(text)) continue;
    return { end: kind.close, closed: closesHtml(kind.close, text, at + kind.closeFrom, lineEnd) };
  }
  return undefined;
}

/** Whether a line of an HTML block, from `at` to `lineEnd`, holds the match that ends the block. */
export function closesHtml(end: HtmlEnd, text: string, at: number, lineEnd: number): boolean {
  return end !== 'blank' && end.test(text.slice(at, lineEnd));
}
