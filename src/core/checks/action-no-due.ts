import type { Check } from './check.ts';
import { refOf } from './item.ts';

/** Action items without a day. A step of a milestone is due with it. */
export const actionNoDue: Check = {
  id: 'action-no-due',
  title: 'An action item has no due day',
  severity: 'hint',
  dependsOn: 'document',
  run({ commitments, schedule }, report) {
    for (const commitment of commitments) {
      const { item, state, title } = commitment;
      if (item.kind !== 'action' || state === 'done' || state === 'cancelled') continue;
      const { due, dueMarker, ids, text } = item.action;
      // A marker that cannot be read is a finding of its own.
      if (due || dueMarker || ids.some(({ value }) => schedule.milestone(value))) continue;
      report({ at: text, args: { title }, item: refOf(commitment) });
    }
  },
};
