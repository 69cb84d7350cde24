import type { Commitment } from '../commitments/commitment.ts';
import { isDone } from '../commitments/plan.ts';
import type { Parties } from '../document/parties.ts';
import type { MessageArgs } from '../messages.ts';
import type { Check, Related } from './check.ts';
import { nameOf, placeOf, refOf } from './item.ts';
import { lateArgs } from './late.ts';

/**
 * Milestones and action items whose day has passed; other commitments have checks of their own. The missed days of a
 * series are one finding, at the first.
 */
export const overdue: Check = {
  id: 'overdue',
  title: 'A milestone or action item is late',
  severity: 'warning',
  dependsOn: 'today',
  run(ledger, report) {
    const missed = new Map<unknown, Commitment[]>();
    for (const commitment of ledger.pressing) {
      if (commitment.state !== 'overdue' || commitment.due === undefined) continue;
      const { item } = commitment;
      if (item.kind !== 'milestone' && item.kind !== 'action') continue;
      const key = item.kind === 'milestone' ? item.plan : commitment;
      const others = missed.get(key);
      if (others) others.push(commitment);
      else missed.set(key, [commitment]);
    }
    for (const all of missed.values()) {
      const first = all[0]!;
      const args = argsOf(first, all.length, ledger.parties);
      report({ at: first.dueAt!, args, item: refOf(first), related: reasons(first) });
    }
  },
};

function argsOf(commitment: Commitment, count: number, parties: Parties): MessageArgs {
  const { kind, owner = '', acceptance } = commitment;
  const args = { ...lateArgs(commitment), kind };
  if (count > 1) return { ...args, kind: 'series', count };
  return acceptance ? { ...args, kind: 'acceptance', owner: parties.nameOf(owner) } : args;
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
