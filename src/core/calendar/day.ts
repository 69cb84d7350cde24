/**
 * A whole day, as the number of days since 1970-01-01 in the proleptic Gregorian calendar (years 1 to 9999).
 * A day has no time and no zone: it is what stands in the file. Days compare and subtract as numbers.
 */
export type Day = number & { readonly __day: never };

/** A stretch of days, both ends included; `start` is never after `end`. */
export interface DayInterval {
  readonly start: Day;
  readonly end: Day;
}

/** A day taken apart: `month` 1 to 12, `day` 1 to 31. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
/** From 0001-01-01 to 1970-01-01. */
const EPOCH = 719_162;
/** The days of a year before each month, January first, and before the next year; then the same for leap years. */
const BEFORE_MONTH = [
  [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365],
  [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366],
] as const;
const TWO_DIGITS = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

/** 0001-01-01, a Monday: the first day there is. */
export const FIRST_DAY = numberOfDay(1, 1, 1);

/** 9999-12-31: the last day that `YYYY-MM-DD` can write. */
export const LAST_DAY = numberOfDay(9999, 12, 31);

/** The day with that number, or undefined where it is not whole or leaves the years 1 to 9999. */
export function toDay(number: number): Day | undefined {
  return Number.isInteger(number) && number >= FIRST_DAY && number <= LAST_DAY ? (number as Day) : undefined;
}

/** The day of a year (1 to 9999), month (1 to 12) and day of the month; undefined where there is none. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  const exists = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1;
  return exists && day <= daysInMonth(year, month) ? numberOfDay(year, month, day) : undefined;
}

/** Year, month and day of the month. */
export function partsOf(day: Day): DayParts {
  const days = day + EPOCH;
  // Leap days run at most 0.72 days ahead of the mean year: counting by it never says a year too late.
  let year = Math.floor(days / 365.2425) + 1;
  if (daysBeforeYear(year + 1) <= days) year++;
  const left = days - daysBeforeYear(year);
  const before = BEFORE_MONTH[isLeap(year) ? 1 : 0];
  // No month is longer than 31 days, and all of them together fall short by less than one month.
  let month = Math.floor(left / 31) + 1;
  if (before[month]! <= left) month++;
  return { year, month, day: left - before[month - 1]! + 1 };
}

/** How many days a month (1 to 12) has: 28 to 31; no number for any other month. */
export function daysInMonth(year: number, month: number): number {
  const before = BEFORE_MONTH[isLeap(year) ? 1 : 0];
  return before[month]! - before[month - 1]!;
}

/** Reads `YYYY-MM-DD` (ISO 8601 extended format). Undefined for anything else, and for days that do not exist. */
export function parseDay(text: string): Day | undefined {
  if (!ISO_DAY.test(text)) return undefined;
  return dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)));
}

/** Writes a day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const century = Math.floor(year / 100);
  return `${TWO_DIGITS[century]}${TWO_DIGITS[year - century * 100]}-${TWO_DIGITS[month]}-${TWO_DIGITS[dayOfMonth]}`;
}

/**
 * The day `days` calendar days later (earlier when negative). Total, because horizons are computed with it: beyond
 * the calendar's ends it stays at `FIRST_DAY` or `LAST_DAY`. What a person wrote goes through `addSpan`, which
 * says undefined there.
 */
export function addDays(day: Day, days: number): Day {
  return Math.max(FIRST_DAY, Math.min(day + days, LAST_DAY)) as Day;
}

/**
 * The day `months` months later (earlier when negative), clamped to the month's last day: 31 January + 1 month is
 * 28 or 29 February. Undefined outside the years 1 to 9999.
 */
export function addMonths(day: Day, months: number): Day | undefined {
  const from = partsOf(day);
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayOf(year, month, Math.min(from.day, daysInMonth(year, month)));
}

function numberOfDay(year: number, month: number, day: number): Day {
  return (daysBeforeYear(year) + BEFORE_MONTH[isLeap(year) ? 1 : 0][month - 1]! + day - 1 - EPOCH) as Day;
}

/** The days from 0001-01-01 to a year's first day. */
function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
