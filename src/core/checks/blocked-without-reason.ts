import { isBlocked } from '../commitments/milestones.ts';
import { Value } from '../text/value.ts';
import type { Check } from './check.ts';
import { keyPlace, milestoneRef, nameOf } from './item.ts';
import { problemsOf } from './problems.ts';

/** Milestones that do not move, and nothing says why or since when. */
export const blockedWithoutReason: Check = {
  id: 'blocked-without-reason',
  title: 'Something is blocked and nothing says why',
  severity: 'warning',
  dependsOn: 'document',
  structural: true,
  visit({ agreement }, report) {
    const problems = problemsOf(agreement);
    return {
      open({ milestone }) {
        if (!isBlocked(milestone)) return;
        const { blocked, status, source } = milestone;
        const lacks = (field: 'reason' | 'since') =>
          !blocked?.[field] && !problems.explains(source, 'blocked');
        const reason = lacks('reason');
        const since = lacks('since');
        if (!reason && !since) return;
        const record =
          blocked && new Value(undefined, blocked.source.place, blocked.source.from, blocked.source.to);
        report({
          at: record ?? keyPlace(source, 'blocked') ?? status!,
          args: { title: nameOf(milestone), lacks: reason ? (since ? 'both' : 'reason') : 'since' },
          item: milestoneRef(milestone),
          ...(!reason && { severity: 'information' }),
        });
      },
    };
  },
};
