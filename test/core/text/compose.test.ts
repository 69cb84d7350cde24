import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeEdits } from '../../../src/core/text/compose.ts';
import { applyEdits, type TextEdit } from '../../../src/core/text/edit.ts';
import { range } from '../../../src/core/text/range.ts';

const numRuns = Number(process.env['PARLEY_RUNS'] ?? 300);

/** Edits of a text of some length that do not overlap; some of them insert at one place. */
function editsOf(length: number): fc.Arbitrary<TextEdit[]> {
  const place = fc.nat({ max: length });
  return fc
    .tuple(
      fc.array(place, { maxLength: 8 }),
      fc.array(fc.constantFrom('', 'x', 'yz\n'), { minLength: 4, maxLength: 4 }),
    )
    .map(([places, words]) => {
      const sorted = places.sort((a, b) => a - b);
      const pairs = sorted.flatMap((from, i) =>
        i % 2 === 0 ? [[from, sorted[i + 1] ?? from] as const] : [],
      );
      return pairs.map(([from, to], i) => ({ range: range(from, to), newText: words[i]! }));
    });
}

describe('Edits that follow each other', () => {
  const text = 'owner: tom\nvalue: 1';

  it('are made in one step as one after the other', () => {
    const both = editsOf(text.length).chain((first) =>
      editsOf(applyEdits(text, first).length).map((second) => [first, second] as const),
    );
    fc.assert(
      fc.property(both, ([first, second]) => {
        const composed = composeEdits(first, second);
        assert.equal(applyEdits(text, composed), applyEdits(applyEdits(text, first), second));
      }),
      { numRuns },
    );
  });

  it('leave alone what neither touches', () => {
    const first = [{ range: range(7, 10), newText: 'Ana' }];
    const second = [
      { range: range(7, 8), newText: 'a' },
      { range: range(19), newText: '0' },
    ];
    assert.deepEqual(composeEdits(first, second), [
      { range: range(7, 10), newText: 'ana' },
      { range: range(19), newText: '0' },
    ]);
    assert.deepEqual(composeEdits(first, []), first);
    assert.deepEqual(composeEdits([], []), []);
  });
});
