import type { Ledger } from '../commitments/ledger.ts';
import { isDraft } from '../commitments/state.ts';
import type { Severity } from '../document/configuration.ts';
import type { Check, Finding, Reported } from './check.ts';
import { checks } from './registry.ts';
import { Suppressions } from './suppress.ts';

/** Severities that somebody set for themselves, by check; what the folder's configuration sets wins over them. */
export type Severities = ReadonlyMap<string, Severity>;

const known: ReadonlySet<string> = new Set(checks.map(({ id }) => id));

/**
 * Runs checks over an agreement. The findings are those of the document that it is seen from, in its order. The
 * folder's configuration decides a severity, then one's own preference, then the check; what a draft still lacks is a
 * hint in any case.
 */
export function runChecks(
  ledger: Ledger,
  preferences: Severities = new Map(),
  which: readonly Check[] = checks,
): readonly Finding[] {
  const findings: Finding[] = [];
  const draft = isDraft(ledger.agreement);
  const suppressions = new Suppressions(ledger.agreement);
  const ran = new Map<string, Check>();
  for (const check of which) {
    const set = ledger.configuration.checks.get(check.id) ?? preferences.get(check.id);
    if (set === 'off' || suppressions.silences(check.id)) continue;
    const report = (reported: Reported) => {
      if (reported.at.document !== ledger.agreement.uri) return;
      if (suppressions.hides(check.id, reported.at.range)) return;
      const severity = draft && check.structural ? 'hint' : (set ?? reported.severity ?? check.severity);
      findings.push(located(check, severity, reported));
    };
    check.run(ledger, report, { suppressions, ran, known });
    ran.set(check.id, check);
  }
  return findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function located(check: Check, severity: Finding['severity'], reported: Reported): Finding {
  const { at, args = {}, item, related = [], fixes = [] } = reported;
  return {
    check: check.id,
    severity,
    document: at.document,
    range: at.range,
    args,
    related: related.map(({ at: place, message, args: placeArgs = {} }) => ({
      document: place.document,
      range: place.range,
      message,
      args: placeArgs,
    })),
    fixes,
    ...(item && { item }),
  };
}
