import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar/day.ts';
import { Portfolio } from '../../../src/core/portfolio/portfolio.ts';
import { group, query, rowId } from '../../../src/core/portfolio/query.ts';

/** An agreement whose milestones are each given as an id and whatever else is said of it. */
const agreement = (title: string, ...milestones: string[]) =>
  `---\nagreement: ${title}\nmilestones:\n${milestones.map((one) => `  - { title: T, id: ${one} }\n`).join('')}---\n`;

function rowsOf(files: Readonly<Record<string, string>>) {
  const folder = new Portfolio({ now: () => 0, zone: 'UTC', today: parseDay('2026-11-27')! });
  for (const [name, text] of Object.entries(files)) folder.update(`file:///${name}`, text);
  return query(folder.entries, { settled: true });
}

const ids = (rows: ReturnType<typeof rowsOf>) => rows.map(({ commitment }) => commitment.id);

describe('What is due at the same time', () => {
  it('is ordered by the titles of the agreements, then by place', () => {
    const rows = rowsOf({
      'b.md': agreement('Boats', 'B1, due: 2027-03-01', 'B2', 'B3'),
      'a.md': agreement('Anchors', 'A1, due: 2027-03-01', 'A2'),
    });
    assert.deepEqual(ids(rows), ['A1', 'B1', 'A2', 'B2', 'B3']);
  });

  it('stays together by agreement where two have one title', () => {
    const rows = rowsOf({ 'b.md': agreement('Boats', 'B1'), 'a.md': agreement('Boats', 'A1') });
    assert.deepEqual(
      group(rows, 'agreement').map(({ key }) => key),
      ['file:///a.md', 'file:///b.md'],
    );
  });
});

describe('The stretches of time', () => {
  it('are today, 7 days, 31 days and later, each with its last day', () => {
    const rows = rowsOf({
      'a.md': agreement(
        'Anchors',
        'L, due: 2026-11-26',
        'T, due: 2026-11-27',
        'W1, due: 2026-11-28',
        'W7, due: 2026-12-04',
        'M8, due: 2026-12-05',
        'M31, due: 2026-12-28',
        'Y, due: 2026-12-29',
        'N',
        'D, due: 2026-11-20, status: done',
        'C, status: cancelled',
      ),
    });
    assert.deepEqual(
      group(rows, 'due').map(({ key, rows: members }) => `${key}: ${ids(members).join(' ')}`),
      ['overdue: L', 'today: T', 'week: W1 W7', 'month: M8 M31', 'later: Y', 'none: N', 'settled: D C'],
    );
  });
});

describe('The name of a commitment for good', () => {
  it('is its agreement, its kind and its id, and in a series the occurrence', () => {
    const rows = rowsOf({
      'a.md': agreement('Anchors', 'M1', 'M2, due: 2027-01-01, every: month, completed: [2026-11-20]'),
    });
    assert.deepEqual(rows.map(rowId).sort(), [
      'file:///a.md\nmilestone\nM1',
      'file:///a.md\nmilestone\nM2\n2027-01-01',
      'file:///a.md\nmilestone\nM2\n2027-02-01',
    ]);
  });
});
