import { type Day, formatDay } from '../calendar/day.ts';
import { type Commitment, STATES, type State } from '../commitments/commitment.ts';
import { isSettled } from '../commitments/state.ts';
import type { Entry } from './entry.ts';
import { type Filter, filtering } from './filter.ts';

/** A commitment with the agreement that it stands in. */
export interface Row {
  readonly entry: Entry;
  readonly commitment: Commitment;
}

/** By what commitments can be put together. */
export const GROUPINGS = ['owner', 'due', 'agreement', 'party', 'state'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Commitments that share something. */
export interface Group {
  /** What they share: a handle, a state, a day range, an agreement's URI; empty where it is absent. */
  readonly key: string;
  readonly rows: readonly Row[];
  /** Of a person or party the first agreement, by its URI, that says how they are called: rows change places each day. */
  readonly named: Entry | undefined;
}

/** The commitments of agreements that a filter lets through, the late ones first, then by due day. */
export function query(entries: Iterable<Entry>, filter: Filter = {}): readonly Row[] {
  const admits = filtering(filter);
  const ranked: Ranked[] = [];
  // Sorting keeps the order of what ranks the same, so that titles are compared for agreements and not for all their rows.
  for (const entry of [...entries].sort(byTitle))
    for (const commitment of entry.commitments.filter(admits(entry)).sort(byStart))
      ranked.push({ row: { entry, commitment }, rank: rankOf(commitment) });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ row }) => row);
}

/** A row with its place among others: a hundred thousand are sorted by one number each, not by what it is made from. */
interface Ranked {
  readonly row: Row;
  readonly rank: number;
}

/** More days than anything is late, and than lie between any day and 1970. */
const FAR = 10_000_000;

/** Late ones first, the latest of them on top; then by due day, those without one last; settled ones at the end. */
function rankOf(commitment: Commitment): number {
  const { daysLate, due = FAR - 1 } = commitment;
  return (Number(isSettled(commitment)) * FAR + (FAR - 1 - daysLate)) * 2 * FAR + due + FAR;
}

/** Which of two rows comes first in every answer. It tells rows of any two agreements apart. */
export function byUrgency(a: Row, b: Row): number {
  return byAgreement(a, b) || byStart(a.commitment, b.commitment);
}

/** As `byUrgency`, without the order within an agreement. */
export function byAgreement(a: Row, b: Row): number {
  return rankOf(a.commitment) - rankOf(b.commitment) || byTitle(a.entry, b.entry);
}

function byTitle(a: Entry, b: Entry): number {
  return compare(a.title, b.title) || compare(a.uri, b.uri);
}

function byStart(a: Commitment, b: Commitment): number {
  return a.at.range.start - b.at.range.start;
}

/**
 * Agreements in the order in which to look at them: those with something late, then by the next deadline, then by title;
 * those that have ended come last.
 */
export function byNeed(entries: Iterable<Entry>): readonly Entry[] {
  const ranked = [...entries].map((entry) => {
    const { late, next = Number.MAX_SAFE_INTEGER } = entry.overview;
    return { entry, rank: (entry.ended ? 2 : 0) + (late > 0 ? 0 : 1), next };
  });
  ranked.sort(
    (a, b) =>
      a.rank - b.rank ||
      a.next - b.next ||
      compare(a.entry.title, b.entry.title) ||
      compare(a.entry.uri, b.entry.uri),
  );
  return ranked.map(({ entry }) => entry);
}

/** Puts rows together, keeping their order within each group. */
export function group(rows: readonly Row[], grouping: Grouping): readonly Group[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row, grouping);
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return inOrder(
    [...groups].map(([key, members]) => ({ key, rows: members, named: firstNaming(key, members, grouping) })),
    grouping,
  );
}

