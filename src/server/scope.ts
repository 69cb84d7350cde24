import type { Finding } from '../core/checks/check.ts';
import type { Severities } from '../core/checks/run.ts';
import {
  type ConfigurationRead,
  DEFAULT_CONFIGURATION,
  readConfiguration,
} from '../core/document/configuration.ts';
import { excluder } from '../core/portfolio/exclude.ts';
import type { Found } from '../core/portfolio/facts.ts';
import { configurationFindings, unreadableFinding } from '../core/portfolio/own-findings.ts';
import { type FindingsOf, Portfolio, type Surroundings } from '../core/portfolio/portfolio.ts';
import type { Clock } from '../core/portfolio/rules.ts';
import { CONFIGURATION_FILE, type FileRead } from '../core/portfolio/workspace.ts';
import { pathBelow } from '../core/text/uri.ts';

/** What is to be said about a document, and the text that the ranges speak of. */
export interface Said {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** What a configuration's new text changed: nothing, what holds, or also which files are read. */
export type Reconfigured = 'same' | 'changed' | 'excludes';

/** The agreements and private notes that one `.parley.yaml` governs, or that none does. */
export class Scope {
  readonly portfolio: Portfolio;
  /** Where its configuration stands, or would stand. */
  readonly configurationUri: string | undefined;
  #configuration: Said = { text: '', findings: [] };
  /** Whether its configuration leaves out a path below its folder. */
  leavesOutPath: (path: string) => boolean = () => false;
  readonly #unreadable = new Map<string, Finding>();
  readonly #damaged = new Set<string>();

  /**
   * @param folder the folder of its configuration; absent for documents that lie in no folder
   * @param around what surrounds its portfolio
   * @param settled is told that a document was taken over or forgotten, and which ids agreements got or lost by that
   */
  constructor(
    readonly folder: string | undefined,
    clock: Clock,
    around: Surroundings,
    private readonly settled: (uri: string, ids: readonly string[]) => void = () => {},
  ) {
    this.portfolio = new Portfolio(clock, around);
    this.configurationUri = folder && `${folder}/${CONFIGURATION_FILE}`;
  }

  /** Takes over the text of its configuration, empty for none, and works everything out again if it changed. */
  configure(text: string): Reconfigured {
    if (text === this.#configuration.text) return 'same';
    const uri = this.configurationUri ?? '';
    const read = text === '' ? NONE : readConfiguration(text, uri);
    const { configuration } = read;
    const before = this.portfolio.configuration.exclude.join('\n');
    this.#configuration = { text, findings: configurationFindings(read, text) };
    this.leavesOutPath = excluder(configuration.exclude);
    this.portfolio.configure(configuration);
    return before === configuration.exclude.join('\n') ? 'changed' : 'excludes';
  }

  /** Takes over the severities that somebody set for themselves. */
  prefer(preferences: Severities): void {
    this.portfolio.configure(this.portfolio.configuration, preferences);
  }

  /** Whether its configuration leaves out a document. */
  leavesOut(uri: string): boolean {
    const path = this.folder === undefined ? undefined : pathBelow(this.folder, uri);
    return path !== undefined && this.leavesOutPath(path);
  }

  /** Takes over a document's text. Returns whether anything was said about it before or is now. */
  update(uri: string, text: string): boolean {
    return this.#change(uri, () => this.portfolio.update(uri, text));
  }

  #change(uri: string, act: () => void): boolean {
    return this.#settle(uri, () => {
      const before = this.#unreadable.delete(uri) || this.portfolio.knows(uri);
      act();
      return this.portfolio.knows(uri) || before;
    });
  }

  /**
   * Takes over what reading a closed file gave. Returns as `update`.
   * @param found what was found in its text elsewhere
   */
  take(uri: string, file: FileRead, found?: Found): boolean {
    if ('text' in file) {
      if (file.damaged) this.#damaged.add(uri);
      else this.#damaged.delete(uri);
      if (this.#stands(uri, file.text)) return false;
      return this.#change(uri, () => this.portfolio.take(uri, file.text, found));
    }
    const { skipped } = file;
    if (skipped !== 'too-large') return this.remove(uri);
    return this.#settle(uri, () => {
      this.portfolio.remove(uri);
      this.#unreadable.set(uri, unreadableFinding(uri, skipped));
      return true;
    });
  }

  /**
   * Takes over a closed file if that takes no reading. Returns whether anything is said of it anew; undefined where it is
   * still to be taken, though it may be seen as it stood before.
   */
  recall(uri: string, text: string): boolean | undefined {
    if (this.#stands(uri, text)) return false;
    if (!this.#settle(uri, () => this.portfolio.recall(uri, text))) return undefined;
    this.#damaged.delete(uri);
    this.#unreadable.delete(uri);
    return true;
  }

  #stands(uri: string, text: string): boolean {
    const stands = this.portfolio.stands(uri, text);
    if (stands) this.portfolio.rest(uri);
    return stands;
  }

  /** The text of a document as it was read last. */
  textOf(uri: string): string | undefined {
    return this.portfolio.textOf(uri) ?? this.said(uri)?.text;
  }

  /** Whether a file, as read last, could not be decoded in full. */
  isDamaged(uri: string): boolean {
    return this.#damaged.has(uri);
  }

  /** Forgets a document. Returns whether anything was known about it. */
  remove(uri: string): boolean {
    return this.#settle(uri, () => {
      this.#damaged.delete(uri);
      const unreadable = this.#unreadable.delete(uri);
      return this.portfolio.remove(uri) || unreadable;
    });
  }

  /** Forgets a document that another scope takes at once, and returns how it was read. */
  release(uri: string): FileRead {
    const damaged = this.#damaged.delete(uri) && { damaged: true as const };
    const tooLarge = this.#unreadable.delete(uri);
    const text = this.portfolio.release(uri);
    return text === undefined ? { skipped: tooLarge ? 'too-large' : 'gone' } : { text, ...damaged };
  }

  #settle(uri: string, act: () => boolean): boolean {
    const before = this.portfolio.idOf(uri);
    const result = act();
    const after = this.portfolio.idOf(uri);
    this.settled(uri, before === after ? [] : [before, after].filter((id) => id !== undefined));
    return result;
  }

  /** What is to be said about a document; undefined for one that is not known. */
  said(uri: string): Said | undefined {
    if (uri === this.configurationUri) return this.#configuration;
    const entry = this.portfolio.get(uri);
    if (entry) return { text: entry.text, findings: entry.findings };
    const notes = this.portfolio.notesIn(uri);
    if (notes) return { text: notes.notes.text, findings: notes.findings };
    const unreadable = this.#unreadable.get(uri);
    return unreadable && { text: '---', findings: [unreadable] };
  }

  /** Tries other texts of a document, as `Portfolio.trying`. */
  trying<T>(uri: string, act: (findingsOf: FindingsOf) => T): T {
    if (uri !== this.configurationUri) return this.portfolio.trying(uri, act);
    return act((text) => configurationFindings(readConfiguration(text, uri), text));
  }

  /** The documents that something may be said about. */
  *documents(): Iterable<string> {
    if (this.configurationUri !== undefined) yield this.configurationUri;
    yield* this.#unreadable.keys();
    for (const { uri } of this.portfolio.entries) yield uri;
    for (const { uri } of this.portfolio.notes) yield uri;
  }

  /** Works out again what a new day changes. Returns whether that is anything. */
  tick(): boolean {
    return this.portfolio.tick();
  }
}

const NONE: ConfigurationRead = { configuration: DEFAULT_CONFIGURATION, problems: [], checks: [] };
