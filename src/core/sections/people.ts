import { formatDay } from '../calendar/day.ts';
import type { Agreement } from '../document/agreement.ts';
import type { Negotiation } from '../schema/agreement.ts';
import { inlineText } from './markdown.ts';

/** A party's name in full; its handle where it gives none. */
export function partyName({ terms }: Agreement, handle: string): string {
  return terms.parties.find(({ id }) => id?.value === handle)?.name?.value || handle;
}

/** The name in full of a person or, where a handle is a party's, of the party. */
export function personName(agreement: Agreement, handle: string): string {
  const person = agreement.terms.people.find(({ key }) => key.value === handle);
  return person?.value?.name?.value || partyName(agreement, handle);
}

/** One line that says when the talks are and who may be there; empty where nothing is known of either. */
export function talksLine(agreement: Agreement, negotiation: Negotiation | undefined, lead: string): string {
  const { terms } = agreement;
  const seen = new Set(terms.parties.flatMap(({ people }) => people.map(({ value }) => value)));
  const parties = terms.parties.map(({ id, name, people }) => {
    const members = people.map(({ value }) => personName(agreement, value)).join(', ');
    return [name?.value ?? id?.value ?? '', members && `(${members})`].filter(Boolean).join(' ');
  });
  const others = terms.people
    .filter(({ key }) => !seen.has(key.value))
    .map(({ key }) => personName(agreement, key.value));
  const day = negotiation?.date ? [formatDay(negotiation.date.value)] : [];
  const words = [...day, ...parties, ...others].filter(Boolean).map(inlineText).join(', ');
  return words === '' ? '' : `**${lead}**: ${words}\n\n`;
}
