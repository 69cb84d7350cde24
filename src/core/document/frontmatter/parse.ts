import { isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument, type YAMLParseError } from 'yaml';
import { type Mend, mendAt, mergeMarkers } from './mend.ts';
import { readSimple } from './simple.ts';
import type { Entry, Node, ScalarNode } from './tree.ts';

/** What one block's text says. It depends on that text alone, so that equal texts share one. */
export interface ParsedBlock {
  readonly root?: Node;
  readonly errors: readonly SyntaxProblem[];
  /** Anchors that the block sets, by name; the last of a name counts for the blocks after it. */
  readonly anchors: ReadonlyMap<string, Node>;
  /** Aliases of anchors that stand in other blocks. */
  readonly aliases: readonly string[];
}

/** A place where a block is no YAML: what is wrong there (messages.ts has the sentences), and what would be right. */
export interface SyntaxProblem {
  readonly reason: string;
  readonly from: number;
  readonly to: number;
  readonly suggestion?: string;
  /** The parser's own words, where we have none. */
  readonly detail?: string;
}

/**
 * The parser takes about 0.7 µs a character and all of a block at once; no entry that a person wrote is this
 * large, and one that is must not stop the others from being read.
 */
const MAX_BLOCK = 256 * 1024;
/** Mending parses again, so a block gets a few chances and then is read as far as it goes. */
const MAX_MENDS = 8;
const MAX_MENDED_BLOCK = 16 * 1024;
/** Nobody nests brackets this deep; the format needs three levels. */
const MAX_DEPTH = 100;
const DEEP_LIST = new RegExp(`(?:- +){${MAX_DEPTH}}`);
const NO_ANCHORS: ReadonlyMap<string, Node> = new Map();

let parses = 0;

/** How many blocks were read in this process: what an edit costs, for tests and benchmarks. */
export function parseCount(): number {
  return parses;
}

/**
 * Reads one block. Never throws: errors are part of the result. A block with a mistake that people commonly make is
 * read as if it had been mended, with the mistake as an error.
 */
export function parseBlock(text: string): ParsedBlock {
  parses++;
  if (text.length > MAX_BLOCK) return unread('too-large', text);
  const simple = readSimple(text);
  if (simple) return { root: simple, errors: [], anchors: NO_ANCHORS, aliases: [] };
  return isTooDeep(text) ? unread('too-deep', text) : parseWithYaml(text);
}

/** Reads one block with `yaml` (YAML 1.2, core schema), mending common mistakes. */
export function parseWithYaml(text: string): ParsedBlock {
  const errors: SyntaxProblem[] = [];
  let mended = new MendedText(text);
  for (const mend of mergeMarkers(text)) {
    mended = mended.with(mend);
    errors.push(problemOf(mend, mended));
  }
  let document = parse(mended.text);
  while (document.errors.length > 0) {
    const [error] = document.errors;
    const mend =
      errors.length < MAX_MENDS && text.length < MAX_MENDED_BLOCK
        ? mendAt(mended.text, error!.pos[0], error!.code)
        : undefined;
    const better = mend && mended.with(mend);
    const reparsed = better && parse(better.text);
    if (!mend || !reparsed || reparsed.errors.length >= document.errors.length) {
      errors.push(parserProblem(error!, mended, text));
      break;
    }
    errors.push(problemOf(mend, mended));
    mended = better;
    document = reparsed;
  }
  const anchors = new Map<string, Node>();
  const aliases = new Set<string>();
  const root = document.contents ? convert(document.contents, mended, anchors, aliases) : undefined;
  return { ...(root && { root }), errors, anchors, aliases: [...aliases] };
}

function unread(reason: string, text: string): ParsedBlock {
  const errors = [{ reason, from: 0, to: text.search(/[\r\n]|$/) }];
  return { errors, anchors: NO_ANCHORS, aliases: [] };
}

