import type { Day } from '../../calendar/day.ts';
import type { Place, Value } from '../../text/value.ts';
import type { SectionKey } from './section-names.ts';

/** Something in the body that cannot be read as it stands. The rest of the item is read all the same. */
export type BodyProblem = (
  | {
      /** A date that is no day. */
      readonly code: 'invalid-value';
      /** What it was meant for. */
      readonly of: MarkerKind | 'date';
    }
  | {
      /** A second marker of a kind; the first counts. */
      readonly code: 'repeated-marker';
      readonly of: MarkerKind;
    }
) & {
  /** The offending text as it stands in the file. */
  readonly text: Value<string>;
};

/** The markers of an action item of which one counts (FORMAT 5). */
export type MarkerKind = 'due' | 'done' | 'cancelled' | 'priority';

/** How much an item matters, as written after `#`. */
export type Priority = 'low' | 'medium' | 'high' | 'critical';

/** A GFM task item. Whether it is a commitment says `isCommitment`; the box alone decides whether it is done. */
export interface ActionItem {
  readonly place: Place;
  /**
   * A name that survives edits elsewhere: `a` and a hash of the title, with `-2`, `-3` … for further items of the
   * same title in the file. Ticking, moving and postponing keep it, rewording does not.
   */
  readonly id: string;
  /** `x` when ticked (`[x]` or `[X]`); its range is the one character between the brackets. */
  readonly box: Value<' ' | 'x'>;
  /** The first paragraph after the box, lines joined by `\n` without their indent and quote marks. */
  readonly text: Value<string>;
  /** The text on one line, less Markdown and markers; mentions and tags stay where they stand within it. */
  readonly title: string;
  /** The handles mentioned, without `@`, in order and each once: the first is accountable, the others support. */
  readonly owners: readonly Value<string>[];
  readonly due?: Value<Day>;
  readonly done?: Value<Day>;
  readonly cancelled?: Value<Day>;
  readonly priority?: Value<Priority>;
  /** Other `#word` tags, without `#`. */
  readonly tags: readonly Value<string>[];
  /** Words that can be an item's id (they hold a digit); whether they are one, the agreement knows. */
  readonly ids: readonly Value<string>[];
  /** Whether a due marker stands in it, readable or not. */
  readonly dueMarker: boolean;
  /** The known section that it stands in, if that section is ours. */
  readonly section?: SectionKey;
  /** The dated entry that it stands in. */
  readonly entry?: Entry;
  /** Whether a heading `Action items` stands above it. */
  readonly listed: boolean;
  readonly problems: readonly BodyProblem[];
  /** What was made of it, kept with it for as long as it stands and is called the same. */
  memo?: object | undefined;
}

/** A GFM table. Rows may be shorter than the header. */
export interface Table {
  readonly place: Place;
  /** From the first line to the end of the last, without its line ending. */
  readonly text: Value<string>;
  readonly header: readonly Value<string>[];
  readonly rows: readonly TableRow[];
  /** The index of the column with this header text (any case), or -1. */
  column(name: string): number;
}

/** A row of a table's body. */
export interface TableRow {
  /** Its line, without indent and line ending. */
  readonly text: Value<string>;
  /** Cells as people read them: `\|` is `|`, `<br>` a line break. A range is that of the trimmed source. */
  readonly cells: readonly Value<string>[];
  /** The cell under this header text (any case), if the row has it. */
  cell(name: string): Value<string> | undefined;
}

/** A subsection: under its own heading, or after a bold lead (`**Completed**: …`). */
export interface Part {
  readonly key: string;
  /** Its name as written. */
  readonly name: Value<string>;
  /** What stands under it: the source text, up to the next part or heading. */
  readonly content: Value<string>;
  /** The first table with the part's first column, else, for a part without known columns, none. */
  readonly table: Table | undefined;
}

/** What stands under one dated heading of a known section. Its identity is (section, date, ordinal). */
export interface Entry {
  readonly section: SectionKey;
  readonly date: Value<Day>;
  /** Which entry of this date it is in the sections of this name, from 1, in the order of the file. */
  readonly ordinal: number;
  /** The heading's text less the date and what separates it: `price and volumes`. */
  readonly topic: Value<string>;
  /** Number of `#` of its heading (or 1, 2 for underlined ones). */
  readonly level: number;
  /** Heading and content: to the next heading of the same or a higher level. */
  readonly text: Value<string>;
  /** What stands under the heading. */
  readonly content: Value<string>;
  readonly parts: readonly Part[];
  /** The first table with the section's first column, where the section has columns. */
  readonly table: Table | undefined;
}

/** `<!-- parley-disable-next-line CHECK -->`: the named checks are silent on the line after the comment. */
export interface Suppression {
  readonly checks: readonly Value<string>[];
  /** The line that it silences, without its ending; empty at the end of the file. */
  readonly line: Value<string>;
}
