import { type Ledger, sharedLedger } from '../commitments/ledger.ts';
import { entriesOf, hasOwnText } from '../document/body/body.ts';
import type { Negotiation } from '../schema/agreement.ts';
import { briefEntry } from './brief-entry.ts';
import { briefsOf, nextToPrepare } from './briefs.ts';
import { shareCounterparty } from './counterparties.ts';
import { insertEntry, nameOf, type Subject } from './entry.ts';
import { type Insertion, type RefusedInsertion, refused } from './insertion.ts';
import { plainText } from './snippet.ts';

/**
 * A reflection brief to insert. Its heading carries today's date and names the negotiation; an agreement without
 * negotiations gets one whose topic is left to write. It begins with what is known: who will talk, what each side still
 * owes, what the objectives ask for, and what earlier briefs and debriefs with the same counterparty assumed, feared,
 * offered and learnt, each with where it comes from and what became of it.
 *
 * What is inserted has been read back, as with a debrief; a second brief for a negotiation is refused.
 * @param others the agreements of the workspace, in any order; the ledger's own may be among them
 * @param negotiation the one meant; absent, the next one without a brief
 */
export function briefInsertion(
  ledger: Ledger,
  others: readonly Ledger[],
  negotiation?: Negotiation,
): Insertion | RefusedInsertion {
  const { agreement, today } = ledger;
  const meant = negotiation ?? nextToPrepare(agreement, today);
  const existing = meant ? briefsOf(agreement).get(meant) : undefined;
  if (meant && existing) return refused('section/brief-exists', existing.text, { topic: nameOf(meant) });
  const related = others
    .filter((other) => other.agreement.uri !== agreement.uri && shareCounterparty(ledger, other))
    // What is private elsewhere must not come to stand in a file that may be shown to the other side.
    .map((other) => (agreement.join ? other : sharedLedger(other)))
    .sort((a, b) => (a.agreement.uri < b.agreement.uri ? -1 : 1));
  const subject = { date: today, negotiation: meant };
  const refusal = meant ? undefined : refuseUnnamed(ledger, related, { ...subject, level: 3 });
  if (refusal) return refusal;
  return insertEntry(agreement, {
    section: 'reflection-brief',
    negotiation: meant,
    entry: (level) => briefEntry(ledger, related, { ...subject, level }),
    entries: briefsOf,
    unclear: 'section/brief-unclear',
  });
}

/** Where no negotiation needs a brief: one that belongs to none is right only if the file names no negotiation. */
function refuseUnnamed(
  ledger: Ledger,
  related: readonly Ledger[],
  subject: Subject,
): RefusedInsertion | undefined {
  const { agreement, today } = ledger;
  if (agreement.terms.negotiations.length > 0)
    return refused('section/briefs-done', [...briefsOf(agreement).values()].at(-1)?.text);
  const template = plainText(briefEntry(ledger, related, subject)).split('\n');
  const blank = entriesOf(agreement.body, 'reflection-brief').find(
    (entry) => entry.date.value === today && !hasOwnText(entry, template),
  );
  return blank && refused('section/brief-blank', blank.text);
}
