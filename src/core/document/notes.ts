import { type NotesTerms, notes as notesType } from '../schema/agreement.ts';
import { Value } from '../text/value.ts';
import { type Body, readBody } from './body/body.ts';
import type { SectionNames } from './body/section-names.ts';
import { type Block, readBlocks } from './frontmatter/blocks.ts';
import { type Frontmatter, findFrontmatter, looksLikeNotes } from './frontmatter/fence.ts';
import { isTooLarge, type Problem, tooLargeProblem } from './problem.ts';
import { readTerms } from './terms.ts';

/** Private notes of one side about an agreement, as they were written. */
export interface Notes {
  readonly uri: string;
  readonly text: string;
  readonly frontmatter: Frontmatter;
  readonly terms: NotesTerms;
  readonly body: Body;
  readonly problems: readonly Problem[];
  /** The id of their agreement, at its place; empty, at the key's place, where it is still to be written. */
  readonly id: Value<string>;
}

/** A document that may be private notes; read again at each change as an `AgreementDocument` is. */
export class NotesDocument {
  #reading: { readonly blocks: readonly Block[]; readonly notes: Notes } | undefined;

  constructor(readonly uri: string) {}

  /**
   * Reads the document's new text; undefined where it is no private notes.
   * @param names what the known sections are called; in English by default
   */
  read(text: string, names?: SectionNames): Notes | undefined {
    const before = this.#reading;
    this.#reading = undefined;
    const frontmatter = findFrontmatter(text);
    if (!frontmatter || !looksLikeNotes(text, frontmatter)) return undefined;
    const { start, end } = frontmatter.content;
    const tooLarge = isTooLarge(text, frontmatter);
    const blocks = readBlocks(tooLarge ? '' : text.slice(start, end), start, this.uri, before?.blocks);
    const { terms, problems } = readTerms<NotesTerms>(blocks, this.uri, notesType);
    const key = terms.source.keys.find(({ name }) => name === 'notesFor')?.key;
    if (!key && !tooLarge && /^\s*\{/.test(text.slice(start, end))) return undefined;
    const bodyStart = tooLarge ? 0 : frontmatter.bodyStart;
    const body = readBody(tooLarge ? '' : text, bodyStart, this.uri, before?.notes.body, names);
    const { place, from } = terms.source;
    const notes: Notes = {
      uri: this.uri,
      text,
      frontmatter,
      terms,
      body,
      problems: tooLarge ? [tooLargeProblem(this.uri, frontmatter)] : problems,
      id: terms.notesFor ?? new Value('', place, key?.from ?? from, key?.to ?? from),
    };
    this.#reading = { blocks, notes };
    return notes;
  }
}

/** Reads private notes once. */
export function readNotes(text: string, uri: string, names?: SectionNames): Notes | undefined {
  return new NotesDocument(uri).read(text, names);
}
