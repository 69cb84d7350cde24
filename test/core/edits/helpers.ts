import assert from 'node:assert/strict';
import { type Day, parseDay } from '../../../src/core/calendar/day.ts';
import type { Commitment } from '../../../src/core/commitments/commitment.ts';
import { type Ledger, ledgerOf } from '../../../src/core/commitments/ledger.ts';
import { type Agreement, readAgreement } from '../../../src/core/document/agreement.ts';
import { isRefusal, type Refusal } from '../../../src/core/edits/refusal.ts';
import { sentence } from '../../../src/core/messages.ts';
import { applyEdits, type TextEdit } from '../../../src/core/text/edit.ts';

/** Reads a text that is an agreement. */
export function agreementOf(text: string, uri = 'file:///a.md'): Agreement {
  const agreement = readAgreement(text, uri);
  assert.ok(agreement, 'the text is an agreement');
  return agreement;
}

/** A day from `YYYY-MM-DD`. */
export function day(written: string): Day {
  const result = parseDay(written);
  assert.ok(result !== undefined, `${written} is a day`);
  return result;
}

/** A text's agreement as it stands on a day. */
export function ledgerAt(text: string, today: string): Ledger {
  return ledgerOf(agreementOf(text), day(today));
}

/** The commitment with that id; of a series, that of the day. */
export function commitmentOf({ commitments }: Ledger, id: string, occurrence?: string): Commitment {
  const found = commitments.find(
    (one) =>
      (one.id === id || one.title === id || one.kind === id) &&
      (occurrence === undefined || one.occurrence === day(occurrence)),
  );
  assert.ok(found, `there is a commitment ${id} ${occurrence ?? ''}`);
  return found;
}

/** The text after the edits, or the refusal's code, whose sentence must have all its words. */
export function outcome(text: string, result: readonly TextEdit[] | TextEdit | Refusal): string {
  if ('range' in result) return applyEdits(text, [result]);
  if (!isRefusal(result)) return applyEdits(text, result);
  assert.doesNotMatch(sentence(result.refused, result.args), /[{}]/);
  return result.refused;
}
