import { addDays, type Day } from '../calendar/day.ts';
import { bufferDays, isDone, type Plan } from './plan.ts';
import type { Schedule } from './schedule.ts';

/** The day on which a milestone can be expected; none for one without a due day. */
export type Forecasts = (plan: Plan) => Day | undefined;

/**
 * The day on which each milestone can be expected, as things stand today; none for those without a due day.
 * A milestone slips by the largest slip of its predecessors, less what a finished anchor has moved its due day
 * already and less its buffer; nothing unfinished is expected before today. In calendar days.
 */
export function forecastsOf(schedule: Schedule, today: Day): Forecasts {
  const worked = new Map<Plan, Day | undefined>();
  const forecasts = (plan: Plan) => (plan.free ? freeForecast(plan, today) : worked.get(plan));
  for (const plan of schedule.inOrder)
    if (!plan.free) worked.set(plan, forecastOf(plan, schedule, forecasts, today));
  return forecasts;
}

/** The forecast of a milestone that has no predecessors: the day it was done, its due day, or today. */
function freeForecast({ milestone, due }: Plan, today: Day): Day | undefined {
  if (isDone(milestone)) return milestone.done?.value ?? due?.day;
  return due?.day !== undefined && due.day < today ? today : due?.day;
}

function forecastOf(
  plan: Plan,
  schedule: Schedule,
  forecasts: (plan: Plan) => Day | undefined,
  today: Day,
): Day | undefined {
  const { milestone, predecessors, doneAnchor } = plan;
  const due = plan.due?.day;
  if (isDone(milestone) || due === undefined) return freeForecast(plan, today);
  let push = 0;
  for (const predecessor of predecessors) {
    const expected = forecasts(predecessor);
    const planned = predecessor.due?.day;
    if (predecessor === doneAnchor || expected === undefined || planned === undefined) continue;
    push = Math.max(push, expected - planned);
  }
  const slipped = push > 0 ? addDays(due, Math.max(0, push - bufferDays(plan, due, schedule.calendar))) : due;
  return slipped > today ? slipped : today;
}
