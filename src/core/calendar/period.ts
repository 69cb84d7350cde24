import { type Day, dayOf, parseDay } from './day.ts';
import { type CalendarFailure, failure, isFailure, MAX_LENGTH, tidy } from './failure.ts';
import { formatSpan, MAX_COUNT, parseSpan, type Span } from './span.ts';
import { UNIT_PATTERN, unitOf } from './units.ts';
import { ENGLISH } from './words.ts';

/** How often something comes back. */
export interface Period {
  /** From one time to the next; its count is at least 1. */
  readonly step: Span;
  /** How many times in all, the first one included (an RRULE's COUNT); absent = without end. */
  readonly count?: number;
  /** The last day on which it may still come back (an RRULE's UNTIL), inclusive. */
  readonly until?: Day;
}

const PERIOD = new RegExp(`^(?:every[ \\t]+)?(?:(\\d+)[ \\t]+)?(${UNIT_PATTERN}|quarters?)$`, 'i');

const WORDS: ReadonlyMap<string, Span> = new Map([
  ['weekly', { count: 1, unit: 'week' }],
  ['fortnightly', { count: 2, unit: 'week' }],
  ['biweekly', { count: 2, unit: 'week' }],
  ['monthly', { count: 1, unit: 'month' }],
  ['quarterly', { count: 3, unit: 'month' }],
  ['yearly', { count: 1, unit: 'year' }],
  ['annually', { count: 1, unit: 'year' }],
]);

/**
 * Reads `[every] [N] UNIT` (day, business day, week, month, quarter, year), a word (`weekly`, `fortnightly`,
 * `biweekly` for two weeks, `monthly`, `quarterly`, `yearly`, `annually`), or an RRULE value of RFC 5545 made of
 * FREQ, INTERVAL and one of COUNT and UNTIL. Any case. Failures carry a suggestion where one can be guessed.
 */
export function parsePeriod(text: string): Period | CalendarFailure {
  const written = text.trim();
  if (written.length > MAX_LENGTH) return failure('not-a-period', written);
  if (/^[a-z-]+[:=]/i.test(written)) return parseRule(written);
  const word = WORDS.get(written.toLowerCase());
  if (word) return { step: word };
  const match = PERIOD.exec(written);
  const count = Number(match?.[1] ?? 1);
  if (!match) return explain(written);
  if (count > MAX_COUNT / 3) return failure('count-too-large', match[1]!);
  if (count === 0)
    return failure('zero-period', written, `every ${match[2]!.toLowerCase().replace(/s$/, '')}`);
  const unit = unitOf(match[2]!);
  return { step: unit ? { count, unit } : { count: 3 * count, unit: 'month' } };
}

/** Words that people try, and what they mean. Those without a meaning are read in two ways: every two, or twice. */
const MEANT: ReadonlyMap<string, string | undefined> = new Map([
  ['daily', 'every day'],
  ['every weekday', 'every business day'],
  ['bi-weekly', 'biweekly'],
  ['every fortnight', 'every 2 weeks'],
  ['bimonthly', undefined],
  ['bi-monthly', undefined],
  ['biannually', undefined],
  ['bi-annually', undefined],
  ['biannual', undefined],
  ['half-yearly', 'every 6 months'],
  ['semiannually', 'every 6 months'],
  ['semi-annually', 'every 6 months'],
  ['every half year', 'every 6 months'],
  ['annual', 'yearly'],
  ['biennially', 'every 2 years'],
]);

