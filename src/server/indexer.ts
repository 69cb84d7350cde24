import type { Found } from '../core/portfolio/facts.ts';
import type { Finder } from '../core/portfolio/finder.ts';
import {
  type FileRead,
  isConfiguration,
  isMarkdown,
  MAX_READ,
  type Workspace,
} from '../core/portfolio/workspace.ts';
import { folderOf } from '../core/text/uri.ts';
import type { LiveDocuments } from './documents.ts';
import type { Folder, Library } from './library.ts';
import { Slices, type Work } from './work.ts';

/** To read more files than that takes long enough to be shown, and stopped. */
const MANY = 200;

/** What is to be read again in a folder. */
interface Request {
  /** Every file. */
  all: boolean;
  /** The files must be listed anew: some may have come or gone. */
  list: boolean;
  readonly uris: Set<string>;
  /** The documents that changed hands: what was said of them before is forgotten, and may be to be taken back. */
  readonly moved: Set<string>;
}

/** What the indexer tells while it works. */
export interface IndexListener {
  /** What is said about a closed document may have changed. */
  closed(uri: string): void;
  /** The folder's configuration changed, so that its open documents must be read anew. */
  governed(folder: Folder): void;
  /** The files of a folder have been listed. */
  listed(): void;
  /** Whether all files of a folder are known is not as it was, or they are again. */
  completed(folder: Folder): void;
  /** All that was asked for in a folder has been read. */
  served(): void;
  /** The portfolios changed. */
  changed(): void;
}

/** Reads the files of workspace folders, in slices between messages, one folder's requests after another. */
export class Indexer {
  readonly #requests = new Map<Folder, Request>();
  readonly #busy = new Set<Folder>();
  /** Folders of which no more files are to be read for now. */
  readonly #stopping = new Set<Folder>();

  constructor(
    private readonly workspace: Workspace,
    private readonly library: Library,
    private readonly live: LiveDocuments,
    private readonly work: Work,
    private readonly listener: IndexListener,
    private readonly finder?: Finder,
  ) {}

  /** Reads files of a folder again; without `uris` all of them. `list` finds out which there are. */
  request(folder: Folder, list: boolean, uris?: Iterable<string>): void {
    const request = this.#requests.get(folder) ?? {
      all: false,
      list: false,
      uris: new Set(),
      moved: new Set(),
    };
    this.#requests.set(folder, request);
    request.list ||= list;
    request.all ||= uris === undefined;
    for (const uri of uris ?? []) request.uris.add(uri);
    if (this.#busy.has(folder)) return;
    this.#busy.add(folder);
    void this.work.run(`serving ${folder.uri}`, () => this.#serve(folder));
  }

  /** Stops reading: what is not read yet is left until it is gone on with, or until all is to be read anyway. */
  stop(): void {
    for (const folder of this.#busy) this.#stopping.add(folder);
  }

  /** Goes on with what was left. */
  resume(): void {
    this.#stopping.clear();
    for (const folder of this.library.folders.values()) {
      const left = new Set(folder.left);
      folder.left.clear();
      if (left.has(folder.uri)) this.request(folder, true);
      else if (left.size > 0) this.request(folder, false, left);
    }
  }

  async #serve(folder: Folder): Promise<void> {
    const { whole } = folder;
    folder.reading = !folder.complete;
    for (let next = this.#take(folder); next; next = this.#take(folder)) {
      const request = next;
      await this.work.run(`reading ${folder.uri}`, () =>
        this.#index(folder, request).catch((error) => {
          // Nobody knows what is missing by that.
          folder.left.add(folder.uri);
          throw error;
        }),
      );
    }
    folder.reading = false;
    this.#busy.delete(folder);
    this.#stopping.delete(folder);
    if (this.#busy.size === 0) this.finder?.rest();
    this.#configured(folder);
    const all = folder.left.size === 0;
    folder.complete ||= all;
    const unsure = folder.whole !== whole;
    folder.whole = all && !folder.more;
    if (unsure || folder.whole !== whole) this.listener.completed(folder);
    this.listener.served();
    this.listener.changed();
  }

