import type { Commitment } from '../../core/commitments/commitment.ts';
import type { Entry } from '../../core/portfolio/entry.ts';
import { nameOf } from '../../core/report/names.ts';
import type { Source } from '../../core/schema/type.ts';
import { Value } from '../../core/text/value.ts';
import type { CommitmentRow, Named } from '../protocol.ts';
import { commitmentRow, type Places } from '../rows.ts';
import type { AgreementTreeRow, Place } from './protocol.ts';

/** A place in the tree: its row, made when it is asked for, and what stands below it. */
export interface Branch {
  /** Tells it from the others below the same parent, and stays the same while the file is edited around it. */
  readonly key: string;
  readonly row: (id: string) => AgreementTreeRow;
  readonly below?: () => readonly Branch[];
}

/** An agreement as its rows are made from it. */
export class Sight {
  readonly entry: Entry;

  constructor(
    entry: Entry,
    private readonly places: Places,
  ) {
    this.entry = entry.full;
  }

  commitment(commitment: Commitment): CommitmentRow {
    return commitmentRow({ entry: this.entry, commitment }, this.places);
  }

  named(handle: string): Named {
    return { handle, name: nameOf(handle, this.entry) };
  }

  place({ document, range }: Value<unknown>): Place {
    return { uri: this.places.spelled(document), range: this.places.range(document, range) };
  }
}

/** Something that the frontmatter lists. */
interface Item {
  readonly id?: Value<string>;
  readonly title?: Value<string>;
  readonly source: Source;
}

/** How an item is called: its title, or else its id. */
export function titleOf({ title, id }: Item): string {
  return title?.value ?? id?.value ?? '';
}

/** Where an item is to be looked at: its title, or else its id or whatever there is of it. */
export function itemValue({ title, id, source }: Item): Value<unknown> {
  return title ?? id ?? new Value(undefined, source.place, source.from, source.to);
}

/** Gives each item a key: its id and, of those with the same one or none, which of them it is. */
export function keyed<T>(items: Iterable<T>, idOf: (item: T) => Value<string> | undefined): Map<T, string> {
  const uses = new Map<string, number>();
  const keys = new Map<T, string>();
  for (const item of items) {
    const id = idOf(item)?.value ?? '';
    const use = (uses.get(id) ?? 0) + 1;
    uses.set(id, use);
    keys.set(item, use === 1 && id !== '' ? id : `${id}#${use}`);
  }
  return keys;
}
