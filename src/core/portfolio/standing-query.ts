import type { Entry } from './entry.ts';
import type { Filter } from './filter.ts';
import { byUrgency, type Group, type Grouping, group, inOrder, query, type Row } from './query.ts';

/** Where more than one in so many agreements is new, putting all rows in order takes less than putting each in its place. */
const FEW = 16;

/** The agreements that a query was asked about, and the answer. */
interface Answer {
  readonly entries: ReadonlySet<Entry>;
  readonly rows: readonly Row[];
  /** What it was made from, where it was made from another one. */
  readonly since: Since | undefined;
}

/** What became of an answer: which agreements are no more as they were, and the rows of those that are there instead. */
interface Since {
  readonly rows: readonly Row[];
  readonly gone: ReadonlySet<Entry>;
  readonly fresh: readonly Row[];
}

/** The groups that rows were put into. */
interface Grouped {
  readonly grouping: Grouping;
  readonly rows: readonly Row[];
  readonly groups: readonly Group[];
}

/**
 * A query that is asked again and again while agreements come, change and go: only those are looked at anew, all else
 * keeps its order and its group. An agreement that changed is another entry.
 */
export class StandingQuery {
  #answer: Answer = { entries: new Set(), rows: [], since: undefined };
  /** How the rows were grouped last: who asks page by page asks for the same. */
  #grouped: Grouped | undefined;

  constructor(private readonly filter: Filter) {}

  /** The rows as `query` gives them; the same array as before where nothing changed. */
  rows(entries: Iterable<Entry>): readonly Row[] {
    return this.#ask(entries).rows;
  }

  /** The groups as `group` gives them; each the same object as before where nothing in it changed. */
  groups(entries: Iterable<Entry>, grouping: Grouping): readonly Group[] {
    const { rows, since } = this.#ask(entries);
    const known = this.#grouped?.grouping === grouping ? this.#grouped : undefined;
    if (known?.rows === rows) return known.groups;
    const groups =
      since && known?.rows === since.rows ? regrouped(known.groups, grouping, since) : group(rows, grouping);
    this.#grouped = { grouping, rows, groups };
    return groups;
  }

  #ask(entries: Iterable<Entry>): Answer {
    const { entries: known, rows } = this.#answer;
    const now = new Set(entries);
    const changed = [...now].filter((entry) => !known.has(entry));
    if (changed.length === 0 && now.size === known.size) return this.#answer;
    if (changed.length * FEW > now.size)
      this.#answer = { entries: now, rows: query(now, this.filter), since: undefined };
    else {
      const gone = new Set([...known].filter((entry) => !now.has(entry)));
      const since = { rows, gone, fresh: query(changed, this.filter) };
      this.#answer = { entries: now, rows: merged(since), since };
    }
    return this.#answer;
  }
}

function regrouped(groups: readonly Group[], grouping: Grouping, { gone, fresh }: Since): readonly Group[] {
  const additions = new Map(group(fresh, grouping).map((one) => [one.key, one]));
  const result: Group[] = [];
  for (const before of groups) {
    const rows = merged({ rows: before.rows, gone, fresh: additions.get(before.key)?.rows ?? [] });
    if (rows === before.rows) result.push(before);
    else if (rows.length > 0) result.push({ key: before.key, rows });
    additions.delete(before.key);
  }
  return inOrder([...result, ...additions.values()], grouping);
}

/** Rows in order without those that are gone, and with others that are in order too; the same array if that is all. */
function merged({ rows, gone, fresh }: Since): readonly Row[] {
  const fewer = gone.size > 0 && rows.some(({ entry }) => gone.has(entry));
  if (!fewer && fresh.length === 0) return rows;
  const kept = fewer ? rows.filter(({ entry }) => !gone.has(entry)) : rows;
  const result: Row[] = [];
  let from = 0;
  for (const row of fresh) {
    const to = placeOf(row, kept, from);
    for (; from < to; from++) result.push(kept[from]!);
    result.push(row);
  }
  for (; from < kept.length; from++) result.push(kept[from]!);
  return result;
}

/** Before which of some rows in order, from one of them on, a row stands. */
function placeOf(row: Row, rows: readonly Row[], from: number): number {
  let [low, high] = [from, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byUrgency(rows[middle]!, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
