import { type Day, parseDay } from '../../calendar/day.ts';
import { type Place, Value } from '../../text/value.ts';
import type { ParagraphLine } from './blocks.ts';
import { commentsIn, plain, prose, trimEndOf } from './inline.ts';
import type { SectionKey } from './section-names.ts';
import type { ActionItem, BodyProblem, Entry, MarkerKind, Priority } from './types.ts';

/** Where in the body an item stands. */
export interface ItemContext {
  readonly section: SectionKey | undefined;
  readonly entry: Entry | undefined;
  readonly listed: boolean;
}

/** What may stand before a marker. Each use looks ahead first, or every place of the text would look back. */
const BEFORE = '(?<=^|[\\s\\p{Ps}\\p{Pi}"\'][*_~]*)';
const HANDLE = '[\\p{Ll}\\p{Lo}\\p{Lm}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}_-]*';
const MENTION = new RegExp(`(?=@)${BEFORE}@(${HANDLE})(?![\\p{L}\\p{M}\\p{N}_@/-]|\\.\\p{L})`, 'gu');
const TAG = new RegExp(`(?=#)${BEFORE}#([\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_/-]*)`, 'gu');
const ID = /(?<![\p{L}\p{M}\p{N}_.@#/:\\-])\p{L}[\p{L}\p{M}\p{N}_.-]*/gu;
// `due: 5` and `(due 5` need a digit after the space, or the words "due: to" would be a marker.
const DATE = new RegExp(
  [
    `(?=due:|done:|cancelled:)${BEFORE}(due|done|cancelled):([^\\s)\\]]+|[ \\t]+\\p{N}[^\\s)\\]]*)`,
    `\\((due)[ \\t]+(\\p{N}[^\\s)]*)\\)`,
    '(📅|✅|❌)\\uFE0F?[ \\t]*(\\p{N}[^\\s)\\]]*)',
  ].join('|'),
  'giu',
);
const KIND: Readonly<Record<string, 'due' | 'done' | 'cancelled'>> = {
  due: 'due',
  done: 'done',
  cancelled: 'cancelled',
  '📅': 'due',
  '✅': 'done',
  '❌': 'cancelled',
};
const DIGIT = /\p{N}/u;
const PRIORITY = /^(?:low|medium|high|critical)$/;

/**
 * Whether the item is owed, and not the author's own note (FORMAT 5).
 * @param known tells the ids of the agreement
 */
export function isCommitment(item: ActionItem, known: { has(id: string): boolean }): boolean {
  return (
    item.section !== undefined ||
    item.listed ||
    item.owners.length > 0 ||
    item.dueMarker ||
    item.ids.some((id) => known.has(id.value))
  );
}

/** An item as read from its section; its id is known once the whole body is. */
export class ReadItem implements ActionItem {
  #ordinal = 1;
  memo: object | undefined;
  readonly hash: string;
  readonly box: Value<' ' | 'x'>;
  readonly text: Value<string>;
  readonly title: string;
  readonly owners: readonly Value<string>[];
  readonly tags: readonly Value<string>[];
  readonly ids: readonly Value<string>[];
  readonly dueMarker: boolean;
  readonly problems: readonly BodyProblem[];
  declare readonly due?: Value<Day>;
  declare readonly done?: Value<Day>;
  declare readonly cancelled?: Value<Day>;
  declare readonly priority?: Value<Priority>;
  declare readonly section?: SectionKey;
  declare readonly entry?: Entry;
  readonly listed: boolean;

  /**
   * @param source the section's text; @param box the offset of the task's `[` in it; @param lines its paragraph
   */
  constructor(
    readonly place: Place,
    source: string,
    box: number,
    lines: readonly ParagraphLine[],
    context: ItemContext,
  ) {
    const text = new ItemText(place, source, box + 3, lines);
    const read = new MarkerReader(text);
    this.box = new Value(/[xX]/.test(source.charAt(box + 1)) ? 'x' : ' ', place, box + 1, box + 2);
    this.text = text.value(0, text.text.length, text.text);
    this.owners = uniqueByValue(read.mentions);
    this.tags = read.tags;
    this.ids = read.ids;
    this.dueMarker = read.seen.has('due');
    this.problems = read.problems;
    const { due, done, cancelled } = read.dates;
    if (due) this.due = due;
    if (done) this.done = done;
    if (cancelled) this.cancelled = cancelled;
    if (read.priority) this.priority = read.priority;
    this.title = read.title();
    this.hash = hashOf(this.title);
    this.listed = context.listed;
    if (context.section) this.section = context.section;
    if (context.entry) this.entry = context.entry;
  }

  /** Takes over which of the items with this title it is in its file, from 1: the body that holds it knows. */
  set ordinal(ordinal: number) {
    if (this.#ordinal !== ordinal) this.memo = undefined;
    this.#ordinal = ordinal;
  }

  get id(): string {
    return `a${this.hash}${this.#ordinal > 1 ? `-${this.#ordinal}` : ''}`;
  }
}

/** The first paragraph of an item as one text, and the way back from its offsets to the source. */
class ItemText {
  readonly text: string;
  readonly #starts: { text: number; source: number }[] = [];

  constructor(
    readonly place: Place,
    source: string,
    start: number,
    lines: readonly ParagraphLine[],
  ) {
    const parts: string[] = [];
    let length = 0;
    for (const [index, [, lineStart, lineEnd]] of lines.entries()) {
      let from = index === 0 ? start : lineStart;
      let to = lineEnd;
      while (from < to && /[ \t]/.test(source.charAt(from))) from++;
      while (to > from && /[ \t]/.test(source.charAt(to - 1))) to--;
      if (from === to) continue;
      this.#starts.push({ text: length, source: from });
      parts.push(source.slice(from, to));
      length += to - from + 1;
    }
    this.text = parts.join('\n');
  }

  value<T>(start: number, end: number, value: T): Value<T> {
    // The end is looked up from the last character: the next line's start is behind a prefix.
    const to = end > start ? this.#source(end - 1) + 1 : this.#source(start);
    return new Value(value, this.place, this.#source(start), to);
  }

  #source(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle]!.text <= offset) low = middle;
      else high = middle;
    }
    const line = this.#starts[low]!;
    return line.source + offset - line.text;
  }
}

/** Markers and the title are read from so many characters: nobody writes a commitment of more. */
const MAX_READ = 65_536;

/** Reads the markers of an item's text. */
class MarkerReader {
  readonly seen = new Set<MarkerKind>();
  readonly dates: Partial<Record<'due' | 'done' | 'cancelled', Value<Day>>> = {};
  readonly mentions: Value<string>[] = [];
  readonly tags: Value<string>[] = [];
  readonly ids: Value<string>[] = [];
  readonly problems: BodyProblem[] = [];
  priority: Value<Priority> | undefined;
  readonly #text: string;
  readonly #markers: [start: number, end: number][] = [];
  /** Markers that belong to the title where they stand within it: mentions and tags. */
  readonly #words: [start: number, end: number][] = [];

  constructor(private readonly item: ItemText) {
    this.#text = item.text.slice(0, MAX_READ);
    const text = prose(this.#text);
    for (const match of matchesOf(DATE, text)) this.#readDate(match);
    if (text.includes('#')) for (const match of matchesOf(TAG, text)) this.#readTag(match.index, match[1]!);
    if (text.includes('@')) for (const match of matchesOf(MENTION, text)) this.#readMention(match);
    // Only what has a digit is an id.
    if (DIGIT.test(text)) for (const match of matchesOf(ID, text)) this.#readId(match.index, match[0]);
  }

  #readDate(match: RegExpExecArray): void {
    const name = (match[1] ?? match[3] ?? match[5])!;
    const raw = (match[2] ?? match[4] ?? match[6])!;
    const kind = KIND[name.toLowerCase()]!;
    const end = match.index + match[0].length - (match[3] ? 1 : 0);
    const token = trimEndOf(raw.trim(), '.,;:!?');
    const start = end - raw.trimStart().length;
    const value = this.item.value(start, start + token.length, token);
    this.#markers.push([match.index, match[3] ? end + 1 : start + token.length]);
    if (!this.#first(kind, value)) return;
    const day = parseDay(token);
    if (day === undefined) this.problems.push({ code: 'invalid-value', of: kind, text: value });
    else this.dates[kind] = this.item.value(start, start + token.length, day);
  }

  #readMention({ index: start, 0: whole, 1: handle }: RegExpExecArray): void {
    const end = start + whole.length;
    this.#words.push([start, end]);
    this.mentions.push(this.item.value(start + 1, end, handle!));
  }

  #readTag(start: number, tag: string): void {
    const end = start + 1 + tag.length;
    if (!PRIORITY.test(tag)) {
      if (/^\p{N}+$/u.test(tag)) return;
      this.#words.push([start, end]);
      this.tags.push(this.item.value(start + 1, end, tag));
      return;
    }
    this.#markers.push([start, end]);
    const value = this.item.value(start + 1, end, tag as Priority);
    if (this.#first('priority', value)) this.priority = value;
  }

  #readId(start: number, token: string): void {
    const id = trimEndOf(token, '.-');
    if (!DIGIT.test(id)) return;
    this.ids.push(this.item.value(start, start + id.length, id));
  }

  #first(kind: MarkerKind, text: Value<string>): boolean {
    if (this.seen.has(kind)) this.problems.push({ code: 'repeated-marker', of: kind, text });
    return !this.seen.has(kind) && Boolean(this.seen.add(kind));
  }

  title(): string {
    const stretches = [...this.#markers, ...commentsIn(this.#text)];
    const words = plain(trimWords(cut(this.#text, stretches), this.#words));
    return trimEndOf(words, ' ,;:–—').replace(/^[,;:–—-]\s/, '');
  }
}

/** What a global pattern finds. `matchAll` makes another pattern each time, which costs more than looking. */
function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}

/** Blanks the given stretches out; offsets stay true. */
function cut(text: string, stretches: readonly [start: number, end: number][]): string {
  let result = '';
  let at = 0;
  for (const [start, end] of [...stretches].sort((a, b) => a[0] - b[0])) {
    result += text.slice(at, start) + ' '.repeat(end - Math.max(at, start));
    at = end;
  }
  return result + text.slice(at);
}

/** Takes words off both ends of the text, as long as one stands there. */
function trimWords(text: string, words: readonly [start: number, end: number][]): string {
  const sorted = [...words].sort((a, b) => a[0] - b[0]);
  let start = 0;
  let end = text.length;
  for (const [from, to] of sorted) {
    if (text.slice(start, from).trim() !== '') break;
    start = to;
  }
  for (const [from, to] of sorted.reverse()) {
    if (from < start || text.slice(to, end).trim() !== '') break;
    end = from;
  }
  return text.slice(start, end);
}

function uniqueByValue(values: readonly Value<string>[]): Value<string>[] {
  const seen = new Set<string>();
  return values.filter(({ value }) => !seen.has(value) && Boolean(seen.add(value)));
}

/** FNV-1a, 32 bits, in base 36: short enough to be read aloud, and the same on every machine. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
