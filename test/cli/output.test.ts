import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonPieces } from '../../src/cli/output/terminal.ts';

describe('A result in pieces', () => {
  /** The value with its lists as they are given to be written: made one after another. */
  const lazily = (value: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, Array.isArray(part) ? new Set(part).values() : part]),
    );

  it('is the JSON of the whole, indented or on one line', () => {
    const item = fc.oneof(fc.string(), fc.integer(), fc.object({ maxDepth: 2 }), fc.constant(null));
    const part = fc.oneof(
      fc.array(item),
      fc.string(),
      fc.boolean(),
      fc.object({ maxDepth: 2 }),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), part), fc.boolean(), (value, oneLine) => {
        // What is there twice is one thing in a set.
        fc.pre(Object.values(value).every((one) => !Array.isArray(one) || new Set(one).size === one.length));
        const whole = `${JSON.stringify(value, undefined, oneLine ? undefined : 2)}\n`;
        assert.equal([...jsonPieces(value, oneLine)].join(''), whole);
        assert.equal([...jsonPieces(lazily(value), oneLine)].join(''), whole);
      }),
      { numRuns: 1_000 },
    );
  });
});
