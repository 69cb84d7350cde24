import type { Entry } from '../core/portfolio/entry.ts';
import { nameOf } from '../core/report/names.ts';
import type { PersonRow } from './protocol.ts';

/** Everybody who could answer for something in some agreements: people, then parties, each in the order of the files. */
export function peopleOf(entries: readonly Entry[]): readonly PersonRow[] {
  const handles = new Set([
    ...entries.flatMap(peopleIn),
    ...entries.flatMap(({ ledger }) => ledger.parties.all),
  ]);
  return [...handles].map((handle) => {
    const knowing = entries.filter(({ ledger }) => ledger.parties.knows(handle));
    const entry = knowing.find((one) => nameOf(handle, one) !== handle) ?? entries[0]!;
    const role = roleOf(handle, entry);
    const party = entry.ledger.parties.of(handle);
    return {
      handle,
      name: nameOf(handle, entry),
      ...(role && { role }),
      ...(party !== undefined && party !== handle && { party: nameOf(party, entry) }),
      unknownIn: entries.filter((one) => !knowing.includes(one)).map(({ agreement }) => agreement.title),
    };
  });
}

/** People by handle; where a file lists none, whoever has something to do in it. */
function peopleIn({ agreement: { terms }, ledger }: Entry): readonly string[] {
  const parties = new Set(ledger.parties.all);
  return [
    ...terms.people.map(({ key }) => key.value),
    ...terms.parties.flatMap(({ people }) => people.map(({ value }) => value)),
    ...ledger.configuration.vocabulary.map(({ key }) => key.value),
    ...ledger.commitments.flatMap(({ owner, support }) =>
      owner === undefined ? support : [owner, ...support],
    ),
  ].filter((handle) => !parties.has(handle));
}

function roleOf(handle: string, { agreement: { terms }, ledger }: Entry): string | undefined {
  const people = [...terms.people, ...ledger.configuration.vocabulary];
  const person = people.find(({ key, value }) => key.value === handle && value?.role)?.value;
  return person?.role?.value ?? terms.parties.find(({ id }) => id?.value === handle)?.role?.value;
}
