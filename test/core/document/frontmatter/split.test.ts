import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitBlocks } from '../../../../src/core/document/frontmatter/split.ts';
import { yamlLines } from './yaml-text.ts';

const numRuns = Number(process.env.PARLEY_RUNS ?? 300);
const cut = (yaml: string) => splitBlocks(yaml).map(({ kind, text }) => [kind, text]);

describe('splitBlocks', () => {
  it('gives each top-level entry a block, and each item of a list under a bare key', () => {
    assert.deepEqual(
      cut('agreement: Lease\nmilestones:\n  - id: M1\n    title: Keys\n  - id: M2\nowner: ana\n'),
      [
        ['top', 'agreement: Lease\n'],
        ['top', 'milestones:\n'],
        ['item', '  - id: M1\n    title: Keys\n'],
        ['item', '  - id: M2\n'],
        ['top', 'owner: ana\n'],
      ],
    );
  });

  it('knows lists that are not indented', () => {
    assert.deepEqual(cut('tags:\n- a\n- b\nid: x\n'), [
      ['top', 'tags:\n'],
      ['item', '- a\n'],
      ['item', '- b\n'],
      ['top', 'id: x\n'],
    ]);
  });

  it('keeps blank and comment lines with the block before them', () => {
    assert.deepEqual(cut('id: x\n\n# who\nparties:\n  # first\n  - id: a\n\n  - id: b\n'), [
      ['top', 'id: x\n\n# who\n'],
      ['top', 'parties:\n  # first\n'],
      ['item', '  - id: a\n\n'],
      ['item', '  - id: b\n'],
    ]);
  });

  it('leaves a list that begins behind its key, an anchor or a flow bracket in one block', () => {
    assert.deepEqual(cut('people: [\n  ana,\n]\nafter: &a\n  - x\n'), [
      ['top', 'people: [\n  ana,\n]\n'],
      ['top', 'after: &a\n  - x\n'],
    ]);
  });

  it('does not take a `- ` of another indent for an item', () => {
    assert.deepEqual(cut('risks:\n  - id: R1\n    affects:\n      - M1\n      - M2\n'), [
      ['top', 'risks:\n'],
      ['item', '  - id: R1\n    affects:\n      - M1\n      - M2\n'],
    ]);
  });

  it('keeps the lines of an unfinished merge with the item that they stand in', () => {
    const yaml = 'm:\n  - id: M1\n<<<<<<< HEAD\n    due: 1\n=======\n    due: 2\n>>>>>>> other\n  - id: M2\n';
    assert.deepEqual(
      cut(yaml).map(([kind]) => kind),
      ['top', 'item', 'item'],
    );
  });

  it('reads a flow mapping and explicit keys in one piece', () => {
    assert.deepEqual(cut('{ agreement: x,\nid: y }\n'), [['whole', '{ agreement: x,\nid: y }\n']]);
    assert.deepEqual(cut('? agreement\n: x\n'), [['whole', '? agreement\n: x\n']]);
  });

  it('loses nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(yamlLines(), fc.string({ maxLength: 200 })), (yaml) => {
        const blocks = splitBlocks(yaml);
        assert.equal(blocks.map(({ text }) => text).join(''), yaml);
        for (const { start, text } of blocks) assert.equal(yaml.slice(start, start + text.length), text);
      }),
      { numRuns },
    );
  });

  it('is not led astray by garbage deeper in a block', () => {
    const before = 'agreement: x\nmilestones:\n  - id: M1\n    title: a\n';
    const after = '  - id: M2\n    title: b\nowner: ana\n';
    const line = fc.string({ maxLength: 30 }).map((text) => `      ${text.replace(/[\r\n]/g, ' ')}\n`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (garbage) => {
        const blocks = cut(before + garbage.join('') + after);
        assert.deepEqual(blocks.slice(-2), [
          ['item', '  - id: M2\n    title: b\n'],
          ['top', 'owner: ana\n'],
        ]);
      }),
      { numRuns },
    );
  });
});
