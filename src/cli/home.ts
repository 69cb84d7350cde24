import { relative } from 'node:path';
import { DEFAULT_CONFIGURATION } from '../core/document/configuration.ts';
import type { Entry } from '../core/portfolio/entry.ts';
import { KnownFiles } from '../core/portfolio/known-files.ts';
import { Portfolio, type Surroundings } from '../core/portfolio/portfolio.ts';
import type { Clock } from '../core/portfolio/rules.ts';
import { idsOf } from '../core/report/ids.ts';
import type { Said } from '../core/report/source.ts';
import { pathOfUri, uriOfPath } from '../node/uri.ts';
import { nodeWorkspace } from '../node/workspace.ts';
import { type Governor, governorOf, slashed } from './configurations.ts';

/** The agreements of one configuration, or of none, and what is known of the files that they point to. */
export class Home {
  readonly portfolio: Portfolio;
  #governor: Governor | undefined;
  readonly #files: KnownFiles;

  /**
   * @param base the folder within which ids are unique
   * @param root the folder that no link may lead out of
   * @param around what surrounds its portfolio
   */
  constructor(
    private readonly base: string,
    root: string,
    clock: Clock,
    around: Surroundings,
  ) {
    this.#files = new KnownFiles(uriOfPath(root).replace(/\/$/, ''));
    this.portfolio = new Portfolio(clock, { ...around, files: this.#files });
  }

  get governor(): Governor | undefined {
    return this.#governor;
  }

  /** Takes over the configuration, and works everything out again where it is another one. */
  govern(governor: Governor | undefined): void {
    if (governor?.text === this.#governor?.text && governor?.uri === this.#governor?.uri) return;
    this.#governor = governor;
    this.portfolio.configure(governor?.configuration ?? DEFAULT_CONFIGURATION);
    this.portfolio.catchUp();
  }

  /** Gives documents other texts than their files have. */
  revise(texts: ReadonlyMap<string, string>): void {
    const { governor, portfolio } = this;
    const text = governor && texts.get(governor.uri);
    if (text !== undefined) this.govern(governorOf(governor!.folder, text));
    for (const [uri, revision] of texts) if (portfolio.knows(uri)) portfolio.update(uri, revision);
  }

  /** Looks again for the files that the agreements point to. */
  async lookForFiles(): Promise<void> {
    this.#files.touched();
    for (const uri of await this.#files.ask(nodeWorkspace)) this.portfolio.reconsider(uri);
  }

  /** What is to be said about private notes and the configuration. */
  get others(): readonly Said[] {
    const notes = [...this.portfolio.notes].map(({ uri, notes: { text }, findings, entry }) => ({
      uri,
      text,
      findings,
      ...(entry && { about: entry }),
    }));
    const { governor } = this;
    if (!governor) return notes;
    const { uri, text, findings } = governor;
    return [...notes, { uri, text, findings }];
  }

  /** The zones of its agreements, each as often as one has it. */
  get zones(): readonly string[] {
    return [...this.portfolio.entries].map(({ zone }) => zone);
  }

  /** How reports call each agreement. */
  get ids(): ReadonlyMap<Entry, string> {
    return idsOf([...this.portfolio.entries], (uri) => slashed(relative(this.base, pathOfUri(uri) ?? uri)));
  }
}
