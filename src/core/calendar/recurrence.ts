import type { WorkCalendar } from './business.ts';
import { type Day, FIRST_DAY, LAST_DAY } from './day.ts';
import type { Period } from './period.ts';
import { addSpan, type Span } from './span.ts';

/** A series of days. */
export interface Recurrence {
  /** Occurrence 0, before `offset` moves it. */
  readonly first: Day;
  readonly period: Period;
  /** No occurrence stands after this day before `offset` moves it; absent = the calendar's end. */
  readonly until?: Day;
  /** Moves every occurrence; moved days may lie after `until`. */
  readonly offset?: Span;
}

/** The days of a series up to some day, and the one after. */
export interface Occurrences {
  /** Strictly ascending: occurrences that `offset` moves to the same day are one. */
  readonly days: readonly Day[];
  /** The first occurrence after the day asked for; absent where the series has ended by then. */
  readonly next?: Day;
  /** Whether `days` stops at `MAX_OCCURRENCES` and later ones are missing from it. */
  readonly cut: boolean;
}

/** The most days that `occurrences` lists: ten years of a daily series, and more than anybody still completes. */
export const MAX_OCCURRENCES = 4000;

/**
 * Occurrence `k` (0 is the first): first + k × period, always counted from the first day and clamped to the month's
 * last day, then moved by `offset`. That is SKIP=BACKWARD of RFC 7529: 31 January, 28 February, 31 March. Undefined
 * beyond the series' `until`, the period's `until` and `count`, and the calendar.
 */
export function occurrence(recurrence: Recurrence, k: number, calendar: WorkCalendar): Day | undefined {
  const { first, period, until, offset } = recurrence;
  if (k < 0 || k >= (period.count ?? Number.POSITIVE_INFINITY)) return undefined;
  const { count, unit } = period.step;
  const day = addSpan(first, { count: k * count, unit }, calendar);
  if (day === undefined || day > (until ?? LAST_DAY) || day > (period.until ?? LAST_DAY)) return undefined;
  return offset ? addSpan(day, offset, calendar) : day;
}

/**
 * The occurrences up to `through` inclusive, and the next one. Lists at most the `MAX_OCCURRENCES` earliest, which
 * are the ones that completions are told off against first; `next` is right in any case.
 */
export function occurrences(recurrence: Recurrence, through: Day, calendar: WorkCalendar): Occurrences {
  const days: Day[] = [];
  const total = countThrough(recurrence, through, calendar);
  let k = 0;
  for (; k < total && days.length < MAX_OCCURRENCES; k++) {
    const day = occurrence(recurrence, k, calendar);
    if (day !== undefined && day !== days.at(-1)) days.push(day);
  }
  const next = occurrence(recurrence, total, calendar);
  return { days, cut: k < total, ...(next !== undefined && { next }) };
}

/** How many occurrences come up to `through`. Occurrences never go back, so it can be searched. */
function countThrough(recurrence: Recurrence, through: Day, calendar: WorkCalendar): number {
  let low = 0;
  let high = LAST_DAY - FIRST_DAY + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((occurrence(recurrence, middle, calendar) ?? Number.POSITIVE_INFINITY) <= through) low = middle + 1;
    else high = middle;
  }
  return low;
}
