import type { Problem } from '../document/problem.ts';
import { Value } from '../text/value.ts';
import type { Check } from './check.ts';
import { problemsOf } from './problems.ts';
import { recordsIn } from './records.ts';
import { told } from './told.ts';

/** Keys that stand twice in one place: the first counts, and what the second says is lost. */
export const duplicateKey: Check = {
  id: 'duplicate-key',
  title: 'A key stands twice',
  severity: 'error',
  dependsOn: 'document',
  run({ agreement }, report) {
    const problems = problemsOf(agreement);
    const repeated = problems.of('duplicate-key').filter(({ at }) => !problems.inConflict(at));
    const firsts = repeated.length > 0 ? firstKeys(agreement.terms, repeated) : undefined;
    for (const problem of repeated) {
      const first = firsts?.get(problem);
      report({
        ...told(problem),
        ...problems.about(problem),
        ...(first && { related: [{ at: first, message: 'duplicate-key/first', args: problem.args }] }),
      });
    }
  },
};

/** Where each repeated key stands for the first time. */
function firstKeys(terms: object, repeated: readonly Problem[]): ReadonlyMap<Problem, Value<string>> {
  const byStart = new Map(repeated.map((problem) => [problem.at.range.start, problem]));
  const result = new Map<Problem, Value<string>>();
  for (const { place, keys } of recordsIn(terms)) {
    const first = new Map<string, Value<string>>();
    for (const { key, name = key.text } of keys) {
      const at = new Value(key.text, place, key.from, key.to);
      const problem = byStart.get(at.range.start);
      const earlier = first.get(name);
      if (!earlier) first.set(name, at);
      else if (problem) result.set(problem, earlier);
    }
  }
  return result;
}
