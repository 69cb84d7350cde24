import type { Entry } from './entry.ts';
import type { Filter } from './filter.ts';
import {
  byAgreement,
  byUrgency,
  firstNaming,
  type Group,
  type Grouping,
  group,
  inOrder,
  query,
  type Row,
} from './query.ts';

/**
 * Where more than one in so many agreements came or went, or so many changes were missed, putting all rows in order takes less
 * than putting each in its place.
 */
const FEW = 16;

/** What became of agreements: the rows that are no more, and those that are there instead, both in order. */
interface Change {
  readonly gone: readonly Row[];
  readonly fresh: readonly Row[];
}

/** An answer, and the changes that it has still to take in. */
interface Answer<T> {
  readonly value: readonly T[];
  readonly missed: readonly Change[];
}

/**
 * A query that is asked again and again while agreements come, change and go: only those are looked at anew, all else
 * keeps its order and its group. An agreement that changed is another entry.
 */
export class StandingQuery {
  #entries: ReadonlySet<Entry> = new Set();
  #rows: Answer<Row> | undefined;
  #groups: Answer<Group> | undefined;
  /** How the rows were grouped last: who asks page by page asks for the same. */
  #grouping: Grouping | undefined;

  constructor(private readonly filter: Filter) {}

  /** The rows as `query` gives them; the same array as before where nothing changed. */
  rows(entries: Iterable<Entry>): readonly Row[] {
    this.#look(entries);
    return this.#allRows();
  }

  /** The groups as `group` gives them; each the same object as before where nothing in it changed. */
  groups(entries: Iterable<Entry>, grouping: Grouping): readonly Group[] {
    this.#look(entries);
    const known = this.#grouping === grouping ? this.#groups : undefined;
    const value = known
      ? known.missed.reduce((groups, change) => regrouped(groups, grouping, change), known.value)
      : group(this.#allRows(), grouping);
    this.#groups = { value, missed: [] };
    this.#grouping = grouping;
    return value;
  }

  #allRows(): readonly Row[] {
    const value = this.#rows
      ? this.#rows.missed.reduce(merged, this.#rows.value)
      : query(this.#entries, this.filter);
    this.#rows = { value, missed: [] };
    return value;
  }

  /** Finds out what changed since it was asked last. */
  #look(entries: Iterable<Entry>): void {
    const before = this.#entries;
    const now = new Set(entries);
    const changed = [...now].filter((entry) => !before.has(entry));
    if (changed.length === 0 && now.size === before.size) return;
    this.#entries = now;
    const gone = [...before].filter((entry) => !now.has(entry));
    if ((changed.length + gone.length) * FEW > now.size) this.#rows = this.#groups = undefined;
    else {
      const change = { gone: query(gone, this.filter), fresh: query(changed, this.filter) };
      this.#rows = later(this.#rows, change);
      this.#groups = later(this.#groups, change);
    }
  }
}

/** Looks only at the groups that rows went from or came to. */
function regrouped(groups: readonly Group[], grouping: Grouping, { gone, fresh }: Change): readonly Group[] {
  const less = byKey(gone, grouping);
  const more = byKey(fresh, grouping);
  const result: Group[] = [];
  for (const before of groups) {
    const { key } = before;
    const [left, added] = [less.get(key), more.get(key)];
    more.delete(key);
    if (!left && !added) {
      result.push(before);
      continue;
    }
    const rows = merged(before.rows, { gone: left?.rows ?? [], fresh: added?.rows ?? [] });
    if (rows.length === 0) continue;
    const lost = left?.rows.some(({ entry }) => entry === before.named);
    const named = lost ? firstNaming(key, rows, grouping) : first(before.named, added?.named);
    result.push({ key, rows, named });
  }
  return inOrder([...result, ...more.values()], grouping);
}

function byKey(rows: readonly Row[], grouping: Grouping): Map<string, Group> {
  return new Map(group(rows, grouping).map((one) => [one.key, one]));
}

function first(a: Entry | undefined, b: Entry | undefined): Entry | undefined {
  return a && b ? (a.uri < b.uri ? a : b) : (a ?? b);
}

/** An answer that has a change to take in; undefined for one that nobody has asked for so long that it is made anew. */
function later<T>(answer: Answer<T> | undefined, change: Change): Answer<T> | undefined {
  return answer && answer.missed.length < FEW ? { ...answer, missed: [...answer.missed, change] } : undefined;
}

/** Rows in order without those that are gone, and with others. Those that stay are compared with nothing. */
function merged(rows: readonly Row[], { gone, fresh }: Change): readonly Row[] {
  if (gone.length === 0 && fresh.length === 0) return rows;
  const result: Row[] = [];
  let at = 0;
  const upTo = (end: number) => {
    for (; at < end; at++) result.push(rows[at]!);
  };
  let next = 0;
  const addBefore = (end: number) => {
    for (; next < fresh.length; next++) {
      const place = placeOf(fresh[next]!, rows, at);
      if (place > end) return;
      upTo(place);
      result.push(fresh[next]!);
    }
  };
  for (const place of gone.map((row) => indexOf(row, rows)).sort((a, b) => a - b)) {
    addBefore(place);
    upTo(place);
    at++;
  }
  addBefore(rows.length);
  upTo(rows.length);
  return result;
}

/**
 * Where a row stands that is among some rows in order. Within its agreement its place in the text says nothing: the text
 * may have changed since.
 */
function indexOf(row: Row, rows: readonly Row[]): number {
  let at = firstOf(rows, 0, (one) => byAgreement(one, row) >= 0);
  while (rows[at]!.commitment !== row.commitment) at++;
  return at;
}

/** Before which of some rows in order, from one of them on, a row stands. */
function placeOf(row: Row, rows: readonly Row[], from: number): number {
  return firstOf(rows, from, (one) => byUrgency(one, row) > 0);
}

/** The index of the first of some rows, from one of them on, behind which something holds for all. */
function firstOf(rows: readonly Row[], from: number, holds: (row: Row) => boolean): number {
  let [low, high] = [from, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(rows[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
