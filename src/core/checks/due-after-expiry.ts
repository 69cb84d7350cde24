import { formatDay } from '../calendar/day.ts';
import type { Check } from './check.ts';
import { writing } from './field-fix.ts';
import { keyPlace, milestoneRef, nameOf } from './item.ts';

/** Milestones that are due when the agreement has ended, and that nothing says are owed even then. */
export const dueAfterExpiry: Check = {
  id: 'due-after-expiry',
  title: 'A milestone is due after the agreement has ended',
  severity: 'warning',
  dependsOn: 'today',
  structural: true,
  visit({ agreement, schedule, today }, report) {
    const { expires, renews, notice } = agreement.terms;
    const last = schedule.expires?.day;
    // Of an agreement that is past its last day, that is what there is to say.
    if (!expires || last === undefined || last < today) return undefined;
    // One that renews goes on, unless somebody gave notice.
    if (renews && !notice?.given) return undefined;
    return {
      follows: [expires, last],
      open({ milestone, due }) {
        const day = due?.day;
        if (day === undefined || day <= last || milestone.survives) return;
        const { source } = milestone;
        report({
          at: milestone.due ?? milestone.duration!,
          args: { title: nameOf(milestone), due: formatDay(day), last: formatDay(last) },
          item: milestoneRef(milestone),
          related: [{ at: expires, message: 'due-after-expiry/last' }],
          fixes: (text) =>
            keyPlace(source, 'survives')
              ? []
              : writing({ title: 'fix/survives' }, text, source, 'survives', 'true'),
        });
      },
    };
  },
};
