import assert from 'node:assert/strict';
import { findingsIn } from './fixtures.ts';

/** What is found, as `CHECK at PLACE`, in an agreement with these lines. */
function found(...lines: readonly string[]): string[] {
  const text = `---\nagreement: A\n${lines.join('\n')}\n---\n`;
  return findingsIn(text).map(({ check, range }) => `${check} at ${text.slice(range.start, range.end)}`);
}

/** A milestone that lacks an owner and a day. */
const milestone = (more: string) => `{ title: T, indicator: A note, ${more} }`;
const DUE = 'due: 2027-01-15';
const OWNED = 'owner: ana';
/** Three weeks from when? */
const lasting = ['milestones:', `  - ${milestone(`${OWNED}, duration: 3 weeks`)}`];

describe('That something is missing is no news', () => {
  for (const [where, lines, expected] of [
    [
      'where its value cannot be read',
      ['milestones:', `  - ${milestone(`${DUE}, owner: [[ana]]`)}`],
      ['invalid-value at [ana]'],
    ],
    [
      'where its key is misspelt',
      ['milestones:', `  - ${milestone(`${DUE}, onwer: ana`)}`],
      ['unknown-key at onwer'],
    ],
    [
      'where another key can stand for it and cannot be read',
      ['milestones:', `  - ${milestone(`${OWNED}, duration: soon`)}`],
      ['invalid-value at soon'],
    ],
    [
      'where an alias stands for what cannot be read',
      ['milestones:', `  - &one ${milestone(`${OWNED}, due: soon`)}`, '  - *one'],
      ['invalid-value at soon', 'invalid-value at *one'],
    ],
    [
      'where the YAML around it is broken',
      ['milestones:', '  - title: T', '    owner: ana', '    indicator: A note', '    due'],
      ['yaml-syntax at due'],
    ],
    [
      'where the frontmatter’s own value cannot be read',
      ['effective: soon', ...lasting],
      ['invalid-value at soon'],
    ],
    [
      'where the frontmatter’s own key is misspelt',
      ['efective: 2026-01-01', ...lasting],
      ['unknown-key at efective'],
    ],
    [
      'where the YAML of a key of the frontmatter is broken',
      ['owner: @ana', ...lasting],
      ['yaml-syntax at @ana'],
    ],
  ] as const)
    it(where, () => assert.deepEqual(found(...lines), expected));
});

describe('That something is missing is news', () => {
  for (const [where, lines, expected] of [
    [
      'where it is another item whose value cannot be read',
      ['milestones:', `  - ${milestone(`${OWNED}, due: soon`)}`, `  - ${milestone(OWNED)}`],
      ['invalid-value at soon', 'no-due at T'],
    ],
    [
      'where that item stands before it or behind it in one list',
      [`milestones: [${milestone(OWNED)}, ${milestone(`${OWNED}, due: soon`)}, ${milestone(OWNED)}]`],
      ['no-due at T', 'invalid-value at soon', 'no-due at T'],
    ],
    [
      'where it is another item whose key is misspelt',
      [`milestones: [${milestone(`${DUE}, onwer: ana`)}, ${milestone(DUE)}]`],
      ['unknown-key at onwer', 'no-owner at T'],
    ],
    [
      'where it is another key whose value cannot be read, before it or behind it',
      ['milestones:', `  - ${milestone(`${OWNED}, start: soon, due: , until: later`)}`],
      ['invalid-value at soon', 'no-due at due', 'invalid-value at later'],
    ],
    [
      'where it is another key that is misspelt',
      ['milestones:', `  - ${milestone(`${DUE}, indicatr: X`)}`],
      ['no-owner at T', 'unknown-key at indicatr'],
    ],
    [
      'where it is another key of the frontmatter whose value cannot be read',
      ['signed: soon', 'effective:', 'expires: later', ...lasting],
      ['invalid-value at soon', 'invalid-value at later', 'unresolved-date at 3 weeks'],
    ],
    [
      'where it is another key of the frontmatter that is misspelt',
      ['sigend: 2026-01-01', ...lasting],
      ['unknown-key at sigend', 'unresolved-date at 3 weeks'],
    ],
    [
      'where the YAML of an item is broken, and not that of the frontmatter’s keys',
      [...lasting, '  - title: "T" A', '    owner: ana', '    due: 2027-01-15', '    indicator: A note'],
      ['unresolved-date at 3 weeks', 'yaml-syntax at "T" A'],
    ],
  ] as const)
    it(where, () => assert.deepEqual(found(...lines), expected));
});

describe('A finding inside of an item', () => {
  it('is about that item of the list, and about none where it stands outside of all', () => {
    const items = ['O1', 'O2', 'O3'].map((id) => `{ id: ${id}, tilte: T }`).join(', ');
    const text = `---\nagreement: A\nonwer: ana\nobjectives: [${items}]\nrisks: [{ id: R1, affects: { a: b } }]\n---\n`;
    assert.deepEqual(
      findingsIn(text)
        .filter(({ check }) => check === 'unknown-key' || check === 'invalid-value')
        .map(({ item }) => item && `${item.kind} ${item.id}`),
      [undefined, 'objective O1', 'objective O2', 'objective O3', 'risk R1'],
    );
  });
});
