import { Place } from '../../text/value.ts';
import { type ParsedBlock, parseBlock } from './parse.ts';
import { splitBlocks } from './split.ts';
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
  const known = new Map<string, Block[]>();
  for (let i = previous.length - 1; i >= 0; i--) {
    const block = previous[i]!;
    const same = known.get(block.text);
    if (same) same.push(block);
    else known.set(block.text, [block]);
  }
  const anchors = new Map<string, Anchored>();
  return splitBlocks(yaml).map((lines) => {
    const old = known.get(lines.text)?.pop();
    const parsed = old?.parsed ?? parseBlock(lines.text);
    let links = linksOf(parsed, anchors);
    const kept = old && old.kind === lines.kind && sameLinks(old.links, links);
    if (kept) links = old.links;
    for (const [name, node] of parsed.anchors) anchors.set(name, { node, links });
    if (kept) {
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
