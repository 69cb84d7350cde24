import { type Day, formatDay } from '../calendar/day.ts';
import { occurrences } from '../calendar/recurrence.ts';
import type { Ledger } from '../commitments/ledger.ts';
import { recurrenceOf } from '../commitments/milestones.ts';
import type { Milestone } from '../schema/agreement.ts';
import type { Value } from '../text/value.ts';
import type { Report } from './check.ts';
import { milestoneRef, nameOf } from './item.ts';

/** Reports the days in `completed` and `skipped` of a series on which nothing of it is due. */
export function strangeDays({ schedule }: Ledger, report: Report): void {
  for (const plan of schedule.plans) {
    const { milestone } = plan;
    const named = namedDays(milestone);
    const recurrence = named.length > 0 ? recurrenceOf(plan, schedule) : undefined;
    if (!recurrence) continue;
    let last = named[0]!.value;
    for (const { value } of named) if (value > last) last = value;
    const { days, cut } = occurrences(recurrence, last, schedule.calendar);
    const known = new Set<Day>(days);
    for (const at of named) {
      if (known.has(at.value) || (cut && at.value > days.at(-1)!)) continue;
      report({
        at,
        args: { what: 'occurrence', name: formatDay(at.value), title: nameOf(milestone) },
        item: milestoneRef(milestone),
        related: [
          { at: milestone.every!, message: 'unknown-reference/every', args: { title: nameOf(milestone) } },
        ],
      });
    }
  }
}

function namedDays({ completed, skipped }: Milestone): readonly Value<Day>[] {
  return [...completed.flatMap(({ due }) => (due ? [due] : [])), ...skipped];
}
