/** Why a text is no day, span, period or interval. Closed: each has a sentence of its own in the messages. */
export type FailureReason =
  /** There is no text. */
  | 'empty'
  /** No day and no relative date: `soon`, `TBD`. */
  | 'not-a-day'
  /** Well written, but not in the calendar: 2026-02-30, or year 0. */
  | 'no-such-day'
  /** A month, a quarter, a week or a year where one day is asked for. */
  | 'imprecise'
  /** It can be read in two ways: 05/06/2026, `bimonthly`. */
  | 'ambiguous'
  /** One day, but not written YYYY-MM-DD. */
  | 'not-iso'
  /** A day and a month without a year. */
  | 'no-year'
  /** An hour: there are no times of day. */
  | 'time-of-day'
  /** An anchor without `+ N UNIT`. */
  | 'anchor-alone'
  /** `3 weeks` without what it counts from. */
  | 'missing-anchor'
  /** `M1+3 days`: sign, number and unit stand apart. */
  | 'missing-spaces'
  /** A dash that only looks like the minus sign `-`. */
  | 'wrong-sign'
  /** No number with a unit. */
  | 'not-a-span'
  /** A number that is not whole. */
  | 'fractional-count'
  /** A sign before a length of time that has none. */
  | 'signed-count'
  /** More than the calendar holds. */
  | 'count-too-large'
  /** A unit without a number. */
  | 'missing-count'
  /** A number without a unit. */
  | 'missing-unit'
  /** A unit that the format does not know, or not in this place. */
  | 'unknown-unit'
  /** Nothing that repeats. */
  | 'not-a-period'
  /** A period of no length. */
  | 'zero-period'
  /** A part of an RRULE that is not supported, is missing, comes twice, or excludes another. */
  | 'rrule-part'
  /** A part of an RRULE whose value cannot be read. */
  | 'rrule-value'
  /** Not `YYYY-MM-DD/YYYY-MM-DD`. */
  | 'not-an-interval'
  /** An interval that ends before it begins. */
  | 'reversed'
  /** The result leaves the years 1 to 9999, or there are no business days to count. */
  | 'out-of-range';

/** A text that could not be read, as data: what a finding or an input box then says. */
export interface CalendarFailure {
  readonly kind: 'failure';
  readonly reason: FailureReason;
  /** The words at fault, as they were written. */
  readonly part: string;
  /** A whole text to write instead. The same parser accepts it. */
  readonly suggestion?: string;
}

/** Makes a failure; without a suggestion the key is absent. */
export function failure(reason: FailureReason, part: string, suggestion?: string): CalendarFailure {
  return suggestion === undefined
    ? { kind: 'failure', reason, part }
    : { kind: 'failure', reason, part, suggestion };
}

/** Whether a result of this folder's parsers is a failure. */
export function isFailure(result: object): result is CalendarFailure {
  return 'kind' in result && result.kind === 'failure';
}

/** Text longer than this, in UTF-16 code units, is prose and is not looked at closer. */
export const MAX_LENGTH = 200;

/** What people's editors make of spaces and minus signs, turned back: every blank is one space, every dash `-`. */
export function tidy(text: string): string {
  return text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
