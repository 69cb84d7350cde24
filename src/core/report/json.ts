import { formatDay } from '../calendar/day.ts';
import type { Finding, ItemRef } from '../checks/check.ts';
import type { Kind, State } from '../commitments/commitment.ts';
import { english, type Messages, sentence } from '../messages.ts';
import type { Entry } from '../portfolio/entry.ts';
import type { Row } from '../portfolio/query.ts';
import { Places, type Skipped, type Source, type Span, saidIn } from './source.ts';

/** The version of these shapes. It rises when a key goes or changes its meaning, not when one is added. */
const SCHEMA_VERSION = 1;

/** The findings as data. What is absent is left out; keys always come in this order. */
export interface CheckJson extends Head {
  /** How many Markdown files were looked at. */
  readonly files: number;
  /** How many of them are agreements. */
  readonly agreements: number;
  readonly findings: readonly FindingJson[];
  readonly skipped: readonly Skipped[];
}

/** One finding: lines and columns from 1, columns in UTF-16 units, the end exclusive. */
export interface FindingJson extends Span, Elsewhere {
  readonly file: string;
  readonly check: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly item?: ItemRef;
}

/** The commitments as data. What is absent is left out; keys always come in this order. */
export interface ListJson extends Head {
  readonly commitments: readonly CommitmentJson[];
  readonly skipped: readonly Skipped[];
}

/** One commitment. Days are `YYYY-MM-DD`; people and parties are handles. */
export interface CommitmentJson extends Elsewhere {
  readonly file: string;
  /** The line of its item, from 1. */
  readonly line: number;
  /** The id of its agreement. */
  readonly agreement: string;
  readonly kind: Kind;
  readonly id: string;
  /** In a series, the due day that tells the occurrence from the others. */
  readonly occurrence?: string;
  readonly title: string;
  readonly owner?: string;
  readonly support: readonly string[];
  readonly party?: string;
  readonly to: readonly string[];
  readonly due?: string;
  readonly forecast?: string;
  readonly state: State;
  readonly daysLate: number;
  readonly blocked: boolean;
  readonly waiting: boolean;
  readonly provisional: boolean;
  readonly atRisk: boolean;
}

/** Data whose lists are made as they are gone through: a hundred thousand rows are never there all at once. */
export type Streamed<T> = {
  readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? Iterable<E> : T[K];
};

interface Head {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly today: string;
  readonly timezone: string;
}

/** The zone of an agreement and its today, where they are not those of the whole report. */
interface Elsewhere {
  readonly timezone?: string;
  readonly today?: string;
}

/** The findings of all agreements, by file, then by place. */
export function checkJson(source: Source, messages: Messages = english): Streamed<CheckJson> {
  const places = new Places(source);
  return {
    ...head(source),
    files: source.files,
    agreements: source.entries.length,
    findings: {
      *[Symbol.iterator]() {
        for (const { findings, entry } of saidIn(source))
          for (const finding of findings)
            yield {
              file: source.pathOf(finding.document),
              ...places.spanOf(finding.document, finding.range),
              check: finding.check,
              severity: finding.severity,
              message: sentence(finding.check, finding.args, messages),
              ...(finding.item && { item: { kind: finding.item.kind, id: finding.item.id } }),
              ...elsewhere(entry, source),
            };
      },
    },
    skipped: source.skipped,
  };
}

/** Commitments in the order in which they are given. */
export function listJson(source: Source, rows: readonly Row[]): Streamed<ListJson> {
  const places = new Places(source);
  return {
    ...head(source),
    commitments: {
      *[Symbol.iterator]() {
        for (const row of rows) yield commitmentJson(row, source, places);
      },
    },
    skipped: source.skipped,
  };
}

function commitmentJson({ entry, commitment }: Row, source: Source, places: Places): CommitmentJson {
  const { at, kind, id, occurrence, title, owner, support, party, to, due, forecast, state } = commitment;
  const { daysLate, blocked, waiting, provisional, atRisk } = commitment;
  return {
    file: source.pathOf(at.document),
    line: places.spanOf(at.document, at.range).line,
    agreement: source.idOf(entry),
    kind,
    id,
    ...(occurrence !== undefined && { occurrence: formatDay(occurrence) }),
    title,
    ...(owner !== undefined && { owner }),
    support,
    ...(party !== undefined && { party }),
    to,
    ...(due !== undefined && { due: formatDay(due) }),
    ...(forecast !== undefined && { forecast: formatDay(forecast) }),
    state,
    daysLate,
    blocked,
    waiting,
    provisional,
    atRisk,
    ...elsewhere(entry, source),
  };
}

function head({ today, zone }: Source): Head {
  return { schemaVersion: SCHEMA_VERSION, today: formatDay(today), timezone: zone };
}

function elsewhere(entry: Entry | undefined, source: Source): Elsewhere {
  if (!entry || entry.zone === source.zone) return {};
  return { timezone: entry.zone, today: formatDay(entry.today) };
}
