import { isSettled } from '../commitments/state.ts';
import { range } from '../text/range.ts';
import type { Check, Fix } from './check.ts';
import { refOf } from './item.ts';

/** Action items that mention nobody. */
export const actionNoOwner: Check = {
  id: 'action-no-owner',
  title: 'An action item names no owner',
  severity: 'warning',
  dependsOn: 'document',
  structural: true,
  visit({ agreement, parties }, report) {
    const { owner } = agreement.terms;
    return {
      follows: [owner],
      action({ owners, text }, commitment) {
        if (owners.length > 0 || isSettled(commitment)) return;
        const { title } = commitment;
        const about = { at: text, item: refOf(commitment) };
        if (!owner) report({ ...about, args: { title, who: 'nobody' } });
        else
          report({
            ...about,
            args: { title, owner: parties.nameOf(owner.value), who: 'contract' },
            severity: 'information',
            related: [{ at: owner, message: 'no-owner/contract' }],
            fixes: () => [mention(owner.value, text.range.end)],
          });
      },
    };
  },
};

function mention(owner: string, end: number): Fix {
  return { title: 'fix/mention', args: { owner }, edits: [{ range: range(end), newText: ` @${owner}` }] };
}
