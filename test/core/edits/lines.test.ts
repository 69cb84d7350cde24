import assert from 'node:assert/strict';
import { lineEnd, lineEnding, lineStart, nextLine, saysNothing } from '../../../src/core/edits/lines.ts';

describe('The line of an offset', () => {
  //            01 2 345 6 7 89
  const text = 'ab\r\ncd\n\nef';

  it('has a start, an end before its line ending, and a next line', () => {
    const found = Array.from({ length: text.length + 1 }, (_, at) => [
      lineStart(text, at),
      lineEnd(text, at),
      nextLine(text, at),
    ]);
    assert.deepEqual(found, [
      [0, 2, 4],
      [0, 2, 4],
      [0, 2, 4],
      [0, 3, 4],
      [4, 6, 7],
      [4, 6, 7],
      [4, 6, 7],
      [7, 7, 8],
      [8, 10, 10],
      [8, 10, 10],
      [8, 10, 10],
    ]);
  });

  it('is ended as it ends itself or, at the end of the text, as the line before does', () => {
    assert.equal(lineEnding(text, 0), '\r\n');
    assert.equal(lineEnding(text, 5), '\n', 'its own, though the line before ends otherwise');
    assert.equal(lineEnding('ab\r\ncd', 5), '\r\n');
    assert.equal(lineEnding('ab', 1), '\n');
    assert.equal(lineEnd('\nab', 0), 0);
    assert.equal(nextLine('\nab', 0), 1);
  });
});

describe('A text that says nothing', () => {
  it('is blanks and comments', () => {
    for (const text of ['', ' \t\r\n', ' # a', '# a\n\n  # b # c\n']) assert.ok(saysNothing(text), text);
    for (const text of ['a', 'a # b', ' # a\nb', '~']) assert.ok(!saysNothing(text), text);
  });
});
