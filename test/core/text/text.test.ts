import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { LineIndex } from '../../../src/core/text/line-index.ts';
import { range } from '../../../src/core/text/range.ts';

describe('Edits of one text', () => {
  const insert = (at: number, newText: string) => ({ range: range(at), newText });
  const replace = (start: number, end: number, newText: string) => ({ range: range(start, end), newText });

  it('are made in any order; insertions at one place keep theirs', () => {
    assert.equal(applyEdits('owner: tom', [replace(7, 10, 'ana'), insert(0, '# a\n')]), '# a\nowner: ana');
    assert.equal(applyEdits('ad', [insert(1, 'b'), insert(1, 'c')]), 'abcd');
    assert.equal(applyEdits('abc', [replace(0, 1, 'x'), replace(1, 2, 'y')]), 'xyc', 'side by side');
    assert.equal(applyEdits('abc', [replace(0, 3, '')]), '');
  });

  it('are all refused where two overlap or one leaves the text', () => {
    for (const edits of [
      [replace(0, 2, 'x'), replace(1, 3, 'y')],
      [replace(0, 4, 'x')],
      [replace(2, 1, 'x')],
      [replace(-1, 1, 'x')],
    ])
      assert.throws(() => applyEdits('abc', edits), RangeError);
  });
});

describe('Lines of a text', () => {
  const text = 'a\nbc\r\nd\re👋\n';
  const lines = new LineIndex(text);

  it('end with LF, CR LF or a lone CR, and columns are UTF-16 units', () => {
    for (const [offset, line, character] of [
      [0, 0, 0],
      [1, 0, 1],
      [2, 1, 0],
      [5, 1, 3],
      [6, 2, 0],
      [8, 3, 0],
      [11, 3, 3],
      [12, 4, 0],
    ] as const) {
      assert.deepEqual(lines.positionAt(offset), { line, character });
      assert.equal(lines.offsetAt({ line, character }), offset);
    }
  });

  it('know the nearest place to one that does not exist', () => {
    assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
    assert.deepEqual(lines.positionAt(99), { line: 4, character: 0 });
    assert.equal(lines.offsetAt({ line: 0, character: 9 }), 1, 'the end of the line, before its break');
    assert.equal(lines.offsetAt({ line: 1, character: -1 }), 2);
    assert.equal(lines.offsetAt({ line: -1, character: 3 }), 0);
    assert.equal(lines.offsetAt({ line: 9, character: 0 }), text.length);
    assert.equal(new LineIndex('ab').offsetAt({ line: 0, character: 9 }), 2, 'a last line without a break');
  });
});
