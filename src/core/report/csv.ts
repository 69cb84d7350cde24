import type { Row } from '../portfolio/query.ts';
import { type CommitmentJson, listJson } from './json.ts';
import type { Source } from './source.ts';

/** The columns: the keys of the JSON, in its order. */
const COLUMNS = [
  'file',
  'line',
  'agreement',
  'kind',
  'id',
  'occurrence',
  'title',
  'owner',
  'support',
  'party',
  'to',
  'due',
  'forecast',
  'state',
  'daysLate',
  'blocked',
  'waiting',
  'provisional',
  'atRisk',
  'timezone',
  'today',
] as const satisfies readonly (keyof CommitmentJson)[];

/**
 * Commitments as comma-separated values (RFC 4180), line by line, with a header row, in the order in which they are given. Lists are
 * parted by blanks; what is absent is empty. Zone and today are those of the row's agreement.
 */
export function* listCsv(source: Source, rows: readonly Row[]): Iterable<string> {
  const { timezone, today, commitments } = listJson(source, rows);
  yield lineOf(COLUMNS);
  for (const one of commitments) {
    const whole: Partial<CommitmentJson> = { timezone, today, ...one };
    yield lineOf(COLUMNS.map((column) => cell(whole[column])));
  }
}

function lineOf(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}

function cell(value: CommitmentJson[keyof CommitmentJson]): string {
  const text = typeof value === 'object' ? value.join(' ') : String(value ?? '');
  // Spreadsheets take a cell that begins so for a formula, and would run what somebody else wrote.
  const harmless = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
