import { wrap } from './columns.ts';
import type { Look } from './look.ts';

/** Lines longer than this are hard to read, however wide the terminal is. */
const WIDEST = 96;
const INDENT = '    ';
/** The link to the pages around this one, which says nothing in a terminal. */
const WAY_BACK = /\n\[[^\]]+\]\([^):]+\)\n*$/;
/** A line that is no prose: a heading, a list item, a fence, a row of a table. */
const OWN_LINE = /^(?:#{1,6} |[-*] |\d+\. |```|\|)/;

/**
 * A page of Markdown as text for a terminal: prose wrapped, headings strong, examples indented, links as their words.
 * It knows what the pages of the checks are made of: headings, paragraphs, flat lists, tables and fenced code.
 */
export function pageText(markdown: string, { columns = WIDEST, palette }: Look): string {
  const width = Math.min(columns, WIDEST);
  const lines: string[] = [];
  let code = false;
  for (const block of blocksOf(markdown)) {
    const [, heading] = /^#{1,6} (.*)/.exec(block) ?? [];
    const [, mark, item] = /^([-*] |\d+\. )(.*)/s.exec(block) ?? [];
    if (block.startsWith('```')) code = !code;
    else if (code) lines.push(block && palette.faint(INDENT + block));
    else if (heading !== undefined) lines.push(palette.strong(words(heading)));
    else if (mark !== undefined && item !== undefined)
      lines.push(
        ...wrap(words(item), width - mark.length).map((line, at) =>
          at === 0 ? mark + line : ' '.repeat(mark.length) + line,
        ),
      );
    else lines.push(...(block.startsWith('|') ? [block] : wrap(words(block), width)));
  }
  return `${lines.join('\n').trim()}\n`;
}

/** Lines that belong together joined into one, others as they are. */
function blocksOf(markdown: string): readonly string[] {
  const blocks: string[] = [];
  let code = false;
  let open = false;
  for (const line of markdown.replace(WAY_BACK, '').split('\n')) {
    const fence = line.startsWith('```');
    const own = code || fence || line === '' || OWN_LINE.test(line);
    if (!own && open) blocks.push(`${blocks.pop()} ${line.trim()}`);
    else blocks.push(line);
    open = !code && !fence && line !== '' && !/^(?:#|\|)/.test(line);
    if (fence) code = !code;
  }
  return blocks;
}

/** Links to pages beside this one mean nothing in a terminal; addresses do. */
function words(text: string): string {
  return text.replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, label: string, target: string) =>
    /^https?:/.test(target) ? `${label} (${target})` : label,
  );
}
