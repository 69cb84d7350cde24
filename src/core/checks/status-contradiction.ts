import type { Commitment } from '../commitments/commitment.ts';
import type { ActionItem } from '../document/body/types.ts';
import type { Milestone } from '../schema/agreement.ts';
import type { Check, Report } from './check.ts';
import { removing, writing } from './field-fix.ts';
import { milestoneRef, nameOf, refOf } from './item.ts';

/** Items of which one part says that they are done, and another that they are not. The status, or the box, decides. */
export const statusContradiction: Check = {
  id: 'status-contradiction',
  title: 'A status contradicts what stands beside it',
  severity: 'warning',
  dependsOn: 'document',
  visit(_ledger, report) {
    return {
      milestone({ milestone }) {
        const { status, done, progress } = milestone;
        if (!status) return;
        if (status.value !== 'done') {
          if (done) notDone(milestone, report);
        } else if (progress && progress.value < WHOLE) partlyDone(milestone, report);
      },
      action: (action, commitment) => inAction(action, commitment, report),
    };
  },
};

const WHOLE = 100;

function notDone(milestone: Milestone, report: Report): void {
  const { status, done, source } = milestone;
  report({
    at: done!,
    args: { what: 'done', title: nameOf(milestone), status: status!.value },
    item: milestoneRef(milestone),
    related: [{ at: status!, message: 'status-contradiction/status' }],
    fixes: (text) => [
      ...writing({ title: 'fix/set-status', args: { status: 'done' } }, text, source, 'status', 'done'),
      ...removing({ title: 'fix/remove-key', args: { key: 'done' } }, text, source, 'done'),
    ],
  });
}

function partlyDone(milestone: Milestone, report: Report): void {
  const { progress, status, source } = milestone;
  report({
    at: progress!,
    args: { what: 'progress', title: nameOf(milestone), progress: progress!.value },
    item: milestoneRef(milestone),
    severity: 'information',
    related: [{ at: status!, message: 'status-contradiction/status' }],
    fixes: (text) =>
      writing({ title: 'fix/replace', args: { text: '100%' } }, text, source, 'progress', '100%'),
  });
}

function inAction({ box, done, cancelled }: ActionItem, commitment: Commitment, report: Report): void {
  const ticked = box.value === 'x';
  const at = ticked ? cancelled : done;
  if (!at) return;
  report({
    at,
    args: { what: ticked ? 'ticked' : 'open', title: commitment.title },
    item: refOf(commitment),
    fixes: () => (ticked ? [] : [{ title: 'fix/tick', edits: [{ range: box.range, newText: 'x' }] }]),
  });
}
