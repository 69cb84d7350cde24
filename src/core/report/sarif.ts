import type { Finding } from '../checks/check.ts';
import { checks } from '../checks/registry.ts';
import { english, type Messages, sentence } from '../messages.ts';
import type { Range } from '../text/range.ts';
import { skippedText } from './findings-text.ts';
import { isIncomplete, Places, type Said, type Source, saidIn } from './source.ts';

/** What a SARIF log says of the tool beside its findings. */
export interface SarifTool {
  readonly version: string;
  /** The page of a check, in Markdown. */
  readonly pageOf: (check: string) => string;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;
/** The base that all paths below the working folder are seen from; code scanners put the repository in its place. */
const BASE = '%SRCROOT%';
/** Rises when fingerprints are made otherwise, so that none is compared with one of another making. */
const FINGERPRINT = 'parleyFinding/v1';

/**
 * The findings as a log in the Static Analysis Results Interchange Format 2.1.0 (OASIS): one run, a rule for each check,
 * hints as notes. Lines and columns count from 1, columns in UTF-16 units.
 */
export function sarifLog(source: Source, tool: SarifTool, messages: Messages = english): object {
  const places = new Places(source);
  const at = (document: string, range: Range) => ({
    physicalLocation: {
      artifactLocation: artifact(source, document),
      region: regionOf(places, document, range),
    },
  });
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driver(tool) },
        originalUriBaseIds: { [BASE]: { description: { text: 'The folder in which Parley was run.' } } },
        columnKind: 'utf16CodeUnits',
        invocations: [invocation(source, messages)],
        results: saidIn(source).flatMap((said) => {
          const fingerprints = new Fingerprints(said);
          return said.findings.map((finding) => ({
            ruleId: finding.check,
            ruleIndex: checks.findIndex(({ id }) => id === finding.check),
            level: LEVELS[finding.severity],
            message: { text: sentence(finding.check, finding.args, messages) },
            locations: [{ ...at(finding.document, finding.range), ...logical(finding) }],
            ...(finding.related.length > 0 && {
              relatedLocations: finding.related.map(({ document, range, message, args }) => ({
                ...at(document, range),
                message: { text: sentence(message, args, messages) },
              })),
            }),
            partialFingerprints: { [FINGERPRINT]: fingerprints.of(finding) },
            suppressions: [],
          }));
        }),
      },
    ],
  };
}

function driver({ version, pageOf }: SarifTool): object {
  return {
    name: 'Parley',
    semanticVersion: version,
    rules: checks.map(({ id, title, severity }) => {
      const page = pageOf(id);
      return {
        id,
        shortDescription: { text: `${title}.` },
        help: { text: page, markdown: page },
        defaultConfiguration: { level: LEVELS[severity] },
      };
    }),
  };
}

function invocation({ skipped }: Source, messages: Messages): object {
  return {
    executionSuccessful: !isIncomplete(skipped),
    ...(skipped.length > 0 && {
      toolExecutionNotifications: skipped.map((file) => ({
        level: isIncomplete([file]) ? 'error' : 'note',
        message: { text: `${skippedText(file, messages)}.` },
      })),
    }),
  };
}

/** Where a document lies: seen from the base, or by its whole address where it is not below the working folder. */
function artifact({ pathOf }: Source, document: string): object {
  const path = pathOf(document);
  if (/^(?:\.\.(?:\/|$)|\/|[a-z]:|[a-z][\w+.-]+:)/i.test(path)) return { uri: document };
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: BASE };
}

function regionOf(places: Places, document: string, range: Range): object {
  const { line, column, endLine, endColumn } = places.spanOf(document, range);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function logical({ item }: Finding): object {
  return item ? { logicalLocations: [{ name: item.id, kind: item.kind }] } : {};
}

/**
 * What tells findings of a file apart from one day and one version to the next: the check, the item and the words that
 * it points at, never lines or what the day changes in its sentence. Equal ones are counted.
 */
class Fingerprints {
  readonly #text: string;
  readonly #seen = new Map<string, number>();

  constructor({ text }: Said) {
    this.#text = text;
  }

  of({ check, item, range }: Finding): string {
    const words = this.#text.slice(range.start, range.end).replace(/\s+/g, ' ').trim();
    const key = JSON.stringify([check, item?.kind, item?.id, words]);
    const count = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, count);
    return `${fnv1a(key)}:${count}`;
  }
}

/** The 64-bit FNV-1a hash of a text's UTF-16 units, in hexadecimal. It need not withstand anybody, only differ. */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
