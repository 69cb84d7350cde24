import { explainDay } from '../calendar/absolute.ts';
import type { Ledger } from '../commitments/ledger.ts';
import type { BodyProblem } from '../document/body/types.ts';
import { plainDay } from '../schema/days.ts';
import type { Check, ItemRef, Report } from './check.ts';
import { refOf } from './item.ts';
import { problemsOf, replacement } from './problems.ts';

/** Reasons whose suggestion says the same thing in the format's writing: nothing is guessed. */
const SAME_MEANING = new Set([
  'not-iso',
  'missing-spaces',
  'wrong-sign',
  'unknown-unit',
  'missing-count',
  'signed-count',
  'not-a-period',
  'reversed',
  'not-a-choice',
  'not-a-flag',
  'not-a-handle',
  'not-a-number',
  'at-sign',
  'money-comma',
  'money-symbol',
  'not-money',
]);

/** Values that are not what their key takes, and days in the body that are no days. */
export const invalidValue: Check = {
  id: 'invalid-value',
  title: 'A value is not what its key takes',
  severity: 'error',
  dependsOn: 'document',
  run(ledger, report) {
    const problems = problemsOf(ledger.agreement);
    for (const { at, args, suggestion } of problems.of('invalid-value')) {
      const fixes = replacement(at, suggestion, SAME_MEANING.has(args.reason ?? ''));
      const item = problems.itemAt(at);
      // A list or a mapping has no text of its own: what stands there is quoted.
      const { start, end } = at.range;
      const text = at.value || ledger.agreement.text.slice(start, end);
      report({ at, args: { ...args, text }, fixes, ...(item && { item }) });
    }
    inBody(ledger, report);
  },
};

function inBody({ agreement, commitments }: Ledger, report: Report): void {
  const tell = ({ code, text }: BodyProblem, item?: ItemRef) => {
    if (code !== 'invalid-value') return;
    const { reason, part, suggestion } = explainDay(text.value);
    const args = { reason, part, text: text.value, expected: plainDay.expected };
    const fixes = replacement(text, suggestion, SAME_MEANING.has(reason));
    report({ at: text, args, fixes, ...(item && { item }) });
  };
  for (const section of agreement.body.sections)
    if (section.key && section.ours) for (const problem of section.problems) tell(problem);
  for (const commitment of commitments)
    if (commitment.item.kind === 'action')
      for (const problem of commitment.item.action.problems) tell(problem, refOf(commitment));
}
