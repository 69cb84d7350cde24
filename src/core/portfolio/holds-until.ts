import { addDays, type Day, LAST_DAY } from '../calendar/day.ts';
import { ANNOUNCED } from '../checks/notice-near.ts';
import type { Commitment } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import { isDone, type Plan } from '../commitments/plan.ts';
import { isSettled } from '../commitments/state.ts';

/**
 * The first day after today on which an agreement may stand otherwise, or something else may be said about it, though nobody
 * changed anything: what is found today holds until then. It may come sooner than need be, but never too late. What is near or
 * late is counted in days, so that it is another thing tomorrow.
 */
export function holdsUntil(ledger: Ledger): Day {
  const { agreement, schedule, commitments, today } = ledger;
  if (schedule.plans.some((plan) => isLate(plan, today)) || commitments.some((one) => isNear(one, ledger)))
    return addDays(today, 1);
  let until = LAST_DAY;
  const turns = (...days: readonly (Day | undefined)[]) => {
    for (const day of days) if (day !== undefined && day > today && day < until) until = day;
  };
  turns(agreement.terms.signed?.value);
  for (const { milestone, due } of schedule.plans) {
    const { done, submitted, completed } = milestone;
    turns(dayAfter(due?.day), done?.value, submitted?.value);
    for (const one of completed) turns(one.done?.value);
  }
  for (const commitment of commitments) {
    const { due, item } = commitment;
    if (item.kind === 'action') turns(item.action.done?.value);
    if (due !== undefined) turns(addDays(due, -daysAhead(commitment, ledger)), due);
  }
  return until;
}

/** Whether a milestone is expected today at the earliest, day after day; of a series the occurrences are looked at. */
function isLate({ milestone, due }: Plan, today: Day): boolean {
  return due?.day !== undefined && due.day < today && !isDone(milestone) && !milestone.every;
}

function isNear(commitment: Commitment, ledger: Ledger): boolean {
  const { due } = commitment;
  return due !== undefined && due - daysAhead(commitment, ledger) <= ledger.today && !isSettled(commitment);
}

/** How many days ahead something is said of a commitment because its day is near. */
function daysAhead({ kind }: Commitment, { configuration }: Ledger): number {
  return kind === 'notice' ? Math.max(ANNOUNCED, configuration.dueSoon) : configuration.dueSoon;
}

function dayAfter(day: Day | undefined): Day | undefined {
  return day === undefined ? undefined : addDays(day, 1);
}
