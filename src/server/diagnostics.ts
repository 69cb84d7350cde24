import { type Diagnostic, DiagnosticSeverity, type Location } from 'vscode-languageserver';
import type { Finding, ItemRef } from '../core/checks/check.ts';
import { sentence } from '../core/messages.ts';
import type { Range } from '../core/text/range.ts';
import type { Locate } from './documents.ts';

/** VS Code keeps 1,000 findings of a file; of ours the worst are shown, and above this number a summary. */
const MAX_FINDINGS = 900;

/** What a diagnostic carries beside what it says, for whoever acts on it. */
export interface DiagnosticData {
  readonly check: string;
  readonly item?: ItemRef;
}

/** How findings are written for a client. */
export interface Style {
  /** Where the pages of the checks are; absent where nobody said. */
  readonly checkPages: string | undefined;
  /** Whether the client shows the other places that a finding speaks of. */
  readonly related: boolean;
}

/** Where a range of any document is; undefined for a document that is not known. */
export type LocateAnywhere = (document: string, range: Range) => Location | undefined;

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** The findings of a document that a client gets to see: all of them, or the worst. */
export function shownOf(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MAX_FINDINGS) return findings;
  const worst = [...findings].sort((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity]);
  return worst.slice(0, MAX_FINDINGS);
}

/**
 * Writes findings as diagnostics: one for each that is shown, in that order, then a summary if there are more.
 * @param total how many findings the document has; @param locate translates its ranges
 */
export function diagnosticsOf(
  shown: readonly Finding[],
  total: number,
  style: Style,
  locate: Locate,
  anywhere: LocateAnywhere,
): Diagnostic[] {
  const diagnostics = shown.map((finding) => diagnosticOf(finding, style, locate, anywhere));
  if (total > shown.length) diagnostics.push(summaryOf(total - shown.length));
  return diagnostics;
}

function diagnosticOf(
  finding: Finding,
  { checkPages, related }: Style,
  locate: Locate,
  anywhere: LocateAnywhere,
): Diagnostic {
  const { check, item } = finding;
  const data: DiagnosticData = item ? { check, item } : { check };
  const diagnostic: Diagnostic = {
    range: locate(finding.range),
    severity: SEVERITIES[finding.severity],
    code: check,
    source: 'parley',
    message: sentenceOf(finding),
    data,
  };
  if (checkPages !== undefined) diagnostic.codeDescription = { href: `${checkPages}${check}.md` };
  if (related && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.flatMap(({ document, range, message, args }) => {
      const location = anywhere(document, range);
      return location ? [{ location, message: sentence(message, args) }] : [];
    });
  }
  return diagnostic;
}

/** The sentences of findings, by the arguments that they are made of: what is repeated has the same ones. */
const sentences = new WeakMap<object, { readonly check: string; readonly text: string }>();

function sentenceOf({ check, args }: Finding): string {
  const known = sentences.get(args);
  if (known?.check === check) return known.text;
  const text = sentence(check, args);
  sentences.set(args, { check, text });
  return text;
}

function summaryOf(count: number): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    source: 'parley',
    message: sentence('server/more-findings', { count }),
  };
}
