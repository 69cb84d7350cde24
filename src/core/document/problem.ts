import { Place, Value } from '../text/value.ts';
import type { Frontmatter } from './frontmatter/fence.ts';

/**
 * Something in a document that could not be read as meant. It is data; the check of the same code turns it into a
 * finding and messages.ts into a sentence.
 */
export interface Problem {
  readonly code: 'invalid-value' | 'unknown-key' | 'duplicate-key' | 'yaml-syntax' | 'marker-twice';
  /** Where it stands, and the text that stands there. */
  readonly at: Value<string>;
  /** What the sentence needs: `reason`, `expected`, `key` … */
  readonly args: Readonly<Record<string, string>>;
  /** The text to put there instead, where it can be told. */
  readonly suggestion?: string;
}

/**
 * Nobody writes an agreement of more characters than this by hand. A larger file gets one finding instead of
 * being read, so that it can stop neither the editor nor the others.
 */
export const MAX_AGREEMENT = 8 * 1024 * 1024;
/** The YAML parser takes most of a second for this many characters of frontmatter. */
const MAX_FRONTMATTER = 2 * 1024 * 1024;

/** Whether a document is larger than what is read. */
export function isTooLarge(text: string, { content: { start, end } }: Frontmatter): boolean {
  return text.length > MAX_AGREEMENT || end - start > MAX_FRONTMATTER;
}

/** Says that a document is larger than what is read. */
export function tooLargeProblem(uri: string, { open }: Frontmatter): Problem {
  const at = new Value('---', new Place(uri, open.start), 0, open.end - open.start);
  return { code: 'yaml-syntax', at, args: { reason: 'too-large' } };
}