/** The first agreement, by its URI, that says how the person or party is called whom a group is about. */
export function firstNaming(key: string, rows: readonly Row[], grouping: Grouping): Entry | undefined {
  if (key === '' || (grouping !== 'owner' && grouping !== 'party')) return undefined;
  let first: Entry | undefined;
  for (const { entry } of rows)
    if ((!first || entry.uri < first.uri) && entry.parties.nameOf(key) !== key) first = entry;
  return first;
}

/** Groups in the order of `group`. */
export function inOrder(groups: readonly Group[], grouping: Grouping): readonly Group[] {
  return groups
    .map((one) => ({ group: one, late: lateIn(one.rows) > 0 }))
    .sort((a, b) => compareGroups(a, b, grouping))
    .map((one) => one.group);
}

/** The stretches of time that deadlines are put into. */
export const DUE_BUCKETS = ['overdue', 'today', 'week', 'month', 'later', 'none', 'settled'] as const;
export type DueBucket = (typeof DUE_BUCKETS)[number];

function keyOf({ entry, commitment }: Row, grouping: Grouping): string {
  if (grouping === 'owner') return commitment.owner ?? '';
  if (grouping === 'party') return commitment.party ?? '';
  if (grouping === 'state') return commitment.state;
  return grouping === 'agreement' ? entry.uri : bucketOf(commitment, entry.today);
}

function bucketOf(commitment: Commitment, today: Day): DueBucket {
  const { due, state } = commitment;
  if (isSettled(commitment)) return 'settled';
  if (state === 'overdue') return 'overdue';
  if (due === undefined) return 'none';
  if (due === today) return 'today';
  if (due - today <= 7) return 'week';
  return due - today <= 31 ? 'month' : 'later';
}

/** How many of some rows in order are late: they come first. */
export function lateIn(rows: readonly Row[]): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]!.commitment.state === 'overdue') low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A group, and whether something in it is late. */
interface Weighed {
  readonly group: Group;
  readonly late: boolean;
}

function compareGroups(
  { group: a, late }: Weighed,
  { group: b, late: other }: Weighed,
  by: Grouping,
): number {
  if (by === 'due') return DUE_BUCKETS.indexOf(a.key as DueBucket) - DUE_BUCKETS.indexOf(b.key as DueBucket);
  if (by === 'state') return STATES.indexOf(a.key as State) - STATES.indexOf(b.key as State);
  if (by === 'agreement')
    return compare(a.rows[0]!.entry.title, b.rows[0]!.entry.title) || compare(a.key, b.key);
  // Whoever has something late comes first, nobody last.
  return Number(a.key === '') - Number(b.key === '') || Number(other) - Number(late) || compare(a.key, b.key);
}

/** Orders texts by their code units, the same way on each machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * How tools name a commitment for good: agreement, kind, id and, in a series, the occurrence. Of those that a file gives
 * the same id, or none, the second is `#2`.
 */
export function rowId({ entry: { uri, commitments }, commitment }: Row): string {
  const ordinal = namesakesIn(commitments).get(commitment);
  return [uri, ...nameOf(commitment), ...(ordinal === undefined ? [] : [`#${ordinal}`])].join('\n');
}

const namesakes = new WeakMap<readonly Commitment[], ReadonlyMap<Commitment, number>>();

/** Those of an agreement's commitments that one before them has the name of, with which of its name each is, from 2. */
function namesakesIn(commitments: readonly Commitment[]): ReadonlyMap<Commitment, number> {
  const known = namesakes.get(commitments);
  if (known) return known;
  const result = new Map<Commitment, number>();
  const uses = new Map<string, number>();
  for (const commitment of commitments) {
    const name = nameOf(commitment).join('\n');
    const use = (uses.get(name) ?? 0) + 1;
    uses.set(name, use);
    if (use > 1) result.set(commitment, use);
  }
  namesakes.set(commitments, result);
  return result;
}

function nameOf({ kind, id, occurrence }: Commitment): readonly string[] {
  return [kind, id, ...(occurrence === undefined ? [] : [formatDay(occurrence)])];
}
