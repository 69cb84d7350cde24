import { agreement as agreementType } from '../schema/agreement.ts';
import { keyOf, type RecordType, type Source, type Type } from '../schema/type.ts';
import type { TextEdit } from '../text/edit.ts';
import { range } from '../text/range.ts';
import { sharedAnchor } from './anchors.ts';
import { type Entry, endOfBlock, endOfEmptyFlow, entriesOf, flowEnd, guarded } from './entries.ts';
import { lineEnd, lineEnding, lineStart, nextLine, saysNothing } from './lines.ts';
import { type Refusal, refuse } from './refusal.ts';
import { scalarText } from './scalar.ts';

/**
 * Writes one key of a record: replaces its value, fills the key where nothing stands behind its colon, or adds it in
 * the record's own style, column and line ending. Nothing else changes.
 * @param text the whole document that `source` was read from
 * @param name the property name of the schema; the key is written as the format spells it, or as it stands already
 * @param value YAML text on one line, as `scalarText` gives it
 * @param options `after`: the property after whose key a new one is put; at the record's end where it is absent
 */
export function setField(
  text: string,
  source: Source,
  name: string,
  value: string,
  options: { readonly after?: string | undefined } = {},
): TextEdit | Refusal {
  if (source.aliased) return refuse('edit/aliased', { key: keyOf(name) });
  if (source.style === 'shorthand') return expand(text, source, name, value);
  const entries = entriesOf(text, source);
  const entry = entries.find((one) => one.name === name);
  const unclear = refuse('edit/unclear', { key: entry?.text ?? keyOf(name) });
  if (entry) {
    const edit = entry.value ? replaced(text, entry, value) : filled(text, source, entry, value);
    return edit ? guarded(text, source, entry, edit) : unclear;
  }
  const before = entries.find((one) => one.name === options.after && options.after !== undefined);
  const added = `${keyOf(name)}: ${value}`;
  const edit =
    source.style === 'flow'
      ? addedInFlow(text, source, before ?? entries.at(-1), added)
      : addedInBlock(text, entries, before ?? entries.at(-1), added);
  return edit ? guarded(text, source, undefined, edit) : unclear;
}

/**
 * Takes one key of a record away, with its value and the comment on its last line. The last key of a record stays:
 * a record of nothing reads as something else.
 */
export function removeField(text: string, source: Source, name: string): TextEdit | Refusal {
  const key = keyOf(name);
  if (source.aliased) return refuse('edit/aliased', { key });
  const entries = entriesOf(text, source);
  const index = entries.findIndex((one) => one.name === name);
  const entry = entries[index];
  if (!entry) return refuse('edit/no-such-key', { key });
  if (entries.length === 1) return refuse('edit/only-key', { key: entry.text });
  const edit =
    source.style === 'flow' ? removedFromFlow(text, entries, index) : removedFromBlock(text, entries, index);
  return edit ? guarded(text, source, entry, edit) : refuse('edit/unclear', { key: entry.text });
}

function replaced(text: string, { to, value }: Entry, written: string): TextEdit | undefined {
  const { from, to: valueTo } = value!;
  const end = from + text.slice(from, valueTo).trimEnd().length;
  const between = text.slice(to, from);
  if (!between.includes('\n')) return { range: range(from, end), newText: written };
  // The value stands on lines of its own; one on the key's line takes their place, before the comment there.
  const colon = /^[ \t]*:/.exec(between)?.[0].length;
  if (colon === undefined || !saysNothing(between.slice(colon))) return undefined;
  // A mapping whose last key has no value ends with that key, before its colon.
  const rest = /^:(?=\s|$)/.test(text.slice(end)) ? 1 : 0;
  return { range: range(to + colon, end + rest), newText: ` ${written}${between.slice(colon).trimEnd()}` };
}

function filled(text: string, source: Source, entry: Entry, written: string): TextEdit | undefined {
  const rest = text.slice(entry.to, source.style === 'flow' ? flowEnd(text, entry) : entry.next);
  const [, colon, nothing] = /^([ \t]*:)?(?:[ \t]+(~|null|Null|NULL)(?![^\s,\]}]))?/.exec(rest)!;
  if (colon === undefined) {
    // A flow key may stand alone; elsewhere a key without a colon is something else.
    const alone = source.style === 'flow' && /^[,}]/.test(text.slice(entry.to + rest.length));
    if (!alone || !saysNothing(rest)) return undefined;
    return { range: range(entry.to), newText: `: ${written}` };
  }
  const at = entry.to + colon.length;
  if (nothing !== undefined) {
    const from = text.indexOf(nothing, at);
    const after = text.slice(from + nothing.length, entry.to + rest.length);
    return saysNothing(after) ? { range: range(from, from + nothing.length), newText: written } : undefined;
  }
  return saysNothing(rest.slice(colon.length)) ? { range: range(at), newText: ` ${written}` } : undefined;
}

