import type { Terms } from '../schema/agreement.ts';
import type { Value } from '../text/value.ts';
import { type Body, readBody } from './body/body.ts';
import type { SectionNames } from './body/section-names.ts';
import { type Block, readBlocks } from './frontmatter/blocks.ts';
import { type Frontmatter, findFrontmatter, looksLikeAgreement } from './frontmatter/fence.ts';
import type { Notes } from './notes.ts';
import { isTooLarge, type Problem, tooLargeProblem } from './problem.ts';
import { readTerms } from './terms.ts';

export { MAX_AGREEMENT } from './problem.ts';

/** An agreement as it was written, as far as it can be read. */
export interface Agreement {
  readonly uri: string;
  readonly text: string;
  readonly frontmatter: Frontmatter;
  /** The frontmatter, typed; every value knows its document and range. */
  readonly terms: Terms;
  readonly body: Body;
  /** What could not be read as meant. */
  readonly problems: readonly Problem[];
  /** How other files and people name it: its `id`, else its file's name without extension. */
  readonly id: string;
  /** Its title, else its id. */
  readonly title: string;
  /** Where private notes were joined with it: what it was put together from. */
  readonly join?: Join;
  /** Where this is no agreement but private notes whose agreement is not here. */
  readonly stray?: Stray;
}

/** An agreement's file by itself, and the private notes about it, in the order in which they count. */
export interface Join {
  readonly shared: Agreement;
  readonly notes: readonly Notes[];
}

/** Private notes without their agreement. */
export interface Stray {
  /** The id that they name, empty where they name none, at its place. */
  readonly id: Value<string>;
  /** The ids of the agreements that there are. */
  readonly known: readonly string[];
}

/** What a document says that is not an agreement: nothing. */
type Reading = { readonly blocks: readonly Block[]; readonly agreement: Agreement };

/**
 * A document that may be an agreement. It is read again at each change, and only where it changed: values of the
 * agreement it gave before move along with the text, so that only the newest agreement speaks the truth.
 */
export class AgreementDocument {
  #reading: Reading | undefined;

  constructor(readonly uri: string) {}

  /** The agreement as last read, or undefined where the document is none. */
  get agreement(): Agreement | undefined {
    return this.#reading?.agreement;
  }

  /** Reads the document's new text. @param names what the known sections are called; in English by default */
  read(text: string, names?: SectionNames): Agreement | undefined {
    const frontmatter = findFrontmatter(text);
    if (!frontmatter || !looksLikeAgreement(text, frontmatter)) {
      this.#reading = undefined;
      return undefined;
    }
    const { start, end } = frontmatter.content;
    const tooLarge = isTooLarge(text, frontmatter);
    const yaml = tooLarge ? '' : text.slice(start, end);
    const blocks = readBlocks(yaml, start, this.uri, this.#reading?.blocks);
    const { terms, problems } = readTerms(blocks, this.uri);
    if (!tooLarge && !namesAgreement(terms, text, frontmatter)) {
      this.#reading = undefined;
      return undefined;
    }
    const body = readBody(
      tooLarge ? '' : text,
      tooLarge ? 0 : frontmatter.bodyStart,
      this.uri,
      this.#reading?.agreement.body,
      names,
    );
    const id = terms.id?.value ?? fileName(this.uri);
    const agreement: Agreement = {
      uri: this.uri,
      text,
      frontmatter,
      terms,
      body,
      problems: tooLarge ? [tooLargeProblem(this.uri, frontmatter)] : problems,
      id,
      title: terms.agreement?.value || id,
    };
    this.#reading = { blocks, agreement };
    return agreement;
  }
}

/** Reads a document once. */
export function readAgreement(text: string, uri: string, names?: SectionNames): Agreement | undefined {
  return new AgreementDocument(uri).read(text, names);
}

/** The key decides, with text or nothing behind it; a list, a mapping or a truth value is some other tool's key. */
function namesAgreement(terms: Terms, text: string, frontmatter: Frontmatter): boolean {
  const key = terms.source.keys.find(({ name }) => name === 'agreement');
  if (!key) return !/^\s*\{/.test(text.slice(frontmatter.content.start, frontmatter.content.end));
  if (!key.value) return true;
  return terms.agreement !== undefined && !/^(?:true|false)$/i.test(text.slice(key.value.from, key.value.to));
}

/** The last part of a URI's path, decoded, without its extension. */
function fileName(uri: string): string {
  const name =
    uri
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  const stem = name.replace(/\.(?:md|markdown)$/i, '');
  try {
    return decodeURIComponent(stem);
  } catch {
    return stem;
  }
}
