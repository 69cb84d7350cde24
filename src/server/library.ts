import type { Ledger } from '../core/commitments/ledger.ts';
import type { Totals } from '../core/portfolio/entries.ts';
import type { Entry } from '../core/portfolio/entry.ts';
import { KnownFiles } from '../core/portfolio/known-files.ts';
import { holderOf } from '../core/portfolio/lodging.ts';
import type { Portfolio, Surroundings } from '../core/portfolio/portfolio.ts';
import type { Clock } from '../core/portfolio/rules.ts';
import { mayShareCounterparty } from '../core/sections/counterparties.ts';
import { folderOf } from '../core/text/uri.ts';
import { Scope } from './scope.ts';
import { DEFAULT_PREFERENCES, type Preferences } from './settings.ts';

/** A workspace folder: what is known of its files, and who governs them. */
export class Folder {
  /** By folder of their `.parley.yaml`; the workspace folder itself always has one. */
  readonly scopes = new Map<string, Scope>();
  /** With whom documents lie that moved: private notes to the scope above that has their agreement, and back again. */
  readonly #lodged = new Map<string, Scope>();
  /** The files that were there when it was listed last. */
  listed: ReadonlySet<string> = new Set();
  /** Whether there are more, which are too many to be looked at. */
  more = false;
  /** Whether its own configuration has been read, so that findings can be told for sure. */
  configured = false;
  /** Whether all its files have been read once. */
  complete = false;
  /** Whether all its files are known, so that an agreement that is not found is not there. */
  whole = false;
  /** Whether files of it are being read: for the first time, or so many that it takes a while. */
  reading = false;
  /** The files that are not read because somebody stopped that; the folder itself where reading failed. */
  readonly left = new Set<string>();
  removed = false;
  preferences: Preferences = DEFAULT_PREFERENCES;
  /** What is known of the files below it that documents point to. */
  readonly files: KnownFiles;

  constructor(
    readonly uri: string,
    private readonly clock: Clock,
    private readonly around: Surroundings,
    wants: (folder: Folder) => void,
  ) {
    this.files = new KnownFiles(uri, () => wants(this));
    this.#scope(uri);
  }

  /** The scope of the workspace folder itself. */
  get root(): Scope {
    return this.scopes.get(this.uri)!;
  }

  /** Where the configurations below the workspace folder stand. */
  get configurations(): string[] {
    const all = [...this.scopes.values()].map(({ configurationUri }) => configurationUri!);
    return all.filter((uri) => uri !== this.root.configurationUri);
  }

  /**
   * Says which folders have a `.parley.yaml`. Returns the configurations that are new, whether one is no more, and the
   * documents that changed hands by that.
   */
  govern(folders: readonly string[]): {
    readonly added: readonly string[];
    readonly removed: boolean;
    readonly moved: readonly string[];
  } {
    const wanted = new Set([this.uri, ...folders]);
    const gone = [...this.scopes.keys()].filter((folder) => !wanted.has(folder));
    const added = [...wanted]
      .filter((folder) => !this.scopes.has(folder))
      .map((folder) => this.#scope(folder));
    const orphans = gone.flatMap((folder) => [...this.scopes.get(folder)!.documents()]);
    for (const folder of gone) this.scopes.delete(folder);
    const moved = added.length > 0 || gone.length > 0 ? [...orphans, ...this.#rehome()] : [];
    return { added: added.map(({ configurationUri }) => configurationUri!), removed: gone.length > 0, moved };
  }

  /** Each scope forgets the documents that another one governs now. Returns them. */
  #rehome(): readonly string[] {
    this.#lodged.clear();
    const moved: string[] = [];
    for (const scope of this.scopes.values())
      for (const uri of [...scope.documents()]) {
        if (this.scopeOf(uri) === scope) continue;
        scope.remove(uri);
        moved.push(uri);
      }
    return moved;
  }

  #scope(folder: string): Scope {
    const around = { ...this.around, files: this.files, idsAbove: () => this.#idsAbove(folder) };
    const scope = new Scope(folder, this.clock, around, (uri, ids) => this.#lodge(uri, ids));
    scope.prefer(this.preferences.severities);
    this.scopes.set(folder, scope);
    return scope;
  }

  prefer(preferences: Preferences): void {
    this.preferences = preferences;
    for (const scope of this.scopes.values()) scope.prefer(preferences.severities);
  }

  /** The scope that a document of this folder lies with: the nearest upwards or, for notes, that of their agreement. */
  scopeOf(uri: string): Scope {
    return this.#lodged.get(uri) ?? this.#above(uri)[0]!;
  }

  /** The scopes that govern the folder of a document, the nearest first. */
  #above(uri: string): readonly Scope[] {
    const found: Scope[] = [];
    for (let at = folderOf(uri); at.length > this.uri.length; at = folderOf(at)) {
      const scope = this.scopes.get(at);
      if (scope) found.push(scope);
    }
    return [...found, this.root];
  }

  /** Lets private notes lie where their agreement does, after a document changed and agreements got or lost ids. */
  #lodge(changed: string, ids: readonly string[]): void {
    if (this.scopes.size === 1) return;
    const uris = new Set([changed]);
    for (const { portfolio } of this.scopes.values())
      for (const id of ids) for (const uri of portfolio.notesNaming(id)) uris.add(uri);
    for (const uri of uris) {
      const from = this.scopeOf(uri);
      const to = holderOf(uri, from, this.#above(uri));
      if (to !== from) this.#move(uri, from, to);
    }
    // Before all is read nothing is said of notes without an agreement.
    if (ids.length > 0 && this.whole) this.forgetStrays();
  }

  /** Agreements came or went for which notes may look. */
  forgetStrays(): void {
    for (const { portfolio } of this.scopes.values()) portfolio.forgetStrays();
  }

  *#idsAbove(folder: string): Iterable<string> {
    for (const [above, { portfolio }] of this.scopes)
      if (folder.startsWith(`${above}/`)) yield* portfolio.ids;
  }

