import type { Value } from '../../text/value.ts';
import { delimiterColumns } from './table-row.ts';

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
/** A heading, an empty bullet or box, a thematic break or a setext underline, less white space and quote marks. */
const FRAME = /^(?:#{1,6}(?:\s.*)?|(?:[-*+]|\d{1,9}[.)])(?:\s+\[\s?\])?|[-*_=\s]+)?$/;
const LEAD = /^(?:[-*+]\s+)?(?:\*\*[^*]+\*\*|__[^_]+__):?$/;

/** The text without HTML comments; one that is never closed reaches to the end. */
export function withoutComments(text: string): string {
  return text.replace(COMMENT, '');
}

/**
 * Whether somebody wrote something here. Comments, headings, bold leads, a table's header, empty table rows, empty
 * list bullets and unticked boxes without text do not count.
 * @param templateTexts lines that a template wrote, its table rows among them: a line that equals one of them, less
 *   white space around it, does not count either
 */
export function hasOwnText(
  { content }: { readonly content: Value<string> },
  templateTexts: Iterable<string> = [],
): boolean {
  const given = new Set([...templateTexts].map(normal));
  const lines = withoutComments(content.value)
    .split(/\r\n?|\n/)
    .map(normal);
  return lines.some(
    (line, index) => isOwn(line) && !isTableHeader(line, lines[index + 1]) && !given.has(line),
  );
}

function isOwn(line: string): boolean {
  return !(FRAME.test(line) || LEAD.test(line) || isDelimiter(line) || /^[\s|]*$/.test(line));
}

function isTableHeader(line: string, next: string | undefined): boolean {
  return line.includes('|') && next !== undefined && isDelimiter(next);
}

function isDelimiter(line: string): boolean {
  return delimiterColumns(line, 0, line.length) > 0;
}

function normal(line: string): string {
  return line
    .replace(/^[\s>]+/, '')
    .trim()
    .replace(/\s+/g, ' ');
}
