import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument } from 'yaml';
import { type Block, type Links, readBlocks } from '../../../../src/core/document/frontmatter/blocks.ts';
import { parseBlock, parseCount } from '../../../../src/core/document/frontmatter/parse.ts';
import type { Node } from '../../../../src/core/document/frontmatter/tree.ts';
import { yamlLines } from './yaml-text.ts';

const numRuns = Number(process.env.PARLEY_RUNS ?? 300);
const uri = 'file:///a.md';

/** A value with its range in the whole text; a mapping as its entries, an alias as what it stands for. */
type Plain =
  | { at: [number, number]; text: string }
  | { list: (Plain | null)[] }
  | { map: [Plain, Plain | null][] }
  | { alias: Plain | undefined };

function plainOf(
  node: Node | undefined,
  block: Block,
  links: Links = block.links,
  start = block.place.start,
): Plain | null {
  if (!node) return null;
  const sub = (one: Node | undefined) => plainOf(one, block, links, start);
  if (node.kind === 'scalar') return { at: [node.from + start, node.to + start], text: node.text };
  if (node.kind === 'list') return { list: node.items.map(sub) };
  if (node.kind === 'map') return { map: node.entries.map(({ key, value }) => [sub(key)!, sub(value)]) };
  const target = node.target ?? links.get(node.name)?.node;
  return { alias: target && valueOnly(target) };
}

/** What an alias stands for, without its place, which is in another block. */
function valueOnly(node: Node): Plain {
  if (node.kind === 'scalar') return { at: [0, 0], text: node.text };
  if (node.kind === 'list') return { list: node.items.map((one) => (one ? valueOnly(one) : null)) };
  if (node.kind === 'map')
    return { map: node.entries.map(({ key, value }) => [valueOnly(key), value ? valueOnly(value) : null]) };
  return { alias: undefined };
}

function plainOfYaml(node: ParsedNode | null, anchors: Map<string, ParsedNode>, bare = false): Plain | null {
  if (!node) return null;
  if (isAlias(node)) {
    const target = anchors.get(node.source);
    return { alias: bare || !target ? undefined : plainOfYaml(target, anchors, true)! };
  }
  let result: Plain;
  if (isMap(node))
    result = {
      map: (node.items as { key: ParsedNode; value: ParsedNode | null }[]).map(({ key, value }) => [
        plainOfYaml(key, anchors, bare)!,
        plainOfYaml(value, anchors, bare),
      ]),
    };
  else if (isSeq(node))
    result = { list: (node.items as ParsedNode[]).map((one) => plainOfYaml(one, anchors, bare)) };
  else
    result = {
      at: bare ? [0, 0] : [node.range[0], node.range[1]],
      text: isScalar(node) ? (node.source ?? '') : '',
    };
  if (node.anchor) anchors.set(node.anchor, node);
  return result;
}

/** The blocks' contents put together again as the entries of one mapping. */
function wholeOf(blocks: readonly Block[]): [Plain, Plain | null][] {
  const entries: [Plain, Plain | null][] = [];
  for (const block of blocks) {
    const content = plainOf(block.parsed.root, block);
    if (content === null) continue;
    if (block.kind === 'item' && 'list' in content) {
      const last = entries.at(-1)!;
      last[1] = { list: [...(last[1] && 'list' in last[1] ? last[1].list : []), ...content.list] };
    } else if ('map' in content) entries.push(...content.map);
  }
  return entries;
}

const parsed = (yaml: string) =>
  parseDocument(yaml, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
const isAccepted = ({ errors, contents }: ReturnType<typeof parsed>) =>
  errors.length === 0 && (contents === null || isMap(contents));

describe('readBlocks', () => {
  it('says what `yaml` says of the whole, wherever `yaml` accepts it: values, ranges and aliases', () => {
    fc.assert(
      fc.property(yamlLines(), (yaml) => {
        const document = parsed(yaml);
        fc.pre(isAccepted(document));
        const expected = document.contents ? plainOfYaml(document.contents, new Map()) : { map: [] };
        assert.deepEqual({ map: wholeOf(readBlocks(yaml, 0, uri)) }, expected);
      }),
      { numRuns },
    );
  });

  it('is tried on texts most of which `yaml` accepts', () => {
    const accepted = fc
      .sample(yamlLines(), { numRuns: 300, seed: 1 })
      .filter((yaml) => isAccepted(parsed(yaml)));
    assert.ok(accepted.length > 150, `${accepted.length} of 300`);
  });

  it('reads a block from its text alone', () => {
    fc.assert(
      fc.property(yamlLines(), (yaml) => {
        for (const { text, parsed } of readBlocks(yaml, 0, uri)) assert.deepEqual(parsed, parseBlock(text));
      }),
      { numRuns },
    );
  });

  const change = fc.record({
    at: fc.nat(),
    remove: fc.nat(12),
    insert: fc.oneof(yamlLines(), fc.string({ maxLength: 8 })),
  });
  const apply = (text: string, { at, remove, insert }: { at: number; remove: number; insert: string }) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + insert + text.slice(start + remove);
  };
  const shown = (blocks: readonly Block[]) =>
    blocks.map((block) => [
      block.kind,
      block.place.start,
      block.text,
      block.parsed,
      plainOf(block.parsed.root, block),
    ]);

  it('gives after edits what a fresh reading gives', () => {
    fc.assert(
      fc.property(yamlLines(), fc.array(change, { maxLength: 5 }), (yaml, changes) => {
        let text = yaml;
        let blocks = readBlocks(text, 4, uri);
        for (const one of changes) {
          text = apply(text, one);
          blocks = readBlocks(text, 4, uri, blocks);
          assert.deepEqual(shown(blocks), shown(readBlocks(text, 4, uri)));
        }
      }),
      { numRuns },
    );
  });

  it('parses only the blocks that an edit touched', () => {
    const items = Array.from({ length: 50 }, (_, i) => `  - id: M${i}\n    title: Step ${i}\n`);
    const before = `agreement: x\nmilestones:\n${items.join('')}owner: ana\n`;
    const blocks = readBlocks(before, 0, uri);
    const count = parseCount();
    const after = readBlocks(before.replace('Step 7\n', 'Step seven\n'), 0, uri, blocks);
    assert.equal(parseCount() - count, 1);
    assert.equal(after[60]?.parsed, blocks[60]?.parsed);
    readBlocks(`x-new: 1\n${before.replace('Step 7\n', 'Step seven\n')}`, 0, uri, after);
    assert.equal(parseCount() - count, 2);
  });

  it('resolves an alias to the last anchor before it, and again when that anchor changes', () => {
    const yaml = 'a: &who ana\nb: *who\nc: &who tom\nd: *who\n';
    const blocks = readBlocks(yaml, 0, uri);
    const value = (block: Block | undefined) => block?.links.get('who')?.node;
    assert.equal((value(blocks[1]) as { text: string }).text, 'ana');
    assert.equal((value(blocks[3]) as { text: string }).text, 'tom');
    const changed = readBlocks(yaml.replace('tom', 'eve'), 0, uri, blocks);
    assert.equal((value(changed[3]) as { text: string }).text, 'eve');
    assert.equal(changed[1], blocks[1]);
    assert.notEqual(changed[3], blocks[3]);
  });
});
