import { explainDay } from '../calendar/absolute.ts';
import type { BodyProblem } from '../document/body/types.ts';
import { plainDay } from '../schema/days.ts';
import type { Check, ItemRef, Report } from './check.ts';
import { refOf } from './item.ts';
import { problemsOf } from './problems.ts';
import { replacement, told } from './told.ts';

/** Values that are not what their key takes, and days in the body that are no days. */
export const invalidValue: Check = {
  id: 'invalid-value',
  title: 'A value is not what its key takes',
  severity: 'error',
  dependsOn: 'document',
  run(ledger, report) {
    const problems = problemsOf(ledger.agreement);
    for (const problem of problems.of('invalid-value'))
      report({ ...told(problem), ...problems.about(problem) });
    for (const section of ledger.agreement.body.sections)
      if (section.key && section.ours) for (const problem of section.problems) inBody(problem, report);
  },
  visit(_ledger, report) {
    return {
      action({ problems }, commitment) {
        for (const problem of problems) inBody(problem, report, refOf(commitment));
      },
    };
  },
};

function inBody({ code, text }: BodyProblem, report: Report, item?: ItemRef): void {
  if (code !== 'invalid-value') return;
  const { reason, part, suggestion } = explainDay(text.value);
  const args = { reason, part, text: text.value, expected: plainDay.expected };
  report({
    at: text,
    args,
    fixes: (whole) => replacement(whole, text, reason, suggestion),
    ...(item && { item }),
  });
}
