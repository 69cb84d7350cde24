import { Place } from '../../text/value.ts';
import type { ReadItem } from './action-item.ts';
import { scanBlocks } from './block-scanner.ts';
import type { HeadingBlock } from './blocks.ts';
import { headingTitle } from './heading.ts';
import { KeptSections } from './kept-sections.ts';
import { Section, sectionKey } from './section.ts';
import { type SectionKey, type SectionNames, sectionNames } from './section-names.ts';
import type { ActionItem, Entry, Suppression } from './types.ts';

export { isCommitment } from './action-item.ts';
export { hasOwnText } from './own-text.ts';

/** The Markdown below an agreement's frontmatter: sections side by side, nothing between them. */
export class Body {
  #items: readonly ReadItem[] | undefined;
  #suppressions: readonly Suppression[] | undefined;

  /** @param start where the body begins in its document, in UTF-16 code units */
  constructor(
    readonly document: string,
    readonly start: number,
    readonly sections: readonly Section[],
    readonly names: SectionNames,
  ) {}

  /** All task items of the body in the order of the file, with the ids that they have in it. */
  get items(): readonly ActionItem[] {
    if (this.#items) return this.#items;
    const seen = new Map<string, number>();
    this.#items = this.sections.flatMap((section) => section.items);
    for (const item of this.#items) {
      const ordinal = (seen.get(item.hash) ?? 0) + 1;
      item.ordinal = ordinal;
      seen.set(item.hash, ordinal);
    }
    return this.#items;
  }

  get suppressions(): readonly Suppression[] {
    this.#suppressions ??= this.sections.flatMap((section) => section.suppressions);
    return this.#suppressions;
  }

  /** The same body where it stands now, if it is made of these sections. */
  movedTo(start: number, sections: readonly Section[]): Body | undefined {
    const same =
      sections.length === this.sections.length &&
      sections.every((section, i) => section === this.sections[i]);
    if (!same) return undefined;
    const body = new Body(this.document, start, sections, this.names);
    body.#items = this.#items;
    body.#suppressions = this.#suppressions;
    return body;
  }
}

/** The sections of a name that are ours, in the order of the file: they read as one, writing goes to the first. */
export function sectionsOf(body: Body, key: SectionKey): Section[] {
  return body.sections.filter((section) => section.key === key && section.ours);
}

/** The dated entries of all sections of a name, in the order of the file, with their ordinals. */
export function entriesOf(body: Body, key: SectionKey): Entry[] {
  const seen = new Map<number, number>();
  const entries = sectionsOf(body, key).flatMap((section) => section.entries);
  for (const entry of entries) {
    entry.ordinal = (seen.get(entry.date.value) ?? 0) + 1;
    seen.set(entry.date.value, entry.ordinal);
  }
  return entries;
}

/**
 * Reads the body of an agreement.
 * @param text the whole document; @param bodyStart where its body begins; @param document its URI
 * @param previous the body as last read: sections whose text is the same are taken over and moved, so `previous`
 *   must not be used any more
 * @param names what the known sections are called
 */
export function readBody(
  text: string,
  bodyStart: number,
  document: string,
  previous?: Body,
  names: SectionNames = sectionNames.en,
): Body {
  const usable = previous?.document === document && previous.names === names ? previous : undefined;
  const kept = new KeptSections(text, bodyStart, usable?.sections ?? []);
  const sections = [...kept.head];
  const same = kept.tailFrom(kept.headEnd);
  if (same) {
    sections.push(...same);
    return usable?.movedTo(bodyStart, sections) ?? new Body(document, bodyStart, sections, names);
  }
  const cutter = new Cutter(text, kept.headEnd, names, (start, end, heading) => {
    sections.push(kept.take(start, end) ?? freshSection(text, start, end, document, heading, names));
    return kept.tailFrom(end);
  });
  sections.push(...cutter.run());
  return new Body(document, bodyStart, sections, names);
}

function freshSection(
  text: string,
  start: number,
  end: number,
  document: string,
  heading: HeadingBlock | undefined,
  names: SectionNames,
): Section {
  return new Section(
    new Place(document, start),
    detached(text.slice(start, end)),
    shifted(heading, -start),
    names,
  );
}

/** A copy that does not keep alive the text that it was cut from, as a slice does in V8. */
function detached(text: string): string {
  return `\n${text}`.slice(1);
}

function shifted(heading: HeadingBlock | undefined, by: number): HeadingBlock | undefined {
  if (!heading) return undefined;
  const { level, start, end, textStart, textEnd } = heading;
  return { level, start: start + by, end: end + by, textStart: textStart + by, textEnd: textEnd + by };
}

/** Finds where sections begin, from a place where one does. */
class Cutter {
  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly names: SectionNames,
    /** Takes a section; may answer with those that follow it to the end, and then nothing more is read. */
    private readonly push: (
      start: number,
      end: number,
      heading?: HeadingBlock,
    ) => readonly Section[] | undefined,
  ) {}

  run(): readonly Section[] {
    let start = this.start;
    let opening: HeadingBlock | undefined;
    let rest: readonly Section[] | undefined;
    scanBlocks(this.text, this.start, {
      heading: (heading) => {
        if (!this.#cuts(heading, opening)) return false;
        if (heading.start > start) rest = this.push(start, heading.start, opening);
        start = heading.start;
        opening = heading;
        return rest !== undefined;
      },
    });
    if (!rest && start < this.text.length) this.push(start, this.text.length, opening);
    return rest ?? [];
  }

  #cuts(heading: HeadingBlock, opening: HeadingBlock | undefined): boolean {
    if (heading.level !== 2) return heading.level === 1;
    return opening?.level !== 1 || !this.#isKnown(opening) || this.#isKnown(heading);
  }

  #isKnown({ textStart, textEnd }: HeadingBlock): boolean {
    return sectionKey(headingTitle(this.text.slice(textStart, textEnd)), this.names) !== undefined;
  }
}
