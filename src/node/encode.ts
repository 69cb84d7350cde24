import { encodingOf } from '../core/text/decode.ts';

/** The bytes of a text in the encoding of a file that it is to replace, with a byte order mark if that has one. */
export function encodeLike(bytes: Uint8Array, text: string): Uint8Array {
  const encoding = encodingOf(bytes);
  const marked = new TextDecoder(encoding, { ignoreBOM: true })
    .decode(bytes.subarray(0, 4))
    .startsWith('\ufeff');
  const whole = marked ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(whole, 'utf8');
  const little = Buffer.from(whole, 'utf16le');
  return encoding === 'utf-16le' ? little : little.swap16();
}
