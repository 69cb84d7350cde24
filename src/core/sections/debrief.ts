import type { Day } from '../calendar/day.ts';
import { debriefsOf, isWritten } from '../commitments/debriefs.ts';
import type { Ledger } from '../commitments/ledger.ts';
import type { Agreement } from '../document/agreement.ts';
import { entriesOf } from '../document/body/body.ts';
import type { Entry } from '../document/body/types.ts';
import type { Negotiation } from '../schema/agreement.ts';
import { briefSubjects } from './briefs.ts';
import { debriefEntry } from './debrief-entry.ts';
import { insertEntry, nameOf } from './entry.ts';
import { type Insertion, type RefusedInsertion, refused } from './insertion.ts';

/**
 * A debrief to insert, filled in with what the agreement knows. Its heading carries today's date, or that of the
 * talks where they are still to come, and names the negotiation; an agreement without negotiations gets one whose
 * topic is left to write.
 *
 * What is inserted has been read back: where it would not read as one more debrief of that negotiation, because a
 * comment or a code block above it is never closed, it is refused. So is a second debrief for a negotiation.
 * @param negotiation the one meant; absent, the latest up to today that has no debrief
 */
export function debriefInsertion(ledger: Ledger, negotiation?: Negotiation): Insertion | RefusedInsertion {
  const { agreement, today } = ledger;
  const meant = negotiation ?? latestWithout(agreement, today);
  const existing = meant ? debriefsOf(agreement).get(meant) : undefined;
  if (meant && existing) return refused('section/debrief-exists', existing.text, { topic: nameOf(meant) });
  if (!meant) {
    const refusal = refuseUnnamed(agreement, today);
    if (refusal) return refusal;
  }
  const talks = meant?.date?.value;
  const date = talks !== undefined && talks > today ? talks : today;
  const brief = briefFor(agreement, meant, date);
  return insertEntry(agreement, {
    section: 'debrief',
    negotiation: meant,
    entry: (level) => debriefEntry(ledger, { date, negotiation: meant, brief, level }),
    entries: debriefsOf,
    unclear: 'section/debrief-unclear',
  });
}

/** The latest negotiation up to a day that has no debrief; one without a date comes before all others. */
function latestWithout(agreement: Agreement, today: Day): Negotiation | undefined {
  const written = debriefsOf(agreement);
  return agreement.terms.negotiations
    .filter((one) => !written.has(one) && (one.date?.value ?? today) <= today)
    .reduce<Negotiation | undefined>(
      (best, one) => (!best || (one.date?.value ?? 0) >= (best.date?.value ?? 0) ? one : best),
      undefined,
    );
}

/** Where no negotiation owes a debrief: one that belongs to none is right only if the file names no negotiation. */
function refuseUnnamed(agreement: Agreement, today: Day): RefusedInsertion | undefined {
  const { negotiations } = agreement.terms;
  if (negotiations.length > 0) {
    const last = [...debriefsOf(agreement).values()].at(-1);
    return last
      ? refused('section/debriefs-done', last.text)
      : refused('section/debriefs-early', negotiations[0]!.date);
  }
  const blank = entriesOf(agreement.body, 'debrief').find(
    (entry) => entry.date.value === today && !isWritten(entry, agreement.body.names),
  );
  return blank && refused('section/debrief-blank', blank.text);
}

/** The latest brief of the negotiation up to a day, else the latest that belongs to no other one. */
function briefFor(agreement: Agreement, negotiation: Negotiation | undefined, until: Day): Entry | undefined {
  const briefs = [...briefSubjects(agreement)]
    .filter(([{ date }]) => date.value <= until)
    .sort(([a], [b]) => b.date.value - a.date.value);
  const of = (wanted: Negotiation | undefined) => briefs.find(([, subject]) => subject === wanted)?.[0];
  return (negotiation && of(negotiation)) ?? of(undefined);
}
