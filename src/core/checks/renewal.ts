import { formatDay } from '../calendar/day.ts';
import { type DayExpression, formatRelativeDay } from '../calendar/expression.ts';
import { addSpan, type Span } from '../calendar/span.ts';
import type { Ledger } from '../commitments/ledger.ts';
import { setField } from '../edits/record.ts';
import { isRefusal } from '../edits/refusal.ts';
import type { Fix } from './check.ts';

/**
 * The fix that moves the expiry of an agreement on by what it renews for, where nobody gave notice in time. None
 * where the notice day stands by itself and would not move along.
 */
export function renewal({ agreement, schedule }: Ledger): Fix[] {
  const { expires, renews, notice, source } = agreement.terms;
  const end = schedule.expires?.day;
  const lastDay = notice?.lastDay?.value;
  if (!expires || !renews || end === undefined) return [];
  const movesAlong =
    !lastDay || 'before' in lastDay || (lastDay.on.kind === 'relative' && lastDay.on.anchor === 'expires');
  const next = addSpan(end, renews.value, schedule.calendar);
  if (!movesAlong || next === undefined) return [];
  const written = later(expires.value, renews.value, formatDay(next));
  const edit = setField(agreement.text, source, 'expires', written);
  return isRefusal(edit) ? [] : [{ title: 'fix/renew', args: { day: formatDay(next) }, edits: [edit] }];
}

function later(expires: DayExpression, by: Span, next: string): string {
  return expires.kind === 'day' ? next : formatRelativeDay({ ...expires, steps: [...expires.steps, by] });
}
