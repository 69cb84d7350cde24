import { type Day, formatDay } from '../calendar/day.ts';
import type { Commitment } from '../commitments/commitment.ts';
import type { Check } from './check.ts';
import { calledBy, refOf } from './item.ts';

/** Commitments whose day is near. The last day to give notice has a check of its own. */
export const dueSoon: Check = {
  id: 'due-soon',
  title: 'A commitment is due soon',
  severity: 'information',
  dependsOn: 'today',
  run(ledger, report) {
    for (const commitment of ledger.pressing) {
      const { kind, due, dueAt, owner = '', acceptance } = commitment;
      if (due === undefined || !isNear(commitment, ledger.today)) continue;
      const args = {
        kind: acceptance ? 'acceptance' : kind,
        title: calledBy(commitment),
        ...(acceptance && { owner: ledger.parties.nameOf(owner) }),
        days: due - ledger.today,
        due: formatDay(due),
      };
      report({ at: dueAt!, args, item: refOf(commitment) });
    }
  },
};

function isNear({ state, item }: Commitment, today: Day): boolean {
  if (item.kind === 'notice' || (state !== 'due-soon' && state !== 'due-today')) return false;
  // Nobody can write a debrief before the talks.
  return item.kind !== 'debrief' || item.negotiation.date!.value < today;
}
