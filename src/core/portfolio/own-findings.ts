import type { Finding, Reported } from '../checks/check.ts';
import { Names, renaming } from '../checks/nearest.ts';
import { checks } from '../checks/registry.ts';
import { told } from '../checks/told.ts';
import { unusedSuppression } from '../checks/unused-suppression.ts';
import type { ConfigurationRead } from '../document/configuration.ts';
import type { SkipReason } from './workspace.ts';

/** The findings of a `.parley.yaml` itself, by its text: what in it could not be read as meant, or names no check. */
export function configurationFindings(read: ConfigurationRead, text: string): readonly Finding[] {
  const findings = read.problems.map((problem) => finding(problem.code, 'warning', told(problem), text));
  const { id: check, severity } = unusedSuppression;
  const how = read.configuration.checks.get(check) ?? severity;
  if (how === 'off') return findings;
  const known = new Set(checks.map(({ id }) => id));
  const names = new Names(known);
  for (const at of read.checks) {
    if (known.has(at.value)) continue;
    const fixes = () => renaming(text, at, at.value, names.nearest(at.value));
    findings.push(finding(check, how, { at, args: { check: at.value, what: 'unknown' }, fixes }, text));
  }
  return findings.sort((a, b) => a.range.start - b.range.start);
}

function finding(
  check: string,
  severity: Finding['severity'],
  { at, args = {}, fixes }: Reported,
  text: string,
): Finding {
  const { document, range } = at;
  return { check, severity, document, range, args, related: [], fixes: fixes?.(text) ?? [] };
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
