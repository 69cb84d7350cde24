import { type Place, Value } from '../../text/value.ts';
import { scanBlocks } from './block-scanner.ts';
import type { Suppression } from './types.ts';

const MARK = 'parley-disable-next-line';
const COMMENT = /<!--[ \t]*parley-disable-next-line[ \t]+([a-z][a-z0-9, \t-]*?)[ \t]*-->/g;

/** The suppression comments of a piece of the body. One that stands in a code block is an example, not an order. */
export function readSuppressions(place: Place, text: string): Suppression[] {
  if (!text.includes(MARK)) return [];
  const code: [number, number][] = [];
  scanBlocks(text, 0, { code: (start, end) => code.push([start, end]) });
  return [...text.matchAll(COMMENT)]
    .filter(({ index }) => !code.some(([start, end]) => start <= index && index < end))
    .map((match) => {
      const listStart = match.index + match[0].indexOf(match[1]!, MARK.length);
      const checks = [...match[1]!.matchAll(/[^\s,]+/g)].map(({ index, 0: check }) => {
        const start = listStart + index;
        return new Value(check, place, start, start + check.length);
      });
      return { checks, line: nextLine(place, text, match.index + match[0].length) };
    });
}

function nextLine(place: Place, text: string, from: number): Value<string> {
  const ending = /\r\n?|\n/g;
  ending.lastIndex = from;
  const start = ending.test(text) ? ending.lastIndex : text.length;
  const length = text.slice(start).search(/[\r\n]/);
  const end = length < 0 ? text.length : start + length;
  return new Value(text.slice(start, end), place, start, end);
}
