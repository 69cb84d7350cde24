import type {
  Connection,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { settlingEdits } from '../core/checks/safe-fixes.ts';
import type { Cache } from '../core/portfolio/cache.ts';
import type { Entry } from '../core/portfolio/entry.ts';
import type { Clock } from '../core/portfolio/rules.ts';
import type { Workspace } from '../core/portfolio/workspace.ts';
import type { TextEdit } from '../core/text/edit.ts';
import { canonicalUri } from '../core/text/uri.ts';
import { type Client, folderUri } from './client.ts';
import { diagnosticsOf, type LocateAnywhere, shownOf } from './diagnostics.ts';
import { type Live, LiveDocuments, mayBeOurs } from './documents.ts';
import { clientWorkspace, routed } from './files.ts';
import { Indexer } from './indexer.ts';
import { type Folder, Library } from './library.ts';
import type { Machine } from './machine.ts';
import { DocumentPlaces } from './places.ts';
import { Publisher, type Written } from './publisher.ts';
import type { Scope } from './scope.ts';
import { DEFAULT_PREFERENCES, type Preferences } from './settings.ts';
import { touchedIn } from './watched.ts';
import { Slices, type Work } from './work.ts';

/** How long links to files are gathered before the files are looked for, in milliseconds: a name is being typed. */
const GATHER = 250;

/** After how long trees have surely asked again what a change made of them, in milliseconds. */
const SETTLED = 2_000;

const NOTHING: Written = { findings: [], diagnostics: [] };

/** What one client sees: its documents and folders, what is said about them, and how that is kept true. */
export class Session {
  readonly live = new LiveDocuments();
  readonly library: Library;
  readonly publisher: Publisher;
  readonly places: DocumentPlaces;
  /** What was found in closed files earlier; absent where nothing is kept. */
  readonly cache: Cache | undefined;
  readonly #indexer: Indexer;
  /** Which scope knows an open document. */
  readonly #homes = new Map<string, Scope>();
  /** Documents about which something else may be said now, because another one changed. */
  readonly #touched = new Set<string>();
  #givingBack = false;
  /** What holds where a folder's own settings are not known yet. */
  #preferences: Preferences = DEFAULT_PREFERENCES;

  /** @param changed is called whenever the portfolios may have changed: for an open document, or in any way */
  constructor(
    connection: Connection,
    private readonly client: Client,
    private readonly machine: Machine | undefined,
    clock: Clock,
    readonly work: Work,
    private readonly changed: (uri?: string) => void,
  ) {
    this.cache = client.cache === undefined ? undefined : machine?.openCache(client.cache);
    const today = client.today !== undefined && { today: client.today };
    const remote = client.files ? clientWorkspace(connection) : undefined;
    const workspace = routed(machine?.workspace, remote);
    this.library = new Library(
      { ...clock, ...today },
      {
        changed: (uri) => this.#touch(uri),
        // What trees show of others was still as it stood before.
        caughtUp: () => this.changed(),
        ...(this.cache && { cache: this.cache }),
      },
      (folder) => this.work.later('looking for files', GATHER, () => this.#lookFor(folder, workspace)),
    );
    this.places = new DocumentPlaces(this.live, this.library);
    this.publisher = new Publisher(
      (params) => void connection.sendDiagnostics(params),
      (uri) => this.#write(uri),
      work,
    );
    this.#indexer = new Indexer(
      workspace,
      this.library,
      this.live,
      work,
      {
        closed: (uri) => this.publisher.later(uri),
        governed: (folder) => this.#governed(folder),
        listed: () => machine?.expect?.(this.library.listed),
        completed: (folder) => this.#completed(folder),
        served: () => this.#keep(),
        changed: () => changed(),
      },
      machine?.finder,
    );
    for (const uri of client.folders) this.library.add(uri);
  }

  /** Begins to read the folders. */
  start(): void {
    for (const folder of this.library.folders.values()) this.#indexer.request(folder, true);
    for (const live of this.live.values()) this.#refresh(live);
  }

  opened(params: DidOpenTextDocumentParams): void {
    this.#refresh(this.live.open(params));
  }

  edited(params: DidChangeTextDocumentParams): void {
    const live = this.live.change(params);
    if (live) this.#refresh(live);
  }

  closed({ textDocument }: DidCloseTextDocumentParams): void {
    const uri = canonicalUri(textDocument.uri);
    const live = this.live.get(uri);
    if (!live) return;
    this.live.close(uri);
    const folder = this.library.folderOf(uri);
    const scope = this.library.scopeOf(uri);
    // It may be another's by now, which was not told as it had not read its configuration yet.
    if (this.#homes.get(uri) !== scope) this.#leave(uri, scope);
    this.#homes.delete(uri);
    // What the client did not save is gone with it; the file speaks again, if there is one.
    if (!folder?.listed.has(uri)) scope?.remove(uri);
    if (folder) this.#indexer.request(folder, !folder.listed.has(uri), [uri]);
    this.publisher.close(live);
    this.changed();
  }

  /** Reads no more files for now. */
  stopReading(): void {
    this.#indexer.stop();
    this.changed();
  }

  /** Reads what was left. */
  resumeReading(): void {
    this.#indexer.resume();
    this.changed();
  }

  /** Reads an open document anew and says what there is to say about it. */
  #refresh(live: Live): void {
    const { uri, document } = live;
    const folder = this.library.folderOf(uri);
    if (folder && !folder.configured) return;
    const scope = mayBeOurs(live) ? this.library.scopeOf(uri) : undefined;
    const home = this.#homes.get(uri);
    if (home !== scope) this.#leave(uri, scope);
    if (!scope) {
      if (this.#homes.delete(uri)) this.publisher.open(live, NOTHING);
      return;
    }
    this.#homes.set(uri, scope);
    const before = this.library.entry(uri)?.uri;
    const known = this.publisher.published(uri) !== undefined;
    if (folder && uri === scope.configurationUri) this.#reconfigure(folder, scope, document.getText());
    else if (!scope.update(uri, document.getText()) && !known) return;
    this.#publish(live);
    // Trees show agreements, so notes count as the agreement that they belong to, or belonged to until now.
    const now = this.library.entry(uri)?.uri;
    for (const owner of new Set([now, before])) if (owner !== undefined) this.changed(owner);
  }

  /** Lets no other scope know a document: private notes may have been lodged elsewhere since it was read. */
  #leave(uri: string, home: Scope | undefined): void {
    for (const scope of this.library.scopes())
      if (scope !== home && scope.portfolio.knows(uri)) scope.remove(uri);
  }

  #publish(live: Live): void {
    this.#touched.delete(live.uri);
    this.publisher.open(live, this.#write(live.uri));
  }

  /** Sees to it that a document's findings are published anew, whether it is open or not. */
  #touch(uri: string): void {
    if (this.#touched.size === 0) this.work.later('publishing what else changed', 0, () => this.#republish());
    this.#touched.add(uri);
  }

  #republish(): void {
    const uris = [...this.#touched];
    this.#touched.clear();
    for (const uri of uris) {
      const live = this.live.get(uri);
      if (!live) this.publisher.later(uri);
      else if (this.#homes.has(uri)) this.#publish(live);
    }
  }

  /** Looks for the files that documents of a folder point to, and says what that changes. */
  async #lookFor(folder: Folder, workspace: Workspace): Promise<void> {
    const slices = new Slices();
    for (const uri of await folder.files.ask(workspace)) {
      await slices.turn();
      if (!folder.removed) this.library.scopeOf(uri)?.portfolio.reconsider(uri);
    }
  }

  /** Whether notes have no agreement is known now, or no more. */
  #completed(folder: Folder): void {
    const { cache } = this;
    if (cache && folder.whole && !this.library.incomplete)
      void this.work.run('tidying the cache', () => cache.tidy());
    folder.forgetStrays();
    for (const { portfolio } of folder.scopes.values())
      for (const { uri, entry } of portfolio.notes) if (!entry) this.#touch(uri);
  }

  /** Keeps what was found for the next session. */
  #keep(): void {
    const { cache } = this;
    if (cache) void this.work.run('keeping what was found', () => cache.flush());
  }

  #reconfigure(folder: Folder, scope: Scope, text: string): void {
    const result = scope.configure(text);
    if (result === 'excludes') this.#indexer.request(folder, true, []);
    if (result !== 'same') this.#governed(folder);
  }

  /** What governs a folder changed: what is said about its documents may be something else. */
  #governed(folder: Folder): void {
    for (const scope of folder.scopes.values())
      for (const uri of scope.documents()) this.publisher.later(uri);
    for (const live of this.live.values())
      if (this.library.folderOf(live.uri) === folder) this.#refresh(live);
    this.changed();
  }

  /** Takes over what happened to files outside of the client. */
  filesChanged(params: DidChangeWatchedFilesParams): void {
    for (const folder of this.library.folders.values()) {
      const { moved, uris, list } = touchedIn(folder, params, this.library);
      if (moved?.length !== 0) folder.files.touched(moved);
      if (list || uris?.size !== 0) this.#indexer.request(folder, list, uris);
    }
  }

  foldersChanged({ added, removed }: WorkspaceFoldersChangeEvent): void {
    for (const { uri } of removed) this.#removeFolder(folderUri(uri));
    if (removed.length > 0) this.#giveBack();
    const folders = added.map(({ uri }) => folderUri(uri)).filter((uri) => !this.library.folders.has(uri));
    for (const uri of folders) {
      const folder = this.library.add(uri);
      folder.prefer(this.#preferences);
      this.#indexer.request(folder, true);
    }
    // Files of a folder around or inside another one change hands.
    for (const folder of this.library.folders.values())
      if (!folders.includes(folder.uri)) this.#indexer.request(folder, true);
    for (const live of this.live.values()) this.#refresh(live);
    this.changed();
  }

  #removeFolder(uri: string): void {
    const folder = this.library.folders.get(uri);
    if (!folder) return;
    folder.removed = true;
    const documents = [...folder.scopes.values()].flatMap((scope) => [...scope.documents()]);
    this.library.folders.delete(uri);
    for (const document of documents) this.publisher.later(document);
  }

  /** Gives back what folders took, once trees have asked again and hold nothing of them any more. */
  #giveBack(): void {
    const { machine } = this;
    if (!machine?.giveBack || this.#givingBack) return;
    this.#givingBack = true;
    this.work.later('giving memory back', SETTLED, () => {
      this.#givingBack = false;
      machine.giveBack?.();
    });
  }

  /** Takes over settings that are the same everywhere. */
  preferAll(preferences: Preferences): void {
    for (const folder of [...this.library.folders.values(), undefined]) this.prefer(folder, preferences);
  }

  /** Takes over the client's settings for a folder, or for what lies in none. */
  prefer(folder: Folder | undefined, preferences: Preferences): void {
    if (folder) {
      folder.prefer(preferences);
      this.#governed(folder);
      return;
    }
    this.#preferences = preferences;
    this.library.loose.prefer(preferences.severities);
    for (const live of this.live.values())
      if (this.#homes.get(live.uri) === this.library.loose) this.#refresh(live);
  }

  /** Works out what a new day changes, wherever one has begun. */
  tick(): void {
    for (const scope of this.library.scopes()) if (scope.tick()) this.changed();
  }

  /** Whether what is known becomes more by itself. */
  get growing(): boolean {
    return this.library.growing;
  }

  isOpen(uri: string): boolean {
    return this.live.get(uri) !== undefined;
  }

  /** The agreement in a document or, of private notes, the one that they belong to. */
  entry(uri: string): Entry | undefined {
    return this.library.entry(uri);
  }

  /** The edits that make all safe fixes of a document, whether its findings are shown or too many for that. */
  settlingEdits(uri: string): readonly TextEdit[] {
    const scope = this.library.scopeOf(uri);
    const said = scope?.said(uri);
    if (!scope || !said) return [];
    return scope.trying(uri, (findingsOf) => settlingEdits(said.text, said.findings, findingsOf));
  }

  #write(uri: string): Written {
    const scope = this.library.scopeOf(uri);
    const said = scope?.said(uri);
    const live = this.live.get(uri);
    const folder = this.library.folderOf(uri);
    if (!said || (!live && folder?.preferences.openFilesOnly)) return NOTHING;
    // Their agreement may be among the files that are not read.
    const notes = scope?.portfolio.notesIn(uri);
    if (notes && !notes.entry && folder?.whole === false) return NOTHING;
    const findings = shownOf(said.findings);
    const style = { checkPages: this.client.checkPages, related: this.client.relatedInformation };
    const locate = this.places.locate(uri)!;
    const anywhere: LocateAnywhere = (document, range) => {
      const there = document === uri ? locate : this.places.locate(document);
      return there && { uri: this.places.spelled(document), range: there(range) };
    };
    const diagnostics = diagnosticsOf(findings, said.findings.length, style, locate, anywhere);
    return { findings, diagnostics };
  }
}
