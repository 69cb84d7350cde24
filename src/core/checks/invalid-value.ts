import { explainDay } from '../calendar/absolute.ts';
import type { Ledger } from '../commitments/ledger.ts';
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
    inBody(ledger, report);
  },
};

function inBody({ agreement, commitments }: Ledger, report: Report): void {
  const tell = ({ code, text }: BodyProblem, item?: ItemRef) => {
    if (code !== 'invalid-value') return;
    const { reason, part, suggestion } = explainDay(text.value);
    const args = { reason, part, text: text.value, expected: plainDay.expected };
    const fixes = replacement(text, reason, suggestion);
    report({ at: text, args, fixes, ...(item && { item }) });
  };
  for (const section of agreement.body.sections)
    if (section.key && section.ours) for (const problem of section.problems) tell(problem);
  for (const commitment of commitments)
    if (commitment.item.kind === 'action')
      for (const problem of commitment.item.action.problems) tell(problem, refOf(commitment));
}
