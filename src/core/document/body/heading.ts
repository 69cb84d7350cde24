import { plain } from './inline.ts';

const NUMBERING = /^(?:§\s*)?(?:\p{N}+(?:\.\p{N}+)*[.):]?|\p{L}[.)]|[ivxlcdm]+[.)])\s+(?=\S)/iu;
const ISO_DATE = /(?<![\p{L}\p{N}-])\d{4}-\d{2}-\d{2}(?![\p{L}\p{N}-])/u;

/** A heading's text as it reads: less numbering, emphasis and a trailing colon. */
export function headingTitle(source: string): string {
  return plain(source).replace(NUMBERING, '').replace(/\s*:$/, '').normalize('NFC');
}

/** Whether two names of a heading, lead or column are the same: any case. */
export function sameName(a: string, b: string): boolean {
  return a.length === b.length && a.toLowerCase() === b.toLowerCase();
}

/** The first ISO date in a heading, and what stands beside it: offsets in the heading's text. */
export interface DatedHeading {
  readonly date: readonly [start: number, end: number];
  readonly topic: readonly [start: number, end: number];
}

/** Finds the date of a heading; it may be a day that does not exist. The topic follows it, else precedes it. */
export function datedHeading(source: string): DatedHeading | undefined {
  const match = ISO_DATE.exec(source);
  if (!match) return undefined;
  const date: [number, number] = [match.index, match.index + match[0].length];
  const after = within(source, date[1], source.length);
  const before = within(source, 0, date[0]);
  const topic = after[0] < after[1] || before[0] === before[1] ? after : before;
  return { date, topic };
}

function within(source: string, from: number, to: number): [number, number] {
  let start = from;
  let end = to;
  while (start < end && /[\s:,;.·|)\]*_–—-]/u.test(source.charAt(start))) start++;
  while (end > start && /[\s:,;·|([*_–—-]/u.test(source.charAt(end - 1))) end--;
  return [start, end];
}
