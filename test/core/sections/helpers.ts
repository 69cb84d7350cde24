import { commitmentsOf, ledgerOf } from '../../../src/core/commitments/ledger.ts';
import { type Agreement, readAgreement } from '../../../src/core/document/agreement.ts';
import type { Negotiation } from '../../../src/core/schema/agreement.ts';
import { debriefInsertion } from '../../../src/core/sections/debrief.ts';
import type { Insertion, RefusedInsertion } from '../../../src/core/sections/insertion.ts';
import { plainText } from '../../../src/core/sections/snippet.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { day } from '../commitments/listing.ts';

/** The day on which these tests write debriefs. */
export const TODAY = '2026-12-04';

/** Reads a document that must be an agreement. */
export function read(text: string): Agreement {
  const agreement = readAgreement(text, 'file:///sample.md');
  if (!agreement) throw new Error('no agreement');
  return agreement;
}

/** Asks for a debrief of the negotiation with an id, or of the one that owes it. */
export function ask(text: string, id?: string, today = TODAY): Insertion | RefusedInsertion {
  const agreement = read(text);
  const meant = agreement.terms.negotiations.find((one: Negotiation) => one.id?.value === id);
  return debriefInsertion(ledgerOf(agreement, day(today)), id === undefined ? undefined : meant);
}

/** The document with the debrief inserted. */
export function insert(text: string, id?: string, today = TODAY): string {
  const result = ask(text, id, today);
  if ('refused' in result) throw new Error(result.refused);
  return apply(text, result);
}

export function apply(text: string, { range, snippet }: Insertion): string {
  return applyEdits(text, [{ range, newText: plainText(snippet) }]);
}

/** The code of the sentence with which it is refused, and the text that it points at. */
export function refusal(text: string, id?: string, today = TODAY): [code: string, at: string | undefined] {
  const result = ask(text, id, today);
  if (!('refused' in result)) throw new Error('inserted');
  const at = result.at && text.slice(result.at.range.start, result.at.range.end).split('\n')[0];
  return [result.refused, at];
}

/** Everything but debriefs that is owed, by what people see of it. */
export function othersOwed(text: string, today = TODAY): unknown[] {
  return commitmentsOf(read(text), day(today))
    .filter(({ kind }) => kind !== 'debrief')
    .map(({ kind, id, title, due, state, owner, done }) => ({ kind, id, title, due, state, owner, done }));
}

/** The state of a negotiation's debrief. */
export function stateOf(text: string, id: string, today = TODAY): string | undefined {
  const debriefs = commitmentsOf(read(text), day(today)).filter(({ kind }) => kind === 'debrief');
  return debriefs.find((one) => one.id === id)?.state;
}

/** Reads the Language Server Protocol's snippet syntax, as far as it is written here: each stop gives its hint. */
export function expand(text: string): { plain: string; stops: number[] } {
  const stops: number[] = [];
  const bare = (part: string) => part.replace(/\\([\\$}])/g, '$1');
  const plain = text.replace(
    /\$0|\$\{(\d+)(?::((?:\\[\s\S]|[^\\}])*))?\}|\\([\\$}])/g,
    (_, number?: string, hint?: string, sign?: string) => {
      if (sign) return sign;
      stops.push(Number(number ?? 0));
      return bare(hint ?? '');
    },
  );
  return { plain, stops };
}
