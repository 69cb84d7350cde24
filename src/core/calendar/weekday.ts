import type { Day } from './day.ts';

/** A day of the week as ISO 8601 numbers it: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The names that `workweek` is written in, Monday first: the weekday `n` is `WEEKDAY_NAMES[n - 1]`. */
export const WEEKDAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Reads `mon` to `sun` in any case; undefined for anything else. */
export function parseWeekday(text: string): Weekday | undefined {
  const names: readonly string[] = WEEKDAY_NAMES;
  const index = names.indexOf(text.trim().toLowerCase());
  return index < 0 ? undefined : ((index + 1) as Weekday);
}

/** The weekday of a day. */
export function weekdayOf(day: Day): Weekday {
  // Day 0, 1970-01-01, was a Thursday.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}
