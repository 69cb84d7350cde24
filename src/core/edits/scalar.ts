import { quote } from '../document/frontmatter/mend.ts';

/** Begins with an indicator of YAML's, or with a mark that a parser may take for the border of a document. */
const INDICATOR = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?=[\s,[\]{}]|$)|---|\.\.\.)/;
/** Looks like a comment or the next key. */
const CUT = /:(?=\s|$)|\s#/;
/** What YAML 1.2's core schema reads as null, a truth value, infinity, or a number that is not in base ten. */
const RESERVED =
  /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|0[ox][\da-fA-F]+)$/;
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
/** A number that reads as what it shows, so that every tool writes it back alike. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?$/;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u;

/**
 * A text as a YAML scalar on one line: plain where YAML 1.2's core schema reads it as the same text or number,
 * else in quotes.
 * @param style whether it stands within `{ }` or `[ ]`, where commas and brackets need quotes
 */
export function scalarText(value: string, style: 'block' | 'flow'): string {
  if (UNPRINTABLE.test(value)) return escaped(value);
  return isPlain(value, style) ? value : quote(value);
}

function isPlain(value: string, style: 'block' | 'flow'): boolean {
  if (value === '' || value !== value.trim() || INDICATOR.test(value) || CUT.test(value)) return false;
  if (style === 'flow' && /[,[\]{}]/.test(value)) return false;
  return NUMBER.test(value) ? PLAIN_NUMBER.test(value) : !RESERVED.test(value);
}

/** JSON's escapes are YAML's too; what JSON leaves as it is but nobody can see is escaped beside. */
function escaped(value: string): string {
  return JSON.stringify(value).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
