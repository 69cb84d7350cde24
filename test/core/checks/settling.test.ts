import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/checks/check.ts';
import { MOST_ROUNDS, settlingEdits } from '../../../src/core/checks/safe-fixes.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { findingsIn, fixed, fixtures } from './fixtures.ts';

describe('The edits that settle a document', () => {
  const settled = (text: string) => applyEdits(text, settlingEdits(text, findingsIn(text), findingsIn));

  it('make in one step what its safe fixes make round after round', () => {
    for (const { name, text } of fixtures()) assert.equal(settled(text), fixed(text), name);
  });

  it('are none where nothing can be fixed', () => {
    const text = '---\nagreement: A\n---\n';
    assert.deepEqual(settlingEdits(text, findingsIn(text), findingsIn), []);
  });

  it('come to an end even where each fix asks for another', () => {
    let asked = 0;
    const growing = (text: string): readonly Finding[] => {
      asked++;
      const edits = [{ range: { start: text.length, end: text.length }, newText: 'x' }];
      return [{ fixes: [{ title: 'fix/replace', edits, safe: true }] }] as unknown as readonly Finding[];
    };
    assert.equal(applyEdits('', settlingEdits('', growing(''), growing)), 'x'.repeat(MOST_ROUNDS));
    assert.equal(asked, MOST_ROUNDS + 1);
  });
});
