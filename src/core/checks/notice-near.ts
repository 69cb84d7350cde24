import { formatDay } from '../calendar/day.ts';
import { formatSpan } from '../calendar/span.ts';
import type { Ledger } from '../commitments/ledger.ts';
import { isDraft } from '../commitments/state.ts';
import type { MessageArgs } from '../messages.ts';
import type { Check, Reported } from './check.ts';
import { refOf } from './item.ts';
import { renewal } from './renewal.ts';

/** How many days ahead the last day to give notice is announced, and how loudly: it cannot be made up for. */
const STEPS = [
  { within: 30, severity: 'warning' },
  { within: 60, severity: 'information' },
  { within: 90, severity: 'hint' },
] as const;

/** How many days ahead it is announced first. */
export const ANNOUNCED = Math.max(...STEPS.map(({ within }) => within));

/** The last day to give notice: it is near, or it has passed without a word. */
export const noticeNear: Check = {
  id: 'notice-near',
  title: 'The last day to give notice is near, or has passed',
  severity: 'warning',
  dependsOn: 'today',
  run(ledger, report) {
    if (isDraft(ledger.agreement)) return;
    for (const commitment of ledger.events) {
      const { kind, state, due, dueAt } = commitment;
      if (kind !== 'notice' || state === 'done' || state === 'cancelled' || due === undefined) continue;
      const days = due - ledger.today;
      const about = { at: dueAt!, item: refOf(commitment) };
      const step = STEPS.find(({ within }) => days <= within);
      if (days < 0) report({ ...about, ...passed(ledger, formatDay(due), -days) });
      else if (step) report({ ...about, args: near(ledger, formatDay(due), days), severity: step.severity });
    }
  },
};

function near({ agreement }: Ledger, due: string, days: number): MessageArgs {
  const { renews } = agreement.terms;
  return renews
    ? { what: 'near-renewal', days, due, renews: formatSpan(renews.value) }
    : { what: 'near', days, due };
}

function passed(ledger: Ledger, due: string, days: number): Pick<Reported, 'args' | 'fixes'> {
  const { renews } = ledger.agreement.terms;
  if (!renews) return { args: { what: 'passed', days, due } };
  return { args: { what: 'renewed', due, renews: formatSpan(renews.value) }, fixes: () => renewal(ledger) };
}
