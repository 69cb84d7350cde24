import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Commitment } from '../../../src/core/commitments/commitment.ts';
import { editAsManyAsCan } from '../../../src/core/edits/batch.ts';
import { refuse } from '../../../src/core/edits/refusal.ts';
import { range } from '../../../src/core/text/range.ts';
import { ledgerAt } from './helpers.ts';

const many = Array.from({ length: 64 }, (_, i) => `{ id: M${i} }`);
const { commitments } = ledgerAt(`---\nagreement: A\nmilestones: [${many.join(', ')}]\n---\n`, '2026-11-20');

/** Edits that are refused for some of the commitments; how often it was tried. */
function attempt(refused: ReadonlySet<Commitment>) {
  let tries = 0;
  const batch = editAsManyAsCan(commitments, (chosen) => {
    tries++;
    return chosen.some((one) => refused.has(one))
      ? refuse('edit/unsafe')
      : chosen.map((_, i) => ({ range: range(i), newText: 'x' }));
  });
  return { ...batch, tries };
}

describe('editing as many commitments as can be', () => {
  it('does all at once where all can be', () => {
    const { done, left, tries } = attempt(new Set());
    assert.deepEqual([done, left, tries], [commitments, [], 1]);
  });

  it('leaves those that are refused, and does all others together', () =>
    fc.assert(
      fc.property(fc.subarray([...commitments]), (subset) => {
        const refused = new Set(subset);
        const { done, left, edits } = attempt(refused);
        assert.deepEqual(
          done,
          commitments.filter((one) => !refused.has(one)),
        );
        assert.deepEqual(
          left.map(({ commitment }) => commitment),
          subset,
        );
        assert.equal(edits.length, done.length);
      }),
    ));

  it('finds one among many in few tries', () => {
    assert.ok(attempt(new Set([commitments[40]!])).tries <= 13);
  });

  it('keeps one of two that exclude each other', () => {
    const two = commitments.slice(0, 2);
    const { done, left } = editAsManyAsCan(two, (chosen) =>
      chosen.length > 1 ? refuse('edit/overlap') : [],
    );
    assert.deepEqual([done, left.map(({ commitment }) => commitment)], [[two[0]], [two[1]]]);
  });
});
