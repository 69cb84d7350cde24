import { isDone } from '../commitments/plan.ts';
import type { Milestone } from '../schema/agreement.ts';
import type { Check } from './check.ts';
import { milestoneRef, nameOf, placeOf } from './item.ts';
import { problemsOf } from './problems.ts';

/** Things that can be kept, so that they prove themselves. */
const DOCUMENT = /\b(?:audit|certificate|invoice|licen[cs]e|minutes|permit|receipt|report|statement)s?\b/i;

/**
 * Payments and documents that are done without a proof, in an agreement that keeps proofs of others. Where it keeps
 * none, they are kept elsewhere.
 */
export const doneWithoutEvidence: Check = {
  id: 'done-without-evidence',
  title: 'A payment or document is done without evidence',
  severity: 'hint',
  dependsOn: 'document',
  visit({ agreement }, report) {
    if (!agreement.terms.milestones.some(({ evidence }) => evidence.length > 0)) return undefined;
    return {
      milestone({ milestone }) {
        const { evidence, every, source } = milestone;
        if (evidence.length > 0 || every || !isDone(milestone) || !isProvable(milestone)) return;
        if (problemsOf(agreement).explains(source, 'evidence')) return;
        report({
          at: placeOf(milestone),
          args: { title: nameOf(milestone), what: milestone.amount ? 'payment' : 'document' },
          item: milestoneRef(milestone),
        });
      },
    };
  },
};

function isProvable({ amount, title, indicator }: Milestone): boolean {
  return amount !== undefined || [title, indicator].some((text) => text && DOCUMENT.test(text.value));
}
