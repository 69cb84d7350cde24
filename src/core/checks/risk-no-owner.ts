import { hasEnded } from '../commitments/state.ts';
import { scalarText } from '../edits/scalar.ts';
import type { Check } from './check.ts';
import { writing } from './field-fix.ts';
import { itemRef, keyPlace, nameOf, placeOf } from './item.ts';
import { problemsOf } from './problems.ts';

/** Open risks that nobody watches. */
export const riskNoOwner: Check = {
  id: 'risk-no-owner',
  title: 'A risk names no owner',
  severity: 'information',
  dependsOn: 'document',
  structural: true,
  run({ agreement, parties }, report) {
    if (hasEnded(agreement)) return;
    const { owner: contract, risks } = agreement.terms;
    for (const risk of risks) {
      const { owner, status, source } = risk;
      if (owner || status?.value === 'closed' || problemsOf(agreement).explains(source, 'owner')) continue;
      const about = { at: keyPlace(source, 'owner') ?? placeOf(risk), item: itemRef('risk', risk) };
      if (!contract) report({ ...about, args: { who: 'nobody', title: nameOf(risk) } });
      else
        report({
          ...about,
          args: { who: 'contract', title: nameOf(risk), owner: parties.nameOf(contract.value) },
          severity: 'hint',
          fixes: (text) =>
            writing(
              { title: 'fix/set-owner', args: { owner: contract.value } },
              text,
              source,
              'owner',
              scalarText(contract.value, 'block'),
            ),
        });
    }
  },
};
