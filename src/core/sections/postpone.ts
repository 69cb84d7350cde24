import { formatDayExpression } from '../calendar/expression.ts';
import type { Commitment } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import { mergeEdits } from '../edits/merge.ts';
import { canPostpone } from '../edits/possible.ts';
import { postponeAll } from '../edits/postpone.ts';
import { isRefusal, type Refusal } from '../edits/refusal.ts';
import type { TextEdit } from '../text/edit.ts';
import { type Change, isTracked, recordChanges } from './changes.ts';

/** Whether giving a commitment another day changes what was agreed and signed. */
export function isAgreed(ledger: Ledger, commitment: Commitment): boolean {
  return commitment.kind === 'milestone' && canPostpone(commitment) && isTracked(ledger);
}

/**
 * As `postponeAll`; what changes of a signed agreement is recorded in its section Changes too, in the same edit.
 * @param why the reason to record; may be empty
 */
export function postponeRecorded(
  ledger: Ledger,
  commitments: readonly Commitment[],
  written: string,
  why: string,
): readonly TextEdit[] | Refusal {
  const edits = postponeAll(ledger, commitments, written);
  if (isRefusal(edits)) return edits;
  const changes = [...new Set(commitments)].flatMap((commitment) => changeOf(ledger, commitment, written));
  if (changes.length === 0) return edits;
  return mergeEdits([edits, recordChanges(ledger.agreement, ledger.today, changes, why)]);
}

function changeOf(ledger: Ledger, commitment: Commitment, to: string): Change[] {
  const { item } = commitment;
  if (item.kind !== 'milestone' || !isAgreed(ledger, commitment)) return [];
  const { id, title, due } = item.plan.milestone;
  const from = due ? formatDayExpression(due.value) : '';
  return from === to ? [] : [{ item: id?.value ?? title?.value ?? '', field: 'due', from, to }];
}
