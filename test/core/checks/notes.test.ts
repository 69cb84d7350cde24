import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/checks/check.ts';
import { Portfolio } from '../../../src/core/portfolio/portfolio.ts';
import { TODAY } from './fixtures.ts';

const AGREEMENT = `---
agreement: Rent of a harbour crane for the new quay and its shed
id: crane
milestones:
  - id: M1
    title: Lot #3 unloaded
    due: 2027-01-15
    indicator: A receipt
---
`;
/** Each line of it stands where a line of the agreement does; the silence of its body is about nothing there. */
const NOTES = `---
notes-for: crane
risks:
  - id: R1
    title: Lot #4 late
---
<!-- parley-disable-next-line no-owner -->
${'We need the crane before the ship comes. '.repeat(4)}
`;

describe('What is said about an agreement with private notes', () => {
  it('stands in its own file, and what is said about the notes in theirs', () => {
    const portfolio = new Portfolio({ now: () => 0, zone: 'UTC', today: TODAY });
    portfolio.update('file:///crane.md', AGREEMENT);
    portfolio.update('file:///notes.md', NOTES);
    const said = (text: string, findings: readonly Finding[]) =>
      findings.map(
        ({ check, document, range }) =>
          `${document.slice(8)}: ${check} at ${text.slice(range.start, range.end)}`,
      );
    assert.deepEqual(said(AGREEMENT, portfolio.get('file:///crane.md')!.findings), [
      'crane.md: no-owner at Lot',
      'crane.md: comment-cuts-value at #3 unloaded',
    ]);
    assert.deepEqual(said(NOTES, portfolio.notesIn('file:///notes.md')!.findings), [
      'notes.md: risk-no-owner at Lot',
      'notes.md: comment-cuts-value at #4 late',
      'notes.md: unused-suppression at no-owner',
    ]);
    const silent = NOTES.indexOf('We need');
    const owner = AGREEMENT.indexOf('Lot');
    assert.ok(silent <= owner && owner < NOTES.length, 'the silence would reach it');
  });
});
