import { formatDayExpression } from '../calendar/expression.ts';
import type { Commitment } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import type { Agreement } from '../document/agreement.ts';
import { withText } from '../document/joined.ts';
import { mergeEdits } from '../edits/merge.ts';
import { isRefusal, type Refusal, refuse } from '../edits/refusal.ts';
import type { Milestone } from '../schema/agreement.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { type Change, isTracked, recordChanges } from './changes.ts';

/** What the parties agreed on about a milestone, by key, as the section Changes writes it. */
const AGREED: Readonly<Record<string, (milestone: Milestone) => string>> = {
  due: ({ due }) => (due ? formatDayExpression(due.value) : ''),
  owner: ({ owner }) => owner.map(({ value }) => value).join(', '),
  accepts: ({ accepts }) => accepts?.value ?? '',
};

/** Whether another day or owner for a commitment changes what was agreed and signed. */
export function isAgreed(ledger: Ledger, { kind }: Commitment): boolean {
  return kind === 'milestone' && isTracked(ledger);
}

/**
 * Adds to the edits of an action what they change of a signed agreement, as rows of its section Changes, so that both
 * are written or neither.
 * @param edits for the document that the ledger's agreement is seen from
 * @param why the reason to record; may be empty
 */
export function recorded(
  ledger: Ledger,
  edits: readonly TextEdit[] | Refusal,
  why: string,
): readonly TextEdit[] | Refusal {
  if (isRefusal(edits) || !isTracked(ledger)) return edits;
  const { agreement, today } = ledger;
  const after = withText(agreement, applyEdits(agreement.text, edits));
  if (!after) return refuse('edit/unsafe');
  const changes = changesBetween(agreement, after);
  return changes.length === 0 ? edits : mergeEdits([edits, recordChanges(agreement, today, changes, why)]);
}

/** What changes of the milestones is read from the texts: no action has to know what it comes to. */
function changesBetween(before: Agreement, after: Agreement): readonly Change[] {
  return before.terms.milestones.flatMap((milestone, index) => {
    const then = after.terms.milestones[index]!;
    const { id, title } = milestone;
    return Object.entries(AGREED)
      .map(([field, say]) => ({ field, from: say(milestone), to: say(then) }))
      .filter(({ from, to }) => from !== to)
      .map((change) => ({ item: id?.value ?? title?.value ?? '', ...change }));
  });
}
