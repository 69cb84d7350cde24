import { isSettled } from '../commitments/state.ts';
import type { Check } from './check.ts';
import { refOf } from './item.ts';

/** Action items without a day. A step of a milestone is due with it. */
export const actionNoDue: Check = {
  id: 'action-no-due',
  title: 'An action item has no due day',
  severity: 'hint',
  dependsOn: 'document',
  visit({ schedule }, report) {
    return {
      action({ due, dueMarker, ids, text }, commitment) {
        // A marker that cannot be read is a finding of its own.
        if (isSettled(commitment) || due || dueMarker) return;
        if (ids.some(({ value }) => schedule.milestone(value))) return;
        report({ at: text, args: { title: commitment.title }, item: refOf(commitment) });
      },
      follows: [schedule.ids],
    };
  },
};
