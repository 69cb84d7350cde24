import { type Agreement, AgreementDocument } from '../document/agreement.ts';
import type { SectionNames } from '../document/body/section-names.ts';
import { type Notes, NotesDocument } from '../document/notes.ts';

/** What a document says, read as an agreement or as private notes; of one that is neither, nothing. */
export interface Read {
  readonly agreement: Agreement | undefined;
  readonly notes: Notes | undefined;
}

/** A document that is worked on. */
interface Worked {
  readonly agreement: AgreementDocument;
  readonly notes: NotesDocument;
}

/** The documents that are worked on: each is read again only where it changes. */
export class Documents {
  readonly #worked = new Map<string, Worked>();

  /** What an agreement's file by itself says; undefined for one that is not worked on. */
  agreementIn(uri: string): Agreement | undefined {
    return this.#worked.get(uri)?.agreement.agreement;
  }

  /** Reads a document's text, new or changed. @param names what the known sections are called */
  read(uri: string, text: string, names: SectionNames): Read {
    const worked = this.#worked.get(uri) ?? {
      agreement: new AgreementDocument(uri),
      notes: new NotesDocument(uri),
    };
    const agreement = worked.agreement.read(text, names);
    const notes = agreement ? undefined : worked.notes.read(text, names);
    if (agreement || notes) this.#worked.set(uri, worked);
    else this.#worked.delete(uri);
    return { agreement, notes };
  }

  /** The URIs of all of them. */
  get uris(): readonly string[] {
    return [...this.#worked.keys()];
  }

  forget(uri: string): void {
    this.#worked.delete(uri);
  }
}
