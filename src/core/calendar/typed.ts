import { parseNamedDay } from './absolute.ts';
import type { WorkCalendar } from './business.ts';
import { addDays, type Day, dayOf, daysInMonth, partsOf } from './day.ts';
import { type DayExpression, parseDayExpression } from './expression.ts';
import { type CalendarFailure, type FailureReason, failure, isFailure, tidy } from './failure.ts';
import { addSpan, parseSpan, type Span } from './span.ts';
import { weekdayOf } from './weekday.ts';
import { type DayWords, ENGLISH } from './words.ts';

/** What typed days are relative to. */
export interface TypedContext {
  readonly today: Day;
  /** The item's present due day: what `+3 days` and `2 weeks` count from; absent = today. */
  readonly due?: Day;
  readonly calendar: WorkCalendar;
  /** The language typed in; English by default. */
  readonly words?: DayWords;
}

/**
 * Reads a day as people type it into an input box, in any case:
 * - `2026-10-15`, and every other writing of one day without doubt: `15/10/2026`, `15 October 2027`;
 * - `today`, `tomorrow`; `fri` or `next friday`, the first one after today; `15 oct` or `oct 15`, the first one from
 *   today on; `end of month`, `end of next quarter`; `in 2 weeks`, `next week`, from today;
 * - `+3`, `+3 days`, `+10 business days`, `2 weeks`, `-1 week`, from the present due day;
 * - `M1 + 2 weeks`, which stays relative.
 * Anything else is a failure; its suggestion, where there is one, can be typed instead.
 */
export function parseTypedDay(text: string, context: TypedContext): DayExpression | CalendarFailure {
  const written = parseDayExpression(text);
  if (!isFailure(written)) return written;
  const typed = tidy(text).toLowerCase();
  const words = context.words ?? ENGLISH;
  for (const read of [readWord, readNamed, readOffset]) {
    const found = read(typed, context, words);
    if (typeof found === 'number') return { kind: 'day', day: found };
    if (found) return found;
  }
  return certain(written);
}

/** The failures behind whose suggestion there is only one meaning: a person at a keyboard need not be corrected. */
const CERTAIN: ReadonlySet<FailureReason> = new Set([
  'not-iso',
  'missing-spaces',
  'wrong-sign',
  'unknown-unit',
  'missing-count',
  'missing-unit',
  'signed-count',
]);

function certain(found: CalendarFailure): DayExpression | CalendarFailure {
  const better = CERTAIN.has(found.reason) ? found.suggestion : undefined;
  return better === undefined ? found : parseDayExpression(better);
}

function readWord(typed: string, { today }: TypedContext, words: DayWords): Day | undefined {
  const days = words.days.get(typed);
  if (days !== undefined) return addDays(today, days);
  const end = words.ends.get(typed);
  if (end) {
    const { year, month } = partsOf(today);
    const last = Math.ceil(month / end.months) * end.months + end.ahead * end.months;
    const [endYear, endMonth] = last > 12 ? [year + 1, last - 12] : [year, last];
    return dayOf(endYear, endMonth, daysInMonth(endYear, endMonth));
  }
  const lead = leadOf(typed, [...words.next, ...words.on]);
  const name = typed.slice(lead.length);
  const index = words.weekdays.findIndex((names) => names.includes(name));
  return index < 0 ? undefined : addDays(today, 7 - ((weekdayOf(today) - 1 - index + 7) % 7));
}

/** `15 oct` without a year: the first one from today on, be it in eight years for 29 February. */
function readNamed(typed: string, context: TypedContext, words: DayWords): Day | CalendarFailure | undefined {
  const named = parseNamedDay(typed, words);
  if (!named) return undefined;
  if (named.year !== undefined) return dayOf(named.year, named.month, named.day);
  const { year } = partsOf(context.today);
  for (let ahead = 0; ahead <= 8; ahead++) {
    const day = dayOf(year + ahead, named.month, named.day);
    if (day !== undefined && day >= context.today) return day;
  }
  return failure('no-such-day', typed);
}

function readOffset(
  typed: string,
  context: TypedContext,
  words: DayWords,
): Day | CalendarFailure | undefined {
  const lead = leadOf(typed, [...words.from, ...words.next]);
  const rest = typed.slice(lead.length);
  const sign = /^[+-]/.exec(rest)?.[0] ?? '';
  const span = lenientSpan(rest, sign !== '' || lead !== '', words);
  if (!span) return undefined;
  if (isFailure(span)) {
    const better = span.suggestion && lead + sign + span.suggestion;
    const works = better !== undefined && !isFailure(parseTypedDay(better, context));
    return failure(span.reason, span.part, works ? better : undefined);
  }
  const from = lead === '' ? (context.due ?? context.today) : context.today;
  const count = sign === '-' ? -span.count : span.count;
  return addSpan(from, { ...span, count }, context.calendar) ?? failure('out-of-range', typed);
}

/** A span as typed: `3 wks`, `2w`, `a month`, and a bare number of days where something announced one. */
function lenientSpan(typed: string, announced: boolean, words: DayWords): Span | CalendarFailure | undefined {
  const span = parseSpan(typed, words);
  if (!isFailure(span)) return span;
  if (span.suggestion === undefined) return span.reason === 'count-too-large' ? span : undefined;
  if (span.reason === 'missing-unit' && !announced)
    return failure('missing-unit', typed, `+${span.suggestion}`);
  return CERTAIN.has(span.reason) ? parseSpan(span.suggestion) : span;
}

/** The one of `leads` that the text begins with, and the space after it; empty where there is none. */
function leadOf(typed: string, leads: readonly string[]): string {
  const lead = leads.find((word) => typed.startsWith(`${word} `));
  return lead === undefined ? '' : `${lead} `;
}
