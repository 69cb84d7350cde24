import type { Source } from '../schema/type.ts';
import type { TextEdit } from '../text/edit.ts';
import { range } from '../text/range.ts';
import { endOfBlock, entriesOf, guarded } from './entries.ts';
import { lineEnd, lineEnding, lineStart } from './lines.ts';
import { inFlow, setField } from './record.ts';
import { type Refusal, refuse } from './refusal.ts';

/**
 * Adds items to the end of a list that a record's key holds, in the list's own style. A single value, which stands
 * for a list of one, becomes a flow list; so does a key that holds nothing or is not there yet.
 * @param text the whole document that `source` was read from
 * @param name the property name of the schema
 * @param items YAML text that can stand within brackets; at least one
 * @param options as for `setField`
 */
export function appendItems(
  text: string,
  source: Source,
  name: string,
  items: readonly string[],
  options: { readonly after?: string | undefined } = {},
): TextEdit | Refusal {
  const entry = entriesOf(text, source).find((one) => one.name === name);
  if (source.aliased || !entry?.value) return setField(text, source, name, `[${items.join(', ')}]`, options);
  const { from, to } = entry.value;
  const value = text.slice(from, to);
  if (value.startsWith('*')) return refuse('edit/aliased', { key: entry.text });
  let edit: TextEdit | undefined;
  if (value.startsWith('[')) edit = appendedToFlow(text, from, to, items);
  else if (/^-\s/.test(value)) edit = appendedToBlock(text, from, endOfBlock(text, entry), items);
  else if (isSingle(text, from, value))
    edit = {
      range: range(from, to),
      newText: `[${[value.startsWith('{') ? value : inFlow(value), ...items].join(', ')}]`,
    };
  return edit ? guarded(text, source, entry, edit) : refuse('edit/unclear', { key: entry.text });
}

/** One scalar or flow mapping on the line of its key. */
function isSingle(text: string, from: number, value: string): boolean {
  return (
    !/[\r\n]/.test(value) && !/^[|>]/.test(value) && text.slice(lineStart(text, from), from).trim() !== ''
  );
}

function appendedToBlock(
  text: string,
  from: number,
  at: number | undefined,
  items: readonly string[],
): TextEdit | undefined {
  const indent = text.slice(lineStart(text, from), from);
  if (at === undefined || !/^ *$/.test(indent)) return undefined;
  const ending = lineEnding(text, at);
  const lines = items.map((item) => `${indent}- ${item}`);
  const newText =
    at === lineStart(text, at)
      ? lines.map((line) => line + ending).join('')
      : lines.map((line) => ending + line).join('');
  return { range: range(at), newText };
}

function appendedToFlow(
  text: string,
  from: number,
  to: number,
  items: readonly string[],
): TextEdit | undefined {
  if (text[to - 1] !== ']') return undefined;
  const { end, comma } = lastItem(text.slice(from + 1, to - 1));
  if (end === 0) return { range: range(from + 1), newText: items.join(', ') };
  const at = from + 1 + end;
  const start = lineStart(text, at);
  const indent = /^[ \t]*/.exec(text.slice(start, at))![0];
  const rest = text.slice(at, lineEnd(text, at));
  // A list with a line for each item goes on so, unless the last line closes it too.
  if (start <= from || /\S/.test(rest.replace(/^[ \t]*,?[ \t]*(?:#.*)?$/, '')))
    return { range: range(at), newText: items.map((item) => `, ${item}`).join('') };
  const ending = lineEnding(text, at);
  const lines = items.map((item) => ending + indent + item).join(',');
  if (comma) return { range: range(at + rest.length), newText: `${lines},` };
  return { range: range(at, at + rest.length), newText: `,${rest}${lines}` };
}

/** Where the last item of a flow list's inside ends, 0 for none, and whether a comma stands behind it. */
function lastItem(inside: string): { readonly end: number; readonly comma: boolean } {
  let end = 0;
  let comma = false;
  const tokens = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*'|(?<=\s)#[^\n]*|,|[[\]{}]|[^\s,[\]{}]+/g;
  for (const token of inside.matchAll(tokens)) {
    if (token[0].startsWith('#')) continue;
    if (token[0] === ',') comma = true;
    else {
      end = token.index + token[0].length;
      comma = false;
    }
  }
  return { end, comma };
}
