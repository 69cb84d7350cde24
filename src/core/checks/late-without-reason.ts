import { formatDay } from '../calendar/day.ts';
import { lastCheckIns } from '../commitments/events.ts';
import type { Part } from '../document/body/types.ts';
import type { Milestone } from '../schema/agreement.ts';
import type { Check } from './check.ts';
import { nameOf, refOf } from './item.ts';

/** Milestones that were late when the last check-in was held, and still are, without a word there about why. */
export const lateWithoutReason: Check = {
  id: 'late-without-reason',
  title: 'A check-in gives no reason for what is late',
  severity: 'information',
  dependsOn: 'today',
  run(ledger, report) {
    const held = lastCheckIns(ledger.agreement.body);
    const [checkIn] = held;
    if (!checkIn) return;
    const asked = new Set<Milestone>();
    for (const commitment of ledger.pressing) {
      const { item, state, due } = commitment;
      if (state !== 'overdue' || item.kind !== 'milestone' || due! >= checkIn.date.value) continue;
      const { milestone } = item.plan;
      if (asked.has(milestone) || milestone.blocked?.reason) continue;
      asked.add(milestone);
      if (held.some(({ parts }) => parts.some((part) => givesReason(part, milestone)))) continue;
      const args = { title: nameOf(milestone), date: formatDay(checkIn.date.value) };
      report({ at: checkIn.date, args, item: refOf(commitment) });
    }
  },
};

/** Whether a part says why a milestone is late: a row of Variances with a reason, or prose there or under Obstacles. */
function givesReason({ key, content, table }: Part, milestone: Milestone): boolean {
  if (key !== 'variances' && key !== 'obstacles') return false;
  if (!table) return names(content.value, milestone);
  return table.rows.some(
    (row) => names(row.cell('Item')?.value ?? '', milestone) && !!row.cell('Reason')?.value,
  );
}

function names(text: string, { id, title }: Milestone): boolean {
  const words = text.split(/[^\p{L}\p{N}_.-]+/u).map((word) => word.replace(/\.+$/, ''));
  return (id !== undefined && words.includes(id.value)) || (!!title?.value && text.includes(title.value));
}
