import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { REFERENCE_DAY } from '../../../scripts/samples.mjs';
import type { Commitment } from '../../../src/core/commitments/commitment.ts';
import type { Ledger } from '../../../src/core/commitments/ledger.ts';
import { completeEdits } from '../../../src/core/edits/complete.ts';
import { canComplete, canPostpone, canReassign } from '../../../src/core/edits/possible.ts';
import { postponeEdits } from '../../../src/core/edits/postpone.ts';
import { reassignEdits } from '../../../src/core/edits/reassign.ts';
import { isRefusal, type Refusal } from '../../../src/core/edits/refusal.ts';
import { applyEdits, type TextEdit } from '../../../src/core/text/edit.ts';
import { day, ledgerAt } from './helpers.ts';

const EXAMPLES = new URL('../../../examples/', import.meta.url);
const LATER = '2027-02-15';

type Edit = (ledger: Ledger, commitment: Commitment) => readonly TextEdit[] | Refusal;

/** What a commitment says of itself; its days and state may follow from another one's. */
function identity({ kind, id, title, occurrence, ownOwner, amount }: Commitment): unknown[] {
  return [kind, id, title, occurrence, ownOwner, amount];
}

/** A commitment that depends on nothing else, as it stands. */
function standing({ owner, due, done, state, blocked, forecast }: Commitment): unknown[] {
  return [owner, due, done, state, blocked, forecast];
}

function isIn({ commitments }: Ledger, { id, occurrence }: Commitment): boolean {
  return commitments.some((one) => one.id === id && one.occurrence === occurrence);
}

/** The lines that an edit took away and those that it put there. */
function changedLines(before: string, after: string): [removed: string[], added: string[]] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  while (old.length > 0 && old[0] === now[0]) [old, now].map((lines) => lines.shift());
  while (old.length > 0 && old.at(-1) === now.at(-1)) [old, now].map((lines) => lines.pop());
  return [old, now];
}

describe('edits of the samples', () => {
  for (const file of readdirSync(EXAMPLES).filter((name) => name.endsWith('.md'))) {
    const text = readFileSync(new URL(file, EXAMPLES), 'utf8');

    /** Edits every commitment by itself, and compares all that the agreement owes before and after. */
    function tryEach(can: (one: Commitment) => boolean, edit: Edit, met: (one: Commitment) => void): void {
      const ledger = ledgerAt(text, REFERENCE_DAY);
      for (const [i, commitment] of ledger.commitments.entries()) {
        const edits = edit(ledger, commitment);
        assert.equal(isRefusal(edits), !can(commitment), commitment.title);
        if (isRefusal(edits)) continue;
        const after = applyEdits(text, edits);
        const [removed, added] = changedLines(text, after);
        assert.ok(removed.length <= 2 && added.length <= 3, `${removed.join('\n')} → ${added.join('\n')}`);
        const then = ledgerAt(after, REFERENCE_DAY);
        // Where the next occurrence of a series is done early, the one after it is owed.
        const rest = then.commitments.filter((one) => one.occurrence === undefined || isIn(ledger, one));
        assert.ok(then.commitments.length <= rest.length + 1);
        assert.deepEqual(rest.map(identity), ledger.commitments.map(identity));
        met(rest[i]!);
        for (const [j, other] of ledger.commitments.entries()) {
          const depends = other.item.kind === 'milestone' && commitment.item.kind === 'milestone';
          if (j !== i && !depends) assert.deepEqual(standing(rest[j]!), standing(other));
        }
      }
    }

    it(`mark each commitment of ${file} done`, () =>
      tryEach(
        canComplete,
        (ledger, one) => completeEdits(ledger, one, day(REFERENCE_DAY)),
        (one) => assert.ok(one.acceptance || (one.state === 'done' && one.done === day(REFERENCE_DAY))),
      ));

    it(`give each commitment of ${file} another day`, () =>
      tryEach(
        canPostpone,
        (ledger, one) => postponeEdits(ledger, one, LATER),
        (one) => assert.equal(one.due, day(LATER)),
      ));

    it(`give each commitment of ${file} to somebody else`, () => {
      const ledger = ledgerAt(text, REFERENCE_DAY);
      for (const [i, commitment] of ledger.commitments.entries()) {
        const edits = reassignEdits(ledger, commitment, 'zora');
        assert.equal(isRefusal(edits), !canReassign(commitment), commitment.title);
        if (isRefusal(edits)) continue;
        const after = applyEdits(text, edits);
        const [removed, added] = changedLines(text, after);
        assert.ok(removed.length <= 1 && added.length === 1, `${removed.join('\n')} → ${added.join('\n')}`);
        const then = ledgerAt(after, REFERENCE_DAY).commitments;
        assert.equal(then[i]!.owner, 'zora');
        // Whoever else's they were, all others are still; a series is given away as a whole.
        const series = (one: Commitment) => one.id === commitment.id && one.kind === commitment.kind;
        const rest = (all: readonly Commitment[]) => all.filter((_, j) => !series(ledger.commitments[j]!));
        assert.deepEqual(rest(then).map(standing), rest(ledger.commitments).map(standing));
      }
    });
  }
});
