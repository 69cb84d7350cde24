import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { WorkCalendar } from '../../../src/core/calendar/business.ts';
import {
  addDays,
  type Day,
  type DayInterval,
  FIRST_DAY,
  LAST_DAY,
  parseDay,
} from '../../../src/core/calendar/day.ts';
import type { FailureReason } from '../../../src/core/calendar/failure.ts';
import { parseWeekday, type Weekday } from '../../../src/core/calendar/weekday.ts';

/** How often a property is tried. */
export const runs = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };

/** A day that certainly exists. */
export function day(text: string): Day {
  const found = parseDay(text);
  assert.ok(found !== undefined, `${text} is no day`);
  return found;
}

/** A calendar: `calendar('mon tue', '2026-12-24/2027-01-06', …)`. */
export function calendar(workweek = 'mon tue wed thu fri', ...holidays: string[]): WorkCalendar {
  const weekdays = workweek.split(' ').map(parseWeekday);
  return {
    workweek: new Set(weekdays.filter((weekday) => weekday !== undefined)),
    holidays: holidays.map((text) => {
      const [start, end] = text.split('/');
      return { start: day(start!), end: day(end ?? start!) };
    }),
  };
}

/** Any day of the calendar. */
export const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map((number) => number as Day);

/** A day from 1970 to 2079, where agreements live. */
export const someDay = fc.integer({ min: 0, max: 40_000 }).map((number) => number as Day);

/** A calendar with at least one workday a week, and with holidays in any order around `someDay`. */
export const someCalendar: fc.Arbitrary<WorkCalendar> = fc.record({
  workweek: fc
    .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
    .map((weekdays) => new Set(weekdays as Weekday[])),
  holidays: fc.array(
    fc
      .tuple(fc.integer({ min: -100, max: 40_100 }), fc.integer({ min: 0, max: 20 }))
      .map(([start, length]): DayInterval => ({ start: start as Day, end: addDays(start as Day, length) })),
    { maxLength: 30 },
  ),
});

/** Any text at all, NUL and lone surrogates included. */
export const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));

/** Checks a failure in one line: its reason, and its suggestion or that it has none. */
export function assertFailure(result: object, reason: FailureReason, suggestion?: string): void {
  const { part: _, ...found } = result as { part: string };
  assert.deepEqual(
    found,
    suggestion === undefined ? { kind: 'failure', reason } : { kind: 'failure', reason, suggestion },
  );
}
