import { hasEnded } from '../commitments/state.ts';
import type { Risk } from '../schema/agreement.ts';
import type { Check } from './check.ts';
import { itemRef, keyPlace, nameOf, placeOf } from './item.ts';
import { problemsOf } from './problems.ts';

/** From this probability on a risk is as likely as not. */
const LIKELY = 0.5;

/** High risks that nothing is done about, neither before they happen nor after. */
export const riskNoMitigation: Check = {
  id: 'risk-no-mitigation',
  title: 'Nothing is done about a high risk',
  severity: 'information',
  dependsOn: 'document',
  structural: true,
  run({ agreement }, report) {
    if (hasEnded(agreement)) return;
    const problems = problemsOf(agreement);
    for (const risk of agreement.terms.risks) {
      const { status, source } = risk;
      if (status?.value === 'closed' || !isHigh(risk) || isMet(risk)) continue;
      if (problems.explains(source, 'mitigation') || problems.explains(source, 'contingency')) continue;
      report({
        at: keyPlace(source, 'mitigation') ?? placeOf(risk),
        args: { title: nameOf(risk) },
        item: itemRef('risk', risk),
      });
    }
  },
};

function isHigh({ probability, impact }: Risk): boolean {
  const likely = probability?.value;
  return likely === 'high' || impact?.value === 'high' || (typeof likely === 'number' && likely >= LIKELY);
}

function isMet({ mitigation, contingency }: Risk): boolean {
  return Boolean(mitigation?.value.trim() || contingency?.value.trim());
}
