import type { Commitment } from '../core/commitments/commitment.ts';
import { ledgerSeenFrom } from '../core/commitments/ledger.ts';
import type { Entry } from '../core/portfolio/portfolio.ts';
import {
  byUrgency,
  type Filter,
  type Group,
  group,
  query,
  type Row,
  rowId,
} from '../core/portfolio/query.ts';
import type { Source } from '../core/schema/type.ts';
import type { Range } from '../core/text/range.ts';
import type { Value } from '../core/text/value.ts';
import type {
  ChildrenAnswer,
  ChildrenParams,
  CommitmentAtAnswer,
  CommitmentRow,
  CommitmentsParams,
  Summary,
  TreeQuery,
} from './protocol.ts';
import { commitmentRow, groupId, groupRow, type Places } from './rows.ts';

/** How many rows are handed out at a time. */
const PAGE = 200;
/** How many queries are kept answered: a tree asks group by group, and few trees are open. */
const KEPT = 8;

/** What trees, badges and pickers show of all agreements. */
export class Trees {
  readonly #rows = new Map<string, readonly Row[]>();
  readonly #groups = new Map<string, readonly Group[]>();

  constructor(
    private readonly library: {
      entries(): Iterable<Entry>;
      /** The agreement that a document belongs to. */
      entry(uri: string): Entry | undefined;
      readonly incomplete: boolean;
    },
    private readonly places: Places,
  ) {}

  /** To be called when the portfolios changed: the next questions are answered anew. */
  forget(): void {
    this.#rows.clear();
    this.#groups.clear();
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

  summary(): Summary {
    let [agreements, overdue, dueSoon] = [0, 0, 0];
    for (const { ledger } of this.library.entries()) {
      agreements++;
      for (const { state } of ledger.commitments) {
        if (state === 'overdue') overdue++;
        else if (state === 'due-soon' || state === 'due-today') dueSoon++;
      }
    }
    return { agreements, overdue, dueSoon, incomplete: this.library.incomplete };
  }

  /** The commitment whose item stands at an offset of a document: of several the innermost, then the most urgent. */
  at(uri: string, offset: number, asked: TreeQuery): CommitmentAtAnswer | null {
    const entry = this.library.entry(uri);
    if (!entry) return null;
    // An item that agreement and notes share stands in both.
    const there = ledgerSeenFrom(entry.ledger, uri).commitments;
    const places = new Map(entry.ledger.commitments.map((one, index) => [one, there[index]!]));
    let best: { row: Row; length: number } | undefined;
    for (const row of this.#matching(asked)) {
      const commitment = places.get(row.commitment);
      if (!commitment) continue;
      const { document, start, end } = extentOf(commitment);
      if (document !== uri || offset < start || offset > end) continue;
      if (!best || end - start < best.length) best = { row, length: end - start };
    }
    if (!best) return null;
    const { row } = best;
    const around = this.#grouped(asked).find(({ rows }) => rows.includes(row));
    return {
      row: commitmentRow(row, this.places),
      ...(around && { group: groupRow(around, asked.groupBy) }),
    };
  }

  /** The row with an id, as it is now. */
  find(id: string): Row | undefined {
    const uri = id.slice(0, id.indexOf('\n'));
    for (const entry of this.library.entries()) {
      if (entry.uri !== uri) continue;
      return query([entry], { settled: true }).find((row) => rowId(row) === id);
    }
    return undefined;
  }

  #grouped(asked: TreeQuery): readonly Group[] {
    return kept(this.#groups, JSON.stringify(asked), () => group(this.#matching(asked), asked.groupBy));
  }

  #matching({ text, mine, settled }: Omit<TreeQuery, 'groupBy'>): readonly Row[] {
    return kept(this.#rows, JSON.stringify([text, mine, settled]), () => {
      const filter: Filter = { ...(text && { text }), settled: settled === true };
      if (!mine) return query(this.library.entries(), filter);
      const rows: Row[] = [];
      for (const entry of this.library.entries())
        rows.push(...query([entry], { ...filter, owners: handlesOf(mine, entry) }));
      return rows.sort(byUrgency);
    });
  }
}

/** Handles and e-mail addresses as the handles that they are in an agreement. */
function handlesOf(mine: readonly string[], { agreement }: Entry): string[] {
  const asked = new Set(mine.map((one) => one.toLowerCase()));
  const mailed = agreement.terms.people.filter(({ value }) => {
    const email = value?.email?.value;
    return email !== undefined && asked.has(email.toLowerCase());
  });
  return [...asked, ...mailed.map(({ key }) => key.value)];
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

function kept<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  const oldest = cache.size >= KEPT ? cache.keys().next().value : undefined;
  if (oldest !== undefined) cache.delete(oldest);
  cache.set(key, made);
  return made;
}
