import type { Check } from './check.ts';
import { milestoneRef, nameOf } from './item.ts';

/** A longer step, in calendar days, shows no progress for more than a quarter of a year. */
const LONGEST_STEP = 92;

/** Milestones that take long from their start to their day, so that nobody sees on the way whether it will be met. */
export const milestoneTooLong: Check = {
  id: 'milestone-too-long',
  title: 'A milestone takes longer than a quarter of a year',
  severity: 'hint',
  dependsOn: 'document',
  structural: true,
  visit(_ledger, report) {
    return {
      open({ milestone, start, due }) {
        if (start?.day === undefined || due?.day === undefined || milestone.every) return;
        const days = due.day - start.day;
        const at = milestone.due ?? milestone.duration;
        if (days <= LONGEST_STEP || !at) return;
        report({
          at,
          args: { title: nameOf(milestone), days, most: LONGEST_STEP },
          item: milestoneRef(milestone),
        });
      },
    };
  },
};
