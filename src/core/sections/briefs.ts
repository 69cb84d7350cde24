import { debriefsOf, negotiationOf } from '../commitments/debriefs.ts';
import type { Agreement } from '../document/agreement.ts';
import { entriesOf } from '../document/body/body.ts';
import type { Entry } from '../document/body/types.ts';
import type { Negotiation } from '../schema/agreement.ts';

/**
 * Which negotiation each reflection brief prepares, in the order of the file: the one whose id its heading names, else
 * whose topic its heading's words equal, else the next one from its day on that has no brief yet. Briefs that prepare
 * none are there too.
 */
export function briefSubjects(agreement: Agreement): ReadonlyMap<Entry, Negotiation | undefined> {
  const entries = entriesOf(agreement.body, 'reflection-brief');
  const result = new Map(entries.map((entry) => [entry, negotiationOf(agreement, entry)]));
  const taken = new Set(result.values());
  for (const [entry, named] of result) {
    if (named) continue;
    const next = earliest(
      agreement.terms.negotiations.filter(
        (one) => !taken.has(one) && one.date && one.date.value >= entry.date.value,
      ),
    );
    result.set(entry, next);
    if (next) taken.add(next);
  }
  return result;
}

/** The negotiations that have a reflection brief, each with its first one. */
export function briefsOf(agreement: Agreement): ReadonlyMap<Negotiation, Entry> {
  const result = new Map<Negotiation, Entry>();
  for (const [entry, negotiation] of briefSubjects(agreement))
    if (negotiation && !result.has(negotiation)) result.set(negotiation, entry);
  return result;
}

/**
 * The negotiation to prepare next: of those without a brief the earliest from today on, else the first without a day,
 * else the latest of those past that have no debrief, since they may have been put off.
 */
export function nextToPrepare(agreement: Agreement, today: number): Negotiation | undefined {
  const [briefs, debriefs] = [briefsOf(agreement), debriefsOf(agreement)];
  const open = agreement.terms.negotiations.filter((one) => !briefs.has(one) && !debriefs.has(one));
  return (
    earliest(open.filter(({ date }) => date && date.value >= today)) ??
    open.find(({ date }) => !date) ??
    open.toSorted((a, b) => a.date!.value - b.date!.value).at(-1)
  );
}

function earliest(dated: readonly Negotiation[]): Negotiation | undefined {
  return dated.reduce<Negotiation | undefined>(
    (best, one) => (!best || one.date!.value < best.date!.value ? one : best),
    undefined,
  );
}
