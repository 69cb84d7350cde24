import type { Day } from '../calendar/day.ts';
import { debriefsOf, isWritten, negotiationOf } from '../commitments/debriefs.ts';
import type { Ledger } from '../commitments/ledger.ts';
import { type Agreement, readAgreement } from '../document/agreement.ts';
import { entriesOf } from '../document/body/body.ts';
import type { Entry } from '../document/body/types.ts';
import { refuse } from '../edits/refusal.ts';
import type { MessageArgs } from '../messages.ts';
import type { Negotiation } from '../schema/agreement.ts';
import { applyEdits } from '../text/edit.ts';
import type { Value } from '../text/value.ts';
import { debriefEntry } from './debrief-entry.ts';
import { type Insertion, insertLines, type RefusedInsertion } from './insertion.ts';
import { heading } from './markdown.ts';
import { type EntryPlace, entryPlace } from './place.ts';
import { plainText, type Snippet } from './snippet.ts';

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
  const place = entryPlace(agreement.body, 'debrief', agreement.text.length);
  const subject = { date, negotiation: meant, brief: briefFor(agreement, meant, date), level: place.level };
  return readBack(agreement, meant, place, debriefEntry(agreement, subject));
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

/** The latest brief that speaks of the negotiation, else the latest of all, up to a day. */
function briefFor(agreement: Agreement, negotiation: Negotiation | undefined, until: Day): Entry | undefined {
  const briefs = entriesOf(agreement.body, 'reflection-brief')
    .filter(({ date }) => date.value <= until)
    .sort((a, b) => b.date.value - a.date.value);
  const own = briefs.find((brief) => negotiation && negotiationOf(agreement, brief) === negotiation);
  return own ?? briefs[0];
}

/** Inserts, and reads what comes of it: anything but one more debrief that belongs where it should is refused. */
function readBack(
  agreement: Agreement,
  negotiation: Negotiation | undefined,
  { boundary, level, newSection }: EntryPlace,
  entry: Snippet,
): Insertion | RefusedInsertion {
  const { text, body, frontmatter, uri } = agreement;
  const opening = newSection ? heading(level - 1, body.names.debrief.names[0]!) : [];
  const { range, snippet } = insertLines(text, frontmatter.bodyStart, boundary, [...opening, ...entry]);
  const newText = applyEdits(text, [{ range, newText: plainText(snippet) }]);
  const grown = newText.length - text.length;
  const after = readAgreement(newText, uri);
  const inserted =
    after &&
    entriesOf(after.body, 'debrief').find(
      (one) => one.text.range.start >= range.start && one.text.range.end === boundary + grown,
    );
  if (!inserted) return refused('section/no-place', headingBefore(agreement, boundary));
  const [before, now] = [debriefsOf(agreement), debriefsOf(after)];
  const unclear = after.terms.negotiations.some((one, index) => {
    const was = agreement.terms.negotiations[index]!;
    return was === negotiation ? now.get(one) !== inserted : now.has(one) !== before.has(was);
  });
  if (unclear) return refused('section/debrief-unclear', negotiation?.id ?? negotiation?.topic);
  return { range, snippet, reveal: { start: inserted.text.range.start, end: inserted.content.range.start } };
}

/** The last top-level heading before a place, near which something is never closed. */
function headingBefore({ body }: Agreement, boundary: number): Value<unknown> | undefined {
  return body.sections.findLast(({ heading, place }) => heading && place.start < boundary)?.heading;
}

function nameOf({ id, topic }: Negotiation): string {
  return topic?.value || id?.value || '';
}

function refused(code: string, at?: Value<unknown>, args?: MessageArgs): RefusedInsertion {
  return { ...refuse(code, args), ...(at && { at }) };
}
