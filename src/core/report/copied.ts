import type { Day } from '../calendar/day.ts';
import { english, type Messages } from '../messages.ts';
import { accessibleLabel, detailsOf, type Names, type Standing } from './words.ts';

/** As what commitments are copied: a line of words, a line of Markdown that leads there, or the place alone. */
export type CopyFormat = 'text' | 'markdown' | 'link';

/** A commitment as it is to be copied. */
export interface Copied {
  readonly standing: Standing;
  readonly today: Day;
  readonly names: Names;
  /** Its document: a path below its folder, with `/`, or else a whole URI; absent where it has not been saved. */
  readonly path?: string;
  /** The line of its item, from 1. */
  readonly line: number;
}

/**
 * Commitments as text for elsewhere, one a line: everything that a row shows, with days in full, because what is pasted
 * is read on another day. Markdown links begin with `/`, the folder's root, so that they lead there from every file in
 * it; GitHub and VS Code both open `file.md#L12` at that line.
 */
export function copiedText(
  items: readonly Copied[],
  format: CopyFormat,
  messages: Messages = english,
): string {
  const bullet = format === 'markdown' && items.length > 1 ? '- ' : '';
  return items.map((item) => bullet + lineFor(item, format, messages)).join('\n');
}

function lineFor(item: Copied, format: CopyFormat, messages: Messages): string {
  const { standing, today, names, path } = item;
  if (format === 'text') return oneLine(accessibleLabel(standing, today, names, messages));
  if (format === 'link') return path === undefined ? '' : linkTo(path, item.line);
  const facts = detailsOf(standing, today, names, messages).map(escaped).join(', ');
  const title = escaped(standing.title);
  if (path === undefined) return `${title}, ${facts}`;
  const root = /^[a-z][\w+.-]+:/i.test(path) ? '' : '/';
  return `[${title}](${root}${linkTo(path, item.line)}), ${facts}`;
}

/** A path or URI with a line, as a link may stand in text: blanks and brackets would end it. */
function linkTo(path: string, line: number): string {
  const link = path.replace(/[\s()<>[\]"'%#?\\`]/g, (sign) =>
    sign === '%' && /^[a-z][\w+.-]+:/i.test(path) ? sign : encodeSign(sign),
  );
  return `${link}#L${line}`;
}

function encodeSign(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Words that people wrote, with nothing in them that Markdown would take for its own. */
function escaped(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]<>|~$&]/g, '\\$&');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
