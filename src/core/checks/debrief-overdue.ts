import type { Check } from './check.ts';
import { reportLate } from './late.ts';

/** Talks whose debrief is not written two days later. */
export const debriefOverdue: Check = {
  id: 'debrief-overdue',
  title: 'A debrief is late',
  severity: 'warning',
  dependsOn: 'today',
  run(ledger, report) {
    reportLate('debrief', ledger, report);
  },
};
