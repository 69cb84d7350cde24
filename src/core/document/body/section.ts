import { type Place, Value } from '../../text/value.ts';
import { ReadItem } from './action-item.ts';
import { scanBlocks } from './block-scanner.ts';
import type { HeadingBlock, ParagraphLine } from './blocks.ts';
import { headingTitle, sameName } from './heading.ts';
import { readLinks } from './links.ts';
import { firstColumn, Outline, type ReadEntry, type SectionBlocks } from './outline.ts';
import { withoutComments } from './own-text.ts';
import type { SectionKey, SectionNames } from './section-names.ts';
import { readSuppressions } from './suppressions.ts';
import type { BodyProblem, Part, Suppression, Table } from './types.ts';

const MAY_HOLD_TASK = /\[[ \txX]\]/;

/**
 * A stretch of the body from one top-level heading of level 1 or 2 to the next. Sections lie side by side and make
 * up the whole body; the text before the first heading is a section without one. (A known section of level 1 also
 * keeps the level 2 headings that open no known section: its entries stand under them.)
 * Everything in it is read from its text alone, when it is first asked for, so a section whose text stays keeps all
 * that was read and only moves.
 */
export class Section {
  /** 1 or 2; 0 for the text before the first heading. */
  readonly level: number;
  /** The heading's text as written; undefined for the text before the first heading. */
  readonly heading: Value<string> | undefined;
  /** The heading as it reads, less numbering, emphasis and a trailing colon. */
  readonly title: string;
  /** Which known section its heading names. Whether it really is one says `ours`. */
  readonly key: SectionKey | undefined;
  readonly #contentStart: number;
  #blocks: SectionBlocks | undefined;
  #outline: Outline | undefined;
  #ours: boolean | undefined;
  #table: { table: Table | undefined } | undefined;
  #items: readonly ReadItem[] | undefined;
  #suppressions: readonly Suppression[] | undefined;
  #links: readonly Value<string>[] | undefined;

  /** @param heading the heading that opens it, by offsets in `text` */
  constructor(
    readonly place: Place,
    readonly text: string,
    heading: HeadingBlock | undefined,
    readonly names: SectionNames,
  ) {
    this.level = heading?.level ?? 0;
    this.#contentStart = heading?.end ?? 0;
    const source = heading && text.slice(heading.textStart, heading.textEnd);
    this.heading =
      heading && source !== undefined
        ? new Value(source, place, heading.textStart, heading.textEnd)
        : undefined;
    this.title = headingTitle(source ?? '');
    this.key = sectionKey(this.title, names);
  }

  /** The whole section, its heading included, as a value. */
  get whole(): Value<string> {
    return new Value(this.text, this.place, 0, this.text.length);
  }

  /** What stands under its heading. */
  get content(): Value<string> {
    const start = this.#contentStart;
    return new Value(this.text.slice(start), this.place, start, this.text.length);
  }

  /**
   * Whether it is a known section by its content too: it holds a dated heading, the table or the parts that belong
   * there, or nothing yet. A clause titled "Changes" is prose.
   */
  get ours(): boolean {
    this.#ours ??= this.#isOurs();
    return this.#ours;
  }

  #isOurs(): boolean {
    const outline = this.#readOutline();
    if (!outline) return false;
    if (this.key === 'action-items') return true;
    if (withoutComments(this.content.value).trim() === '') return true;
    if (outline.shape.dated) return outline.dated;
    return outline.hasTable(firstColumn(outline.shape.columns)) || outline.parts.length > 0;
  }

  /** Its dated entries in the order of the file; none unless it is ours. */
  get entries(): readonly ReadEntry[] {
    return this.#readOutline()?.entries ?? [];
  }

  /** Its parts that stand in no entry. */
  get parts(): readonly Part[] {
    return this.#readOutline()?.parts ?? [];
  }

  /** The first table with the section's first column, for a section that is one table. */
  get table(): Table | undefined {
    const outline = this.#readOutline();
    if (!outline || outline.shape.dated) return undefined;
    const column = firstColumn(outline.shape.columns);
    this.#table ??= { table: outline.tableWithin(0, this.text.length, column) };
    return this.#table.table;
  }

  /** Dated headings whose day does not exist. The items' own problems are with the items. */
  get problems(): readonly BodyProblem[] {
    return this.#readOutline()?.problems ?? [];
  }

  /** All its task items, in order, the author's own ones too. */
  get items(): readonly ReadItem[] {
    this.#items ??= MAY_HOLD_TASK.test(this.text) ? this.#readItems() : [];
    return this.#items;
  }

  get suppressions(): readonly Suppression[] {
    this.#suppressions ??= readSuppressions(this.place, this.text);
    return this.#suppressions;
  }

  /** Where its links and images lead, as written. */
  get links(): readonly Value<string>[] {
    this.#links ??= readLinks(this.place, this.text);
    return this.#links;
  }

  #readItems(): ReadItem[] {
    const { headings, tasks } = this.#scan();
    if (tasks.length === 0) return [];
    const section = this.key !== undefined && this.ours ? this.key : undefined;
    const above: { level: number; list: boolean }[] = [];
    let nextHeading = 0;
    let nextEntry = 0;
    return tasks.map(({ box, lines }) => {
      while (nextHeading < headings.length && headings[nextHeading]!.start < box) {
        const heading = headings[nextHeading++]!;
        while (above.length > 0 && above[above.length - 1]!.level >= heading.level) above.pop();
        above.push({ level: heading.level, list: this.#isItemList(heading) });
      }
      while (nextEntry < this.entries.length && this.entries[nextEntry]!.text.to <= box) nextEntry++;
      const next = this.entries[nextEntry];
      const entry = section && next && next.text.from <= box ? next : undefined;
      const listed = above.some(({ list }) => list);
      return new ReadItem(this.place, this.text, box, lines, { section, entry, listed });
    });
  }

  #isItemList({ textStart, textEnd }: HeadingBlock): boolean {
    const title = headingTitle(this.text.slice(textStart, textEnd));
    return this.names['action-items'].names.some((name) => sameName(name, title));
  }

  #readOutline(): Outline | undefined {
    if (!this.key) return undefined;
    this.#outline ??= new Outline(this.place, this.text, this.key, this.names[this.key], this.#scan());
    return this.#outline;
  }

  #scan(): SectionBlocks {
    if (this.#blocks) return this.#blocks;
    const headings: HeadingBlock[] = [];
    const tables: [number, number][] = [];
    const tasks: { box: number; lines: readonly ParagraphLine[] }[] = [];
    const leads: ParagraphLine[] = [];
    scanBlocks(this.text, 0, {
      heading: (heading) => {
        headings.push(heading);
        return false;
      },
      table: (start, end) => tables.push([start, end]),
      task: (box, lines) => tasks.push({ box, lines }),
      paragraph: (lines) => {
        for (const line of lines) if (isBold(this.text, line[1])) leads.push(line);
      },
    });
    this.#blocks = { headings, tables, tasks, leads };
    return this.#blocks;
  }
}

/** The known section that a heading's title names. */
export function sectionKey(title: string, names: SectionNames): SectionKey | undefined {
  if (title === '') return undefined;
  for (const key of Object.keys(names) as SectionKey[])
    if (names[key].names.some((name) => sameName(name, title))) return key;
  return undefined;
}

function isBold(text: string, at: number): boolean {
  return text.startsWith('**', at) || text.startsWith('__', at);
}
