import { type Day, parseDay } from '../../calendar/day.ts';
import { type Place, Value } from '../../text/value.ts';
import type { HeadingBlock, ParagraphLine } from './blocks.ts';
import { datedHeading, headingTitle, sameName } from './heading.ts';
import { plain } from './inline.ts';
import type { SectionKey, SectionShape } from './section-names.ts';
import { readTable } from './table.ts';
import { cellsOf } from './table-row.ts';
import type { BodyProblem, Entry, Part, Table } from './types.ts';

/** What a scan found in a section, by offsets in its text. */
export interface SectionBlocks {
  readonly headings: readonly HeadingBlock[];
  readonly tables: readonly (readonly [start: number, end: number])[];
  readonly tasks: readonly { readonly box: number; readonly lines: readonly ParagraphLine[] }[];
  /** Lines of top-level paragraphs that begin with bold text. */
  readonly leads: readonly ParagraphLine[];
}

const LEAD = /^(\*\*|__)([^*_]{1,80})\1(:?)/;

/** A heading or a lead: where it stands, and how far it reaches. */
interface Mark {
  readonly start: number;
  readonly name: Value<string>;
  /** Of a heading 1 to 6, of a lead 7. */
  readonly level: number;
  readonly key: string | undefined;
  readonly contentStart: number;
  readonly heading?: HeadingBlock;
}

const LEAD_LEVEL = 7;

/** Reads what a known section is made of: dated entries, parts and tables. */
export class Outline {
  readonly problems: BodyProblem[] = [];
  /** Whether any heading carries a date, be it a day that does not exist. */
  readonly dated: boolean;
  readonly entries: readonly ReadEntry[];
  /** The parts that stand in no entry. */
  readonly parts: readonly Part[];

  constructor(
    readonly place: Place,
    readonly text: string,
    readonly key: SectionKey,
    readonly shape: SectionShape,
    readonly blocks: SectionBlocks,
  ) {
    const entries: ReadEntry[] = [];
    const outside: Part[] = [];
    const days = new Map<Day, number>();
    const marks = this.#marks();
    const partOf = (mark: Mark, key: string, end: number) =>
      new ReadPart(this, key, mark.name, mark.contentStart, end);
    let open: { parts: Part[]; end: number } = { parts: outside, end: text.length };
    let dated = false;
    for (const { mark, nextHeading, nextMark } of marks) {
      if (mark.start >= open.end) open = { parts: outside, end: text.length };
      const found = open.parts === outside && mark.heading && this.#dateOf(mark.heading);
      if (!found) {
        if (mark.key) open.parts.push(partOf(mark, mark.key, nextMark));
        continue;
      }
      dated = true;
      open = { parts: [], end: nextHeading };
      const day = parseDay(found.date.value);
      if (day === undefined) this.problems.push({ code: 'invalid-value', of: 'date', text: found.date });
      else if (shape.dated) {
        const ordinal = (days.get(day) ?? 0) + 1;
        days.set(day, ordinal);
        const date = new Value(day, place, found.date.from, found.date.to);
        entries.push(new ReadEntry(this, mark.heading!, nextHeading, date, found.topic, open.parts, ordinal));
      }
    }
    this.dated = dated;
    this.entries = entries;
    this.parts = outside;
  }

