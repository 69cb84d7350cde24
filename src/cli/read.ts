import { stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Entry } from '../core/portfolio/entry.ts';
import { holderOf } from '../core/portfolio/lodging.ts';
import { unreadableFinding } from '../core/portfolio/own-findings.ts';
import type { Portfolio } from '../core/portfolio/portfolio.ts';
import type { Clock } from '../core/portfolio/rules.ts';
import { type FileRead, isMarkdown, MAX_READ } from '../core/portfolio/workspace.ts';
import { isIncomplete, type Said, type Skipped, type Source } from '../core/report/source.ts';
import { buildOf, FileCache } from '../node/cache.ts';
import { ThreadFinder } from '../node/finder.ts';
import { pathOfUri, uriOfPath } from '../node/uri.ts';
import { nodeWorkspace } from '../node/workspace.ts';
import { dayOf, systemClock } from './clock.ts';
import { Configurations, type Rule, slashed } from './configurations.ts';
import { Failure } from './failure.ts';
import { type Files, filesOf } from './files.ts';
import { Home } from './home.ts';
import type { ReadingOptions } from './options.ts';

/** The built command line: threads that help it run it too. */
declare const __filename: string;

/** How long to work before threads that help are listened to, in milliseconds: else they wait for us. */
const SLICE = 8;

/** What paths on the command line came to. */
export interface Reading extends Source {
  /** Paths of files that some bytes of are no text; they were read all the same. */
  readonly damaged: readonly string[];
  /** Whether something that belongs to the answer could not be read. */
  readonly incomplete: boolean;
  /** What they come to where documents, by URI, have other texts than the files. It replaces this reading. */
  readonly revised: (texts: ReadonlyMap<string, string>) => Reading;
}

/** A file as it was read last. */
interface Known {
  /** The folders of those who govern it, the nearest first. */
  readonly bases: readonly string[];
  /** Where it lies: with the nearest or, as private notes, with their agreement. */
  readonly home: Home;
  readonly stamp: string | undefined;
  readonly file: FileRead;
}

/** Reads what paths on the command line stand for, and reads it again when asked to: then only what changed. */
export class Reader {
  readonly #clock: Clock;
  readonly #cache: FileCache | undefined;
  readonly #finder = new ThreadFinder(__filename);
  #now = Date.now();
  readonly #homes = new Map<string, Home>();
  readonly #known = new Map<string, Known>();
  #folders: ReadonlySet<string> = new Set();

