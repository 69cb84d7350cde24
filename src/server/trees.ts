import { parseDay } from '../core/calendar/day.ts';
import { type Commitment, KINDS, STATES } from '../core/commitments/commitment.ts';
import { ledgerSeenFrom } from '../core/commitments/ledger.ts';
import type { Totals } from '../core/portfolio/entries.ts';
import type { Entry } from '../core/portfolio/entry.ts';
import type { Filter, Limit } from '../core/portfolio/filter.ts';
import { type Group, type Grouping, query, type Row, rowId } from '../core/portfolio/query.ts';
import { Recent } from '../core/portfolio/recent.ts';
import { StandingQuery } from '../core/portfolio/standing-query.ts';
import { steadily } from '../core/report/names.ts';
import type { Source } from '../core/schema/type.ts';
import type { Range } from '../core/text/range.ts';
import type { Value } from '../core/text/value.ts';
import { among, people, tags } from './choices.ts';
import type {
  ChildrenAnswer,
  ChildrenParams,
  ChoicesAnswer,
  ChoicesParams,
  Choosable,
  CommitmentAtAnswer,
  CommitmentRow,
  CommitmentsParams,
  Conditions,
  Summary,
  TreeQuery,
} from './protocol.ts';
import { commitmentRow, groupId, groupRow, type Places } from './rows.ts';

/** How many rows of a tree are handed out at a time. */
export const PAGE = 200;
/** How many queries are kept answered: each may hold a hundred thousand rows, and few trees are open. */
const KEPT = 4;

/** What trees, badges and pickers show of all agreements. */
export class Trees {
  readonly #queries = new Recent<string, StandingQuery>(KEPT);
  /** Those that were asked since the last announcement, and between that and the one before. */
  #asked = new Set<string>();
  #askedBefore = new Set<string>();

  constructor(
    private readonly library: {
      entries(): Iterable<Entry>;
      /** The agreement that a document belongs to. */
      entry(uri: string): Entry | undefined;
      readonly totals: Totals;
      readonly incomplete: boolean;
      readonly growing: boolean;
      readonly reading: boolean;
      readonly unread: number;
      readonly more: boolean;
    },
    private readonly places: Places,
  ) {}

  /**
   * To be called when a change is announced. Whoever shows a query asks it again then, sooner or later; one that nobody asked
   * since the last but one is forgotten, because it keeps agreements as they were.
   */
  announced(): void {
    this.#queries.retain(new Set([...this.#asked, ...this.#askedBefore]));
    this.#askedBefore = this.#asked;
    this.#asked = new Set();
  }

  /** Forgets all queries. */
  forget(): void {
    this.#queries.retain(new Set());
  }

  children({ query: asked, parent, offset = 0 }: ChildrenParams): ChildrenAnswer {
    const { incomplete } = this.library;
    const groups = this.#grouped(asked);
    if (parent === undefined) {
      const page = groups.slice(offset, offset + PAGE).map((one) => groupRow(one, asked.groupBy));
      return { rows: page, total: groups.length, incomplete };
    }
    const rows = groups.find(({ key }) => groupId(asked.groupBy, key) === parent)?.rows ?? [];
    const page = rows.slice(offset, offset + PAGE).map((row) => commitmentRow(row, this.places));
    return { rows: page, total: rows.length, incomplete };
  }

  commitments({ query: asked }: CommitmentsParams): readonly CommitmentRow[] {
    return this.#matching(asked).map((row) => commitmentRow(row, this.places));
  }

  /** What each condition could be set to: what it is set to already is no condition on that. */
  choices({ query: asked }: ChoicesParams): ChoicesAnswer {
    const without = (condition: Choosable, more: Conditions = {}) => {
      const { [condition]: _, ...others } = asked;
      return this.#matching({ ...others, ...more });
    };
    return {
      owners: people(without('owners'), ({ owner, support }) => [owner ?? '', ...support]),
      parties: people(without('parties'), ({ party = '' }) => [party]),
      states: among(STATES, without('states', { settled: true }), ({ state }) => state),
      kinds: among(KINDS, without('kinds'), ({ kind }) => kind),
      tags: tags(without('tags')),
    };
  }

  summary(): Summary {
    const { totals, incomplete, growing, reading, unread, more } = this.library;
    const { agreements, late: overdue, soon: dueSoon } = totals;
    return { agreements, overdue, dueSoon, incomplete, growing, reading, unread, more };
  }

  /** The commitment whose item stands at an offset of a document: of several the innermost, then the most urgent. */
  at(uri: string, offset: number, asked: TreeQuery): CommitmentAtAnswer | null {
    const entry = this.library.entry(uri);
    if (!entry) return null;
    // An item that agreement and notes share stands in both.
    const there = ledgerSeenFrom(entry.ledger, uri).commitments;
    const places = new Map(entry.commitments.map((one, index) => [one, there[index]!]));
    let best: { row: Row; length: number } | undefined;
    for (const row of query([entry], filterOf(asked))) {
      const { document, start, end } = extentOf(places.get(row.commitment)!);
      if (document !== uri || offset < start || offset > end) continue;
      if (!best || end - start < best.length) best = { row, length: end - start };
    }
    if (!best) return null;
    const { row } = best;
    const around = this.#grouped(asked).find(({ rows }) =>
      rows.some(({ commitment }) => commitment === row.commitment),
    );
    return {
      row: commitmentRow(row, this.places),
      ...(around && { group: groupRow(around, asked.groupBy) }),
    };
  }

  /** The row with an id, as it is now. */
  find(id: string): Row | undefined {
    const uri = id.slice(0, id.indexOf('\n'));
    const entry = this.library.entry(uri);
    if (entry?.uri !== uri) return undefined;
    return query([entry], { settled: true }).find((row) => rowId(row) === id);
  }

  #grouped(asked: TreeQuery): readonly Group[] {
    const { groupBy } = asked;
    return steadily(this.#standing(asked).groups(this.library.entries(), groupBy), groupBy);
  }

  #matching(asked: Asked): readonly Row[] {
    return this.#standing(asked).rows(this.library.entries());
  }

  #standing(asked: Asked): StandingQuery {
    const filter = filterOf(asked);
    const key = JSON.stringify(filter);
    this.#asked.add(key);
    return this.#queries.get(key, () => new StandingQuery(filter));
  }
}

/** Conditions; how their rows are grouped does not count. */
type Asked = Conditions & { readonly groupBy?: Grouping };

/** The conditions of the protocol as the core takes them: a day that is written as one is no word. */
function filterOf({ groupBy: _, due, ...rest }: Asked): Filter {
  if (!due) return rest;
  const limit = (text: string): Limit => parseDay(text) ?? text;
  const { from, until } = due;
  return {
    ...rest,
    due: {
      ...(from !== undefined && { from: limit(from) }),
      ...(until !== undefined && { until: limit(until) }),
    },
  };
}

/** Where an item stands. */
interface Extent extends Range {
  readonly document: string;
}

/** Where a commitment's item stands, from its first character to its last. */
function extentOf({ item, at }: Commitment): Extent {
  if (item.kind === 'milestone') return extentOfSource(item.plan.milestone.source);
  if (item.kind === 'action') return extentOfValue(item.action.text);
  if (item.kind === 'risk-review') return extentOfSource(item.risk.source);
  return item.kind === 'debrief' ? extentOfSource(item.negotiation.source) : extentOfValue(at);
}

function extentOfValue({ document, range }: Value<unknown>): Extent {
  return { document, ...range };
}

function extentOfSource({ place, from, to }: Source): Extent {
  return { document: place.document, start: place.start + from, end: place.start + to };
}
