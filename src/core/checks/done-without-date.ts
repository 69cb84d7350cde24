import type { Check } from './check.ts';
import { milestoneRef, nameOf } from './item.ts';
import { problemsOf } from './problems.ts';

/** Milestones that are done on no day: nobody can tell later whether they were on time. */
export const doneWithoutDate: Check = {
  id: 'done-without-date',
  title: 'A milestone is done, and nothing says when',
  severity: 'information',
  dependsOn: 'document',
  visit({ agreement }, report) {
    return {
      milestone({ milestone }) {
        const { status, done, every, source } = milestone;
        if (done || status?.value !== 'done') return;
        // The days of a series are in `completed`.
        if (every || problemsOf(agreement).explains(source, 'done')) return;
        report({ at: status, args: { title: nameOf(milestone) }, item: milestoneRef(milestone) });
      },
    };
  },
};
