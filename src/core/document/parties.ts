import type { Terms } from '../schema/agreement.ts';
import type { Configuration } from './configuration.ts';

/** Who is who in an agreement: people and parties share one namespace of handles. */
export interface Parties {
  /** The handles of the parties, in the order of the file. */
  readonly all: readonly string[];
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
  for (const { key } of terms.people) known.add(key.value);
  const people = [...terms.people, ...configuration.vocabulary];
  const others = new Map(all.map((party) => [party, all.filter((other) => other !== party)]));
  const namesPeople = known.size > all.length;
  for (const { key } of configuration.vocabulary) known.add(key.value);
  return {
    all,
    knows: (name) => !namesPeople || known.has(name),
    of: (name) => partyOf.get(name),
    others: (party) => others.get(party) ?? all,
    nameOf: (handle) => {
      const person = people.find(({ key, value }) => key.value === handle && value?.name?.value);
      const party = terms.parties.find(({ id }) => id?.value === handle);
      return person?.value?.name?.value || party?.name?.value || handle;
    },
    mailedAt: (addresses) =>
      people
        .filter(({ value }) => value?.email && addresses.has(value.email.value.toLowerCase()))
        .map(({ key }) => key.value),
  };
}
