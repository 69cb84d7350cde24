import type { Range } from './range.ts';

/**
 * Where one piece of a document (a block of frontmatter, a section of the body) stands now. A document that is
 * edited keeps the pieces that the edit left alone and only moves them: what was read from them stays valid.
 */
export class Place {
  /** @param document the URI of the document; @param start the piece's offset in it, in UTF-16 code units */
  constructor(
    readonly document: string,
    public start: number,
  ) {}
}

/** A value read from a document, knowing where it stands: `from` and `to` count from the start of its place. */
export class Value<T> {
  constructor(
    readonly value: T,
    readonly place: Place,
    readonly from: number,
    readonly to: number,
  ) {}

  /** The value's range in its document as the document is now. */
  get range(): Range {
    return { start: this.place.start + this.from, end: this.place.start + this.to };
  }

  /** The URI of the document that the value stands in. */
  get document(): string {
    return this.place.document;
  }
}