/** The parser gives up on deep nesting by itself, but slowly; brackets in quotes count too, and do no harm. */
function isTooDeep(text: string): boolean {
  if (DEEP_LIST.test(text)) return true;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at) | 32;
    if (code === 123 /* [ { */) depth++;
    else if (code === 125 /* ] } */) depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

function parse(text: string) {
  // Duplicate keys are ours to find: the parser's own search is quadratic.
  return parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
}

function problemOf({ reason, from, to, suggestion }: Mend, mended: MendedText): SyntaxProblem {
  const problem = { reason, from: mended.source(from), to: mended.source(to) };
  return suggestion === undefined ? problem : { ...problem, suggestion };
}

function parserProblem(error: YAMLParseError, mended: MendedText, text: string): SyntaxProblem {
  const from = Math.min(mended.source(error.pos[0]), Math.max(0, text.trimEnd().length - 1));
  const lineEnd = from + text.slice(from).search(/[\r\n]|$/);
  const to = Math.max(Math.min(mended.source(error.pos[1]), lineEnd), Math.min(from + 1, text.length));
  return { reason: 'yaml', from, to, detail: error.message };
}

/** A block with mends in it, that still knows where each character stands in the block as written. */
class MendedText {
  constructor(
    readonly text: string,
    private readonly mends: readonly Mend['replacement'][] = [],
  ) {}

  with({ replacement }: Mend): MendedText {
    const text = this.text.slice(0, replacement.from) + replacement.text + this.text.slice(replacement.to);
    return new MendedText(text, [...this.mends, replacement]);
  }

  /** The offset in the block as written; one inside a replacement is held to the replaced stretch. */
  source(offset: number): number {
    let at = offset;
    for (let i = this.mends.length - 1; i >= 0; i--) {
      const { from, to, text } = this.mends[i]!;
      if (at >= from + text.length) at += to - from - text.length;
      else if (at > from && text.length !== to - from) at = Math.min(at, to);
    }
    return at;
  }
}

function convert(
  node: ParsedNode,
  mended: MendedText,
  anchors: Map<string, Node>,
  aliases: Set<string>,
): Node {
  const from = mended.source(node.range[0]);
  const to = mended.source(node.range[1]);
  if (isAlias(node)) {
    const target = anchors.get(node.source);
    if (!target) aliases.add(node.source);
    return { kind: 'alias', name: node.source, from, to, ...(target && { target }) };
  }
  const anchor = node.anchor === undefined ? undefined : { anchor: node.anchor };
  let result: Node;
  if (isMap(node)) {
    const entries: Entry[] = [];
    for (const { key, value } of node.items as { key: ParsedNode | null; value: ParsedNode | null }[]) {
      if (!key) continue;
      const entryKey = convert(key, mended, anchors, aliases);
      entries.push(
        value ? { key: entryKey, value: convert(value, mended, anchors, aliases) } : { key: entryKey },
      );
    }
    const last = entries.at(-1);
    const end = node.flow || !last ? to : (last.value ?? last.key).to;
    result = { kind: 'map', flow: node.flow === true, entries, from, to: end, ...anchor };
  } else if (isSeq(node)) {
    const items = (node.items as (ParsedNode | null)[]).map((item) =>
      item ? convert(item, mended, anchors, aliases) : undefined,
    );
    const end = node.flow ? to : (items.at(-1)?.to ?? to);
    result = { kind: 'list', flow: node.flow === true, items, from, to: end, ...anchor };
  } else {
    const scalar = isScalar(node) ? node : undefined;
    result = {
      kind: 'scalar',
      text: scalar?.source ?? '',
      style: styleOf(scalar?.type),
      from,
      to,
      ...anchor,
    };
  }
  if (node.anchor) anchors.set(node.anchor, result);
  return result;
}

function styleOf(type: string | undefined): ScalarNode['style'] {
  if (type === 'QUOTE_DOUBLE') return 'double';
  if (type === 'QUOTE_SINGLE') return 'single';
  return type === undefined || type === 'PLAIN' ? 'plain' : 'block';
}
