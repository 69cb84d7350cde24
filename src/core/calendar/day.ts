import { Temporal } from 'temporal-polyfill';

/**
 * A whole day, as the number of days since 1970-01-01 in the proleptic Gregorian calendar (years 1 to 9999).
 * A day has no time and no zone: it is what stands in the file. Days compare and subtract as numbers.
 */
export type Day = number & { readonly __day: never };

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const MS_PER_DAY = 86_400_000;

/** Reads `YYYY-MM-DD` (ISO 8601 extended format). Undefined for anything else, and for days that do not exist. */
export function parseDay(text: string): Day | undefined {
  if (!ISO_DAY.test(text)) return undefined;
  const ms = Date.parse(text);
  // ECMAScript reads a date-only form as UTC and, engine by engine, may roll 02-30 over: hence the way back.
  if (Number.isNaN(ms)) return undefined;
  const day = (ms / MS_PER_DAY) as Day;
  return text >= '0001-01-01' && formatDay(day) === text ? day : undefined;
}

/** Writes a day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The day `days` calendar days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return (day + days) as Day;
}

/** The day `months` months later, clamped to the month's last day: 31 January + 1 month is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const date = Temporal.PlainDate.from(formatDay(day)).add({ months }, { overflow: 'constrain' });
  return (Date.UTC(date.year, date.month - 1, date.day) / MS_PER_DAY) as Day;
}
