import type { SpanUnit } from './units.ts';

/**
 * What people type for days, in one language; all lower case. The format itself is English and fixed (see `units.ts`
 * and `period.ts`): these words are for input boxes and for suggestions.
 */
export interface DayWords {
  /** Names and abbreviations per month, January first. */
  readonly months: readonly (readonly string[])[];
  /** Names and abbreviations per weekday, Monday first. */
  readonly weekdays: readonly (readonly string[])[];
  /** Words that stand for a day so many days from today. */
  readonly days: ReadonlyMap<string, number>;
  /** What comes before a length of time that counts from today: `in 2 weeks`. */
  readonly from: readonly string[];
  /** What may come before a weekday or a unit that counts from today: `next friday`, `next week`. */
  readonly next: readonly string[];
  /** What else may come before a weekday: `on friday`. */
  readonly on: readonly string[];
  /** Phrases for the last day of the month, quarter or year (`months` long) that is `ahead` of this one. */
  readonly ends: ReadonlyMap<string, { readonly months: 1 | 3 | 12; readonly ahead: 0 | 1 }>;
  /** Numbers in words. */
  readonly counts: ReadonlyMap<string, number>;
  /** Units as they are typed where the format has another word, with what they come to in its units; below 1 day are times of day. */
  readonly units: ReadonlyMap<string, readonly [factor: number, unit: SpanUnit]>;
}

const DAY = [1, 'day'] as const;
const BUSINESS_DAY = [1, 'business day'] as const;
const WEEK = [1, 'week'] as const;
const MONTH = [1, 'month'] as const;
const QUARTER = [3, 'month'] as const;
const YEAR = [1, 'year'] as const;

/** English words. */
export const ENGLISH: DayWords = {
  months: [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sep', 'sept'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  weekdays: [
    ['monday', 'mon'],
    ['tuesday', 'tue', 'tues'],
    ['wednesday', 'wed', 'weds'],
    ['thursday', 'thu', 'thur', 'thurs'],
    ['friday', 'fri'],
    ['saturday', 'sat'],
    ['sunday', 'sun'],
  ],
  days: new Map([
    ['today', 0],
    ['tomorrow', 1],
    ['yesterday', -1],
  ]),
  from: ['in'],
  next: ['next'],
  on: ['on', 'this'],
  ends: new Map([
    ['end of month', { months: 1, ahead: 0 }],
    ['end of the month', { months: 1, ahead: 0 }],
    ['end of this month', { months: 1, ahead: 0 }],
    ['end of next month', { months: 1, ahead: 1 }],
    ['end of quarter', { months: 3, ahead: 0 }],
    ['end of the quarter', { months: 3, ahead: 0 }],
    ['end of this quarter', { months: 3, ahead: 0 }],
    ['end of next quarter', { months: 3, ahead: 1 }],
    ['end of year', { months: 12, ahead: 0 }],
    ['end of the year', { months: 12, ahead: 0 }],
    ['end of this year', { months: 12, ahead: 0 }],
    ['end of next year', { months: 12, ahead: 1 }],
  ]),
  counts: new Map([
    ['a', 1],
    ['an', 1],
    ['one', 1],
    ['two', 2],
    ['three', 3],
    ['four', 4],
    ['five', 5],
    ['six', 6],
    ['seven', 7],
    ['eight', 8],
    ['nine', 9],
    ['ten', 10],
    ['eleven', 11],
    ['twelve', 12],
  ]),
  units: new Map<string, readonly [number, SpanUnit]>([
    ['d', DAY],
    ['calendar day', DAY],
    ['calendar days', DAY],
    ['bd', BUSINESS_DAY],
    ['business-day', BUSINESS_DAY],
    ['business-days', BUSINESS_DAY],
    ['working-days', BUSINESS_DAY],
    ['work day', BUSINESS_DAY],
    ['work days', BUSINESS_DAY],
    ['workday', BUSINESS_DAY],
    ['workdays', BUSINESS_DAY],
    ['weekday', BUSINESS_DAY],
    ['weekdays', BUSINESS_DAY],
    ['w', WEEK],
    ['wk', WEEK],
    ['wks', WEEK],
    ['fortnight', [2, 'week']],
    ['fortnights', [2, 'week']],
    ['m', MONTH],
    ['mo', MONTH],
    ['mos', MONTH],
    ['mth', MONTH],
    ['mths', MONTH],
    ['q', QUARTER],
    ['quarter', QUARTER],
    ['quarters', QUARTER],
    ['half-year', [6, 'month']],
    ['half-years', [6, 'month']],
    ['y', YEAR],
    ['yr', YEAR],
    ['yrs', YEAR],
    ['decade', [10, 'year']],
    ['decades', [10, 'year']],
    ['h', [1 / 24, 'day']],
    ['hour', [1 / 24, 'day']],
    ['hours', [1 / 24, 'day']],
  ]),
};