  /**
   * @param paths files and folders, relative to the working folder or absolute
   * @param options the day to take for today in every zone, where the machine's clock does not decide, and the file that
   *   keeps what was found, where one does
   * @param again whether it will be asked to read again
   */
  constructor(
    private readonly paths: readonly string[],
    { today, cache }: Pick<ReadingOptions<string>, 'today' | 'cache'>,
    private readonly again = false,
  ) {
    this.#clock = { ...systemClock(today), now: () => this.#now };
    this.#cache = cache === undefined ? undefined : new FileCache(cache, buildOf(__filename));
    if (this.#cache?.isForeign) throw new Failure(`${cache} is no cache of Parley’s, and is left as it is.`);
  }

  /** The folders in which something decided what was read last. */
  get folders(): ReadonlySet<string> {
    return this.#folders;
  }

  /** Whether a day has begun since, in the zone of any agreement. */
  get isAnotherDay(): boolean {
    const now = { ...this.#clock, now: Date.now };
    const zones = new Set([...this.#homes.values()].flatMap(({ zones: all }) => all));
    return [...zones].some((zone) => dayOf(now, zone) !== dayOf(this.#clock, zone));
  }

  /** @throws Failure where a path does not exist */
  async read(): Promise<Reading> {
    this.#now = Date.now();
    const configurations = new Configurations();
    const files = await filesOf(this.paths, configurations);
    this.#folders = new Set([...files.folders, ...configurations.folders]);
    await this.#settle(files.markdown, configurations);
    await this.#update(files.markdown);
    this.#lodge();
    for (const home of this.#homes.values()) {
      home.portfolio.forgetStrays();
      if (this.again) home.portfolio.tick();
      home.portfolio.catchUp();
      await home.lookForFiles();
    }
    await this.#cache?.tidy();
    return this.#reading(files, configurations);
  }

  /** Gives each file to whoever governs it now. */
  async #settle(paths: readonly string[], configurations: Configurations): Promise<void> {
    const governed = new Map<string, readonly string[]>();
    const used = new Set<string>();
    for (const path of paths) {
      const rule = await configurations.ruleOf(dirname(path));
      const bases = basesOf(rule);
      governed.set(path, bases);
      used.add(bases[0]!);
      this.#govern(bases[0]!, rule);
    }
    for (const [path, { bases, home }] of this.#known) {
      if (governed.get(path)?.[0] === bases[0]) continue;
      home.portfolio.remove(uriOfPath(path));
      this.#known.delete(path);
    }
    for (const base of this.#homes.keys()) if (!used.has(base)) this.#homes.delete(base);
    for (const [path, bases] of governed) {
      const home = this.#homes.get(bases[0]!)!;
      const known = this.#known.get(path) ?? { home, stamp: undefined, file: { skipped: 'gone' } };
      this.#known.set(path, { ...known, bases });
    }
  }

  #govern(base: string, rule: Rule): void {
    const around = { ...(this.#cache && { cache: this.#cache }), idsAbove: () => this.#idsAbove(base) };
    const home = this.#homes.get(base) ?? new Home(base, rule.root, this.#clock, around);
    this.#homes.set(base, home);
    home.govern(rule.nearest);
  }

  /** The ids of the agreements that are governed from a folder above. */
  *#idsAbove(base: string): Iterable<string> {
    for (const [above, { portfolio }] of this.#homes)
      if (base.startsWith(join(above, sep))) yield* portfolio.ids;
  }

  /** Lets private notes lie where their agreement does. */
  #lodge(): void {
    for (const [path, known] of this.#known) {
      const uri = uriOfPath(path);
      const homes = known.bases.flatMap((base) => this.#homes.get(base) ?? []);
      const home = holderOf(uri, known.home, homes);
      if (home === known.home) continue;
      this.#known.set(path, { ...known, home });
      const text = known.home.portfolio.release(uri);
      if (text !== undefined) home.portfolio.update(uri, text);
    }
  }

  /** Reads files, but for those that are as they were when they were read last. */
  async #update(paths: readonly string[]): Promise<void> {
    const elsewhere: Promise<void>[] = [];
    const failures: unknown[] = [];
    let began = performance.now();
    for (let at = 0; at < paths.length; at += MAX_READ) {
      const slice = paths.slice(at, at + MAX_READ);
      const stamps = this.again ? await Promise.all(slice.map(stampOf)) : [];
      const stale = slice.filter((path, n) => !stamps[n] || this.#known.get(path)!.stamp !== stamps[n]);
      const answers = await nodeWorkspace.readMany(stale.map((path) => uriOfPath(path)));
      for (const [n, path] of stale.entries()) {
        const { home, ...known } = this.#known.get(path)!;
        const file = answers[n]!;
        this.#known.set(path, { ...known, home, stamp: stamps[slice.indexOf(path)], file });
        const { portfolio } = home;
        if ('text' in file) {
          const asked = this.#take(portfolio, uriOfPath(path), file.text);
          if (asked) elsewhere.push(asked.catch((error) => void failures.push(error)));
        } else home.portfolio.remove(uriOfPath(path));
        if (performance.now() - began < SLICE) continue;
        await setImmediate();
        began = performance.now();
      }
    }
    await Promise.all(elsewhere);
    this.#finder.rest();
    if (failures.length > 0) throw failures[0];
  }

  /** Takes over a file's text: at once, or when another thread has found what there is in it. */
  #take(portfolio: Portfolio, uri: string, text: string): Promise<void> | undefined {
    if (portfolio.stands(uri, text) || portfolio.recall(uri, text)) return undefined;
    const { context } = portfolio;
    const asked = this.#finder.find(uri, text, context);
    if (!asked) portfolio.take(uri, text);
    return asked?.then((facts) => portfolio.take(uri, text, facts && { facts, context }));
  }

  #reading(files: Files, configurations: Configurations): Reading {
    const { others, damaged, skipped } = this.#asides(files, configurations);
    const homes = [...this.#homes.values()];
    const zone = zoneOf(homes, this.#clock);
    const ids = new Map(homes.flatMap((home) => [...home.ids]));
    return {
      entries: homes.flatMap(({ portfolio }) => [...portfolio.entries]).sort(byUri),
      others: [...others, ...homes.flatMap((home) => home.others)],
      today: dayOf(this.#clock, zone),
      zone,
      files: files.markdown.length,
      skipped,
      damaged,
      incomplete: isIncomplete(skipped),
      pathOf: (uri) => shown(pathOfUri(uri) ?? uri),
      idOf: (entry) => ids.get(entry) ?? entry.id,
      revised: (texts) => {
        for (const home of homes) home.revise(texts);
        this.#lodge();
        return this.#reading(files, configurations);
      },
    };
  }

  /** What is to be said beside the findings: what was left out, and what could be read in part. */
  #asides({ markdown, named, closed }: Files, { unreadable }: Configurations) {
    const others: Said[] = [];
    const damaged: string[] = [];
    const skipped: Skipped[] = [...named]
      .filter((path) => !isMarkdown(path))
      .map((path) => ({ file: shown(path), reason: 'not-markdown' }));
    for (const path of markdown) {
      const { home, file } = this.#known.get(path)!;
      const uri = uriOfPath(path);
      const known = home.portfolio.knows(uri);
      if ('text' in file) {
        if (known && file.damaged) damaged.push(shown(path));
        if (!known && named.has(path)) skipped.push({ file: shown(path), reason: 'no-agreement' });
        continue;
      }
      if (file.skipped !== 'no-agreement' || named.has(path)) skipped.push(leftOut(path, file));
      if (file.skipped === 'too-large')
        others.push({ uri, text: '---', findings: [unreadableFinding(uri, file.skipped)] });
    }
    for (const path of unreadable) skipped.push({ file: shown(path), reason: 'unreadable' });
    for (const { path, why, folder } of closed)
      skipped.push({ file: `${shown(path)}${folder ? '/' : ''}`, reason: 'unreadable', detail: why });
    return { others, damaged, skipped };
  }
}

/** Reads once what paths on the command line stand for. @throws Failure where one does not exist or may not be read */
export function read(
  paths: readonly string[],
  options: Pick<ReadingOptions<string>, 'today' | 'cache'>,
): Promise<Reading> {
  return new Reader(paths, options).read();
}

/**
 * The folders within which ids are unique for whom a rule governs, the nearest first. Where nothing else decides, the
 * working folder does.
 */
function basesOf({ bases, root }: Rule): readonly string[] {
  const outermost = bases.at(-1);
  const ends = outermost === root || outermost?.startsWith(join(process.cwd(), sep)) === false;
  return ends ? bases : [...bases, process.cwd()];
}

/** What tells states of a file apart, as far as the system knows; undefined where it cannot be told. */
async function stampOf(path: string): Promise<string | undefined> {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join();
  } catch {
    return undefined;
  }
}

function leftOut(path: string, { skipped, detail }: Extract<FileRead, { skipped: unknown }>): Skipped {
  return { file: shown(path), reason: skipped, ...(detail !== undefined && { detail }) };
}

/** The zone of all agreements; where they differ, the one that is configured; where that is none, the machine's. */
function zoneOf(homes: readonly Home[], clock: Clock): string {
  const configured = homes.map(({ governor }) => governor?.configuration.timezone ?? clock.zone);
  return only(homes.flatMap(({ zones }) => zones)) ?? only(configured) ?? clock.zone;
}

function only(values: readonly string[]): string | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

function byUri(a: Entry, b: Entry): number {
  return a.uri < b.uri ? -1 : 1;
}

/** A path as reports show it: seen from the working folder. */
function shown(path: string): string {
  return slashed(relative(process.cwd(), path)) || '.';
}
