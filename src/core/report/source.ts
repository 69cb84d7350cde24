import type { Day } from '../calendar/day.ts';
import type { Finding } from '../checks/check.ts';
import type { Entry } from '../portfolio/entry.ts';
import type { SkipReason } from '../portfolio/workspace.ts';
import { LineIndex } from '../text/line-index.ts';
import type { Range } from '../text/range.ts';

/** What was read, and the words for where it stands: all that a report is made from. */
export interface Source {
  readonly entries: readonly Entry[];
  /** What is to be said about files that are no agreements or could not be read: configurations, giant files. */
  readonly others: readonly Said[];
  /** Today in `zone`. */
  readonly today: Day;
  /** The zone that reports name; an agreement may have another. */
  readonly zone: string;
  /** How many files were looked at, agreements or not. */
  readonly files: number;
  /** Files that were left out, and why. */
  readonly skipped: readonly Skipped[];
  /** How a report calls a document: a path with `/`. */
  readonly pathOf: (uri: string) => string;
  /** How a report calls an agreement: its id, or its path where others of its folder have the same by default. */
  readonly idOf: (entry: Entry) => string;
}

/** What is to be said about one file. */
export interface Said {
  readonly uri: string;
  /** The text that the findings' ranges speak of. */
  readonly text: string;
  readonly findings: readonly Finding[];
  /** The agreement that it holds, if it does. */
  readonly entry?: Entry;
  /** The agreement that it is about, where it holds private notes. */
  readonly about?: Entry;
}

/** All that is to be said, by path. */
export function saidIn({ entries, others, pathOf }: Source): readonly Said[] {
  const agreements = entries.map((entry) => ({
    uri: entry.uri,
    text: entry.text,
    findings: entry.findings,
    entry,
  }));
  const paths = new Map([...agreements, ...others].map(({ uri }) => [uri, pathOf(uri)]));
  return [...agreements, ...others].sort((a, b) => (paths.get(a.uri)! < paths.get(b.uri)! ? -1 : 1));
}

/** A file that was left out. */
export interface Skipped {
  /** Its path, with `/`. */
  readonly file: string;
  readonly reason: LeftOut;
  /** The system's word for it, such as `EACCES`. */
  readonly detail?: string;
}

/** Why a file was left out, by a word that scripts can rely on. */
export type LeftOut = SkipReason | 'not-markdown';

/** Whether something that belongs to the answer is among what was left out. */
export function isIncomplete(skipped: readonly Skipped[]): boolean {
  return skipped.some(({ reason }) => reason === 'unreadable' || reason === 'too-large');
}

/** A stretch of text as people and editors count it: lines and columns from 1, columns in UTF-16 units, end exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Finds out where ranges of documents stand. It counts the lines of each document once. */
export class Places {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #indexes = new Map<string, LineIndex>();

  constructor({ entries, others }: Source) {
    this.#texts = new Map([
      ...entries.map(({ uri, text }) => [uri, text] as const),
      ...others.map(({ uri, text }) => [uri, text] as const),
    ]);
  }

  /** Where a range stands in a document; at its very beginning for a document that was not read. */
  spanOf(uri: string, { start, end }: Range): Span {
    const from = this.#at(uri, start);
    const to = this.#at(uri, end);
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  #at(uri: string, offset: number): { readonly line: number; readonly column: number } {
    const { line, character } = this.#indexOf(uri).positionAt(offset);
    return { line: line + 1, column: character + 1 };
  }

  #indexOf(uri: string): LineIndex {
    const known = this.#indexes.get(uri);
    if (known) return known;
    const index = new LineIndex(this.#texts.get(uri) ?? '');
    this.#indexes.set(uri, index);
    return index;
  }
}
