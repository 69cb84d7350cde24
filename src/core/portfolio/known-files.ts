import { folderOf } from '../text/uri.ts';
import { MAX_ASKED, type Workspace } from './workspace.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * What is known about the files below a folder that documents point to. A file is asked for once, together with others,
 * and again only after something came or went beside it: what is typed elsewhere costs no look at the disk.
 */
export class KnownFiles {
  /** Which documents point to a file, by its folder, in lower case as some systems do not tell case apart, and by its URI. */
  readonly #folders = new Map<string, Map<string, Set<string>>>();
  readonly #pointed = new Map<string, ReadonlySet<string>>();
  readonly #gone = new Set<string>();
  readonly #wanted = new Set<string>();
  /** Which question a file was asked for in last, until that is answered. */
  readonly #asked = new Map<string, number>();
  #questions = 0;

  /**
   * @param root the folder's canonical URI; what lies outside of it is never looked at
   * @param wants is called when there is something to ask where there was nothing
   */
  constructor(
    private readonly root: string,
    private readonly wants: () => void = () => {},
  ) {}

  /** Takes over which files a document points to. Returns those of them that are certainly not there. */
  missing(document: string, files: Iterable<string>): ReadonlySet<string> {
    const before = this.#pointed.get(document) ?? NONE;
    const now = new Set(files);
    for (const file of before) if (!now.has(file)) this.#drop(document, file);
    for (const file of now) if (!before.has(file)) this.#add(document, file);
    if (now.size === 0) this.#pointed.delete(document);
    else this.#pointed.set(document, now);
    return new Set([...now].filter((file) => this.#gone.has(file)));
  }

  /** Asks for all that is not known. Returns the documents of which something else may be said now. */
  async ask({ exist }: Pick<Workspace, 'exist'>): Promise<ReadonlySet<string>> {
    const changed = new Set<string>();
    while (this.#wanted.size > 0) {
      const batch = [...this.#wanted].slice(0, MAX_ASKED);
      const question = ++this.#questions;
      for (const file of batch) {
        this.#wanted.delete(file);
        this.#asked.set(file, question);
      }
      const answers = await exist(batch);
      for (const [n, file] of batch.entries()) {
        const documents = this.#folders.get(keyOf(file))?.get(file);
        const gone = answers[n] === false;
        // An answer that is late does not take the place of a newer one.
        if (this.#asked.get(file) !== question) continue;
        this.#asked.delete(file);
        if (!documents || this.#gone.has(file) === gone) continue;
        if (gone) this.#gone.add(file);
        else this.#gone.delete(file);
        for (const document of documents) changed.add(document);
      }
    }
    return changed;
  }

  /** Something came or went: files and folders by their URIs, or, without any, who knows what. */
  touched(uris?: readonly string[]): void {
    const places = new Set(uris?.map((uri) => uri.toLowerCase()));
    const folders = new Set(uris?.map(keyOf));
    for (const [folder, files] of this.#folders)
      if (!uris || folders.has(folder) || this.#liesIn(folder, places))
        for (const file of files.keys()) this.#want(file);
  }

  #liesIn(folder: string, places: ReadonlySet<string>): boolean {
    for (let at = folder; at.length > this.root.length; at = folderOf(at)) if (places.has(at)) return true;
    return false;
  }

  #add(document: string, file: string): void {
    const key = keyOf(file);
    const folder = this.#folders.get(key) ?? new Map<string, Set<string>>();
    this.#folders.set(key, folder);
    const documents = folder.get(file) ?? new Set();
    if (documents.size === 0) this.#want(file);
    folder.set(file, documents.add(document));
  }

  #drop(document: string, file: string): void {
    const key = keyOf(file);
    const folder = this.#folders.get(key)!;
    const documents = folder.get(file)!;
    documents.delete(document);
    if (documents.size > 0) return;
    folder.delete(file);
    if (folder.size === 0) this.#folders.delete(key);
    this.#wanted.delete(file);
    this.#gone.delete(file);
  }

  #want(file: string): void {
    if (!file.startsWith(`${this.root}/`)) return;
    this.#wanted.add(file);
    if (this.#wanted.size === 1) this.wants();
  }
}

/** The folder of a file, as it is compared. */
function keyOf(file: string): string {
  return folderOf(file).toLowerCase();
}
