import type { Check } from './check.ts';
import { reportLate } from './late.ts';

/** Risks that were to be looked at again by now. */
export const riskReviewOverdue: Check = {
  id: 'risk-review-overdue',
  title: 'A risk review is late',
  severity: 'warning',
  dependsOn: 'today',
  run(ledger, report) {
    reportLate('risk-review', ledger, report);
  },
};
