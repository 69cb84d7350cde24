import type { Ledger } from '../commitments/ledger.ts';
import { isDraft } from '../commitments/state.ts';
import type { Agreement } from '../document/agreement.ts';
import type { Severity } from '../document/configuration.ts';
import { isShared } from '../edits/anchors.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Check, Finding, Fix, Reported } from './check.ts';
import { checks } from './registry.ts';
import { Suppressions } from './suppress.ts';
import { type Running, visitItems } from './visit.ts';

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
  const { agreement, configuration } = ledger;
  const findings: { readonly finding: Finding; readonly order: number }[] = [];
  const draft = isDraft(agreement);
  const suppressions = new Suppressions(agreement);
  const running: Running[] = [];
  for (const [order, check] of which.entries()) {
    const set = configuration.checks.get(check.id) ?? preferences.get(check.id);
    if (set === 'off' || suppressions.silences(check.id)) continue;
    const report = (reported: Reported) => {
      if (reported.at.document !== agreement.uri) return;
      if (suppressions.hides(check.id, reported.at.range)) return;
      const severity = draft && check.structural ? 'hint' : (set ?? reported.severity ?? check.severity);
      findings.push({ finding: new Located(check.id, severity, reported, agreement), order });
    };
    running.push({ check, report });
  }
  visitItems(ledger, running);
  const ran = new Map<string, Check>();
  for (const { check, report } of running) {
    check.run?.(ledger, report, { suppressions, ran, known });
    ran.set(check.id, check);
  }
  return findings
    .sort((a, b) => byPlace(a.finding, b.finding) || a.order - b.order)
    .map(({ finding }) => finding);
}

function byPlace({ range: a }: Finding, { range: b }: Finding): number {
  return a.start - b.start || a.end - b.end;
}

/** What a check reported, at its place now. */
class Located implements Finding {
  readonly document: string;
  readonly range: Finding['range'];
  readonly args: Finding['args'];
  readonly item?: NonNullable<Finding['item']>;
  readonly related: Finding['related'];
  readonly #make: (() => readonly Fix[]) | undefined;
  #fixes: readonly Fix[] | undefined;

  constructor(
    readonly check: string,
    readonly severity: Finding['severity'],
    { at, args, item, related, fixes }: Reported,
    { text, frontmatter: { content } }: Agreement,
  ) {
    this.document = at.document;
    this.range = at.range;
    this.args = args ?? NOTHING;
    if (item) this.item = item;
    this.related =
      related?.map(({ at: place, message, args: placeArgs = NOTHING }) => ({
        document: place.document,
        range: place.range,
        message,
        args: placeArgs,
      })) ?? NONE;
    // What an alias repeats elsewhere would change there too.
    const isAlone = (edit: TextEdit) =>
      edit.range.start >= content.end || !isShared(text, Math.max(content.start, at.place.start), edit);
    this.#make = fixes && (() => fixes(text).filter(({ edits }) => edits.every(isAlone)));
  }

  get fixes(): readonly Fix[] {
    this.#fixes ??= this.#make?.() ?? NONE;
    return this.#fixes;
  }
}

const NOTHING = Object.freeze({});
const NONE: readonly never[] = Object.freeze([]);