function explain(written: string): CalendarFailure {
  const text = tidy(written).toLowerCase();
  if (MEANT.has(text)) {
    const meant = MEANT.get(text);
    return failure(meant ? 'not-a-period' : 'ambiguous', written, meant);
  }
  const rest = text.replace(/^(?:every|each|per|once an?|once every) /, '');
  if (ENGLISH.weekdays.some((names) => names.includes(rest.replace(/s$/, ''))))
    return failure('not-a-period', written, 'every week');
  const span = parseSpan(rest.replace(/^(?:other|second) /, '2 '));
  if (!isFailure(span)) return failure('not-a-period', written, suggest(formatSpan(span)));
  const better = span.suggestion && suggest(span.suggestion);
  return span.reason === 'not-a-span' || span.reason === 'missing-count'
    ? failure('not-a-period', written, better)
    : failure(span.reason, span.part, better);
}

function suggest(span: string): string | undefined {
  const better = `every ${span.replace(/^1 /, '')}`;
  return isFailure(parsePeriod(better)) ? undefined : better;
}

const FREQUENCIES: ReadonlyMap<string, Span['unit']> = new Map([
  ['DAILY', 'day'],
  ['WEEKLY', 'week'],
  ['MONTHLY', 'month'],
  ['YEARLY', 'year'],
]);

const PARTS = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL'];

function parseRule(written: string): Period | CalendarFailure {
  if (/^RRULE:/i.test(written)) return failure('rrule-part', 'RRULE:', suggestRule(written.slice(6)));
  const parts = new Map<string, string>();
  for (const part of written.toUpperCase().split(';')) {
    const [name, value, more] = part.split('=') as [string, string?, string?];
    // RFC 5545: no part twice, and never both COUNT and UNTIL.
    const bounded = (name === 'UNTIL' && parts.has('COUNT')) || (name === 'COUNT' && parts.has('UNTIL'));
    if (!PARTS.includes(name) || parts.has(name) || bounded) return failure('rrule-part', part || ';');
    if (!value || more !== undefined) return failure('rrule-value', part);
    parts.set(name, value);
  }
  return periodOf(parts, written);
}

function periodOf(parts: ReadonlyMap<string, string>, written: string): Period | CalendarFailure {
  const frequency = parts.get('FREQ');
  if (frequency === undefined) return failure('rrule-part', 'FREQ');
  const unit = FREQUENCIES.get(frequency);
  if (unit === undefined) {
    const hours = ['SECONDLY', 'MINUTELY', 'HOURLY'].includes(frequency);
    return failure(hours ? 'time-of-day' : 'rrule-value', `FREQ=${frequency}`);
  }
  const interval = wholeNumber(parts.get('INTERVAL') ?? '1');
  if (interval === undefined) return failure('rrule-value', `INTERVAL=${parts.get('INTERVAL')}`);
  if (interval === 0) return failure('zero-period', `INTERVAL=${parts.get('INTERVAL')}`);
  const step = { count: interval, unit };
  const limit = parts.get('COUNT');
  if (limit !== undefined) {
    const count = wholeNumber(limit);
    return count ? { step, count } : failure('rrule-value', `COUNT=${limit}`);
  }
  const last = parts.get('UNTIL');
  if (last === undefined) return { step };
  const until = /^\d{8}$/.test(last) ? basicDay(last) : undefined;
  return until === undefined ? explainUntil(last, written) : { step, until };
}

function explainUntil(last: string, written: string): CalendarFailure {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(T.*)?$/.exec(last);
  const day = match && parseDay(`${match[1]}-${match[2]}-${match[3]}`);
  if (!match) return failure('rrule-value', `UNTIL=${last}`);
  if (day === undefined) return failure('no-such-day', `UNTIL=${last}`);
  const better = suggestRule(written.toUpperCase().replace(last, `${match[1]}${match[2]}${match[3]}`));
  return failure(match[4] ? 'time-of-day' : 'rrule-value', `UNTIL=${last}`, better);
}

function suggestRule(better: string): string | undefined {
  return isFailure(parsePeriod(better)) ? undefined : better;
}

/** A day in ISO 8601 basic format, as RFC 5545 writes it: 20261031. */
function basicDay(text: string): Day | undefined {
  return dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,7}$/.test(text) ? Number(text) : undefined;
}
