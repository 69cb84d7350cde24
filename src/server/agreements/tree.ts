import { formatDay } from '../../core/calendar/day.ts';
import type { Entry } from '../../core/portfolio/entry.ts';
import { byNeed } from '../../core/portfolio/query.ts';
import type { Places } from '../rows.ts';
import { PAGE } from '../trees.ts';
import { type Branch, Sight } from './branch.ts';
import { partBranches } from './parts.ts';
import type { AgreementRow, AgreementsAnswer, AgreementsParams } from './protocol.ts';

/** What the *Agreements* tree shows. */
export class AgreementsTree {
  /** By the id of the row that they stand below; empty for the agreements. */
  readonly #branches = new Map<string, readonly Branch[]>();

  constructor(
    private readonly library: { entries(): Iterable<Entry>; readonly incomplete: boolean },
    private readonly places: Places,
  ) {}

  /** To be called when the portfolios changed: the next questions are answered anew. */
  forget(): void {
    this.#branches.clear();
  }

  /** One page of the rows below another one; none where that is no longer there. */
  children({ parent = '', offset = 0 }: AgreementsParams): AgreementsAnswer {
    const branches = this.#below(parent);
    const above = parent === '' ? '' : `${parent}\n`;
    const page = branches.slice(offset, offset + PAGE).map(({ key, row }) => row(above + key));
    return { rows: page, total: branches.length, incomplete: this.library.incomplete };
  }

  #below(parent: string): readonly Branch[] {
    const known = this.#branches.get(parent);
    if (known) return known;
    const branches = parent === '' ? this.#agreements() : (this.#branch(parent)?.below?.() ?? []);
    this.#branches.set(parent, branches);
    return branches;
  }

  #branch(id: string): Branch | undefined {
    const end = id.lastIndexOf('\n');
    const wanted = id.slice(end + 1);
    return this.#below(end < 0 ? '' : id.slice(0, end)).find(({ key }) => key === wanted);
  }

  #agreements(): readonly Branch[] {
    const entries = byNeed(this.library.entries());
    const uses = new Map<string, number>();
    for (const { title } of entries) uses.set(title, (uses.get(title) ?? 0) + 1);
    return entries.map((entry) => ({
      key: entry.uri,
      row: (id) => agreementRow(id, entry, this.places, uses.get(entry.title)! > 1),
      below: () => partBranches(new Sight(entry, this.places)),
    }));
  }
}

function agreementRow(id: string, entry: Entry, places: Places, namesake: boolean): AgreementRow {
  const { uri, title, today, parties, overview } = entry;
  const { status, late, next, done, total, owner, value, at, hasParts } = overview;
  return {
    type: 'agreement',
    id,
    uri: places.spelled(uri),
    range: places.range(uri, at),
    title,
    namesake,
    status,
    late,
    ...(next !== undefined && { next: formatDay(next) }),
    done,
    total,
    today: formatDay(today),
    parties: parties.all.map((party) => parties.nameOf(party)),
    ...(owner !== undefined && { owner: { handle: owner, name: parties.nameOf(owner) } }),
    ...(value && { value: `${value.amount} ${value.currency}` }),
    expandable: hasParts,
  };
}
