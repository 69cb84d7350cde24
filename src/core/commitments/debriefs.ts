import type { Agreement } from '../document/agreement.ts';
import { entriesOf } from '../document/body/body.ts';
import type { Entry } from '../document/body/types.ts';
import type { Negotiation } from '../schema/agreement.ts';

/**
 * Which debrief belongs to which negotiation: the one whose heading names its id, else whose heading's words equal
 * its topic, else, in the order of the file, the latest earlier negotiation that has no debrief yet.
 */
export function debriefsOf(agreement: Agreement): ReadonlyMap<Negotiation, Entry> {
  return entriesByNegotiation(agreement, entriesOf(agreement.body, 'debrief'));
}

/** As `debriefsOf`, for entries of any dated section that belong to negotiations. */
export function entriesByNegotiation(
  { terms }: Agreement,
  entries: readonly Entry[],
): ReadonlyMap<Negotiation, Entry> {
  const result = new Map<Negotiation, Entry>();
  const left: Entry[] = [];
  for (const entry of entries) {
    const words = entry.topic.value.split(/[\s,;:()]+/);
    const named = terms.negotiations.find(({ id }) => id !== undefined && words.includes(id.value));
    const meant =
      named ?? terms.negotiations.find(({ topic }) => topic && sameWords(topic.value, entry.topic.value));
    if (!meant) left.push(entry);
    else if (!result.has(meant)) result.set(meant, entry);
  }
  for (const entry of left) {
    const earlier = terms.negotiations.filter(
      (negotiation) =>
        !result.has(negotiation) && negotiation.date && negotiation.date.value <= entry.date.value,
    );
    const latest = earlier.reduce<Negotiation | undefined>(
      (best, one) => (!best || one.date!.value > best.date!.value ? one : best),
      undefined,
    );
    if (latest) result.set(latest, entry);
  }
  return result;
}

function sameWords(a: string, b: string): boolean {
  const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  return plain(a) === plain(b);
}
