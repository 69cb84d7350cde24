/** A file's text, and whether bytes had to be replaced to read it. */
export interface Decoded {
  readonly text: string;
  readonly damaged?: true;
}

/** The encodings that are read; all others look like UTF-8 with damage. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Decodes a file: by its byte order mark, which is left out of the text, else as UTF-16 where it begins with
 * `--` in that encoding, else as UTF-8. What is no text in that encoding becomes U+FFFD.
 */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  try {
    return { text: encoding === 'utf-8' ? strict.decode(bytes) : strictly(encoding).decode(bytes) };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), damaged: true };
  }
}

const strictly = (encoding: Encoding) => new TextDecoder(encoding, { fatal: true });

/** For nearly every file: making one takes longer than using it. */
const strict = strictly('utf-8');

/** Decodes the beginning of a file, which may end within a character. */
export function decodeHead(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes, { stream: true });
}

/** What a file is encoded in. */
export function encodingOf([a, b, c, d]: Uint8Array): Encoding {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const dash = 0x2d;
  if (a === dash && b === 0 && c === dash && d === 0) return 'utf-16le';
  return a === 0 && b === dash && c === 0 && d === dash ? 'utf-16be' : 'utf-8';
}
