import type { Check } from './check.ts';
import { milestoneRef, nameOf } from './item.ts';
import { problemsOf } from './problems.ts';

/** Milestones that are done on no day: nobody can tell later whether they were on time. */
export const doneWithoutDate: Check = {
  id: 'done-without-date',
  title: 'A milestone is done, and nothing says when',
  severity: 'information',
  dependsOn: 'document',
  run({ agreement, schedule }, report) {
    for (const { milestone } of schedule.plans) {
      const { status, done, every, source } = milestone;
      if (done || status?.value !== 'done') continue;
      // The days of a series are in `completed`.
      if (every || problemsOf(agreement).explains(source, 'done')) continue;
      report({ at: status, args: { title: nameOf(milestone) }, item: milestoneRef(milestone) });
    }
  },
};
