import type { FailureReason } from '../calendar/failure.ts';
import type { Message } from './message.ts';

/** Why a value cannot be read, for each reason that the calendar gives. */
const calendar: Readonly<Record<FailureReason, Message>> = {
  empty: 'Unexpected empty value, expected {expected}.',
  'not-a-day': 'Unexpected “{text}”, expected {expected}.',
  'no-such-day': 'Unexpected day “{part}”: the calendar has no such day.',
  imprecise: 'Unexpected “{part}”: it is longer than a day, expected YYYY-MM-DD.',
  ambiguous: 'Unexpected “{part}”: it can be read in two ways, expected {expected}.',
  'not-iso': 'Unexpected way to write a day, “{part}”, expected YYYY-MM-DD.',
  'no-year': 'Unexpected “{part}” without a year, expected YYYY-MM-DD.',
  'time-of-day': 'Unexpected time of day, “{part}”, expected a whole day.',
  'anchor-alone': 'Unexpected “{part}” alone, expected how far from it, like “{part} + 0 days”.',
  'missing-anchor': 'Unexpected “{part}” alone, expected what it counts from, like “signed + 2 weeks”.',
  'missing-spaces': 'Unexpected “{part}”, expected spaces around sign and number, like “M1 + 3 days”.',
  'wrong-sign': 'Unexpected dash “{part}”, expected the minus sign “-”.',
  'not-a-span': 'Unexpected “{text}”, expected {expected}.',
  'fractional-count': 'Unexpected fraction in “{part}”, expected a whole number.',
  'signed-count': 'Unexpected sign in “{part}”, expected a length of time without one.',
  'count-too-large': 'Unexpected “{part}”: it is more than the calendar holds.',
  'missing-count': 'Unexpected “{part}” without a number, expected {expected}.',
  'missing-unit': 'Unexpected “{part}” without a unit, expected {expected}.',
  'unknown-unit': 'Unexpected unit in “{part}”, expected day, business day, week, month or year.',
  'not-a-period': 'Unexpected “{text}”, expected {expected}.',
  'zero-period': 'Unexpected “{part}”: a period of no length never comes round.',
  'rrule-part': 'Unexpected “{part}”, expected a rule of FREQ, INTERVAL and one of COUNT and UNTIL.',
  'rrule-value': 'Unexpected value in “{part}” of a recurrence rule.',
  'not-an-interval': 'Unexpected “{text}”, expected {expected}.',
  reversed: 'Unexpected “{part}”: it ends before it begins.',
  'out-of-range': 'Unexpected “{part}”: it leads beyond the years 1 to 9999.',
};

/** Why a value cannot be read, by reason. Most need no more than what stands there and what was expected. */
export const invalidValue: Message = {
  by: 'reason',
  ...calendar,
  'id-reserved': 'Unexpected id “{text}”: signed, effective and expires name the days of the agreement.',
  'at-sign': 'Unexpected “{text}”, expected the handle without “@”.',
  'money-comma': 'Unexpected comma in “{text}”, expected an amount like 15000 EUR or 15 000 EUR.',
  'money-symbol': 'Unexpected currency sign in “{text}”, expected its three letters, like 15000 EUR.',
  'money-currency': 'Unexpected “{text}” without a currency, expected an amount like 15000 EUR.',
  'list-for-value': 'Unexpected list, expected {expected}.',
  'map-for-value': 'Unexpected keys with values, expected {expected}.',
  'map-for-list': 'Unexpected keys without “- ”, expected a list.',
  'not-a-map': 'Unexpected value or list, expected {expected}.',
  'key-not-text': 'Unexpected key that is a list or a mapping, expected a word.',
  other: 'Unexpected “{text}”, expected {expected}.',
};
