import { explainDay } from './absolute.ts';
import type { WorkCalendar } from './business.ts';
import { type Day, formatDay, parseDay } from './day.ts';
import { type CalendarFailure, failure, isFailure, MAX_LENGTH, tidy } from './failure.ts';
import { addSpan, formatSpan, MAX_COUNT, parseSpan, type Span } from './span.ts';
import { UNIT_PATTERN, unitOf } from './units.ts';

/** A day that stands in the text itself. */
export interface AbsoluteDay {
  readonly kind: 'day';
  readonly day: Day;
}

/** `ANCHOR (SPACE (+|-) SPACE N UNIT)+`: a day counted from another one, which the agreement knows. */
export interface RelativeDay {
  readonly kind: 'relative';
  /** `signed`, `effective`, `expires` or an item's id, as written; whether it exists is not known here. */
  readonly anchor: string;
  /** Left to right, at least one; a count below 0 stands for `-`. */
  readonly steps: readonly Span[];
}

/** What a date in an agreement can be. */
export type DayExpression = AbsoluteDay | RelativeDay;

/** An id as the format defines it: letters, digits, `_`, `.`, `-`, the first a letter. */
const ID = '\\p{L}[\\p{L}\\p{M}\\p{Nd}_.-]*';
const RELATIVE = new RegExp(`^(${ID})((?:[ \\t]+[+-][ \\t]+\\d+[ \\t]+(?:${UNIT_PATTERN}))+)$`, 'iu');
const STEP = new RegExp(`([+-])[ \\t]+(\\d+)[ \\t]+(${UNIT_PATTERN})`, 'gi');
const ANCHOR = new RegExp(`^${ID}$`, 'u');

/**
 * Reads `YYYY-MM-DD` or a relative date, blanks around it allowed. Anything else is a failure, with a suggestion
 * where one can be guessed: `M1+3 days` → `M1 + 3 days`, `2026-10` → `2026-10-31`. A length of time that stands
 * alone is taken to count from `effective`, as a `duration` does.
 */
export function parseDayExpression(text: string): DayExpression | CalendarFailure {
  const written = text.trim();
  const day = parseDay(written);
  if (day !== undefined) return { kind: 'day', day };
  if (written.length > MAX_LENGTH) return failure('not-a-day', written);
  const relative = parseRelative(written);
  if (relative) return relative;
  const fault = explainDay(written);
  return fault.reason === 'not-a-day' ? (explainRelative(written) ?? fault) : fault;
}

/** Writes a relative date as the format does: `M1 + 30 business days - 1 day`. */
export function formatRelativeDay({ anchor, steps }: RelativeDay): string {
  return anchor + steps.map((step) => ` ${step.count < 0 ? '-' : '+'} ${formatSpan(step)}`).join('');
}

/** Writes a day, or what it is counted from, as the format does. */
export function formatDayExpression(expression: DayExpression): string {
  return expression.kind === 'day' ? formatDay(expression.day) : formatRelativeDay(expression);
}

/**
 * The day that an expression means, given its anchor's day (not looked at for an absolute day). Undefined where
 * some step leaves the years 1 to 9999 or finds no business days.
 */
export function evaluate(expression: DayExpression, anchorDay: Day, calendar: WorkCalendar): Day | undefined {
  if (expression.kind === 'day') return expression.day;
  let day: Day | undefined = anchorDay;
  for (const step of expression.steps) day = day === undefined ? undefined : addSpan(day, step, calendar);
  return day;
}

/**
 * Whether a relative date counts forward: not before its anchor, by its nominal length (a month is 30 days, a
 * business day 1.4). Only then does the anchor imply `after`, and an unfinished anchor make the day provisional.
 */
export function countsForward({ steps }: RelativeDay): boolean {
  return steps.reduce((sum, { count, unit }) => sum + count * NOMINAL_DAYS[unit], 0) >= 0;
}

const NOMINAL_DAYS: Readonly<Record<Span['unit'], number>> = {
  day: 1,
  'business day': 1.4,
  week: 7,
  month: 30,
  year: 365,
};

function parseRelative(written: string): RelativeDay | undefined {
  const match = RELATIVE.exec(written);
  if (!match) return undefined;
  const steps: Span[] = [];
  for (const [, sign, digits, unit] of match[2]!.matchAll(STEP)) {
    const count = Number(digits);
    if (count > MAX_COUNT) return undefined;
    // Zero has one sign only, so that equal expressions are equal values.
    steps.push({ count: sign === '-' && count > 0 ? -count : count, unit: unitOf(unit!)! });
  }
  return { kind: 'relative', anchor: match[1]!, steps };
}

function explainRelative(written: string): CalendarFailure | undefined {
  const text = tidy(written);
  const [anchor, ...steps] = text.split(/ ?(?=[+-] ?\d[\d.,]* ?\p{L})| (?=[+-])/u) as [string, ...string[]];
  if (steps.length === 0) return ANCHOR.test(text) ? explainAnchor(text) : explainSpan(written, text);
  if (!ANCHOR.test(anchor)) return undefined;
  let fault: CalendarFailure | undefined;
  let suggestion: string | undefined = anchor;
  for (const step of steps) {
    const span = parseSpan(step.slice(1));
    if (isFailure(span)) fault ??= span;
    const better: string | undefined = isFailure(span) ? span.suggestion : formatSpan(span);
    suggestion = suggestion && better && `${suggestion} ${step[0]} ${better}`;
  }
  // A missing space between number and unit is one of ours, a word at fault is the span's.
  if (fault && fault.reason !== 'missing-spaces') return failure(fault.reason, fault.part, suggestion);
  const dashes = /[\u2010-\u2015\u2212]/.exec(written);
  return failure(dashes ? 'wrong-sign' : 'missing-spaces', dashes?.[0] ?? written, suggestion);
}

/** `signed` or an id with a digit stands for that day itself; any other word is just a word, like `soon`. */
function explainAnchor(text: string): CalendarFailure | undefined {
  const known = /^(?:signed|effective|expires)$/.test(text) || /\p{Nd}/u.test(text);
  return known ? failure('anchor-alone', text, `${text} + 0 days`) : undefined;
}

function explainSpan(written: string, text: string): CalendarFailure | undefined {
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  const span = parseSpan(text);
  const better = isFailure(span) ? span.suggestion : formatSpan(span);
  if (better === undefined) return undefined;
  const suggestion = `effective ${sign || '+'} ${better}`;
  return isFailure(span) && span.reason === 'fractional-count'
    ? failure('fractional-count', span.part, suggestion)
    : failure('missing-anchor', written, suggestion);
}
