import { graphemesOf } from './graphemes.ts';

/** How many characters a file's name has at most, and how many bytes in UTF-8: file systems take 255 with all that is added. */
const LONGEST = 60;
const MOST_BYTES = 200;

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
  let name = '';
  for (const one of graphemesOf(words.join('-')).slice(0, LONGEST)) {
    if (encoder.encode(name + one).length > MOST_BYTES) break;
    name += one;
  }
  return name.replace(/-$/, '');
}

const encoder = new TextEncoder();
