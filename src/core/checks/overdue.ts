import { formatDay } from '../calendar/day.ts';
import type { Check } from './check.ts';
import { refOf } from './item.ts';

/** Commitments whose day has passed. */
export const overdue: Check = {
  id: 'overdue',
  title: 'A commitment is late',
  severity: 'warning',
  dependsOn: 'today',
  run({ commitments }, report) {
    for (const commitment of commitments) {
      const { title, due, daysLate, dueAt, at, state, owner } = commitment;
      if (state !== 'overdue' || due === undefined) continue;
      const args = {
        title,
        days: daysLate,
        due: formatDay(due),
        owner: owner ?? '',
        who: owner ? 'owner' : 'nobody',
      };
      report({ at: dueAt ?? at, args, item: refOf(commitment) });
    }
  },
};
