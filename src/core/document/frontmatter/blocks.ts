import { Place } from '../../text/value.ts';
import { type ParsedBlock, parseBlock } from './parse.ts';
import { type BlockLines, splitBlocks } from './split.ts';
import type { Node } from './tree.ts';

/** One block of a document's frontmatter: its text, where it stands now, and what it says. */
export interface Block {
  readonly text: string;
  readonly kind: 'top' | 'item' | 'whole';
  readonly place: Place;
  readonly parsed: ParsedBlock;
  /** What this block's aliases of anchors in earlier blocks stand for, by name. */
  readonly links: Links;
  /** What was read from it by a schema, kept for as long as the block stands. */
  memo?: object;
}

/** Anchored nodes of other blocks, by the anchor's name. */
export type Links = ReadonlyMap<string, Anchored>;

/** An anchored node with the links of its own block, which the aliases inside it need. */
export interface Anchored {
  readonly node: Node;
  readonly links: Links;
}

const NO_LINKS: Links = new Map();

/**
 * Reads frontmatter block by block. Blocks of `previous` whose text still stands in the document are taken over,
 * moved to where they stand now, as long as their aliases mean the same: an edit parses only what it touched.
 * @param yaml the text between the fences
 * @param start its offset in the document
 * @param document the document's URI
 */
export function readBlocks(
  yaml: string,
  start: number,
  document: string,
  previous: readonly Block[] = [],
): Block[] {
  const cut = splitBlocks(yaml);
  const kept = new KeptBlocks(previous, cut);
  const anchors = new Map<string, Anchored>();
  return cut.map((lines, i) => {
    const old = kept.take(lines.text, i);
    const parsed = old?.parsed ?? parseBlock(lines.text);
    let links = linksOf(parsed, anchors);
    const same = old && old.kind === lines.kind && sameLinks(old.links, links);
    if (same) links = old.links;
    for (const [name, node] of parsed.anchors) anchors.set(name, { node, links });
    if (same) {
      old.place.start = start + lines.start;
      return old;
    }
    return {
      text: lines.text,
      kind: lines.kind,
      place: new Place(document, start + lines.start),
      parsed,
      links,
    };
  });
}

/** The blocks of the previous reading, given out by their text: those before and behind the edit by their order. */
class KeptBlocks {
  readonly #head: number;
  readonly #tail: number;
  readonly #shift: number;
  readonly #pool = new Map<string, Block[]>();

  constructor(
    private readonly previous: readonly Block[],
    now: readonly BlockLines[],
  ) {
    const most = Math.min(previous.length, now.length);
    let head = 0;
    while (head < most && previous[head]!.text === now[head]!.text) head++;
    let tail = 0;
    while (tail < most - head && previous.at(-1 - tail)!.text === now.at(-1 - tail)!.text) tail++;
    this.#head = head;
    this.#tail = now.length - tail;
    this.#shift = previous.length - now.length;
    for (let i = previous.length - tail - 1; i >= head; i--) {
      const block = previous[i]!;
      const same = this.#pool.get(block.text);
      if (same) same.push(block);
      else this.#pool.set(block.text, [block]);
    }
  }

  /** A block with this text for place `i`; undefined where there is none left. */
  take(text: string, i: number): Block | undefined {
    if (i < this.#head) return this.previous[i];
    return i >= this.#tail ? this.previous[i + this.#shift] : this.#pool.get(text)?.pop();
  }
}

function linksOf(parsed: ParsedBlock, anchors: Links): Links {
  if (parsed.aliases.length === 0) return NO_LINKS;
  const links = new Map<string, Anchored>();
  for (const name of parsed.aliases) {
    const target = anchors.get(name);
    if (target) links.set(name, target);
  }
  return links;
}

function sameLinks(a: Links, b: Links): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [name, { node, links }] of a) {
    const other = b.get(name);
    if (other?.node !== node || other.links !== links) return false;
  }
  return true;
}
