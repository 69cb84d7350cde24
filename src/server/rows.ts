import type { Range as LspRange } from 'vscode-languageserver';
import { type Day, formatDay } from '../core/calendar/day.ts';
import type { Entry } from '../core/portfolio/entry.ts';
import { type Group, type Grouping, lateIn, type Row, rowId } from '../core/portfolio/query.ts';
import { detailsIn } from '../core/portfolio/resting.ts';
import { groupTitle, nameOf } from '../core/report/names.ts';
import type { Range } from '../core/text/range.ts';
import type { CommitmentRow, GroupRow, Named } from './protocol.ts';

/** Where a range of a document is now, and how the client spells the document's URI. */
export interface Places {
  range(uri: string, range: Range): LspRange;
  spelled(uri: string): string;
}

/** A commitment as the client sees it. */
export function commitmentRow(row: Row, places: Places): CommitmentRow {
  const { entry, commitment } = row;
  const { kind, id, title, owner, support, party, to, due, forecast, done, amount, priority } = commitment;
  const { state, daysLate, blocked, waiting, provisional, atRisk, acceptance, at } = commitment;
  const { may, ...details } = detailsIn(entry, commitment);
  const named = (handle: string): Named => ({ handle, name: nameOf(handle, entry) });
  return {
    type: 'commitment',
    id: rowId(row),
    uri: places.spelled(at.document),
    range: places.range(at.document, at.range),
    agreement: { id: entry.id, title: entry.title },
    kind,
    itemId: id,
    title,
    ...(owner !== undefined && { owner: named(owner) }),
    support: support.map(named),
    ...(party !== undefined && { party: named(party) }),
    to: to.map(named),
    ...day('due', due),
    ...day('forecast', forecast),
    ...day('done', done),
    state,
    daysLate,
    blocked,
    waiting,
    provisional,
    atRisk,
    acceptance,
    ...(priority !== undefined && { priority }),
    ...(amount && { amount: `${amount.amount} ${amount.currency}` }),
    ...details,
    today: formatDay(entry.today),
    ...may,
  };
}

function day<K extends string>(key: K, value: Day | undefined): { readonly [key in K]?: string } {
  return value === undefined ? {} : ({ [key]: formatDay(value) } as { readonly [key in K]: string });
}

/** A group as the client sees it. */
export function groupRow(group: Group, groupBy: Grouping): GroupRow {
  const { key, rows } = group;
  const entry = rows[0]!.entry;
  const side = groupBy === 'party' && key !== '' ? sideOf(key, entry) : undefined;
  return {
    type: 'group',
    id: groupId(groupBy, key),
    groupBy,
    key: groupBy === 'agreement' ? entry.id : key,
    label: groupTitle(group, groupBy),
    count: rows.length,
    overdue: lateIn(rows),
    ...(side && { side }),
  };
}

/** The id of a group's row. */
export function groupId(groupBy: Grouping, key: string): string {
  return `${groupBy}\n${key}`;
}

function sideOf(party: string, { we }: Entry): 'we' | 'they' | undefined {
  return we === undefined ? undefined : we === party ? 'we' : 'they';
}
