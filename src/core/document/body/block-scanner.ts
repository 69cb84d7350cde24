import type { BlockSink, HeadingBlock, ParagraphLine } from './blocks.ts';
import { type Container, continues, isThematicBreak, MAX_DEPTH, openContainer } from './containers.ts';
import { definitionsEnd } from './definitions.ts';
import { closesHtml, type HtmlEnd, openHtml } from './html-block.ts';
import { LineCursor } from './line-cursor.ts';
import { cellsOf, delimiterColumns } from './table-row.ts';

type Leaf =
  | { kind: 'none' }
  | { kind: 'paragraph'; lines: ParagraphLine[]; task: boolean; lastIsHeader: boolean }
  | { kind: 'fence'; marker: string; size: number }
  | { kind: 'indented' }
  | { kind: 'html'; end: HtmlEnd }
  | { kind: 'table'; start: number; end: number };

const NONE: Leaf = { kind: 'none' };
const ATX = /(#{1,6})(?=[ \t\r\n]|$)/y;
const FENCE = /`{3,}|~{3,}/y;
const SETEXT = /(?:=+|-+)[ \t]*(?=[\r\n]|$)/y;
const BOX = /\[[ \txX]\](?=[ \t\r\n])/y;

/**
 * Reads the block structure of Markdown (CommonMark 0.31 with GFM's tables, task items and footnotes) line by
 * line, as micromark reads it, in time linear in the text. Inline Markdown is left unread. It differs from micromark
 * in five places: containers nest at most `MAX_DEPTH` deep; a box whose blank is a line break is none; a box in a
 * paragraph that follows an empty item ticks nothing; a heading begins below the link
 * definitions before it; and `]]]>` closes a CDATA block as CommonMark has it.
 * @param start where to begin; no block may be open there
 */
export function scanBlocks(text: string, start: number, sink: BlockSink): void {
  new BlockScanner(text, start, sink).run();
}

class BlockScanner {
  readonly #text: string;
  readonly #sink: BlockSink;
  readonly #line: LineCursor;
  readonly #open: Container[] = [];
  #leaf: Leaf = NONE;
  #stopped = false;

  constructor(text: string, start: number, sink: BlockSink) {
    this.#text = text;
    this.#sink = sink;
    this.#line = new LineCursor(text, start);
  }

  run(): void {
    while (!this.#stopped && this.#line.nextLine()) this.#readLine();
    if (!this.#stopped) this.#closeLeaf();
  }

  #readLine(): void {
    const line = this.#line;
    let matched = 0;
    while (matched < this.#open.length && continues(this.#open[matched]!, line)) matched++;
    let within = matched === this.#open.length;
    if (within && this.#continueConcrete()) return;
    // Indented code keeps items from beginning as a paragraph does: micromark does so, CommonMark does not.
    // So it does with items nested in one that ends a paragraph: `a` and then `- 2. b` is one item, not two.
    const interrupting = within && (this.#leaf.kind === 'paragraph' || this.#leaf.kind === 'indented');
    while (matched < MAX_DEPTH) {
      const opened = openContainer(line, interrupting);
      if (!opened) break;
      this.#closeTo(matched++);
      this.#markFilled();
      this.#open.push(opened);
      within = true;
    }
    if (within) this.#readLeaf(false);
    else if (this.#leaf.kind === 'paragraph' && !line.blank && !this.#startsLeaf(true)) {
      if (this.#startsLeaf(false)) this.#startLazyTag();
      else this.#addLine();
    } else {
      this.#closeTo(matched);
      this.#readLeaf(true);
    }
  }

  /** A complete tag on a lazy line ends the paragraph but, in micromark, stays in the paragraph's container. */
  #startLazyTag(): void {
    this.#closeLeaf();
    this.#leaf = { kind: 'html', end: 'blank' };
  }

  /** Fences and HTML take every line of their container as it is. */
  #continueConcrete(): boolean {
    const leaf = this.#leaf;
    const line = this.#line;
    if (leaf.kind === 'fence') {
      this.#sink.code?.(line.at, line.end);
      if (this.#closesFence(leaf.marker, leaf.size)) this.#leaf = NONE;
      return true;
    }
    if (leaf.kind !== 'html' || (leaf.end === 'blank' && line.blank)) return false;
    if (closesHtml(leaf.end, this.#text, line.at, line.end)) this.#leaf = NONE;
    return true;
  }

  #closesFence(marker: string, size: number): boolean {
    const line = this.#line;
    if (line.indent > 3) return false;
    let at = line.nonspace;
    while (at < line.end && this.#text[at] === marker) at++;
    if (at - line.nonspace < size) return false;
    while (at < line.end && (this.#text[at] === ' ' || this.#text[at] === '\t')) at++;
    return at === line.end;
  }

  #readLeaf(lazy: boolean): void {
    const line = this.#line;
    const leaf = this.#leaf;
    if (line.blank) {
      if (leaf.kind !== 'indented') this.#closeLeaf();
      return;
    }
    if (leaf.kind === 'paragraph') {
      if (line.indent <= 3 && (this.#underline(leaf.lines) || this.#tableStart(leaf))) return;
    } else if (line.indent > 3) {
      this.#closeLeaf();
      this.#markFilled();
      // In micromark code that begins on a lazy line is one line long.
      this.#leaf = lazy ? NONE : { kind: 'indented' };
      this.#sink.code?.(line.at, line.end);
      return;
    }
    if (this.#startsLeaf(leaf.kind === 'paragraph')) {
      this.#closeLeaf();
      this.#markFilled();
      this.#startLeaf();
    } else if (leaf.kind === 'table') {
      leaf.end = line.end;
      this.#sink.inline?.([[line.lineStart, line.nonspace, line.end]], false);
    } else this.#addLine();
  }

  /** Whether a heading, fence, HTML block or thematic break begins here. */
  #startsLeaf(interrupting: boolean): boolean {
    const line = this.#line;
    if (line.indent > 3) return false;
    switch (line.code) {
      case 35:
        return this.#at(ATX) > 0;
      case 60:
        return openHtml(this.#text, line.nonspace, line.end, interrupting) !== undefined;
      case 96:
        return this.#at(FENCE) > 0 && !this.#text.slice(FENCE.lastIndex, line.end).includes('`');
      case 126:
        return this.#at(FENCE) > 0;
      default:
        return isThematicBreak(line);
    }
  }

  /** Reads the line that `#startsLeaf` recognised. */
  #startLeaf(): void {
    const line = this.#line;
    if (line.code === 35) this.#heading(this.#at(ATX));
    else if (line.code === 60) {
      const html = openHtml(this.#text, line.nonspace, line.end, false);
      this.#leaf = html && !html.closed ? { kind: 'html', end: html.end } : NONE;
    } else if (line.code === 96 || line.code === 126) {
      this.#sink.code?.(line.at, line.end);
      this.#leaf = { kind: 'fence', marker: this.#text.charAt(line.nonspace), size: this.#at(FENCE) };
    }
  }

  #heading(level: number): void {
    const line = this.#line;
    if (this.#open.length > 0 && !this.#sink.inline) return;
    let textStart = line.nonspace + level;
    let textEnd = line.end;
    const space = (at: number) => this.#text[at] === ' ' || this.#text[at] === '\t';
    while (textStart < textEnd && space(textStart)) textStart++;
    while (textEnd > textStart && space(textEnd - 1)) textEnd--;
    let close = textEnd;
    while (close > textStart && this.#text[close - 1] === '#') close--;
    if (close === textStart) textEnd = textStart;
    else if (close < textEnd && space(close - 1)) {
      textEnd = close;
      while (space(textEnd - 1)) textEnd--;
    }
    this.#sink.inline?.([[line.lineStart, textStart, textEnd]], false);
    this.#emitHeading({ level, start: line.lineStart, end: line.next, textStart, textEnd });
  }

  #emitHeading(heading: HeadingBlock): void {
    if (this.#open.length > 0) return;
    if (this.#sink.heading?.(heading)) this.#stopped = true;
  }

  /** A line of `=` or `-` makes what the paragraph holds beyond link definitions a heading. */
  #underline(lines: ParagraphLine[]): boolean {
    const line = this.#line;
    if ((line.code !== 61 && line.code !== 45) || this.#at(SETEXT) === 0) return false;
    const first = lines[this.#definitionLines(lines)];
    if (!first) {
      this.#closeLeaf();
      return false;
    }
    this.#leaf = NONE;
    this.#sink.inline?.(lines, true);
    const level = line.code === 61 ? 1 : 2;
    const textEnd = lines[lines.length - 1]![2];
    this.#emitHeading({ level, start: first[0], end: line.next, textStart: first[1], textEnd });
    return true;
  }

  #definitionLines(lines: readonly ParagraphLine[]): number {
    if (this.#text[lines[0]![1]] !== '[') return 0;
    const texts = lines.map(([, start, end]) => `${this.#text.slice(start, end)}\n`);
    let left = definitionsEnd(texts.join(''));
    let count = 0;
    while (left > 0) left -= texts[count++]!.length;
    return count;
  }

  /** A delimiter row makes the line before it a table's header. */
  #tableStart(leaf: Leaf & { kind: 'paragraph' }): boolean {
    const line = this.#line;
    const columns = leaf.lastIsHeader ? delimiterColumns(this.#text, line.nonspace, line.end) : 0;
    if (columns === 0) return false;
    const [lineStart, start, end] = leaf.lines[leaf.lines.length - 1]!;
    if (cellsOf(this.#text, start, end).length !== columns) return false;
    leaf.lines.pop();
    this.#closeLeaf();
    // A complete tag may not end a paragraph, but once the table has ended it the tag comes first.
    const isTag = leaf.lines.length > 0 && openHtml(this.#text, start, end, false);
    this.#leaf = isTag
      ? { kind: 'html', end: isTag.end }
      : { kind: 'table', start: lineStart, end: line.end };
    if (!isTag) this.#sink.inline?.([[lineStart, start, end]], false);
    return true;
  }

  #addLine(): void {
    const line = this.#line;
    const added: ParagraphLine = [line.lineStart, line.nonspace, line.end];
    if (this.#leaf.kind === 'paragraph') {
      this.#leaf.lines.push(added);
      this.#leaf.lastIsHeader = line.indent < 4;
      return;
    }
    this.#closeLeaf();
    const task = this.#open[this.#open.length - 1]?.takesBox === true && line.indent === 0;
    this.#markFilled();
    this.#leaf = { kind: 'paragraph', lines: [added], task, lastIsHeader: true };
  }

  #markFilled(): void {
    const top = this.#open[this.#open.length - 1];
    if (top) top.takesBox = false;
  }

  #closeTo(depth: number): void {
    this.#closeLeaf();
    this.#open.length = Math.min(this.#open.length, depth);
  }

  #closeLeaf(): void {
    const leaf = this.#leaf;
    this.#leaf = NONE;
    if (leaf.kind === 'table' && this.#open.length === 0) this.#sink.table?.(leaf.start, leaf.end);
    if (leaf.kind !== 'paragraph' || leaf.lines.length === 0) return;
    this.#sink.inline?.(leaf.lines, true);
    if (leaf.task) this.#emitTask(leaf.lines);
    if (this.#open.length === 0) this.#sink.paragraph?.(leaf.lines);
  }

  #emitTask(paragraph: readonly ParagraphLine[]): void {
    if (!this.#sink.task || this.#text[paragraph[0]![1]] !== '[') return;
    const lines = this.#hasBox(paragraph) ? paragraph : paragraph.slice(this.#definitionLines(paragraph));
    if (this.#hasBox(lines)) this.#sink.task(lines[0]![1], lines);
  }

  #hasBox(lines: readonly ParagraphLine[]): boolean {
    const [, box, end] = lines[0] ?? [0, 0, 0];
    BOX.lastIndex = box;
    return BOX.test(this.#text) && (lines.length > 1 || this.#text.slice(box + 3, end).trim() !== '');
  }

  #at(pattern: RegExp): number {
    pattern.lastIndex = this.#line.nonspace;
    return pattern.test(this.#text) ? pattern.lastIndex - this.#line.nonspace : 0;
  }
}
