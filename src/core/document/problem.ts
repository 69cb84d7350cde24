import type { Value } from '../text/value.ts';

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
