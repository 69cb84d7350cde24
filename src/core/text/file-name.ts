import { graphemesOf } from './graphemes.ts';

/** How many characters a file's name has at most. */
const LONGEST = 60;

/**
 * A title as a file's name without its extension: letters and digits of any script, the rest as hyphens; empty where a title
 * has neither. No character is cut in two.
 */
export function fileNameFor(title: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return graphemesOf(words.join('-')).slice(0, LONGEST).join('').replace(/-$/, '');
}
