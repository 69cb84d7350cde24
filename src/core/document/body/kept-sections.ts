import type { Section } from './section.ts';

/**
 * The sections of an earlier reading that a new text still holds. Whether a section ends where it does is decided by
 * the heading that follows, and all that follows a heading is decided by the text from there on. So unchanged
 * sections at the beginning stay, but for the last of them; those at the end stay as soon as a cut falls where the
 * first of them begins; and between, a section whose text is known is taken from a pool.
 */
export class KeptSections {
  /** The sections that stay at the beginning, moved. */
  readonly head: readonly Section[];
  /** Where they end and reading begins. */
  readonly headEnd: number;
  readonly #tail = new Map<number, number>();
  readonly #pool = new Map<string, Section[]>();

  /** @param text the whole document; @param start where its body begins; @param previous what was read before */
  constructor(
    private readonly text: string,
    start: number,
    private readonly previous: readonly Section[],
  ) {
    this.head = previous.slice(0, this.#sureCount(start));
    this.headEnd = start;
    for (const section of this.head) this.headEnd = move(section, this.headEnd);
    const firstOfTail = this.#matchTail();
    for (const section of previous.slice(this.head.length, firstOfTail)) {
      const same = this.#pool.get(section.text);
      if (same) same.push(section);
      else this.#pool.set(section.text, [section]);
    }
  }

  /** A section that is exactly the text between two offsets, moved there; each is given once. */
  take(start: number, end: number): Section | undefined {
    const section = this.#pool.get(this.text.slice(start, end))?.shift();
    if (section) move(section, start);
    return section;
  }

  /** The sections that make up the rest of the text from an offset where a section begins, moved there. */
  tailFrom(start: number): readonly Section[] | undefined {
    const first = this.#tail.get(start);
    if (first === undefined) return undefined;
    const tail = this.previous.slice(first);
    let at = start;
    for (const section of tail) at = move(section, at);
    return tail;
  }

  #sureCount(start: number): number {
    let at = start;
    let count = 0;
    for (const { text } of this.previous) {
      if (!standsAt(this.text, text, at)) break;
      at += text.length;
      count++;
    }
    // Without its line ending even the last one's heading may go on: `#` is a heading, `#1` is none.
    const last = this.previous[count - 1];
    return Math.max(0, count - (last && /[\r\n]$/.test(last.text) ? 1 : 2));
  }

  #matchTail(): number {
    let first = this.previous.length;
    let start = this.text.length;
    while (first > this.head.length) {
      const { text } = this.previous[first - 1]!;
      start -= text.length;
      if (start < this.headEnd || !standsAt(this.text, text, start)) break;
      this.#tail.set(start, --first);
    }
    return first;
  }
}

/** As `startsWith`, which compares character by character; equal strings are compared as memory. */
function standsAt(text: string, part: string, at: number): boolean {
  return text.slice(at, at + part.length) === part;
}

function move(section: Section, start: number): number {
  section.place.start = start;
  return start + section.text.length;
}
