import type { Finding, Reported } from '../checks/check.ts';
import { Names, renaming } from '../checks/nearest.ts';
import { checks } from '../checks/registry.ts';
import { told } from '../checks/told.ts';
import type { ConfigurationRead } from '../document/configuration.ts';
import type { SkipReason } from './workspace.ts';

/** The findings of a `.parley.yaml` itself, by its text: what in it could not be read as meant, or names no check. */
export function configurationFindings(read: ConfigurationRead, text: string): readonly Finding[] {
  const known = new Set(checks.map(({ id }) => id));
  const names = new Names(known);
  return [
    ...read.problems.map((problem) => finding(problem.code, told(problem), text)),
    ...read.checks
      .filter(({ value }) => !known.has(value))
      .map((at) => {
        const fixes = () => renaming(text, at, at.value, names.nearest(at.value));
        return finding('unused-suppression', { at, args: { check: at.value, what: 'unknown' }, fixes }, text);
      }),
  ].sort((a, b) => a.range.start - b.range.start);
}

function finding(check: string, { at, args = {}, fixes }: Reported, text: string): Finding {
  const { document, range } = at;
  return { check, severity: 'warning', document, range, args, related: [], fixes: fixes?.(text) ?? [] };
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
