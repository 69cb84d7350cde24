import { scalarText } from '../edits/scalar.ts';
import type { Source } from '../schema/type.ts';
import type { Check, Fix } from './check.ts';
import { writing } from './field-fix.ts';
import { keyPlace, milestoneRef, nameOf, placeOf } from './item.ts';
import { problemsOf } from './problems.ts';

/** A longer list of fixes is no help. */
const MOST_OFFERED = 6;

/** Milestones that name nobody: an owner of everything is easily an owner of nothing. */
export const noOwner: Check = {
  id: 'no-owner',
  title: 'A milestone names no owner',
  severity: 'warning',
  dependsOn: 'document',
  structural: true,
  visit({ agreement, parties }, report) {
    const problems = problemsOf(agreement);
    const { owner, people } = agreement.terms;
    const listed = people.length <= MOST_OFFERED ? people.map(({ key }) => key.value) : [];
    const candidates = owner ? [owner.value] : listed;
    return {
      follows: [owner],
      open({ milestone }) {
        const { source } = milestone;
        if (milestone.owner.length > 0 || problems.explains(source, 'owner')) return;
        report({
          at: keyPlace(source, 'owner') ?? placeOf(milestone),
          item: milestoneRef(milestone),
          fixes: (text) => candidates.flatMap((handle) => naming(text, source, handle)),
          ...(owner
            ? {
                args: { title: nameOf(milestone), owner: parties.nameOf(owner.value), who: 'contract' },
                severity: 'information',
                related: [{ at: owner, message: 'no-owner/contract' }],
              }
            : { args: { title: nameOf(milestone), who: 'nobody' } }),
        });
      },
    };
  },
};

function naming(text: string, source: Source, owner: string): Fix[] {
  const named = { title: 'fix/set-owner', args: { owner } };
  return writing(named, text, source, 'owner', scalarText(owner, 'block'), { after: 'title' });
}