  #dateOf(heading: HeadingBlock): { date: Value<string>; topic: Value<string> } | undefined {
    const found = datedHeading(this.text.slice(heading.textStart, heading.textEnd));
    if (!found) return undefined;
    const value = ([start, end]: readonly [number, number]) =>
      this.value(heading.textStart + start, heading.textStart + end);
    const topic = value(found.topic);
    return {
      date: value(found.date),
      topic: new Value(plain(topic.value), this.place, topic.from, topic.to),
    };
  }

  value(start: number, end: number): Value<string> {
    return new Value(this.text.slice(start, end), this.place, start, end);
  }

  /** Headings and leads in order, each with where the next heading and the next mark of its level or above begin. */
  #marks(): { mark: Mark; nextHeading: number; nextMark: number }[] {
    const marks = [
      ...this.blocks.headings.map((heading) => this.#headingMark(heading)),
      ...this.blocks.leads.flatMap((lead) => this.#leadMark(lead) ?? []),
    ].sort((a, b) => a.start - b.start);
    const next: number[] = Array(LEAD_LEVEL + 1).fill(this.text.length);
    const found = marks.reverse().map((mark) => {
      const nextHeading = Math.min(...next.slice(1, Math.min(mark.level, LEAD_LEVEL - 1) + 1));
      const nextMark = Math.min(nextHeading, next[LEAD_LEVEL]!);
      next[mark.level] = mark.start;
      return { mark, nextHeading, nextMark };
    });
    return found.reverse();
  }

  #headingMark(heading: HeadingBlock): Mark {
    const { start, end, textStart, textEnd, level } = heading;
    const name = this.value(textStart, textEnd);
    return { start, level, name, key: this.#partKey(headingTitle(name.value)), contentStart: end, heading };
  }

  #leadMark([lineStart, start, end]: ParagraphLine): Mark | undefined {
    const match = LEAD.exec(this.text.slice(start, Math.min(end, start + 100)));
    if (!match) return undefined;
    const bare = match[2]!.replace(/:$/, '');
    // Bold words that end neither with a colon nor with the line begin a sentence.
    const closed = match[3] === ':' || bare !== match[2] || start + match[0].length === end;
    const key = closed ? this.#partKey(bare.trim()) : undefined;
    if (!key) return undefined;
    const name = this.value(start + 2, start + 2 + bare.length);
    return { start: lineStart, level: LEAD_LEVEL, name, key, contentStart: start + match[0].length };
  }

  #partKey(name: string): string | undefined {
    const parts = Object.entries(this.shape.parts ?? {});
    return parts.find(([, shape]) => sameName(shape.name, name))?.[0];
  }

  /** The first table between two offsets whose header names the column. */
  tableWithin(start: number, end: number, column: string | undefined): Table | undefined {
    const found = this.#findTable(start, end, column);
    return found && readTable(this.place, this.text, ...found);
  }

  /** Whether such a table stands anywhere in the section; it is not read for that. */
  hasTable(column: string | undefined): boolean {
    return this.#findTable(0, this.text.length, column) !== undefined;
  }

  #findTable(start: number, end: number, column: string | undefined) {
    const { tables } = this.blocks;
    if (column === undefined) return undefined;
    for (let at = firstFrom(tables, start); at < tables.length && tables[at]![1] <= end; at++)
      if (this.#hasColumn(tables[at]![0], column)) return tables[at];
    return undefined;
  }

  #hasColumn(start: number, column: string): boolean {
    const lineEnd = /[\r\n]|$/.exec(this.text.slice(start))!.index + start;
    return cellsOf(this.text, start, lineEnd).some(([from, to]) =>
      sameName(plain(this.text.slice(from, to)), column),
    );
  }
}

/** The first column's name, by which a table is known. */
export function firstColumn(columns: Readonly<Record<string, string>> | undefined): string | undefined {
  return columns && Object.values(columns)[0];
}

/** An entry as read from its section. */
export class ReadEntry implements Entry {
  readonly section: SectionKey;
  readonly level: number;
  readonly text: Value<string>;
  readonly content: Value<string>;
  #table: { table: Table | undefined } | undefined;

  constructor(
    private readonly outline: Outline,
    heading: HeadingBlock,
    end: number,
    readonly date: Value<Day>,
    readonly topic: Value<string>,
    readonly parts: readonly Part[],
    /** Set again by the body where sections of one name hold entries of one date. */
    public ordinal: number,
  ) {
    this.section = outline.key;
    this.level = heading.level;
    this.text = outline.value(heading.start, end);
    this.content = outline.value(heading.end, end);
  }

  get table(): Table | undefined {
    const column = firstColumn(this.outline.shape.columns);
    this.#table ??= { table: this.outline.tableWithin(this.content.from, this.content.to, column) };
    return this.#table.table;
  }
}

class ReadPart implements Part {
  readonly content: Value<string>;
  #table: { table: Table | undefined } | undefined;

  constructor(
    private readonly outline: Outline,
    readonly key: string,
    readonly name: Value<string>,
    start: number,
    end: number,
  ) {
    this.content = outline.value(start, end);
  }

  get table(): Table | undefined {
    const column = firstColumn(this.outline.shape.parts?.[this.key]?.columns);
    this.#table ??= { table: this.outline.tableWithin(this.content.from, this.content.to, column) };
    return this.#table.table;
  }
}

/** The index of the first table that begins at an offset or after it. */
function firstFrom(tables: SectionBlocks['tables'], start: number): number {
  let low = 0;
  let high = tables.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tables[middle]![0] < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
