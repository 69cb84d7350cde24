import { formatDay } from '../calendar/day.ts';
import type { Commitment, Kind } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import type { MessageArgs } from '../messages.ts';
import type { Report } from './check.ts';
import { calledBy, refOf } from './item.ts';

/** Reports each late commitment of a kind, at what is written of its day. */
export function reportLate(kind: Kind, { events }: Ledger, report: Report): void {
  for (const commitment of events) {
    if (commitment.kind !== kind || commitment.state !== 'overdue') continue;
    report({ at: commitment.dueAt!, args: lateArgs(commitment), item: refOf(commitment) });
  }
}

/** What the sentence about a late commitment needs: what it is called, since when, and for how many days. */
export function lateArgs(commitment: Commitment): MessageArgs {
  const { daysLate, due } = commitment;
  return { title: calledBy(commitment), days: daysLate, due: formatDay(due!) };
}
