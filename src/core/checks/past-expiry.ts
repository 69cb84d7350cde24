import { formatSpan } from '../calendar/span.ts';
import type { Commitment } from '../commitments/commitment.ts';
import type { Check } from './check.ts';
import { refOf } from './item.ts';
import { lateArgs } from './late.ts';
import { renewal } from './renewal.ts';

/** An agreement whose last day has passed and that says of itself that it goes on. */
export const pastExpiry: Check = {
  id: 'past-expiry',
  title: 'The agreement has ended and its status says otherwise',
  severity: 'warning',
  dependsOn: 'today',
  run(ledger, report) {
    const { renews, notice, status } = ledger.agreement.terms;
    for (const commitment of ledger.events) {
      if (commitment.kind !== 'expiry' || commitment.state !== 'overdue') continue;
      const renewed = renews && !notice?.given;
      // That nobody gave notice in time says already that it has renewed.
      if (renewed && ledger.events.some(isUnanswered)) continue;
      const args = lateArgs(commitment);
      const about = { at: commitment.dueAt!, item: refOf(commitment) };
      if (renewed)
        report({
          ...about,
          args: { ...args, what: 'renewed', renews: formatSpan(renews.value) },
          fixes: () => renewal(ledger),
        });
      else report({ ...about, args: { ...args, what: 'ended', status: status?.value ?? 'active' } });
    }
  },
};

function isUnanswered({ kind, state }: Commitment): boolean {
  return kind === 'notice' && state === 'overdue';
}
