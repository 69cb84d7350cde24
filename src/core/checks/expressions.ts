import type { DayExpression, RelativeDay } from '../calendar/expression.ts';
import type { Ledger } from '../commitments/ledger.ts';
import type { Plan, Resolved } from '../commitments/plan.ts';
import type { Value } from '../text/value.ts';
import type { ItemRef } from './check.ts';
import { itemRef, milestoneRef, nameOf } from './item.ts';

/** A day that is counted from another one: where it stands, and what it comes to. */
export interface Counted {
  readonly at: Value<unknown>;
  readonly expression: RelativeDay;
  readonly resolved: Resolved;
  readonly item: ItemRef;
  /** What people call the item; empty for those of which there is but one. */
  readonly title: string;
  /** The milestone that it belongs to. */
  readonly plan?: Plan;
}

const known = new WeakMap<Ledger, readonly Counted[]>();

/** All days of an agreement that are counted from another one. Several checks ask for those of one ledger. */
export function countedDays(ledger: Ledger): readonly Counted[] {
  const found = known.get(ledger) ?? findCounted(ledger);
  known.set(ledger, found);
  return found;
}

function findCounted({ agreement, schedule }: Ledger): readonly Counted[] {
  const found: Counted[] = [];
  const { expires, notice, risks } = agreement.terms;
  const add = (
    at: Value<unknown> | undefined,
    expression: DayExpression | undefined,
    resolved: Resolved | undefined,
    of: Pick<Counted, 'item'> & Partial<Pick<Counted, 'title' | 'plan'>>,
  ) => {
    if (at && expression?.kind === 'relative')
      found.push({ at, expression, resolved: resolved ?? schedule.resolve(expression), title: '', ...of });
  };
  add(expires, expires?.value, schedule.expires, { item: { kind: 'expiry', id: 'expiry' } });
  const lastDay = notice?.lastDay;
  if (lastDay && 'on' in lastDay.value)
    add(lastDay, lastDay.value.on, undefined, { item: { kind: 'notice', id: 'notice' } });
  for (const plan of schedule.plans) {
    const { milestone } = plan;
    const { start, due, until } = milestone;
    if (plan.free && until?.value.kind !== 'relative') continue;
    const of = { item: milestoneRef(milestone), title: nameOf(milestone), plan };
    add(start, start?.value, plan.start, of);
    add(due, due?.value, plan.due, of);
    add(until, until?.value, undefined, of);
  }
  for (const risk of risks) {
    const { review } = risk;
    if (!review || !('on' in review.value)) continue;
    add(review, review.value.on, undefined, { item: itemRef('risk', risk), title: nameOf(risk) });
  }
  return found;
}
