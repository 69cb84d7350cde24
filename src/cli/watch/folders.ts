import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Where the system watches a folder with all that is below it. Elsewhere Node would watch each file by itself. */
const DEEP = process.platform === 'darwin' || process.platform === 'win32';

/** How often to look where the system watches no more folders, in milliseconds. */
const POLL = 2000;

/** Tells that something in folders may have changed. What it was, is for who listens to find out. */
export class WatchedFolders {
  readonly #watchers = new Map<string, FSWatcher>();
  #poll: NodeJS.Timeout | undefined;
  #closed = false;

  /** @param changed is called for each event; @param limited once, if the system refuses to watch so many folders */
  constructor(
    private readonly changed: () => void,
    private readonly limited: () => void,
  ) {}

  /** Watches these folders and no others. Returns whether one is new, so that what happened in it before may be unseen. */
  watch(folders: ReadonlySet<string>): boolean {
    // A round may end after all is over.
    if (this.#closed) return false;
    const wanted = DEEP ? outermost(folders) : folders;
    for (const folder of this.#watchers.keys()) if (!wanted.has(folder)) this.#drop(folder);
    let added = false;
    for (const folder of wanted) if (!this.#watchers.has(folder)) added = this.#add(folder) || added;
    return added;
  }

  close(): void {
    this.#closed = true;
    for (const folder of this.#watchers.keys()) this.#drop(folder);
    clearInterval(this.#poll);
  }

  #add(folder: string): boolean {
    try {
      const watcher = watch(folder, { recursive: DEEP }, (event, name) => {
        if (event === 'rename') this.#renamed(folder, name);
        this.changed();
      });
      watcher.on('error', () => {
        this.#drop(folder);
        this.changed();
      });
      this.#watchers.set(folder, watcher);
      return true;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'ENOSPC' || code === 'EMFILE') this.#startPolling();
      return false;
    }
  }

  /** Another folder may have the name now: the watcher would go on to watch the one that went. */
  #renamed(folder: string, name: string | null): void {
    if (name === null) return;
    for (const gone of [join(folder, name), ...(name === basename(folder) ? [folder] : [])]) {
      if (!this.#watchers.has(gone)) continue;
      for (const one of this.#watchers.keys()) if (`${one}/`.startsWith(`${gone}/`)) this.#drop(one);
    }
  }

  #drop(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }

  #startPolling(): void {
    if (this.#poll) return;
    this.#poll = setInterval(this.changed, POLL);
    this.limited();
  }
}

/** Those folders that lie in no other of them. */
function outermost(folders: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...folders].filter((folder) => !liesInOne(folder, folders)));
}

function liesInOne(folder: string, folders: ReadonlySet<string>): boolean {
  for (let at = folder; dirname(at) !== at; at = dirname(at)) if (folders.has(dirname(at))) return true;
  return false;
}
