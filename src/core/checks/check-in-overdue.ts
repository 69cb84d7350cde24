import type { Check } from './check.ts';
import { reportLate } from './late.ts';

/** Check-ins that the cadence asks for and that nobody has held. */
export const checkInOverdue: Check = {
  id: 'check-in-overdue',
  title: 'A check-in is late',
  severity: 'warning',
  dependsOn: 'today',
  run(ledger, report) {
    reportLate('check-in', ledger, report);
  },
};
