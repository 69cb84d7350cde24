import type { Value } from '../../text/value.ts';

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const FRAME = /^(?:\s|>)*(?:#{1,6}(?:\s.*)?|[-*+]|\d{1,9}[.)]|=+|-+)?\s*$/;
const EMPTY_BOX = /^(?:\s|>)*(?:[-*+]|\d{1,9}[.)])\s+\[\s?\]\s*$/;
const LEAD = /^(?:\s|>|[-*+]\s)*(?:\*\*[^*]+\*\*:?|__[^_]+__:?)\s*$/;
const DELIMITER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

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
  const lines = content.value.replace(COMMENT, '').split(/\r\n?|\n/);
  return lines.some(
    (line, index) => isOwn(line) && !isTableHeader(line, lines[index + 1]) && !given.has(normal(line)),
  );
}

function isOwn(line: string): boolean {
  return !(
    FRAME.test(line) ||
    EMPTY_BOX.test(line) ||
    LEAD.test(line) ||
    DELIMITER.test(line) ||
    isEmptyRow(line)
  );
}

function isEmptyRow(line: string): boolean {
  return line.includes('|') && /^[\s|>]*$/.test(line);
}

function isTableHeader(line: string, next: string | undefined): boolean {
  return line.includes('|') && next?.includes('|') === true && DELIMITER.test(next);
}

function normal(line: string): string {
  return line.trim().replace(/\s+/g, ' ');
}
