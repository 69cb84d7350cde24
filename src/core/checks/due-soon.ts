import { formatDay } from '../calendar/day.ts';
import type { Commitment } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import { isDraft } from '../commitments/state.ts';
import type { Check } from './check.ts';
import { calledBy, refOf } from './item.ts';

/** Notice cannot be made up for, so it is announced this many days ahead. */
const NOTICE_DAYS = 90;

/** Commitments whose day is near. */
export const dueSoon: Check = {
  id: 'due-soon',
  title: 'A commitment is due soon',
  severity: 'information',
  dependsOn: 'today',
  run(ledger, report) {
    for (const commitment of ledger.commitments) {
      const { kind, due, dueAt, at, owner = '', acceptance } = commitment;
      if (due === undefined || !isNear(commitment, ledger)) continue;
      const args = {
        kind: acceptance ? 'acceptance' : kind,
        title: calledBy(commitment),
        owner,
        days: due - ledger.today,
        due: formatDay(due),
      };
      report({ at: dueAt ?? at, args, item: refOf(commitment) });
    }
  },
};

function isNear({ state, item, due }: Commitment, { agreement, today }: Ledger): boolean {
  if (item.kind === 'notice' && state === 'open')
    return !isDraft(agreement) && due !== undefined && due - today <= NOTICE_DAYS;
  if (state !== 'due-soon' && state !== 'due-today') return false;
  // Nobody can write a debrief before the talks.
  return item.kind !== 'debrief' || (item.negotiation.date?.value ?? today) < today;
}
