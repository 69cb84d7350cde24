import { type Day, parseDay } from '../../calendar/day.ts';
import { type Place, Value } from '../../text/value.ts';
import type { HeadingBlock, ParagraphLine } from './block-scanner.ts';
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
    const { headings } = blocks;
    const entries: ReadEntry[] = [];
    let entryEnd = 0;
    let dated = false;
    for (const [index, heading] of headings.entries()) {
      const found = heading.start >= entryEnd ? this.#dateOf(heading) : undefined;
      if (!found) continue;
      dated = true;
      entryEnd = headings.slice(index + 1).find(({ level }) => level <= heading.level)?.start ?? text.length;
      const date = parseDay(found.date.value);
      if (date === undefined) this.problems.push({ code: 'invalid-value', of: 'date', text: found.date });
      else if (shape.dated) {
        const same = entries.filter((entry) => entry.date.value === date).length;
        const value = new Value(date, place, found.date.from, found.date.to);
        entries.push(new ReadEntry(this, heading, entryEnd, value, found.topic, same + 1));
      }
    }
    this.dated = dated;
    this.entries = entries;
    const inEntry = (part: Part) => entries.some(({ text }) => contains(text, part.name));
    this.parts = this.partsWithin(0, text.length).filter((part) => !inEntry(part));
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

  /** The parts whose heading or lead stands between two offsets. */
  partsWithin(start: number, end: number): Part[] {
    const { headings, leads } = this.blocks;
    const marks = [
      ...headings.map((heading) => ({ ...this.#headingMark(heading), level: heading.level })),
      ...leads.map((lead) => ({ ...this.#leadMark(lead), level: 7 })),
    ]
      .filter((mark) => start <= mark.start && mark.start < end && (mark.level < 7 || mark.key))
      .sort((a, b) => a.start - b.start);
    return marks.flatMap(({ key, name, level, contentStart }, index) => {
      if (!key) return [];
      const next = marks.slice(index + 1).find((mark) => mark.level <= level || mark.level === 7);
      return [new ReadPart(this, key, name, contentStart, next?.start ?? end)];
    });
  }

  #headingMark({ start, end, textStart, textEnd }: HeadingBlock) {
    const name = this.value(textStart, textEnd);
    return { start, key: this.#partKey(headingTitle(name.value)), name, contentStart: end };
  }

  #leadMark([lineStart, start, end]: ParagraphLine) {
    const match = LEAD.exec(this.text.slice(start, end));
    const [whole, , bold] = match ?? ['', '', ''];
    const bare = bold!.replace(/:$/, '');
    // Bold words that end neither with a colon nor with the line begin a sentence.
    const closed = whole.endsWith(':') || bold !== bare || start + whole.length === end;
    const name = this.value(start + 2, start + 2 + bare.length);
    return {
      start: lineStart,
      key: closed ? this.#partKey(bare.trim()) : undefined,
      name,
      contentStart: start + whole.length,
    };
  }

  #partKey(name: string): string | undefined {
    const parts = Object.entries(this.shape.parts ?? {});
    return parts.find(([, shape]) => sameName(shape.name, name))?.[0];
  }

  /** The first table between two offsets whose header names the column. */
  tableWithin(start: number, end: number, column: string | undefined): Table | undefined {
    if (column === undefined) return undefined;
    const found = this.blocks.tables.find(
      (table) => start <= table[0] && table[1] <= end && this.#hasColumn(table[0], column),
    );
    return found && readTable(this.place, this.text, ...found);
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
  #parts: readonly Part[] | undefined;
  #table: { table: Table | undefined } | undefined;

  constructor(
    private readonly outline: Outline,
    heading: HeadingBlock,
    end: number,
    readonly date: Value<Day>,
    readonly topic: Value<string>,
    /** Set again by the body where sections of one name hold entries of one date. */
    public ordinal: number,
  ) {
    this.section = outline.key;
    this.level = heading.level;
    this.text = outline.value(heading.start, end);
    this.content = outline.value(heading.end, end);
  }

  get parts(): readonly Part[] {
    this.#parts ??= this.outline.partsWithin(this.content.from, this.content.to);
    return this.#parts;
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

function contains(outer: Value<unknown>, inner: Value<unknown>): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}
