import { addDays, type Day, dayOf, daysInMonth, formatDay, parseDay, partsOf, toDay } from './day.ts';
import { type CalendarFailure, failure, MAX_LENGTH, tidy } from './failure.ts';
import { weekdayOf } from './weekday.ts';
import { type DayWords, ENGLISH } from './words.ts';

/**
 * Reads `YYYY-MM-DD`, blanks around it allowed. A failure says what was written instead and, where one day is
 * meant beyond doubt, suggests it: 2026-10 → 2026-10-31, 15/10/2026 → 2026-10-15; 05/06/2026 is ambiguous.
 */
export function parseAbsoluteDay(text: string): Day | CalendarFailure {
  const written = text.trim();
  return parseDay(written) ?? explainDay(written);
}

/** A day and a month in words, in either order, with or without a year: `15 Oct`, `October 15th, 2027`. */
export function parseNamedDay(
  text: string,
  words: DayWords = ENGLISH,
): { day: number; month: number; year?: number } | undefined {
  const match = NAMED.exec(tidy(text));
  if (!match) return undefined;
  const weekday = match[1]?.toLowerCase();
  const month = monthOf((match[2] ?? match[5])!, words);
  const year = match[6];
  if (month === undefined || (weekday && !words.weekdays.some((names) => names.includes(weekday))))
    return undefined;
  return { day: Number(match[3] ?? match[4]), month, ...(year && { year: Number(year) }) };
}

// 15 Oct 2026 · Oct 15, 2026 · Thursday, 15th of October 2026
const NAMED =
  /^(?:(\p{L}{2,12})\.?,? )??(?:(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th|\.)?[ -](?:of )?(\p{L}{3,12})\.?)(?:,?[ -](\d{4}))?$/iu;

/** The month (1 to 12) that a word or its abbreviation names. */
function monthOf(word: string, words: DayWords = ENGLISH): number | undefined {
  const index = words.months.findIndex((names) => names.includes(word.toLowerCase()));
  return index < 0 ? undefined : index + 1;
}

/** Why a text, without blanks around it, is no `YYYY-MM-DD`. */
export function explainDay(written: string): CalendarFailure {
  if (written === '') return failure('empty', '');
  if (written.length > MAX_LENGTH) return failure('not-a-day', written);
  const text = tidy(written);
  for (const recognise of RECOGNISERS) {
    const found = recognise(text, written);
    if (found) return found;
  }
  return failure('not-a-day', written);
}

/** Each knows one way to write a day, and answers undefined for all others. */
const RECOGNISERS: readonly ((text: string, written: string) => CalendarFailure | undefined)[] = [
  yearFirst,
  withTime,
  yearLast,
  named,
  monthOrYear,
  partOfYear,
  week,
];

/** 2026-02-30 · 2026-1-5 · 2026/10/15 · 2026.10.15 · 20261015 */
function yearFirst(text: string, written: string): CalendarFailure | undefined {
  const match = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^(\d{4})()(\d\d)(\d\d)$/.exec(text);
  if (!match) return undefined;
  return meant(written, Number(match[1]), Number(match[3]), Number(match[4]));
}

/** 2026-10-15T09:00 · 2026-10-15 9:00 */
function withTime(text: string, written: string): CalendarFailure | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[T ]?(\d{1,2}[:h].*|T\d+.*)$/i.exec(text);
  if (!match) return undefined;
  const day = parseDay(match[1]!);
  return failure('time-of-day', match[2]!, day === undefined ? undefined : written.slice(0, 10));
}

/** 15/10/2026 · 10/15/2026 · 15.10.2026: dots are written with the day first, slashes in both orders. */
function yearLast(text: string, written: string): CalendarFailure | undefined {
  const match = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!match) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  if (second > 12) return meant(written, year, first, second);
  const dayFirst = first > 12 || first === second || match[2] === '.';
  return dayFirst ? meant(written, year, second, first) : failure('ambiguous', written);
}

function named(text: string, written: string): CalendarFailure | undefined {
  const found = parseNamedDay(text);
  if (!found) return undefined;
  return found.year === undefined
    ? failure('no-year', written)
    : meant(written, found.year, found.month, found.day);
}

/** 2026 · 2026-10 · 2026/10 · 10/2026 · October 2026 */
function monthOrYear(text: string, written: string): CalendarFailure | undefined {
  if (/^\d{4}$/.test(text)) return lastOf(written, Number(text), 12);
  const yearFirst = /^(\d{4})[-/. ](\d{1,2})$/.exec(text);
  if (yearFirst) return lastOf(written, Number(yearFirst[1]), Number(yearFirst[2]));
  const yearLast = /^(\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (yearLast) return lastOf(written, Number(yearLast[2]), Number(yearLast[1]));
  const named = /^(?:end of )?(\p{L}{3,12})\.?,? (\d{4})$/iu.exec(text);
  const month = named ? monthOf(named[1]!) : undefined;
  return named && month !== undefined ? lastOf(written, Number(named[2]), month) : undefined;
}

/** Q4 2026 · 2026-Q4 · H1 2026 · end of 2026 */
function partOfYear(text: string, written: string): CalendarFailure | undefined {
  const end = /^end of (\d{4})$/i.exec(text);
  if (end) return lastOf(written, Number(end[1]), 12);
  const match = /^(?:([QH][1-4])[-/ ]?(\d{4})|(\d{4})[-/ ]?([QH][1-4]))$/i.exec(text);
  if (!match) return undefined;
  const part = (match[1] ?? match[4])!;
  const months = part[0]!.toUpperCase() === 'Q' ? 3 : 6;
  return lastOf(written, Number(match[2] ?? match[3]), Number(part[1]) * months);
}

/** 2026-W42, an ISO 8601 week: its last day is a Sunday. */
function week(text: string, written: string): CalendarFailure | undefined {
  const match = /^(\d{4})-?W(\d\d)$/i.exec(text);
  if (!match) return undefined;
  // Week 1 is the one with 4 January in it, and a week belongs to the year of its Thursday.
  const fourth = dayOf(Number(match[1]), 1, 4);
  if (fourth === undefined) return failure('no-such-day', written);
  const thursday = toDay(fourth - weekdayOf(fourth) + 4 + (Number(match[2]) - 1) * 7);
  const exists = thursday !== undefined && partsOf(thursday).year === Number(match[1]);
  return exists
    ? failure('imprecise', written, formatDay(addDays(thursday, 3)))
    : failure('no-such-day', written);
}

/** One day was meant, in another writing or beyond its month's end. */
function meant(written: string, year: number, month: number, day: number): CalendarFailure {
  const found = dayOf(year, month, day);
  if (found !== undefined) return failure('not-iso', written, formatDay(found));
  const last = day > 0 && day <= 31 ? dayOf(year, month, daysInMonth(year, month)) : undefined;
  return failure('no-such-day', written, last === undefined ? undefined : formatDay(last));
}

function lastOf(written: string, year: number, month: number): CalendarFailure {
  const last = dayOf(year, month, daysInMonth(year, month));
  return last === undefined
    ? failure('no-such-day', written)
    : failure('imprecise', written, formatDay(last));
}