  #move(uri: string, from: Scope, to: Scope): void {
    const file = from.release(uri);
    this.#lodged.set(uri, to);
    to.take(uri, file);
    this.around.changed?.(uri);
  }

  /** Whether a document is left out by the nearest configuration or by one above it. */
  leavesOut(uri: string): boolean {
    for (const scope of this.scopes.values()) if (scope.leavesOut(uri)) return true;
    return false;
  }
}

/** All that the server knows: workspace folders and, where there is none, documents by themselves. */
export class Library {
  readonly folders = new Map<string, Folder>();
  /** Documents that lie in no folder: untitled ones, and single files of a client without folders. */
  readonly loose: Scope;

  /**
   * @param around what surrounds all portfolios
   * @param wants is told of folders whose documents point to files that nobody has looked for
   */
  constructor(
    private readonly clock: Clock,
    private readonly around: Surroundings,
    private readonly wants: (folder: Folder) => void,
  ) {
    this.loose = new Scope(undefined, clock, around);
  }

  add(uri: string): Folder {
    const folder = new Folder(uri, this.clock, this.around, this.wants);
    this.folders.set(uri, folder);
    return folder;
  }

  /** The workspace folder that a document lies in: the innermost. */
  folderOf(uri: string): Folder | undefined {
    let best: Folder | undefined;
    for (const folder of this.folders.values())
      if (uri.startsWith(`${folder.uri}/`) && folder.uri.length >= (best?.uri.length ?? 0)) best = folder;
    return best;
  }

  /** The scope of a document; undefined for one that is none of our business. */
  scopeOf(uri: string): Scope | undefined {
    const folder = this.folderOf(uri);
    if (folder) return folder.leavesOut(uri) ? undefined : folder.scopeOf(uri);
    if (uri.startsWith('untitled:')) return this.loose;
    return this.folders.size === 0 && uri.startsWith('file:') ? this.loose : undefined;
  }

  *scopes(): Iterable<Scope> {
    for (const folder of this.folders.values()) yield* folder.scopes.values();
    yield this.loose;
  }

  /** How all agreements stand together. */
  get totals(): Totals {
    let [agreements, late, soon] = [0, 0, 0];
    for (const { portfolio } of this.scopes()) {
      const { totals } = portfolio;
      agreements += totals.agreements;
      late += totals.late;
      soon += totals.soon;
    }
    return { agreements, late, soon };
  }

  *entries(): Iterable<Entry> {
    for (const scope of this.scopes()) yield* scope.portfolio.entries;
  }

  /** The agreement in a document or, of private notes, the one that they belong to. */
  entry(uri: string): Entry | undefined {
    const portfolio = this.scopeOf(uri)?.portfolio;
    return portfolio?.get(uri) ?? portfolio?.notesIn(uri)?.entry;
  }

  /** The ledgers of the agreements that are governed together with another one and may be with the same counterparty. */
  ledgersAround({ uri, ledger }: Entry): readonly Ledger[] {
    const portfolio = this.scopeOf(uri)?.portfolio;
    return [...(portfolio?.entries ?? [])]
      .filter((one) => mayShareCounterparty(ledger, one.parties))
      .map((one) => portfolio!.get(one.uri)!.ledger);
  }

  /** Where days are counted that belong to no agreement: in the first folder, or else on this machine. */
  get anywhere(): Portfolio {
    const [folder] = this.folders.values();
    return (folder?.root ?? this.loose).portfolio;
  }

  /** How many files there are. */
  get listed(): number {
    let listed = 0;
    for (const folder of this.folders.values()) listed += folder.listed.size;
    return listed;
  }

  /** Whether files are being read, which can be stopped. */
  get reading(): boolean {
    return [...this.folders.values()].some(({ reading }) => reading);
  }

  /** How many files are not read because somebody stopped that, or may not have been as reading failed. */
  get unread(): number {
    let unread = 0;
    for (const { uri, left, listed } of this.folders.values())
      unread += left.has(uri) ? Math.max(listed.size, 1) : left.size;
    return unread;
  }

  /** Whether there are more files than are looked at. */
  get more(): boolean {
    return [...this.folders.values()].some(({ more }) => more);
  }

  /** Whether what is known becomes more by itself: files are read, or a day has begun. */
  get growing(): boolean {
    if (this.reading || this.unread > 0) return this.reading;
    for (const { complete } of this.folders.values()) if (!complete) return true;
    for (const { portfolio } of this.scopes()) if (portfolio.isBehind) return true;
    return false;
  }

  /** Whether there is more than what is known. */
  get incomplete(): boolean {
    return this.growing || this.unread > 0 || this.more;
  }
}
