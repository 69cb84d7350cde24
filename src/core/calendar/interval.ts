import { explainDay, parseAbsoluteDay } from './absolute.ts';
import { type Day, type DayInterval, formatDay, parseDay } from './day.ts';
import { type CalendarFailure, failure, MAX_LENGTH, tidy } from './failure.ts';

/**
 * Reads `YYYY-MM-DD/YYYY-MM-DD` (ISO 8601 interval, both days included) or one `YYYY-MM-DD`, as `holidays` lists
 * them. Failures: that of the day at fault ('no-such-day', 'not-iso', …), 'reversed', 'not-an-interval'.
 */
export function parseInterval(text: string): DayInterval | CalendarFailure {
  const written = text.trim();
  const ends = written.split('/');
  const start = parseDay(ends[0]!);
  const end = parseDay(ends.at(-1)!);
  if (ends.length > 2 || start === undefined || end === undefined) return explain(written);
  return start <= end
    ? { start, end }
    : failure('reversed', written, `${formatDay(end)}/${formatDay(start)}`);
}

function explain(written: string): CalendarFailure {
  const single = explainDay(written);
  if (single.reason !== 'not-a-day') return failure(single.reason, single.part, correct(single));
  const texts = written.length <= MAX_LENGTH ? tidy(written).split(SEPARATOR) : [];
  if (texts.length !== 2) return failure('not-an-interval', written);
  const ends = texts.map(parseAbsoluteDay);
  const [start, end] = ends.map(correct) as [string | undefined, string | undefined];
  const suggestion = start && end && (start <= end ? `${start}/${end}` : `${end}/${start}`);
  const wrong = ends.find((end) => typeof end !== 'number');
  return failure(wrong?.reason ?? 'not-an-interval', wrong?.part ?? written, suggestion);
}

/** What stands between two days where people do not know the slash. */
const SEPARATOR = / ?\/ ?| ?\.{2,3} ?| to | until | - /;

/** The day as it should be written; undefined where no day is meant beyond doubt, or more than one. */
function correct(day: Day | CalendarFailure): string | undefined {
  if (typeof day === 'number') return formatDay(day);
  return day.reason === 'imprecise' ? undefined : day.suggestion;
}
