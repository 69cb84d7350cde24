import {
  type DayExpression,
  formatDayExpression,
  formatRelativeDay,
  parseDayExpression,
  type RelativeDay,
} from '../calendar/expression.ts';
import { isFailure } from '../calendar/failure.ts';
import type { Commitment, CommitmentItem } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import { isSettled } from '../commitments/state.ts';
import type { TextEdit } from '../text/edit.ts';
import { dateEdit } from './action.ts';
import { mergeEdits } from './merge.ts';
import { whyNotHere, whyNotPostpone } from './possible.ts';
import { type Aim, proven } from './proof.ts';
import { setField } from './record.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { dayProblem } from './typed-day.ts';

/**
 * Gives one commitment another due day.
 * @param commitment one of the ledger's
 * @param written a day or, for a milestone, a relative date, as `typedDay` gives it
 */
export function postponeEdits(
  ledger: Ledger,
  commitment: Commitment,
  written: string,
): readonly TextEdit[] | Refusal {
  return postponeAll(ledger, [commitment], written);
}

/**
 * Gives commitments of one agreement another due day, all or none: `due` of a milestone, the due marker of an action
 * item, `review` of a risk. Nothing else changes, so that whether a change was agreed stays for people to record.
 */
export function postponeAll(
  ledger: Ledger,
  commitments: readonly Commitment[],
  written: string,
): readonly TextEdit[] | Refusal {
  const expression = parseDayExpression(written);
  if (isFailure(expression)) return refuse('edit/not-a-day', { text: written });
  const chosen = [...new Set(commitments)];
  const parts: (TextEdit | Refusal)[] = [];
  for (const commitment of chosen) {
    const reason = whyNotHere(ledger, commitment) ?? whyNotPostpone(commitment);
    if (reason) return reason;
    const problem = dayProblem(ledger, commitment, expression);
    if (problem) return refuse(problem.problem, problem.args);
    parts.push(postponed(ledger, commitment, expression));
  }
  const edits = mergeEdits(parts);
  if (isRefusal(edits)) return edits;
  return proven(
    ledger,
    edits,
    chosen.map((commitment) => aimOf(ledger, commitment, expression)),
  );
}

function aimOf({ schedule }: Ledger, commitment: Commitment, expression: DayExpression): Aim {
  const fields = commitment.item.kind === 'risk-review' ? ['review'] : ['due'];
  // What a milestone is counted from can itself be among those that move: then only the words are known.
  const unresolved = schedule.resolve(expression).unresolved?.reason;
  return {
    commitment,
    fields,
    met: (after) =>
      !isSettled(after) &&
      (expression.kind === 'day'
        ? after.due === expression.day
        : after.item.kind === 'milestone' &&
          says(after.item.plan.milestone.due?.value, expression) &&
          after.item.plan.due?.unresolved?.reason === unresolved),
  };
}

function says(written: DayExpression | undefined, expression: RelativeDay): boolean {
  return written?.kind === 'relative' && formatRelativeDay(written) === formatRelativeDay(expression);
}

function postponed(
  { agreement: { text } }: Ledger,
  { item }: Commitment,
  expression: DayExpression,
): TextEdit | Refusal {
  if (item.kind === 'action' && expression.kind === 'day')
    return dateEdit(item.action, 'due', expression.day);
  const written = formatDayExpression(expression);
  if (item.kind === 'risk-review') return setField(text, item.risk.source, 'review', written);
  // All other items were refused before.
  const { source } = (item as Extract<CommitmentItem, { kind: 'milestone' }>).plan.milestone;
  const after = ['duration', 'start', 'owner', 'title'].find((name) =>
    source.keys.some((key) => key.name === name),
  );
  return setField(text, source, 'due', written, { after });
}