  /** From now on findings can be told for sure. */
  #configured(folder: Folder): void {
    if (folder.configured) return;
    folder.configured = true;
    this.listener.governed(folder);
  }

  #take(folder: Folder): Request | undefined {
    const request = this.#requests.get(folder);
    this.#requests.delete(folder);
    return folder.removed ? undefined : request;
  }

  async #index(folder: Folder, request: Request): Promise<void> {
    const { uris } = request;
    // What an earlier request failed over is tried again.
    if (folder.left.has(folder.uri)) request.all = request.list = true;
    const configurations = [folder.root.configurationUri!, ...folder.configurations];
    const stale = configurations.filter((uri) => !folder.configured || request.all || uris.has(uri));
    if (await this.#configure(folder, stale)) request.list = true;
    this.#configured(folder);
    if (request.list) await this.#list(folder, request);
    const wanted = request.all ? folder.listed : uris;
    const documents = [...wanted].filter((uri) => isMarkdown(uri) && folder.listed.has(uri));
    await this.#read(folder, documents);
    for (const uri of request.moved) this.listener.closed(uri);
  }

  async #list(folder: Folder, request: Request): Promise<void> {
    const before = folder.listed;
    const { uris, more } = await this.workspace.list(folder.uri, folder.root.leavesOutPath);
    folder.more = more;
    const found = uris.filter((uri) => this.library.folderOf(uri) === folder);
    const { added, removed, moved } = folder.govern(found.filter(isConfiguration).map(folderOf));
    for (const uri of moved) request.moved.add(uri);
    await this.#configure(folder, added);
    if (added.length > 0 || removed) {
      // Documents change hands, so each is read by whoever governs it now.
      request.all = true;
      this.listener.governed(folder);
    }
    folder.left.delete(folder.uri);
    folder.listed = new Set(found.filter((uri) => !folder.leavesOut(uri)));
    this.listener.listed();
    for (const uri of folder.listed) if (!before.has(uri)) request.uris.add(uri);
    for (const uri of before) {
      if (folder.listed.has(uri)) continue;
      folder.left.delete(uri);
      this.#put(folder, uri, { skipped: 'gone' });
      // Whoever governed it may have forgotten it before, when documents changed hands.
      this.listener.closed(uri);
    }
  }

  /** Reads configurations. Returns whether other files are left out now. */
  async #configure(folder: Folder, uris: readonly string[]): Promise<boolean> {
    let excludes = false;
    let changed = false;
    for (const [uri, file] of await this.#files(uris)) {
      const text = this.live.get(uri)?.document.getText() ?? ('text' in file ? file.text : '');
      const result = folder.scopes.get(folderOf(uri))?.configure(text) ?? 'same';
      changed ||= result !== 'same';
      excludes ||= result === 'excludes';
    }
    if (changed) this.listener.governed(folder);
    return excludes;
  }

  async #read(folder: Folder, uris: readonly string[]): Promise<void> {
    const slices = new Slices();
    const elsewhere: Promise<void>[] = [];
    if (uris.length > MANY) {
      folder.reading = true;
      folder.whole = false;
    }
    for (let i = 0; i < uris.length && !folder.removed; i += MAX_READ) {
      if (this.#stopping.has(folder)) {
        for (const uri of uris.slice(i)) folder.left.add(uri);
        break;
      }
      const batch = uris.slice(i, i + MAX_READ);
      for (const uri of batch) folder.left.delete(uri);
      for (const [uri, file] of await this.#files(batch)) {
        await slices.turn();
        if (this.#recall(folder, uri, file)) continue;
        const asked = this.#askElsewhere(folder, uri, file);
        if (asked) elsewhere.push(this.work.run(`taking over ${uri}`, () => asked));
        else this.#put(folder, uri, file);
      }
      this.listener.changed();
    }
    await Promise.all(elsewhere);
  }

  /** Takes over a file that is as it was, or was seen before. Returns false where it is still to be taken. */
  #recall(folder: Folder, uri: string, file: FileRead): boolean {
    if (!('text' in file) || file.damaged || folder.removed || this.live.get(uri)) return false;
    const recalled = folder.scopeOf(uri).recall(uri, file.text);
    if (recalled) this.listener.closed(uri);
    return recalled !== undefined;
  }

  /** Lets another thread find what there is in a file; undefined where that is for us to do. */
  #askElsewhere(folder: Folder, uri: string, file: FileRead): Promise<void> | undefined {
    if (!('text' in file) || folder.removed || this.live.get(uri)) return undefined;
    const { context } = folder.scopeOf(uri).portfolio;
    return this.finder
      ?.find(uri, file.text, context)
      ?.then((facts) => this.#put(folder, uri, file, facts && { facts, context }));
  }

  #put(folder: Folder, uri: string, file: FileRead, found?: Found): void {
    // It may have been opened, or the folder removed, while it was read.
    if (folder.removed || this.live.get(uri)) return;
    if (folder.scopeOf(uri).take(uri, file, found)) this.listener.closed(uri);
  }

  async #files(uris: readonly string[]): Promise<readonly (readonly [string, FileRead])[]> {
    const result: (readonly [string, FileRead])[] = [];
    for (let i = 0; i < uris.length; i += MAX_READ) {
      const batch = uris.slice(i, i + MAX_READ);
      const files = await this.workspace.readMany(batch);
      for (const [n, uri] of batch.entries()) result.push([uri, files[n] ?? { skipped: 'gone' }]);
    }
    return result;
  }
}
