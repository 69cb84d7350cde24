import assert from 'node:assert/strict';
import { completeEdits } from '../../../src/core/edits/complete.ts';
import { mergeEdits } from '../../../src/core/edits/merge.ts';
import { postponeEdits } from '../../../src/core/edits/postpone.ts';
import { proven } from '../../../src/core/edits/proof.ts';
import { refuse } from '../../../src/core/edits/refusal.ts';
import { range } from '../../../src/core/text/range.ts';
import { commitmentOf, day, ledgerAt, outcome } from './helpers.ts';

const TEXT = `---
agreement: A
milestones:
  - id: M1
    due: 2026-11-19
  - id: M2
    due: M1 + 2 weeks
    colour: red
---
- [ ] Send it due:2026-11-19

## Decisions

## Action items

- [ ] Call @tom #high #port due:soon due:soon
- [ ] Call @tom #high #port due:soon due:soon
`;

/** What proving says about one replacement that is meant to change the due day of an item, here of M1. */
function proof(old: string, replacement: string, id = 'M1'): string {
  const ledger = ledgerAt(TEXT, '2026-11-01');
  const start = TEXT.indexOf(old);
  const edit = { range: range(start, start + old.length), newText: replacement };
  const aim = { commitment: commitmentOf(ledger, id), fields: ['due'], met: () => true };
  const result = outcome(TEXT, proven(ledger, [edit], [aim]));
  return result === TEXT.replace(old, replacement) ? 'made' : result;
}

describe('proving an edit', () => {
  it('lets one pass that changes what it is meant to', () =>
    assert.equal(proof('due: 2026-11-19', 'due: 2026-11-20'), 'made'));

  for (const [what, old, replacement] of [
    ['another key of the item', 'id: M1', 'id: M9'],
    ['another item', 'M1 + 2 weeks', 'M1 + 3 weeks'],
    ['a key that the format does not know', 'colour: red', 'color: red'],
    ['the number of items', '  - id: M2\n', '  - id: M0\n  - id: M2\n'],
    ['the title', 'agreement: A', 'agreement: B'],
    ['an action item', '[ ] Send', '[x] Send'],
    ['the words of an action item', 'Send it', 'Send this'],
    ['the name of a section', '## Decisions', '## Changes'],
    ['a heading into a section', '## Decisions', '## Decisive'],
    ['a marker that cannot be read', 'due:soon', 'due:late'],
    ['whether the file is YAML', 'due: 2026-11-19', 'due: "2026-11-19'],
    ['whether the value can be read', 'due: 2026-11-19', 'due: 2026-11-31'],
    ['whether it is an agreement', 'agreement: A', 'title: A'],
  ] as const)
    it(`refuses one that changes ${what}`, () => assert.equal(proof(old, replacement), 'edit/unsafe'));

  it('lets one pass that moves an action item', () =>
    assert.equal(proof('it due:2026-11-19', 'it due:2026-11-20', 'Send it'), 'made'));

  for (const [what, old, replacement] of [
    ['its words', 'Call', 'Ask'],
    ['its owner', '@tom', '@ana'],
    ['its priority', '#high', '#low'],
    ['its tags', '#port', '#starboard'],
    ['what cannot be read of it', 'due:soon due:soon', 'due:soon due:late'],
    ['that it is open', 'due:soon due:soon', 'cancelled:2026-11-19'],
  ] as const)
    it(`refuses one that is meant to move an action item and changes ${what}`, () =>
      assert.equal(proof(old, replacement, 'Call'), 'edit/unsafe'));

  it('refuses one that does not reach its aim', () => {
    const ledger = ledgerAt(TEXT, '2026-11-01');
    const aim = { commitment: commitmentOf(ledger, 'M1'), fields: ['due'], met: () => false };
    assert.equal(outcome(TEXT, proven(ledger, [], [aim])), 'edit/unsafe');
  });

  it('refuses one that reaches beyond the text', () => {
    const ledger = ledgerAt(TEXT, '2026-11-01');
    const edit = { range: range(TEXT.length + 1), newText: 'x' };
    assert.equal(outcome(TEXT, proven(ledger, [edit], [])), 'edit/stale');
  });

  it('is not tried for an item of another document', () => {
    const ledger = ledgerAt(TEXT, '2026-11-01');
    const elsewhere = { ...ledger, agreement: { ...ledger.agreement, uri: 'file:///notes.md' } };
    for (const commitment of ledger.commitments) {
      assert.equal(outcome(TEXT, completeEdits(elsewhere, commitment, day('2026-11-01'))), 'edit/elsewhere');
      assert.equal(outcome(TEXT, postponeEdits(elsewhere, commitment, '2026-12-01')), 'edit/elsewhere');
    }
  });

  it('leaves out what would change nothing', () => {
    const ledger = ledgerAt(TEXT, '2026-11-01');
    assert.deepEqual(proven(ledger, [{ range: range(0, 3), newText: '---' }], []), []);
  });
});

describe('putting edits together', () => {
  const edit = (start: number, end: number, newText = 'x') => ({ range: range(start, end), newText });

  it('sorts them, and keeps insertions at one place in turn', () => {
    const parts = [[edit(5, 6)], edit(2, 2, 'a'), edit(2, 2, 'b')];
    assert.deepEqual(mergeEdits(parts), [edit(2, 2, 'a'), edit(2, 2, 'b'), edit(5, 6)]);
  });

  it('refuses all where two overlap', () =>
    assert.deepEqual(mergeEdits([edit(2, 5), edit(4, 6)]), refuse('edit/overlap')));

  it('refuses all where one was refused', () =>
    assert.deepEqual(mergeEdits([edit(2, 5), refuse('edit/unclear')]), refuse('edit/unclear')));
});
