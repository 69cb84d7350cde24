import type { Ledger } from '../commitments/ledger.ts';
import { isCancelled, isDone, type Unresolved } from '../commitments/plan.ts';
import { hasEnded } from '../commitments/state.ts';
import type { Check } from './check.ts';
import { countedDays } from './expressions.ts';
import { isOwed, milestoneRef, nameOf, placeOf } from './item.ts';
import { partOf } from './nearest.ts';
import { problemsOf } from './problems.ts';

/** Days that cannot be worked out. Only the first of a chain is reported: the others follow from it. */
export const unresolvedDate: Check = {
  id: 'unresolved-date',
  title: 'A day cannot be worked out',
  severity: 'warning',
  dependsOn: 'document',
  structural: true,
  run(ledger, report) {
    const { agreement, schedule } = ledger;
    if (hasEnded(agreement) && !schedule.plans.some(({ milestone }) => isOwed(milestone, ledger))) return;
    for (const { at, expression, resolved, item, title, plan } of countedDays(ledger)) {
      const { unresolved } = resolved;
      if (!unresolved || (plan && !isOwed(plan.milestone, ledger)) || !isFirst(unresolved, ledger)) continue;
      const { reason, anchor } = unresolved;
      const other = schedule.milestone(anchor);
      report({
        at: reason === 'out-of-range' ? at : partOf(agreement.text, at, expression.anchor),
        args: { reason, anchor, kind: item.kind, title },
        item,
        ...(other &&
          reason !== 'out-of-range' && {
            related: [{ at: placeOf(other.milestone), message: 'unresolved-date/anchor', args: { anchor } }],
          }),
      });
    }
    for (const { milestone, start, due } of schedule.bound) {
      const { duration } = milestone;
      if (!isOwed(milestone, ledger)) continue;
      // Where a start or a predecessor is there and has no day, that has a finding of its own.
      const alone = !milestone.start && !start && milestone.after.length === 0;
      const tooLong = due?.unresolved?.reason === 'out-of-range' && due.unresolved.anchor === '';
      if (!duration || milestone.due || due?.day !== undefined) continue;
      if (!tooLong && (!alone || isExplained('effective', ledger))) continue;
      const reason = tooLong ? 'out-of-range' : 'duration';
      const args = { reason, anchor: '', kind: 'milestone', title: nameOf(milestone) };
      report({ at: duration, args, item: milestoneRef(milestone) });
    }
    const { notice } = agreement.terms;
    if (notice?.lastDay && 'before' in notice.lastDay.value && !hasExpiry(ledger))
      report({
        at: notice.lastDay,
        args: { reason: 'anchor-without-day', anchor: 'expires', kind: 'notice', title: '' },
        item: { kind: 'notice', id: 'notice' },
      });
  },
};

/** Whether it is here that the day goes missing, and not where the anchor's own day does. */
function isFirst({ reason, anchor }: Unresolved, ledger: Ledger): boolean {
  if (reason === 'out-of-range') return true;
  if (reason !== 'anchor-without-day') return false;
  const other = ledger.schedule.milestone(anchor);
  if (other) return isDone(other.milestone) || isCancelled(other.milestone);
  if (anchor === 'expires') return !hasExpiry(ledger);
  return !isExplained(anchor, ledger);
}

function hasExpiry(ledger: Ledger): boolean {
  return ledger.agreement.terms.expires !== undefined || isExplained('expires', ledger);
}

function isExplained(field: string, { agreement }: Ledger): boolean {
  return problemsOf(agreement).explains(agreement.terms.source, field);
}