function addedInFlow(
  text: string,
  source: Source,
  before: Entry | undefined,
  added: string,
): TextEdit | undefined {
  if (!before) {
    const open = source.place.start + source.from;
    if (text[open] !== '{') return undefined;
    return { range: range(open + 1), newText: ` ${added}${text[open + 1] === '}' ? ' ' : ''}` };
  }
  const at = before.value ? before.value.to : endOfEmptyFlow(text, before);
  return at === undefined || !/^(?:\s|#.*)*[,}]/.test(text.slice(at, before.next + 1))
    ? undefined
    : { range: range(at), newText: `, ${added}` };
}

function addedInBlock(
  text: string,
  entries: readonly Entry[],
  before: Entry | undefined,
  added: string,
): TextEdit | undefined {
  const indent = indentOf(text, entries);
  if (!before || indent === undefined) return undefined;
  const at = endOfBlock(text, before);
  if (at === undefined) return undefined;
  const ending = lineEnding(text, at);
  const onNewLine = at === lineStart(text, at);
  return {
    range: range(at),
    newText: onNewLine ? `${indent}${added}${ending}` : `${ending}${indent}${added}`,
  };
}

/** The column of a block record's keys, as the blanks before them. */
function indentOf(text: string, entries: readonly Entry[]): string | undefined {
  for (const { from } of entries) {
    const lead = text.slice(lineStart(text, from), from);
    if (/^[ \t]*$/.test(lead)) return lead;
    // On the item's own line the keys' column is that of the first thing behind its dash.
    const dashes = /^ *- +/.exec(lead)?.[0];
    if (dashes !== undefined) return ' '.repeat(dashes.length);
  }
  return undefined;
}

function removedFromBlock(text: string, entries: readonly Entry[], index: number): TextEdit | undefined {
  const entry = entries[index]!;
  const end = endOfBlock(text, entry);
  if (end === undefined) return undefined;
  const start = lineStart(text, entry.from);
  let to = end === lineStart(text, end) ? end : nextLine(text, end);
  // Blank lines would become part of a block scalar before them that keeps such lines.
  const before = entries[index - 1];
  if (before && /[|>]\d?\+/.test(text.slice(before.to, entry.from)))
    to += /^(?:[ \t]*\r?\n)*/.exec(text.slice(to))![0].length;
  if (/^[ \t]*$/.test(text.slice(start, entry.from))) {
    // Without a final line ending, the one before the line goes.
    if (to < text.length || text.endsWith('\n')) return { range: range(start, to), newText: '' };
    return { range: range(lineEnd(text, lineStart(text, start - 1)), to), newText: '' };
  }
  // It stands on the item's own line: the next key moves up behind the dash.
  const next = entries[index + 1];
  return next && /^[ \t]*$/.test(text.slice(to, next.from))
    ? { range: range(entry.from, next.from), newText: '' }
    : undefined;
}

function removedFromFlow(text: string, entries: readonly Entry[], index: number): TextEdit | undefined {
  const entry = entries[index]!;
  const end = entry.value ? entry.value.to : endOfEmptyFlow(text, entry);
  if (end === undefined) return undefined;
  const previous = entries[index - 1];
  const from = previous && (previous.value ? previous.value.to : endOfEmptyFlow(text, previous));
  if (from !== undefined && /^\s*,\s*$/.test(text.slice(from, entry.from)))
    return { range: range(from, end), newText: '' };
  // The first, or one behind a comment, goes with the comma after it, though not with the blank that a comment needs.
  const comma = /^\s*(?:,[ \t]*(?!#))?/.exec(text.slice(end, entry.next))![0].length;
  return { range: range(entry.from, end + comma), newText: '' };
}

/** `90 days` becomes `{ last-day: 90 days, given: DAY }`. */
function expand(text: string, source: Source, name: string, value: string): TextEdit | Refusal {
  const type = shorthandTypes.find(({ fields }) => name in fields);
  const [from, to] = [source.place.start + source.from, source.place.start + source.to];
  const written = text.slice(from, to);
  const unclear = refuse('edit/unclear', { key: keyOf(name) });
  if (!type?.shorthand || /[\r\n]/.test(written)) return unclear;
  const edit =
    type.shorthand === name
      ? { range: range(from, to), newText: value }
      : {
          range: range(from, to),
          newText: `{ ${keyOf(type.shorthand)}: ${inFlow(written)}, ${keyOf(name)}: ${value} }`,
        };
  const anchor = sharedAnchor(text, source, lineStart(text, from), to);
  return anchor === undefined ? edit : refuse('edit/anchored', { anchor });
}

/** A single value as it can stand within brackets. */
export function inFlow(written: string): string {
  return /^["']/.test(written) || !/[,[\]{}]/.test(written) ? written : scalarText(written, 'flow');
}

/** The records that a single value may stand for. No two of them share a property, so that a name tells which. */
const shorthandTypes: readonly RecordType[] = shorthandsIn(agreementType);

function shorthandsIn(type: Type): RecordType[] {
  if (type.kind === 'scalar') return [];
  if (type.kind !== 'record') return shorthandsIn(type.of);
  const inside = Object.values(type.fields).flatMap((field) => shorthandsIn(field.type));
  return type.shorthand === undefined ? inside : [type, ...inside];
}
