import { addDays, type Day } from '../calendar/day.ts';
import { bufferDays, isDone, type Plan, type Schedule } from './schedule.ts';

/**
 * The day on which each milestone can be expected, as things stand today; none for those without a due day.
 * A milestone slips by the largest slip of its predecessors, less what a finished anchor has moved its due day
 * already and less its buffer; nothing unfinished is expected before today. In calendar days.
 */
export function forecastsOf(schedule: Schedule, today: Day): ReadonlyMap<Plan, Day> {
  const forecasts = new Map<Plan, Day>();
  for (const plan of schedule.inOrder) {
    const forecast = forecastOf(plan, schedule, forecasts, today);
    if (forecast !== undefined) forecasts.set(plan, forecast);
  }
  return forecasts;
}

function forecastOf(
  plan: Plan,
  schedule: Schedule,
  forecasts: ReadonlyMap<Plan, Day>,
  today: Day,
): Day | undefined {
  const { milestone, predecessors, doneAnchor } = plan;
  const due = plan.due?.day;
  if (isDone(milestone)) return milestone.done?.value ?? due;
  if (due === undefined) return undefined;
  let push = 0;
  for (const predecessor of predecessors) {
    const expected = forecasts.get(predecessor);
    const planned = predecessor.due?.day;
    if (predecessor === doneAnchor || expected === undefined || planned === undefined) continue;
    push = Math.max(push, expected - planned);
  }
  const slipped = push > 0 ? addDays(due, Math.max(0, push - bufferDays(plan, due, schedule.calendar))) : due;
  return slipped > today ? slipped : today;
}
