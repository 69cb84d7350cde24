import { type Day, formatDay } from '../calendar/day.ts';
import { debriefsOf } from '../commitments/debriefs.ts';
import type { Agreement } from '../document/agreement.ts';
import { entriesOf } from '../document/body/body.ts';
import { withoutComments } from '../document/body/own-text.ts';
import type { Columns, SectionKey } from '../document/body/section-names.ts';
import type { Entry, Table, TableRow } from '../document/body/types.ts';
import { textAt } from '../document/joined.ts';
import { briefSubjects } from './briefs.ts';
import { cellText } from './markdown.ts';

/** The parts of a reflection brief that an earlier one hands on, and the column of each that says what became of it. */
const OUTCOMES = {
  assumptions: 'turnedOut',
  counterarguments: 'turnedOut',
  concessions: 'turnedOut',
  'lessons-carried-over': 'heldAgain',
} as const;
export type CarriedPart = keyof typeof OUTCOMES;

/** What a row says, by the keys of its part's columns: the Markdown of a table's cells. */
export type Cells = Readonly<Record<string, string>>;

/** More than this of one kind nobody reads before talks. */
const MOST_CARRIED = 8;
/** Where a row came from and what became of it, as it stands behind its first cell: `(2026-10-12 oxbow-unit-7: held)`. */
const MARK = /\(\d{4}-\d{2}-\d{2} [^():]+(?:: [^()]+)?\)$/;
/** What became of something is a word or two; more is a remark, and stays where it was made. */
const LONGEST_OUTCOME = 24;
/** Says that nothing has become of it yet. */
const UNDECIDED = /^(?:open|\W*)$/i;
const LESSONS = ['lessons', 'preparation', 'execution', 'relationship'];

interface Sighting {
  readonly key: string;
  readonly cells: Cells;
  readonly date: Day;
  readonly mark: string;
  /** Whether its mark tells what became of it. */
  readonly decided: boolean;
}

/**
 * What earlier briefs and debriefs say that a new brief can begin from: each thing once, the latest first, its first
 * cell followed by where it comes from and, where anybody noted it, what became of it.
 * @param agreements those with the same counterparty; of equal days the first one's come first
 * @param until the last day that counts
 */
export function carriedOver(agreements: readonly Agreement[], part: CarriedPart, until: Day): Cells[] {
  const sightings = agreements
    .flatMap((agreement) => [
      ...(part === 'lessons-carried-over' ? lessonsIn(agreement) : []),
      ...rowsIn(agreement, part),
    ])
    .filter(({ key, date }) => key !== '' && date <= until)
    .sort((a, b) => b.date - a.date);
  const groups = new Map<string, Sighting[]>();
  for (const one of sightings) groups.set(one.key, [...(groups.get(one.key) ?? []), one]);
  return [...groups.values()].slice(0, MOST_CARRIED).map((same) => {
    const [latest] = same;
    const { mark } = same.find(({ decided }) => decided) ?? latest!;
    const [[column, text] = ['', ''], ...rest] = Object.entries(latest!.cells);
    return { [column]: `${text} (${mark})`, ...Object.fromEntries(rest) };
  });
}

/** The rows of the briefs of an agreement. */
function rowsIn(agreement: Agreement, part: CarriedPart): Sighting[] {
  const debriefs = debriefsOf(agreement);
  const columns = columnsOf(agreement, 'reflection-brief', part);
  return [...briefSubjects(agreement)].flatMap(([brief, negotiation]) => {
    const debrief = negotiation && part === 'assumptions' ? debriefs.get(negotiation) : undefined;
    const later = debrief ? outcomesIn(agreement, debrief) : undefined;
    return (tableOf(brief, part)?.rows ?? []).map((row) => {
      const cells = cellsOf(agreement, row, columns);
      const [column = ''] = Object.keys(columns);
      const { [OUTCOMES[part]]: own = '', ...rest } = cells;
      const { text, mark } = unmarked(cells[column] ?? '');
      const key = keyOf(text);
      const outcome = [own, later?.get(key) ?? ''].find((one) => !UNDECIDED.test(one));
      const origin = outcome === undefined && mark !== undefined ? mark : markOf(agreement, brief, outcome);
      return {
        key,
        cells: { ...rest, [column]: text },
        date: brief.date.value,
        mark: origin,
        decided: origin.includes(': '),
      };
    });
  });
}

/** What a debrief says about the assumptions of its brief. */
function outcomesIn(agreement: Agreement, debrief: Entry): ReadonlyMap<string, string> {
  const columns = columnsOf(agreement, 'debrief', 'false-assumptions');
  const rows = (tableOf(debrief, 'false-assumptions')?.rows ?? []).map((row) =>
    cellsOf(agreement, row, columns),
  );
  return new Map(
    rows.map(({ assumption = '', turnedOut = '' }) => [keyOf(unmarked(assumption).text), turnedOut]),
  );
}

/** The lessons of an agreement's debriefs: each paragraph or item of a list is one. */
function lessonsIn(agreement: Agreement): Sighting[] {
  return entriesOf(agreement.body, 'debrief').flatMap((debrief) =>
    debrief.parts
      .filter(({ key }) => LESSONS.includes(key))
      .flatMap(({ content }) => paragraphs(content.value))
      .map((text) => ({
        key: keyOf(text),
        cells: { lesson: text.replace(/(?<!\\)\|/g, '\\|') },
        date: debrief.date.value,
        mark: markOf(agreement, debrief),
        decided: false,
      })),
  );
}

function paragraphs(markdown: string): string[] {
  return withoutComments(markdown)
    .replace(/^ {0,3}#{1,6}(?:[ \t].*)?$/gm, '')
    .split(/(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n)|(?=[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]))/)
    .map((text) => text.trim().replace(/^(?:[-*+]|\d{1,9}[.)])(?:\s+(?:\[[ xX]\]\s+)?|$)/, ''))
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => /[\p{L}\p{N}]/u.test(text) && !/^(?:\||```|~~~)/.test(text));
}

function columnsOf({ body }: Agreement, section: SectionKey, part: string): Columns {
  return body.names[section].parts?.[part]?.columns ?? {};
}

function tableOf({ parts }: Entry, part: string): Table | undefined {
  return parts.find(({ key }) => key === part)?.table;
}

/** The cells of a row as they are written, less comments. */
function cellsOf(agreement: Agreement, row: TableRow, columns: Columns): Cells {
  const source = (name: string) => {
    const cell = row.cell(name);
    return cell
      ? withoutComments(textAt(agreement, cell).slice(cell.range.start, cell.range.end)).trim()
      : '';
  };
  return Object.fromEntries(Object.entries(columns).map(([key, name]) => [key, source(name)]));
}

function markOf({ id }: Agreement, { date }: Entry, outcome = ''): string {
  const name = cellText(id).replace(/[():]/g, '');
  const words = outcome.replace(/[():]/g, '').trim();
  const told = words !== '' && words.length <= LONGEST_OUTCOME ? `: ${words}` : '';
  return `${formatDay(date.value)} ${name}${told}`;
}

/** A cell less the mark that an earlier brief put behind it. */
function unmarked(cell: string): { readonly text: string; readonly mark: string | undefined } {
  const match = MARK.exec(cell);
  if (!match) return { text: cell, mark: undefined };
  return { text: cell.slice(0, match.index).trimEnd(), mark: match[0].slice(1, -1) };
}

/** By what two cells say the same: case, space and the point at the end are left aside. */
function keyOf(cell: string): string {
  return cell
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s.;]+$/, '')
    .trim();
}
