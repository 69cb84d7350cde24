import { formatDay } from '../calendar/day.ts';
import { formatSpan } from '../calendar/span.ts';
import type { Commitment } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import { isDone } from '../commitments/schedule.ts';
import type { MessageArgs } from '../messages.ts';
import type { Check, Related } from './check.ts';
import { calledBy, nameOf, placeOf, refOf } from './item.ts';
import { renewal } from './renewal.ts';

/** Commitments whose day has passed. The missed days of a series are one finding, at the first. */
export const overdue: Check = {
  id: 'overdue',
  title: 'A commitment is late',
  severity: 'warning',
  dependsOn: 'today',
  run(ledger, report) {
    const missed = new Map<unknown, Commitment[]>();
    for (const commitment of ledger.commitments) {
      if (commitment.state !== 'overdue' || commitment.due === undefined) continue;
      const { item } = commitment;
      const key = item.kind === 'milestone' ? item.plan : commitment;
      const others = missed.get(key);
      if (others) others.push(commitment);
      else missed.set(key, [commitment]);
    }
    for (const [first, ...more] of missed.values()) {
      if (!first) continue;
      const { dueAt, at } = first;
      const args = argsOf(first, more.length, ledger);
      const fixes = first.kind === 'notice' ? renewal(ledger) : [];
      report({ at: dueAt ?? at, args, item: refOf(first), related: reasons(first), fixes });
    }
  },
};

function argsOf(commitment: Commitment, more: number, { agreement: { terms } }: Ledger): MessageArgs {
  const { kind, due, daysLate, owner = '', acceptance } = commitment;
  const args = { kind, title: calledBy(commitment), owner, days: daysLate, due: formatDay(due!) };
  if (kind === 'milestone' && more > 0) return { ...args, kind: 'series', count: more + 1 };
  if (acceptance) return { ...args, kind: 'acceptance' };
  if (kind === 'notice' && terms.renews)
    return { ...args, kind: 'renewed', renews: formatSpan(terms.renews.value) };
  return kind === 'expiry' ? { ...args, status: terms.status?.value ?? 'active' } : args;
}

/** The places that tell why it is late: what blocks it, what it waits for, who accepts it. */
function reasons({ item, acceptance }: Commitment): Related[] {
  if (item.kind !== 'milestone') return [];
  const { milestone, predecessors } = item.plan;
  const { accepts, blocked } = milestone;
  if (acceptance && accepts) return [{ at: accepts, message: 'overdue/accepts' }];
  const reason = blocked?.reason;
  const stop: Related[] = reason
    ? [{ at: reason, message: 'overdue/blocked', args: { reason: reason.value } }]
    : [];
  const waits = predecessors
    .filter((predecessor) => !isDone(predecessor.milestone))
    .map(({ milestone: one }) => ({
      at: placeOf(one),
      message: 'overdue/waits-for',
      args: { title: nameOf(one) },
    }));
  return [...stop, ...waits];
}
