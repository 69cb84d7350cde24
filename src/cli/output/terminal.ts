import { styleText } from 'node:util';
import { type Look, type Palette, PLAIN } from '../../core/report/look.ts';

type Style = Parameters<typeof styleText>[0];

/** Colours of the sixteen that every terminal theme defines, so that they can be read on any background. */
const COLOURS: Palette = {
  strong: styled('bold'),
  faint: styled('dim'),
  error: styled('red'),
  warning: styled('yellow'),
  information: styled('cyan'),
  good: styled('green'),
};

/** Dresses text for a terminal. */
export function styled(style: Style): (text: string) => string {
  return (text) => (text === '' ? '' : styleText(style, text, { validateStream: false }));
}

/** How reports are to look on stdout: coloured and fitted for a terminal, plain and in full elsewhere. */
export function lookOf(colour: boolean | undefined): Look {
  const { isTTY, columns } = process.stdout;
  return {
    palette: wantsColour(colour) ? COLOURS : PLAIN,
    columns: isTTY && columns > 0 ? columns : undefined,
  };
}

/** Whether to use colours: the flag decides, then FORCE_COLOR, then NO_COLOR (no-color.org), then whether there is a terminal. */
export function wantsColour(flag: boolean | undefined): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = process.env;
  if (flag !== undefined) return flag;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return process.stdout.isTTY && term !== 'dumb';
}

/**
 * A result as indented JSON, or on one line where others follow, piece by piece: what is an iterable in it is an array in
 * JSON, and made one after another.
 */
export function* jsonPieces(value: object, oneLine = false): Iterable<string> {
  const [indent, gap] = oneLine ? ['', ''] : ['\n', ' '];
  const json = (part: unknown, depth: number) =>
    oneLine
      ? JSON.stringify(part)
      : JSON.stringify(part, undefined, 2).replaceAll('\n', `\n${'  '.repeat(depth)}`);
  const within = (depth: number) => (oneLine ? '' : indent + '  '.repeat(depth));
  let before = '{';
  for (const [key, part] of Object.entries(value)) {
    if (part === undefined) continue;
    yield `${before}${within(1)}${JSON.stringify(key)}:${gap}`;
    before = ',';
    if (typeof part !== 'object' || part === null || !(Symbol.iterator in part)) {
      yield json(part, 1);
      continue;
    }
    let opening = '[';
    for (const one of part as Iterable<unknown>) {
      yield `${opening}${within(2)}${json(one, 2)}`;
      opening = ',';
    }
    yield opening === '[' ? '[]' : `${within(1)}]`;
  }
  yield before === '{' ? '{}\n' : `${indent}}\n`;
}
