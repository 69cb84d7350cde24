import type { Agreement } from '../document/agreement.ts';
import type { Problem } from '../document/problem.ts';
import { keyOf, type Source } from '../schema/type.ts';
import type { Range } from '../text/range.ts';
import type { Place, Value } from '../text/value.ts';
import type { ItemRef } from './check.ts';
import { itemRef } from './item.ts';

interface Item {
  readonly kind: ItemRef['kind'];
  readonly id?: Value<string>;
  readonly source: Source;
}

/** What could not be read of an agreement, where, and what else that explains. */
export class Problems {
  readonly #byPlace = new Map<Place, Problem[]>();
  #conflicts: readonly Range[] | undefined;
  #near: Map<Place, Item[]> | undefined;
  #items: Map<Place, Item[]> | undefined;

  constructor(private readonly agreement: Agreement) {
    for (const problem of agreement.problems) push(this.#byPlace, problem.at.place, problem);
  }

  /** The problems of a kind, in the order in which they were found. */
  of(code: Problem['code']): readonly Problem[] {
    return this.agreement.problems.filter((problem) => problem.code === code);
  }

  /** The item that a problem is about, as part of a finding. */
  about({ at }: Problem): { readonly item?: ItemRef } {
    const item = this.itemAt(at);
    return item ? { item } : {};
  }

  /** Whether a place lies between the marks of an unfinished merge: what stands twice there is no news. */
  inConflict({ range: { start } }: Value<unknown>): boolean {
    this.#conflicts ??= conflictsIn(this.of('yaml-syntax'));
    return this.#conflicts.some((conflict) => conflict.start <= start && start < conflict.end);
  }

  /**
   * Whether a record that seems to lack a field has it after all, but unreadable: its value is reported as invalid,
   * its key is misspelt, or the YAML around it is broken. Then that it lacks it is no news.
   */
  explains(source: Source, field: string): boolean {
    if (source === this.agreement.terms.source) return this.#explainsTerms(source, field);
    const { place, from, to, keys, aliased } = source;
    const near = this.#byPlace.get(place);
    if (!near) return false;
    return near.some(({ code, at, args }) => {
      if (code === 'yaml-syntax') return true;
      if (at.from < from || at.to > to) return false;
      if (code === 'unknown-key') return args.known === keyOf(field);
      return keys.some(
        ({ name, key, value }) =>
          name === field && (aliased || (at.from >= key.from && at.to <= (value?.to ?? key.to))),
      );
    });
  }

  /**
   * The keys of the frontmatter stand in blocks of their own, and are told by where those are now. None of those that
   * checks ask for is a key of an item too.
   */
  #explainsTerms({ keys }: Source, field: string): boolean {
    return this.agreement.problems.some(({ code, at, args }) => {
      if (code === 'yaml-syntax') return this.itemAt(at) === undefined;
      if (code === 'unknown-key') return args['known'] === keyOf(field);
      const { start, end } = at.range;
      return keys.some(
        ({ name, key, value }) => name === field && start >= key.from && end <= (value?.to ?? key.to),
      );
    });
  }

  /** The item that a place belongs to. */
  itemAt({ place, from, to }: Value<unknown>): ItemRef | undefined {
    const item = this.#itemsAt(place)?.find(({ source }) => source.from <= from && to <= source.to);
    return item && itemRef(item.kind, item);
  }

  /** Nearly always a place is asked for at which there is a problem. */
  #itemsAt(place: Place): Item[] | undefined {
    if (this.#byPlace.has(place)) {
      this.#near ??= itemsOf(this.agreement, (one) => this.#byPlace.has(one));
      return this.#near.get(place);
    }
    this.#items ??= itemsOf(this.agreement, () => true);
    return this.#items.get(place);
  }
}

const known = new WeakMap<Agreement, Problems>();

/** The problems of an agreement. */
export function problemsOf(agreement: Agreement): Problems {
  let problems = known.get(agreement);
  if (!problems) {
    problems = new Problems(agreement);
    known.set(agreement, problems);
  }
  return problems;
}

/** From each mark that opens a merge to the end of the one that closes it. */
function conflictsIn(problems: readonly Problem[]): Range[] {
  const conflicts: Range[] = [];
  let open: number | undefined;
  for (const { at, args } of problems) {
    if (args['reason'] !== 'merge-marker') continue;
    if (at.value.startsWith('<')) open = at.range.start;
    else if (at.value.startsWith('>') && open !== undefined) {
      conflicts.push({ start: open, end: at.range.end });
      open = undefined;
    }
  }
  return conflicts;
}

/** The items that stand in wanted places. */
function itemsOf({ terms }: Agreement, wanted: (place: Place) => boolean): Map<Place, Item[]> {
  const items = new Map<Place, Item[]>();
  const add = (kind: Item['kind'], list: readonly Omit<Item, 'kind'>[]) => {
    for (const { id, source } of list)
      if (wanted(source.place)) push(items, source.place, { kind, source, ...(id && { id }) });
  };
  add('milestone', terms.milestones);
  add('objective', terms.objectives);
  add('risk', terms.risks);
  add('negotiation', terms.negotiations);
  add('party', terms.parties);
  return items;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
