import { addBusinessDays, type WorkCalendar } from './business.ts';
import { addMonths, type Day, toDay } from './day.ts';
import { type CalendarFailure, failure, MAX_LENGTH, tidy } from './failure.ts';
import { type SpanUnit, UNIT_PATTERN, unitOf } from './units.ts';
import { type DayWords, ENGLISH } from './words.ts';

/** A length of time. As parsed on its own, `count` is 0 or more; as a step of a relative date it has a sign. */
export interface Span {
  readonly count: number;
  readonly unit: SpanUnit;
}

/** More days than the calendar has: whatever is counted beyond this is a slip of the keyboard. */
export const MAX_COUNT = 9_999_999;

const SPAN = new RegExp(`^(\\d+)[ \\t]+(${UNIT_PATTERN})$`, 'i');

/**
 * Reads `N UNIT`: `10 business days`, `1 week`. N is whole and without sign; the unit is singular or plural, in any
 * case. Failures carry a suggestion wherever one can be guessed: `1.5 months` → `45 days`, `3 wks` → `3 weeks`.
 * `words` are those that suggestions are guessed from.
 */
export function parseSpan(text: string, words: DayWords = ENGLISH): Span | CalendarFailure {
  const written = text.trim();
  const match = written.length <= MAX_LENGTH ? SPAN.exec(written) : null;
  const count = Number(match?.[1]);
  return match && count <= MAX_COUNT ? { count, unit: unitOf(match[2]!)! } : explain(written, words);
}

/** Writes a span as the format does: `10 business days`, `1 week`, without its sign. */
export function formatSpan(span: Span): string {
  const count = Math.abs(span.count);
  return `${count} ${span.unit}${count === 1 ? '' : 's'}`;
}

/**
 * The day a span away from `day`; a negative count goes back. Months and years clamp to the month's last day;
 * business days count as `addBusinessDays` says. Undefined outside the years 1 to 9999, or without business days.
 */
export function addSpan(day: Day, span: Span, calendar: WorkCalendar): Day | undefined {
  switch (span.unit) {
    case 'day':
      return toDay(day + span.count);
    case 'week':
      return toDay(day + 7 * span.count);
    case 'business day':
      return addBusinessDays(day, span.count, calendar);
    case 'month':
      return addMonths(day, span.count);
    case 'year':
      return addMonths(day, 12 * span.count);
  }
}

/** What a part of a unit is given in. */
const PARTS: Readonly<Record<SpanUnit, readonly [parts: number, smaller: SpanUnit]>> = {
  day: [1, 'day'],
  'business day': [1, 'business day'],
  week: [7, 'day'],
  month: [30, 'day'],
  year: [12, 'month'],
};

function explain(written: string, words: DayWords): CalendarFailure {
  if (written === '') return failure('empty', '');
  const match = /^([+-]?) ?(\d*(?:[.,]\d+)?) ?(.*)$/.exec(tidy(written.slice(0, MAX_LENGTH)));
  if (!match || written.length > MAX_LENGTH) return failure('not-a-span', written);
  const [, sign, digits, rest] = match as unknown as [string, string, string, string];
  const { count, word } = countOf(digits, rest.toLowerCase(), words);
  const known = unitOf(word);
  const [factor, unit] = known ? ([1, known] as const) : (words.units.get(word) ?? [1, undefined]);
  if (count === undefined)
    return unit
      ? failure('missing-count', rest, formatSpan({ count: 1, unit }))
      : failure('not-a-span', written);
  if (word === '') return failure('missing-unit', written, suggest(count, 'day'));
  if (unit === undefined) return failure('unknown-unit', rest);
  const better = suggest(count * factor, unit);
  if (factor < 1) return failure('time-of-day', rest, better);
  if (!Number.isInteger(count)) return failure('fractional-count', digits, better);
  if (count > MAX_COUNT) return failure('count-too-large', digits);
  if (!known) return failure('unknown-unit', rest, better);
  if (sign) return failure('signed-count', sign, better);
  return digits ? failure('missing-spaces', written, better) : failure('missing-count', rest, better);
}

/** A number in digits, with a decimal comma too, or in words before the unit. */
function countOf(digits: string, rest: string, words: DayWords): { count: number | undefined; word: string } {
  if (digits) return { count: Number(digits.replace(',', '.')), word: rest };
  const [first, ...others] = rest.split(' ');
  const count = words.counts.get(first!);
  return count !== undefined && others.length > 0
    ? { count, word: others.join(' ') }
    : { count: undefined, word: rest };
}

/** The span in whole numbers that is meant by a count that need not be whole; never a shorter one. */
function suggest(count: number, unit: SpanUnit): string | undefined {
  const span = wholeSpan(count, unit);
  return span.count <= MAX_COUNT ? formatSpan(span) : undefined;
}

function wholeSpan(count: number, unit: SpanUnit): Span {
  if (Number.isInteger(count)) return { count, unit };
  // Rounded first because binary fractions add a little: 8.3 × 30 is 249.
  const [parts, smaller] = PARTS[unit];
  return { count: Math.ceil(Math.round(count * parts * 1e6) / 1e6), unit: smaller };
}
