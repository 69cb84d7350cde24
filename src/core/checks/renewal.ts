import { formatDay } from '../calendar/day.ts';
import { type DayExpression, formatDayExpression } from '../calendar/expression.ts';
import { addSpan, formatSpan, type Span } from '../calendar/span.ts';
import type { Ledger } from '../commitments/ledger.ts';
import { mergeEdits } from '../edits/merge.ts';
import { removeField, setField } from '../edits/record.ts';
import { isRefusal } from '../edits/refusal.ts';
import { sentence } from '../messages.ts';
import { recordChanges } from '../sections/changes.ts';
import type { Fix } from './check.ts';

/**
 * The fix that moves the expiry of an agreement on by what it renews for, where nobody gave notice in time, and that
 * records the change. That notice was waived goes, as it was for this term. None where the notice day stands by itself
 * and would not move along.
 */
export function renewal({ agreement, schedule, today, commitments }: Ledger): Fix[] {
  const { text, terms } = agreement;
  const { expires, renews, notice, source } = terms;
  const end = schedule.expires?.day;
  const lastDay = notice?.lastDay?.value;
  if (!expires || !renews || end === undefined) return [];
  const movesAlong =
    !lastDay || 'before' in lastDay || (lastDay.on.kind === 'relative' && lastDay.on.anchor === 'expires');
  const next = addSpan(end, renews.value, schedule.calendar);
  if (!movesAlong || next === undefined) return [];
  const from = formatDayExpression(expires.value);
  const to = later(expires.value, renews.value, formatDay(next));
  const due = commitments.find(({ kind }) => kind === 'notice')?.due;
  const waived = lastDay && notice.waived;
  const why = sentence('section/renewed', {
    renews: formatSpan(renews.value),
    notice: waived ? 'waived' : due === undefined ? 'none' : 'passed',
    day: formatDay(waived?.value ?? due ?? today),
  });
  const edits = mergeEdits([
    setField(text, source, 'expires', to),
    ...(waived ? [removeField(text, notice.source, 'waived')] : []),
    recordChanges(agreement, today, [{ item: 'agreement', field: 'expires', from, to }], why),
  ]);
  return isRefusal(edits) ? [] : [{ title: 'fix/renew', args: { day: formatDay(next) }, edits }];
}

function later(expires: DayExpression, by: Span, next: string): string {
  return expires.kind === 'day' ? next : formatDayExpression({ ...expires, steps: [...expires.steps, by] });
}
