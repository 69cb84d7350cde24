import type { Finding } from '../checks/check.ts';
import { told } from '../checks/told.ts';
import type { Problem } from '../document/problem.ts';
import type { SkipReason } from './workspace.ts';

/** The findings of a `.parley.yaml` itself, by its text: what in it could not be read as meant. */
export function configurationFindings(problems: readonly Problem[], text: string): readonly Finding[] {
  return problems.map((problem) => {
    const { args = {}, fixes } = told(problem);
    const { document, range } = problem.at;
    return {
      check: problem.code,
      severity: 'warning',
      document,
      range,
      args,
      related: [],
      fixes: fixes?.(text) ?? [],
    };
  });
}

/** The finding of a file that begins like an agreement, with `---`, and was not read. */
export function unreadableFinding(document: string, reason: SkipReason): Finding {
  return {
    check: 'yaml-syntax',
    severity: 'error',
    document,
    range: { start: 0, end: 3 },
    args: { reason },
    related: [],
    fixes: [],
  };
}
