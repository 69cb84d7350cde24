import type { Terms } from '../schema/agreement.ts';
import type { Configuration } from './configuration.ts';

/** Who is who in an agreement: people and parties share one namespace of handles. */
export interface Parties {
  /** The handles of the parties, in the order of the file. */
  readonly all: readonly string[];
  /** What the parties are called, those without a handle too. */
  readonly names: readonly string[];
  /** Whether a name is a person or party here. A file that lists no people takes every name as it stands. */
  knows(name: string): boolean;
  /** The party of a person, the party itself for a party, undefined for whoever belongs to none. */
  of(name: string): string | undefined;
  /** All parties but one. */
  others(party: string): readonly string[];
  /** The name in full of a person or party; the handle where nobody gives one. */
  nameOf(handle: string): string;
  /** The handles of the people whose e-mail address is one of these, which are in lower case. */
  mailedAt(addresses: ReadonlySet<string>): readonly string[];
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
  const people = namesIn(terms.people);
  for (const handle of people.handles) known.add(handle);
  const common = sharedNames(configuration);
  const partyNames = new Map<string, string>();
  for (const { id, name } of terms.parties)
    if (id && !partyNames.has(id.value)) partyNames.set(id.value, name?.value ?? '');
  const others = new Map(all.map((party) => [party, all.filter((other) => other !== party)]));
  const namesPeople = known.size > all.length;
  return {
    all,
    names: terms.parties.flatMap(({ name }) => (name?.value ? [name.value] : [])),
    knows: (name) => !namesPeople || known.has(name) || common.handles.has(name),
    of: (name) => partyOf.get(name),
    others: (party) => others.get(party) ?? all,
    nameOf: (handle) =>
      people.full.get(handle) ?? common.full.get(handle) ?? (partyNames.get(handle) || handle),
    mailedAt: (addresses) =>
      [people, common].flatMap(({ mailed }) =>
        mailed.filter(([, address]) => addresses.has(address)).map(([handle]) => handle),
      ),
  };
}

/** What people are called, in words alone: it outlives the text that it was read from. */
interface Names {
  readonly handles: ReadonlySet<string>;
  /** Names in full, by handle. */
  readonly full: ReadonlyMap<string, string>;
  /** Handles with their e-mail addresses, which are in lower case. */
  readonly mailed: readonly (readonly [handle: string, address: string])[];
}

function namesIn(people: Terms['people']): Names {
  const full = new Map<string, string>();
  const mailed: [string, string][] = [];
  for (const { key, value } of people) {
    const name = value?.name?.value;
    if (name && !full.has(key.value)) full.set(key.value, name);
    if (value?.email) mailed.push([key.value, value.email.value.toLowerCase()]);
  }
  return { handles: new Set(people.map(({ key }) => key.value)), full, mailed };
}

const shared = new WeakMap<Configuration, Names>();

/** The people whom all agreements of a configuration share, read once. */
function sharedNames(configuration: Configuration): Names {
  const known = shared.get(configuration) ?? namesIn(configuration.vocabulary);
  shared.set(configuration, known);
  return known;
}
