import { formatDay } from '../calendar/day.ts';
import { isDone } from '../commitments/plan.ts';
import { isDraft } from '../commitments/state.ts';
import type { Check } from './check.ts';
import { nameOf, placeOf, refOf } from './item.ts';

/**
 * Milestones that cannot be done by their day as things stand, because something before them is late. A day that is
 * counted from what is late moves along with it, and is nothing that was promised.
 */
export const forecastLate: Check = {
  id: 'forecast-late',
  title: 'A milestone will be late as things stand',
  severity: 'information',
  dependsOn: 'today',
  run({ agreement, pressing }, report) {
    if (isDraft(agreement)) return;
    for (const commitment of pressing) {
      const { item, state, atRisk, provisional, dueAt, title } = commitment;
      if (item.kind !== 'milestone' || !atRisk || provisional || state === 'overdue') continue;
      const [due, forecast] = [commitment.due!, commitment.forecast!];
      report({
        at: dueAt!,
        args: { title, due: formatDay(due), forecast: formatDay(forecast), days: forecast - due },
        item: refOf(commitment),
        related: item.plan.predecessors
          .filter(({ milestone }) => !isDone(milestone))
          .map(({ milestone }) => ({
            at: placeOf(milestone),
            message: 'forecast-late/waits-for',
            args: { title: nameOf(milestone) },
          })),
      });
    }
  },
};
