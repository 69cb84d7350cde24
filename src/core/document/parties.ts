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
  const common = sharedNames(configuration);
  return {
    get all() {
      return names.parties.flatMap(([handle]) => handle || []);
    },
    get names() {
      return names.parties.flatMap(([, name]) => name || []);
    },
    get people() {
      return [...names.people, ...common.people].map(([handle]) => handle);
    },
    nameOf: (handle) =>
      nameIn(names.people, handle) ??
      nameIn(common.people, handle) ??
      nameIn(names.parties, handle) ??
      handle,
    mailedAt: (addresses) =>
      [names, common].flatMap(({ people }) =>
        people.flatMap(([handle, , address]) => (addresses.has(address) ? handle : [])),
      ),
  };
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
  const partyOf = new Map<string, string>();
  const all: string[] = [];
  const known = new Set<string>();
  for (const { id, people } of terms.parties) {
    if (!id) continue;
    all.push(id.value);
    known.add(id.value);
    partyOf.set(id.value, id.value);
    for (const person of people) {
      known.add(person.value);
      if (!partyOf.has(person.value)) partyOf.set(person.value, id.value);
    }
  }
  for (const { key } of terms.people) known.add(key.value);
  const common = sharedNames(configuration);
  const others = new Map(all.map((party) => [party, all.filter((other) => other !== party)]));
  const namesPeople = known.size > all.length;
  return {
    ...namingOf(namesOf(terms), configuration),
    knows: (name) => !namesPeople || known.has(name) || common.handles.has(name),
    of: (name) => partyOf.get(name),
    others: (party) => others.get(party) ?? all,
  };
}
