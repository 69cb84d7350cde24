import { formatDay } from '../calendar/day.ts';
import type { Ledger } from '../commitments/ledger.ts';
import type { Negotiation } from '../schema/agreement.ts';
import { inlineText } from './markdown.ts';

/** One line that says when the talks are and who may be there; empty where nothing is known of either. */
export function talksLine(
  { agreement: { terms }, parties: names }: Ledger,
  negotiation: Negotiation | undefined,
  lead: string,
): string {
  const seen = new Set(terms.parties.flatMap(({ people }) => people.map(({ value }) => value)));
  const parties = terms.parties.map(({ id, name, people }) => {
    const members = people.map(({ value }) => names.nameOf(value)).join(', ');
    return [name?.value ?? id?.value ?? '', members && `(${members})`].filter(Boolean).join(' ');
  });
  const others = terms.people
    .filter(({ key }) => !seen.has(key.value))
    .map(({ key }) => names.nameOf(key.value));
  const day = negotiation?.date ? [formatDay(negotiation.date.value)] : [];
  const words = [...day, ...parties, ...others].filter(Boolean).map(inlineText).join(', ');
  return words === '' ? '' : `**${lead}**: ${words}\n\n`;
}
