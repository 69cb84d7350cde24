import { parseAbsoluteDay } from '../calendar/absolute.ts';
import type { Day, DayInterval } from '../calendar/day.ts';
import { type DayExpression, parseDayExpression } from '../calendar/expression.ts';
import { type CalendarFailure, isFailure } from '../calendar/failure.ts';
import { parseInterval } from '../calendar/interval.ts';
import { type Period, parsePeriod } from '../calendar/period.ts';
import { parseSpan, type Span } from '../calendar/span.ts';
import { parseWeekday, type Weekday } from '../calendar/weekday.ts';
import { isTimeZone } from '../calendar/zone.ts';
import { bad, good } from './scalars.ts';
import type { Outcome, ScalarType } from './type.ts';

const ISO_DAY = '\\d{4}-\\d{2}-\\d{2}';

/** A day as it stands in the calendar. */
export const plainDay: ScalarType<Day> = {
  kind: 'scalar',
  expected: 'a day, YYYY-MM-DD',
  read: (text) => outcome(parseAbsoluteDay(text)),
  json: { type: 'string', format: 'date', pattern: `^${ISO_DAY}$` },
};

/** A day, or one counted from an anchor: `M1 + 30 business days`. */
export const relativeDay: ScalarType<DayExpression> = {
  kind: 'scalar',
  expected: 'a day, YYYY-MM-DD, or one counted from an anchor, like "M1 + 2 weeks"',
  read: (text) => outcome(parseDayExpression(text)),
  json: { type: 'string', pattern: `^(?:${ISO_DAY}|\\S+(?: [+-] \\d+ [A-Za-z]+(?: [A-Za-z]+)?)+)$` },
};

/** A length of time: `3 weeks`, `10 business days`. */
export const duration: ScalarType<Span> = {
  kind: 'scalar',
  expected: 'a length of time, like "10 business days"',
  read: (text) => outcome(parseSpan(text)),
  json: { type: 'string' },
};

/** How often something comes round: `every 2 weeks`, `monthly`, an RRULE value. */
export const period: ScalarType<Period> = {
  kind: 'scalar',
  expected: 'a period, like "every 2 weeks" or "month"',
  read: (text) => outcome(parsePeriod(text)),
  json: { type: 'string' },
};

/** Either a length of time before the expiry, or a day. */
export const noticeDay: ScalarType<NoticeDay> = {
  kind: 'scalar',
  expected: 'a length of time before the expiry, like "90 days", or a day',
  read: (text) =>
    firstOf<Span, DayExpression, NoticeDay>(
      text,
      parseSpan,
      (before) => ({ before }),
      parseDayExpression,
      (on) => ({ on }),
    ),
  json: { type: 'string' },
};

/** When notice must have been given: so long before the expiry, or on a day. */
export type NoticeDay = { readonly before: Span } | { readonly on: DayExpression };

/** Either how often, or a day. */
export const dayOrPeriod: ScalarType<DayOrPeriod> = {
  kind: 'scalar',
  expected: 'a day, YYYY-MM-DD, or a period, like "month"',
  read: (text) =>
    firstOf<Period, DayExpression, DayOrPeriod>(
      text,
      parsePeriod,
      (every) => ({ every }),
      parseDayExpression,
      (on) => ({ on }),
    ),
  json: { type: 'string' },
};

/** When something is looked at again: at each period, or on a day. */
export type DayOrPeriod = { readonly every: Period } | { readonly on: DayExpression };

/** A day or a stretch of days, both ends included. */
export const interval: ScalarType<DayInterval> = {
  kind: 'scalar',
  expected: 'a day, or two with a "/" between them',
  read: (text) => outcome(parseInterval(text)),
  json: { type: 'string', pattern: `^${ISO_DAY}(?:/${ISO_DAY})?$` },
};

/** A day of the week. */
export const weekday: ScalarType<Weekday> = {
  kind: 'scalar',
  expected: 'a day of the week: mon, tue, wed, thu, fri, sat, sun',
  read(text) {
    const found = parseWeekday(text);
    return found === undefined ? bad('not-a-weekday') : good(found);
  },
  json: { enum: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] },
  choices: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
};

/** A time zone of the IANA database. */
export const zone: ScalarType<string> = {
  kind: 'scalar',
  expected: 'an IANA time zone, like Europe/Madrid',
  read: (text) => (isTimeZone(text) ? good(text) : bad('not-a-zone')),
  json: { type: 'string' },
};

function outcome<T extends object | number>(result: T | CalendarFailure): Outcome<T> {
  if (typeof result === 'number' || !isFailure(result)) return good(result as T);
  return failed(result);
}

function failed({ reason, part, suggestion }: CalendarFailure): Outcome<never> {
  return { ok: false, reason, part, ...(suggestion !== undefined && { suggestion }) };
}

/** What begins with a letter or a year is a day; all else, and what is wrong with it, is for the first reader. */
function firstOf<A extends object, B extends object, T>(
  text: string,
  first: (text: string) => A | CalendarFailure,
  wrapFirst: (value: A) => T,
  second: (text: string) => B | CalendarFailure,
  wrapSecond: (value: B) => T,
): Outcome<T> {
  const one = first(text);
  if (!isFailure(one)) return good(wrapFirst(one as A));
  const other = second(text);
  if (!isFailure(other)) return good(wrapSecond(other as B));
  return failed(/^(?:\d{4}|\p{L})/u.test(text) ? (other as CalendarFailure) : (one as CalendarFailure));
}
