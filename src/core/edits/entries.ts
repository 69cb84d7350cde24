import type { Source } from '../schema/type.ts';
import type { TextEdit } from '../text/edit.ts';
import { sharedAnchor } from './anchors.ts';
import { lineEnd, lineStart, saysNothing } from './lines.ts';
import { type Refusal, refuse } from './refusal.ts';

/** One key of a record; offsets in the document. */
export interface Entry {
  readonly name: string | undefined;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly value?: { readonly from: number; readonly to: number };
  /** Where the next key begins, or the record ends. */
  readonly next: number;
}

/** The keys of a record in the order of the file. */
export function entriesOf(text: string, { keys, place, to }: Source): readonly Entry[] {
  const last = Math.min(place.start + to, text.length);
  const end = last === lineStart(text, last) ? last : lineEnd(text, last);
  return keys.map(({ name, key, value }, i) => ({
    name,
    text: key.text,
    from: place.start + key.from,
    to: place.start + key.to,
    ...(value && { value: { from: place.start + value.from, to: place.start + value.to } }),
    next: i + 1 < keys.length ? place.start + keys[i + 1]!.key.from : end,
  }));
}

/**
 * An edit that would change what an alias repeats elsewhere is refused. So is one of a record with a carriage return by
 * itself: it ends a line for an editor and none for YAML, and the two see other columns.
 */
export function guarded(
  text: string,
  source: Source,
  entry: Entry | undefined,
  edit: TextEdit,
): TextEdit | Refusal {
  const { place, from: begin, to: end } = source;
  if (/\r(?!\n)/.test(text.slice(place.start + begin, place.start + end))) return refuse('edit/lone-return');
  const from = entry?.to ?? edit.range.start;
  const anchor = sharedAnchor(text, source, from, Math.max(from, entry?.value?.to ?? from));
  return anchor === undefined ? edit : refuse('edit/anchored', { anchor });
}

/** The end of a flow entry without a value: the comma or bracket behind it. */
export function flowEnd(text: string, { to, next }: Entry): number {
  const rest = text.slice(to, next);
  const end = /[,}]/.exec(rest.replace(/[ \t]#[^\n]*/g, (comment) => ' '.repeat(comment.length)))?.index;
  return to + (end ?? rest.length);
}

/** Where the key of a flow mapping ends that has no value, its colon or null included; undefined where it is unclear. */
export function endOfEmptyFlow(text: string, entry: Entry): number | undefined {
  const rest = text.slice(entry.to, flowEnd(text, entry));
  const written = /^(?:[ \t]*:(?:[ \t]+(?:~|null|Null|NULL)(?!\S))?)?/.exec(rest)![0];
  return saysNothing(rest.slice(written.length)) ? entry.to + written.length : undefined;
}

/** Where a block entry ends: the end of its last line or, behind whole lines, the start of the next. */
export function endOfBlock(text: string, { to, value, next }: Entry): number | undefined {
  if (!value) {
    const rest = text.slice(to, next).replace(/^[ \t]*:(?:[ \t]+(?:~|null|Null|NULL)(?!\S))?/, '');
    if (saysNothing(rest)) return lineEnd(text, to);
    // Its items are blocks of their own, up to the next key.
    return next === lineStart(text, next) ? next : undefined;
  }
  const at = value.to;
  if (at === lineStart(text, at)) return at;
  const isBlockScalar = /^[|>]/.test(text.slice(value.from, at));
  const end = lineEnd(text, at);
  // A mapping whose last key has no value ends with that key, before its colon.
  return isBlockScalar || !/^:?[ \t]*(?:#.*)?$/.test(text.slice(at, end)) ? undefined : end;
}
