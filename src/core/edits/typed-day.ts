import { type Day, formatDay } from '../calendar/day.ts';
import { type DayExpression, formatRelativeDay, type RelativeDay } from '../calendar/expression.ts';
import { type CalendarFailure, failure, isFailure } from '../calendar/failure.ts';
import { parseTypedDay, type TypedContext } from '../calendar/typed.ts';
import type { Commitment } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import type { Plan } from '../commitments/plan.ts';
import type { MessageArgs } from '../messages.ts';

/** What a typed day comes to: the text to write, and its day, absent where its anchor has none yet. */
export interface TypedDay {
  readonly written: string;
  readonly day?: Day;
}

/** Why a typed day cannot be taken: a code and arguments for messages.ts, and what could be typed instead. */
export interface DayProblem {
  readonly problem: string;
  readonly args: MessageArgs;
  readonly suggestion?: string;
}

/**
 * Reads what somebody types as a commitment's new due day, by the agreement's calendar and today. What can be read
 * can be written: a relative date has an anchor that exists and does not wait for the commitment itself.
 */
export function typedDay(ledger: Ledger, commitment: Commitment, text: string): TypedDay | DayProblem {
  const { today, schedule } = ledger;
  const { due } = commitment;
  const { calendar } = schedule;
  const expression = parseTypedDay(text, { today, calendar, ...(due !== undefined && { due }) });
  if (isFailure(expression)) return unreadable(text, expression);
  const problem = dayProblem(ledger, commitment, expression);
  if (problem) return problem;
  if (expression.kind === 'day') return { written: formatDay(expression.day), day: expression.day };
  const { day } = schedule.resolve(expression);
  return { written: formatRelativeDay(expression), ...(day !== undefined && { day }) };
}

/**
 * Reads what somebody types as one end of a stretch of time. It is kept as typed, so that `+2 weeks` moves on with the
 * days; one that is counted from a milestone is none, because each agreement has its own.
 */
export function typedLimit(text: string, context: TypedContext): Required<TypedDay> | DayProblem {
  const expression = parseTypedDay(text, context);
  if (isFailure(expression)) return unreadable(text, expression);
  return expression.kind === 'day'
    ? { written: text.trim(), day: expression.day }
    : unreadable(text, failure('not-a-day', text.trim()));
}

function unreadable(text: string, { reason, part, suggestion }: CalendarFailure): DayProblem {
  const expected = 'a day, like 2026-10-15, +3 days or next friday';
  const args = { reason, part, text: text.trim(), expected };
  return { problem: 'invalid-value', args, ...(suggestion !== undefined && { suggestion }) };
}

/** Why a day or relative date cannot be a commitment's due day, or undefined. */
export function dayProblem(
  ledger: Ledger,
  { item, title }: Commitment,
  expression: DayExpression,
): DayProblem | undefined {
  if (expression.kind === 'day') return undefined;
  const { schedule } = ledger;
  const { anchor } = expression;
  const { day, unresolved } = schedule.resolve(expression);
  const args = { anchor, title, text: formatRelativeDay(expression) };
  if (unresolved?.reason === 'unknown-anchor') {
    const meant = sameInAnotherCase(ledger, expression);
    return { problem: 'edit/unknown-anchor', args, ...(meant !== undefined && { suggestion: meant }) };
  }
  if (unresolved?.reason === 'recurring-anchor') return { problem: 'edit/recurring-anchor', args };
  if (unresolved?.reason === 'out-of-range') return { problem: 'edit/out-of-range', args };
  if (item.kind !== 'milestone')
    return { problem: 'edit/day-only', args, ...(day !== undefined && { suggestion: formatDay(day) }) };
  return waitsFor(ledger, anchor, item.plan) ? { problem: 'edit/cycle', args } : undefined;
}

function sameInAnotherCase({ schedule }: Ledger, expression: RelativeDay): string | undefined {
  const written = expression.anchor.toLowerCase();
  const ids = schedule.plans.flatMap(({ milestone }) => milestone.id?.value ?? []);
  const anchor = [...ids, 'signed', 'effective', 'expires'].find((id) => id.toLowerCase() === written);
  return anchor && formatRelativeDay({ ...expression, anchor });
}

/** Whether an anchor's day depends on a milestone, by `after` and by what its days are counted from. */
function waitsFor({ schedule, agreement: { terms } }: Ledger, anchor: string, milestone: Plan): boolean {
  const seen = new Set<string>();
  const open = [anchor];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const plan = schedule.milestone(name);
    if (plan === milestone) return true;
    const { start, due, after = [] } = plan?.milestone ?? {};
    open.push(...after.map((id) => id.value));
    for (const day of name === 'expires' ? [terms.expires] : [start, due])
      if (day?.value.kind === 'relative') open.push(day.value.anchor);
  }
  return false;
}
