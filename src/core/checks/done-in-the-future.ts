import { type Day, formatDay } from '../calendar/day.ts';
import type { Value } from '../text/value.ts';
import type { Check, ItemRef } from './check.ts';
import { milestoneRef, nameOf, refOf } from './item.ts';

/** Things that were done on a day that is still to come. */
export const doneInTheFuture: Check = {
  id: 'done-in-the-future',
  title: 'Something was done on a day that is still to come',
  severity: 'warning',
  dependsOn: 'today',
  run({ schedule, commitments, today }, report) {
    const tell = (at: Value<Day>, what: string, title: string, item: ItemRef) =>
      report({ at, args: { what, title, day: formatDay(at.value) }, item });
    for (const { milestone } of schedule.plans) {
      const { done, submitted, completed } = milestone;
      if (done && done.value > today) tell(done, 'done', nameOf(milestone), milestoneRef(milestone));
      if (submitted && submitted.value > today)
        tell(submitted, 'submitted', nameOf(milestone), milestoneRef(milestone));
      for (const { done: day } of completed)
        if (day && day.value > today) tell(day, 'done', nameOf(milestone), milestoneRef(milestone));
    }
    for (const commitment of commitments) {
      const { item, title } = commitment;
      if (item.kind !== 'action') continue;
      const { done } = item.action;
      if (done && done.value > today) tell(done, 'done', title, refOf(commitment));
    }
  },
};
