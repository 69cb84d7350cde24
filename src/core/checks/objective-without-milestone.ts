import { isCancelled } from '../commitments/plan.ts';
import { hasEnded } from '../commitments/state.ts';
import type { Check } from './check.ts';
import { nameOf, placeOf } from './item.ts';

/**
 * Objectives that no milestone serves, in an agreement whose milestones name the objectives that they serve. Where
 * none does, that is how the agreement is written and nothing is missing.
 */
export const objectiveWithoutMilestone: Check = {
  id: 'objective-without-milestone',
  title: 'No milestone serves an objective',
  severity: 'information',
  dependsOn: 'document',
  structural: true,
  run({ agreement }, report) {
    const { objectives, milestones } = agreement.terms;
    if (objectives.length === 0 || hasEnded(agreement)) return;
    const served = new Set<string>();
    for (const milestone of milestones)
      if (milestone.objective && !isCancelled(milestone)) served.add(milestone.objective.value);
    if (!objectives.some(({ id }) => id && served.has(id.value))) return;
    for (const objective of objectives) {
      const { id } = objective;
      if (!id || served.has(id.value)) continue;
      report({
        at: placeOf(objective),
        args: { title: nameOf(objective) },
        item: { kind: 'objective', id: id.value },
      });
    }
  },
};
