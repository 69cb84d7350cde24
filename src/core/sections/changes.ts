import { type Day, formatDay } from '../calendar/day.ts';
import type { Ledger } from '../commitments/ledger.ts';
import { isDraft } from '../commitments/state.ts';
import type { Agreement } from '../document/agreement.ts';
import { sectionsOf } from '../document/body/body.ts';
import { cellsOf as delimiterCells } from '../document/body/table-row.ts';
import type { Table } from '../document/body/types.ts';
import { ownBody, withText } from '../document/joined.ts';
import { lineEnd, lineEnding, lineStart, nextLine } from '../edits/lines.ts';
import { type Refusal, refuse } from '../edits/refusal.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { range } from '../text/range.ts';
import { insertLines } from './insertion.ts';
import { cellText, heading, table as tableText } from './markdown.ts';
import { entryPlace } from './place.ts';
import { plainText } from './snippet.ts';

/** A change of what was agreed, as a row of the section Changes tells it. */
export interface Change {
  /** The id of the item, or `agreement` for the agreement itself. */
  readonly item: string;
  /** The key that changed, as the format spells it. */
  readonly field: string;
  /** What stood there, and what stands there now; empty for nothing. */
  readonly from: string;
  readonly to: string;
}

/** Whether changes of an agreement are tracked: from the day on which it was signed. */
export function isTracked({ agreement, today }: Ledger): boolean {
  const { signed } = agreement.terms;
  return signed !== undefined && signed.value <= today && !isDraft(agreement);
}

/**
 * The edit that records changes, each in a row of its own, in the document that an agreement is seen from: at the end of
 * the section's table, or at its top where the days there descend. Who approved is left to write. What is written has
 * been read back; a table that has no column for what is to be said is refused.
 * @param why the reason, for all of them; may be empty
 */
export function recordChanges(
  agreement: Agreement,
  day: Day,
  changes: readonly Change[],
  why: string,
): TextEdit | Refusal {
  const { text } = agreement;
  const columns = agreement.body.names.changes.columns ?? {};
  const records = changes.map((change) => ({ date: formatDay(day), ...change, why, approvedBy: '' }));
  const table = tableIn(agreement);
  const headers = table?.header.map(({ value }) => value) ?? Object.values(columns);
  const cellsOf = (record: Readonly<Record<string, string>>) =>
    headers.map((_, at) => {
      const key = Object.keys(columns).find((name) => indexOf(table, columns, name) === at);
      return cellText(key === undefined ? '' : record[key]!);
    });
  for (const record of records)
    for (const [key, value] of Object.entries(record))
      if (value !== '' && indexOf(table, columns, key) < 0)
        return refuse('section/no-column', { column: columns[key] ?? key });
  const rows = records.map(cellsOf);
  const edit = table ? intoTable(text, table, rows, columns['date']!) : intoSection(agreement, headers, rows);
  return reads(agreement, edit, records.length) ? edit : refuse('section/no-place');
}

function tableIn(agreement: Agreement): Table | undefined {
  for (const { table } of sectionsOf(ownBody(agreement), 'changes')) if (table) return table;
  return undefined;
}

/** Which column of a table, or of a new one, a key of the section's columns stands in; -1 for none. */
function indexOf(table: Table | undefined, columns: Readonly<Record<string, string>>, key: string): number {
  const header = columns[key];
  if (header === undefined) return -1;
  return table ? table.column(header) : Object.keys(columns).indexOf(key);
}

function intoTable(
  text: string,
  { text: whole, rows }: Table,
  added: readonly (readonly string[])[],
  date: string,
): TextEdit {
  const { start, end } = whole.range;
  const [first] = rows;
  const eol = lineEnding(text, end);
  const lead = /^[ \t]*/.exec(text.slice(lineStart(text, end), end))![0];
  const delimiters = nextLine(text, start);
  const widths = delimiterCells(text, delimiters, lineEnd(text, delimiters)).map(([from, to]) => to - from);
  const lines = added.map((cells) => `| ${cells.map((cell, i) => padded(cell, widths[i])).join(' | ')} |`);
  const days = rows.map(({ cell }) => cell(date)?.value ?? '');
  const descends = days.length > 1 && days[0]! > days.at(-1)!;
  return descends
    ? {
        range: range(first!.text.range.start),
        newText: lines
          .reverse()
          .map((line) => line + eol + lead)
          .join(''),
      }
    : { range: range(end), newText: lines.map((line) => eol + lead + line).join('') };
}

/** A cell as wide as its column where that is drawn to a width; three dashes are drawn to none. */
function padded(cell: string, width = 0): string {
  return width > 3 ? cell.padEnd(width) : cell;
}

function intoSection(
  agreement: Agreement,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): TextEdit {
  const { text, frontmatter } = agreement;
  const body = ownBody(agreement);
  const { boundary, level, newSection } = entryPlace(body, 'changes', text.length);
  const opening = newSection ? heading(level - 1, agreement.body.names.changes.names[0]!) : [];
  const content = tableText(
    headers.map((header) => ({ header })),
    rows,
  );
  const { range: place, snippet } = insertLines(text, frontmatter.bodyStart, boundary, [
    ...opening,
    ...content,
  ]);
  return { range: place, newText: plainText(snippet) };
}

/** Whether an edit makes so many rows more, and nothing else in the body. */
function reads(agreement: Agreement, edit: TextEdit, count: number): boolean {
  const after = withText(agreement, applyEdits(agreement.text, [edit]));
  if (!after) return false;
  const [before, now] = [ownBody(agreement), ownBody(after)];
  const rowsIn = (one: Agreement) => tableIn(one)?.rows.length ?? 0;
  const others = (body: typeof now) => body.sections.map(({ key }) => key).filter((key) => key !== 'changes');
  return (
    rowsIn(after) === rowsIn(agreement) + count &&
    now.items.length === before.items.length &&
    others(now).join() === others(before).join()
  );
}
