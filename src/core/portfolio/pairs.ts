import type { Notes } from '../document/notes.ts';
import { folderOf } from '../text/uri.ts';

/** The documents that share an id: the agreements that have it, and the notes that name it. */
interface Namesakes {
  readonly agreements: Set<string>;
  readonly notes: Set<string>;
}

/** An agreement by its document and its id. */
interface Named {
  readonly uri: string;
  readonly id: string;
}

/** What a document holds: an agreement, notes, or neither. */
export interface Documented {
  readonly agreement: Named | undefined;
  readonly notes: Notes | undefined;
}

/** What a changed document brings with it. */
export interface Changed {
  /** The agreements to work out again, the document itself among them if it is one. */
  readonly agreements: ReadonlySet<string>;
  /** Whether an agreement came, went or took another id. */
  readonly idsChanged: boolean;
}

/** Which private notes belong to which agreement, in whatever order they come and go. */
export class Pairs {
  /** The ids of the agreements, by document. */
  readonly #agreements = new Map<string, Named>();
  readonly #notes = new Map<string, Notes>();
  readonly #byId = new Map<string, Namesakes>();

  /** The URIs of all notes, in order. */
  get notes(): readonly string[] {
    return [...this.#notes.keys()].sort();
  }

  /** The ids of all agreements, in order. */
  get ids(): readonly string[] {
    return [...this.#byId].flatMap(([id, { agreements }]) => (agreements.size > 0 ? [id] : [])).sort();
  }

  notesIn(uri: string): Notes | undefined {
    return this.#notes.get(uri);
  }

  /**
   * The agreement that notes belong to: the one with the id that they name; where several have it, the one in the same
   * folder, else the one whose URI comes first.
   */
  agreementFor(notes: string): string | undefined {
    const id = idOf(this.#notes.get(notes));
    const named = id === undefined ? [] : [...this.#byId.get(id)!.agreements].sort();
    return named.find((one) => folderOf(one) === folderOf(notes)) ?? named[0];
  }

  /** The notes that belong to an agreement, in the order of their URIs. */
  notesFor(agreement: Named): readonly Notes[] {
    const named = [...this.#byId.get(idOf(agreement)!)!.notes].sort();
    return named
      .filter((uri) => this.agreementFor(uri) === agreement.uri)
      .map((uri) => this.#notes.get(uri)!);
  }

  /** The id that notes name; undefined where a document is no notes, or names none. */
  idNotedIn(uri: string): string | undefined {
    return idOf(this.#notes.get(uri));
  }

  /** Whether an agreement has the id that notes name, wherever they lie. */
  hasAgreement(id: string): boolean {
    return (this.#byId.get(id)?.agreements.size ?? 0) > 0;
  }

  /** The URIs of the notes that name the id of an agreement, wherever it lies. */
  notesNaming(id: string): Iterable<string> {
    return this.#byId.get(id.normalize('NFC'))?.notes ?? [];
  }

  /** Takes over what a document holds now: an agreement, notes, or neither. */
  put(uri: string, { agreement, notes }: Documented): Changed {
    const agreements = new Set<string>(agreement ? [uri] : []);
    const before = idOf(this.#agreements.get(uri));
    const ids = new Set([before, idOf(this.#notes.get(uri)), idOf(agreement), idOf(notes)]);
    const wereNotes = this.#notes.has(uri);
    this.#drop(uri);
    if (agreement) {
      this.#agreements.set(uri, { uri, id: agreement.id });
      this.#namesakes(idOf(agreement)!).agreements.add(uri);
    } else if (notes) {
      this.#notes.set(uri, notes);
      const id = idOf(notes);
      if (id !== undefined) this.#namesakes(id).notes.add(uri);
    }
    for (const id of ids) {
      const namesakes = id === undefined ? undefined : this.#byId.get(id);
      if (namesakes && (namesakes.notes.size > 0 || wereNotes))
        for (const one of namesakes.agreements) agreements.add(one);
    }
    return { agreements, idsChanged: before !== idOf(agreement) };
  }

  #drop(uri: string): void {
    for (const [documents, kind] of [
      [this.#agreements, 'agreements'],
      [this.#notes, 'notes'],
    ] as const) {
      const id = idOf(documents.get(uri));
      documents.delete(uri);
      if (id === undefined) continue;
      const namesakes = this.#namesakes(id);
      namesakes[kind].delete(uri);
      if (namesakes.agreements.size + namesakes.notes.size === 0) this.#byId.delete(id);
    }
  }

  #namesakes(id: string): Namesakes {
    const known = this.#byId.get(id) ?? { agreements: new Set(), notes: new Set() };
    this.#byId.set(id, known);
    return known;
  }
}

/** The id of an agreement or the one that notes name; undefined where they name none. */
function idOf(document: Named | Notes | undefined): string | undefined {
  if (!document) return undefined;
  if (typeof document.id === 'string') return document.id.normalize('NFC');
  return document.id.value.trim().normalize('NFC') || undefined;
}
