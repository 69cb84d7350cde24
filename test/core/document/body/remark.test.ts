import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { scanBlocks } from '../../../../src/core/document/body/block-scanner.ts';
import type { HeadingBlock, ParagraphLine } from '../../../../src/core/document/body/blocks.ts';
import { readTable } from '../../../../src/core/document/body/table.ts';
import { Place } from '../../../../src/core/text/value.ts';
import { FRONT, markdown, numRuns, offsetsOf, remark } from './markdown.ts';

function scan(text: string, start: number) {
  const headings: HeadingBlock[] = [];
  const tables: [number, number][] = [];
  const tasks: { box: number; lines: readonly ParagraphLine[] }[] = [];
  scanBlocks(text, start, {
    heading: (heading) => {
      headings.push(heading);
      return false;
    },
    table: (from, to) => tables.push([from, to]),
    task: (box, lines) => tasks.push({ box, lines }),
  });
  return { headings, tables, tasks };
}

const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

/** What chance seldom finds. */
const RARE = [
  '>\n    code\n10. [ ] a task',
  '-\n\n  [ ] no task',
  'word\n10. a | b\n--|--\nx | y',
  'word\n</pre>\n|-|',
  '> a\n<a href>\n# h',
  '- [a]: /url\n  [ ] a task',
  '[a]: /url "t"\nTitle\n===',
  '[a]: /url\n---\n===',
  'a\n- 2. [ ] b',
  '- a\n-\n- [x] b',
  '| a |\n|-|\nrow\n===\n    code',
  '[^a]: x\n\n    - [ ] a task\n\n  - [ ] another',
];

const trimmedEnd = (text: string, end: number) => text.slice(0, end).trimEnd().length;

describe('body: the line scanner reads what remark reads', () => {
  const agrees = (name: string, compare: (text: string) => void) =>
    it(name, () =>
      fc.assert(
        fc.property(markdown, (body) => compare(FRONT + body)),
        { numRuns, examples: RARE.map((body) => [body]) },
      ),
    );

  agrees('top-level headings', (text) => {
    const theirs = remark(text).tree.children.flatMap((node) =>
      node.type === 'heading' ? [[node.depth, trimmedEnd(text, offsetsOf(node)[1])]] : [],
    );
    const ours = scan(text, FRONT.length).headings.map(({ level, end }) => [level, trimmedEnd(text, end)]);
    assert.deepEqual(ours, theirs);
  });

  agrees('task items, wherever they stand, with their first paragraph', (text) => {
    const theirs = remark(text).tasks.map(({ box, end }) => [box, trimmedEnd(text, end)]);
    const ours = scan(text, FRONT.length).tasks.map(({ box, lines }) => [
      box,
      trimmedEnd(text, lines.at(-1)![2]),
    ]);
    assert.deepEqual(ours, theirs);
  });

  agrees('top-level tables', (text) => {
    const theirs = remark(text).tree.children.filter(({ type }) => type === 'table');
    const ours = scan(text, FRONT.length).tables;
    const fromText = ([start, end]: readonly [number, number]) => [
      start + text.slice(start).search(/[^ \t]/),
      end,
    ];
    assert.deepEqual(ours.map(fromText), theirs.map(offsetsOf));
  });

  agrees('the cells of a table, parsed by itself', (text) => {
    for (const node of remark(text).tree.children) {
      if (node.type !== 'table') continue;
      const [start, end] = offsetsOf(node);
      const table = readTable(new Place('', 0), text, start, end);
      const ours = [table.header, ...table.rows.map(({ cells }) => cells)].map((cells) =>
        cells.map(({ value }) => value),
      );
      const theirs = node.children.map((row) => row.children.map((cell) => textOf(cell).trim()));
      // Inline Markdown stays as it is written in our cells: compare those that hold none.
      if (!/[<[*_`]/.test(text.slice(start, end))) assert.deepEqual(ours, theirs);
      assert.deepEqual(
        ours.map(({ length }) => length),
        theirs.map(({ length }) => length),
      );
    }
  });
});

describe('body: what the scanner takes from micromark, unlike CommonMark', () => {
  const tasks = (text: string) => scan(text, 0).tasks.length;
  const headings = (text: string) => scan(text, 0).headings.map(({ level }) => level);

  it('an indented code block keeps a list that does not count from 1 from beginning', () => {
    assert.equal(tasks('    code\n2. [ ] no item'), 0);
    assert.equal(tasks('    code\n1. [ ] an item'), 1);
  });

  it('below an empty marker a box counts only without white space around the line break', () => {
    assert.equal(tasks('-\n  [ ] a task'), 1);
    assert.equal(tasks('- \n  [ ] no task'), 0);
    assert.equal(tasks('-\n   [ ] no task'), 0);
  });

  it('a box may follow link definitions', () => {
    assert.equal(tasks('- [a]: /url\n  [ ] a task'), 1);
  });

  it('definitions alone are nothing that could be underlined', () => {
    assert.deepEqual(headings('[a]: /url\n==='), []);
    assert.deepEqual(headings('[a]: /url\nTitle\n==='), [1]);
  });

  it('containers nest at most a hundred deep', () => {
    assert.equal(tasks(`${'> '.repeat(98)}- [ ] a task`), 1);
    assert.equal(tasks(`${'> '.repeat(100)}- [ ] text`), 0);
  });
});
