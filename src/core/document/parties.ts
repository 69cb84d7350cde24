import type { Terms } from '../schema/agreement.ts';
import type { Configuration } from './configuration.ts';

/** What the people and parties of an agreement are called. */
export interface Naming {
  /** The handles of the parties, in the order of the file. */
  readonly all: readonly string[];
  /** What the parties are called, those without a handle too. */
  readonly names: readonly string[];
  /** The handles of the people who are described, by the agreement or for all of the folder. */
  readonly people: readonly string[];
  /** The name in full of a person or party; the handle where nobody gives one. */
  nameOf(handle: string): string;
  /** The handles of the people whose e-mail address is one of these, which are in lower case. */
  mailedAt(addresses: ReadonlySet<string>): readonly string[];
}

/** Who is who in an agreement: people and parties share one namespace of handles. */
export interface Parties extends Naming {
  /** Whether a name is a person or party here. A file that lists no people takes every name as it stands. */
  knows(name: string): boolean;
  /** The party of a person, the party itself for a party, undefined for whoever belongs to none. */
  of(name: string): string | undefined;
  /** All parties but one. */
  others(party: string): readonly string[];
}

/** People and parties in words alone: they outlive the text that they were read from. */
export interface Names {
  /** Handles, names in full and e-mail addresses, which are in lower case; empty for what nobody gives. */
  readonly people: readonly (readonly [handle: string, name: string, address: string])[];
  /** Handles and names; empty for what nobody gives. */
  readonly parties: readonly (readonly [handle: string, name: string])[];
}

/** The names that an agreement gives. */
export function namesOf({ people, parties }: Pick<Terms, 'people' | 'parties'>): Names {
  return {
    people: people.map(({ key, value }) => [
      key.value,
      value?.name?.value ?? '',
      value?.email?.value.toLowerCase() ?? '',
    ]),
    parties: parties.map(({ id, name }) => [id?.value ?? '', name?.value ?? '']),
  };
}

/** What people and parties are called by an agreement's names and those that all agreements of the folder share. */
export function namingOf(names: Names, configuration: Configuration): Naming {
  return new NamesHere(names, sharedNames(configuration));
}

class NamesHere implements Naming {
  constructor(
    protected readonly own: Names,
    protected readonly common: SharedNames,
  ) {}

  get all(): readonly string[] {
    return this.own.parties.flatMap(([handle]) => handle || []);
  }

  get names(): readonly string[] {
    return this.own.parties.flatMap(([, name]) => name || []);
  }

  get people(): readonly string[] {
    return [...this.own.people, ...this.common.people].map(([handle]) => handle);
  }

  nameOf(handle: string): string {
    return (
      nameIn(this.own.people, handle) ??
      nameIn(this.common.people, handle) ??
      nameIn(this.own.parties, handle) ??
      handle
    );
  }

  mailedAt(addresses: ReadonlySet<string>): readonly string[] {
    return [this.own, this.common].flatMap(({ people }) =>
      people.flatMap(([handle, , address]) => (addresses.has(address) ? handle : [])),
    );
  }
}

type Named = readonly (readonly [handle: string, name: string, ...rest: readonly string[]])[];

/** Above so many names they are looked up, below looked through: thousands of agreements have few each. */
const FEW = 16;
const lookups = new WeakMap<Named, ReadonlyMap<string, string>>();

/** The first name that a list gives to a handle. */
function nameIn(list: Named, handle: string): string | undefined {
  if (list.length <= FEW) return list.find(([one, name]) => one === handle && name !== '')?.[1];
  const lookup =
    lookups.get(list) ??
    new Map(
      list
        .filter(([, name]) => name !== '')
        .map(([one, name]) => [one, name] as const)
        .reverse(),
    );
  lookups.set(list, lookup);
  return lookup.get(handle);
}

/** The people whom all agreements of a folder share. */
interface SharedNames extends Names {
  readonly handles: ReadonlySet<string>;
}

const shared = new WeakMap<Configuration, SharedNames>();

/** The people whom all agreements of a configuration share, read once. */
function sharedNames(configuration: Configuration): SharedNames {
  let known = shared.get(configuration);
  if (!known) {
    const names = namesOf({ people: configuration.vocabulary, parties: [] });
    known = { ...names, handles: new Set(names.people.map(([handle]) => handle)) };
    shared.set(configuration, known);
  }
  return known;
}

/** Reads who is who from the frontmatter, and from the people that all agreements of the folder share. */
export function partiesOf(terms: Terms, configuration: Configuration): Parties {
  return new PartiesHere(terms, sharedNames(configuration));
}

class PartiesHere extends NamesHere implements Parties {
  readonly #partyOf = new Map<string, string>();
  readonly #known = new Set<string>();
  readonly #others = new Map<string, readonly string[]>();
  readonly #namesPeople: boolean;

  constructor(terms: Terms, common: SharedNames) {
    super(namesOf(terms), common);
    const all: string[] = [];
    for (const { id, people } of terms.parties) {
      if (!id) continue;
      all.push(id.value);
      this.#known.add(id.value);
      this.#partyOf.set(id.value, id.value);
      for (const person of people) {
        this.#known.add(person.value);
        if (!this.#partyOf.has(person.value)) this.#partyOf.set(person.value, id.value);
      }
    }
    for (const { key } of terms.people) this.#known.add(key.value);
    for (const party of all)
      this.#others.set(
        party,
        all.filter((other) => other !== party),
      );
    this.#namesPeople = this.#known.size > all.length;
  }

  knows(name: string): boolean {
    return !this.#namesPeople || this.#known.has(name) || this.common.handles.has(name);
  }

  of(name: string): string | undefined {
    return this.#partyOf.get(name);
  }

  others(party: string): readonly string[] {
    return this.#others.get(party) ?? this.all;
  }
}
