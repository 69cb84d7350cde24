import { type Day, formatDay } from '../calendar/day.ts';
import type { Commitment } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import type { Plan } from '../commitments/plan.ts';
import type { Milestone } from '../schema/agreement.ts';
import type { TextEdit } from '../text/edit.ts';
import { tickedItem } from './action.ts';
import { appendItems } from './list.ts';
import { mergeEdits } from './merge.ts';
import { whyNotComplete, whyNotHere } from './possible.ts';
import { type Aim, proven } from './proof.ts';
import { setField } from './record.ts';
import { isRefusal, type Refusal } from './refusal.ts';

/**
 * Marks one commitment done on a day.
 * @param commitment one of the ledger's
 */
export function completeEdits(
  ledger: Ledger,
  commitment: Commitment,
  day: Day,
): readonly TextEdit[] | Refusal {
  return completeAll(ledger, [commitment], day);
}

/**
 * Marks commitments of one agreement done on a day, all or none:
 * - a milestone gets `status: done` and `done`; one that somebody has to accept gets `submitted` first;
 * - an occurrence goes into `completed`, as a bare day where it is the earliest open one;
 * - an action item is ticked and marked with the day.
 * @param commitments of the ledger's, in any order
 */
export function completeAll(
  ledger: Ledger,
  commitments: readonly Commitment[],
  day: Day,
): readonly TextEdit[] | Refusal {
  const chosen = new Set(commitments);
  const parts: (TextEdit | readonly TextEdit[] | Refusal)[] = [];
  const series = new Set<Plan>();
  for (const commitment of chosen) {
    const reason = whyNotHere(ledger, commitment) ?? whyNotComplete(commitment);
    if (reason) return reason;
    const { item, occurrence } = commitment;
    if (item.kind === 'action') parts.push(tickedItem(item.action, day));
    else if (item.kind === 'milestone' && occurrence !== undefined) series.add(item.plan);
    else if (item.kind === 'milestone') parts.push(finished(ledger, item.plan.milestone, day));
  }
  for (const plan of series) parts.push(occurrencesDone(ledger, plan, chosen, day));
  const edits = mergeEdits(parts);
  if (isRefusal(edits)) return edits;
  return proven(
    ledger,
    edits,
    [...chosen].map((commitment) => aimOf(commitment, day)),
  );
}

function aimOf(commitment: Commitment, day: Day): Aim {
  const submits = commitment.item.kind === 'milestone' && needsSubmission(commitment.item.plan.milestone);
  if (submits && commitment.occurrence === undefined)
    return {
      commitment,
      fields: ['submitted'],
      met: ({ acceptance, item }) =>
        acceptance && item.kind === 'milestone' && item.plan.milestone.submitted?.value === day,
    };
  const fields = commitment.occurrence === undefined ? ['status', 'done'] : ['completed'];
  return { commitment, fields, met: ({ state, done }) => state === 'done' && done === day };
}

function needsSubmission({ accepts, submitted }: Milestone): boolean {
  return accepts !== undefined && submitted === undefined;
}

function finished(ledger: Ledger, milestone: Milestone, day: Day): readonly TextEdit[] | Refusal {
  const { text } = ledger.agreement;
  const { source } = milestone;
  const written = formatDay(day);
  if (needsSubmission(milestone))
    return mergeEdits([setField(text, source, 'submitted', written, { after: 'due' })]);
  const has = (name: string) => source.keys.some((key) => key.name === name);
  const after = ['submitted', 'due', 'duration'].find(has);
  return mergeEdits([
    setField(text, source, 'status', 'done', { after }),
    setField(text, source, 'done', written, { after: has('status') ? 'status' : after }),
  ]);
}

function occurrencesDone(
  { agreement, commitments }: Ledger,
  plan: Plan,
  chosen: ReadonlySet<Commitment>,
  day: Day,
): TextEdit | Refusal {
  const { source } = plan.milestone;
  const done = formatDay(day);
  const open = commitments.filter(
    (one) => one.item.kind === 'milestone' && one.item.plan === plan && one.done === undefined,
  );
  // Bare days are told off against the open occurrences in turn, so they reach as far as the choice has no gap.
  const gap = open.findIndex((one) => !chosen.has(one));
  const items = open.flatMap((one, i) => {
    if (!chosen.has(one)) return [];
    return gap < 0 || i < gap ? [done] : [`{ due: ${formatDay(one.occurrence!)}, done: ${done} }`];
  });
  return appendItems(agreement.text, source, 'completed', items, { after: 'every' });
}
