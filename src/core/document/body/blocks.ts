/** A line of a paragraph: where the line begins, and where its text begins and ends (without prefix and ending). */
export type ParagraphLine = readonly [lineStart: number, start: number, end: number];

/** A heading that stands in no list, quote or footnote. Offsets count from the start of the scanned text. */
export interface HeadingBlock {
  readonly level: number;
  /** Where its first line begins. */
  readonly start: number;
  /** Where the line after it begins. */
  readonly end: number;
  readonly textStart: number;
  readonly textEnd: number;
}

/** What a scan tells, in the order of the text. Only what has a listener costs anything. */
export interface BlockSink {
  /** A top-level heading; returning true ends the scan. */
  heading?(heading: HeadingBlock): boolean | undefined;
  /** A task item: the offset of its `[`, and its first paragraph, whose first line begins with the box. */
  task?(box: number, lines: readonly ParagraphLine[]): void;
  /** A top-level table: from its first line's beginning to its last line's end. */
  table?(start: number, end: number): void;
  /** A top-level paragraph. */
  paragraph?(lines: readonly ParagraphLine[]): void;
  /** What inline Markdown stands in, anywhere: a paragraph, which alone may begin with definitions, a heading, a row. */
  inline?(lines: readonly ParagraphLine[], mayDefine: boolean): void;
  /** A line of a code block, anywhere. */
  code?(start: number, end: number): void;
}
