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
  visit({ today }, report) {
    const tell = (at: Value<Day> | undefined, what: string, title: string, item: () => ItemRef) => {
      if (at && at.value > today)
        report({ at, args: { what, title, day: formatDay(at.value) }, item: item() });
    };
    return {
      milestone({ milestone }) {
        const { done, submitted, completed } = milestone;
        const item = () => milestoneRef(milestone);
        tell(done, 'done', nameOf(milestone), item);
        tell(submitted, 'submitted', nameOf(milestone), item);
        for (const { done: day } of completed) tell(day, 'done', nameOf(milestone), item);
      },
      action({ done }, commitment) {
        tell(done, 'done', commitment.title, () => refOf(commitment));
      },
    };
  },
};
