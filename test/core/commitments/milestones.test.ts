import assert from 'node:assert/strict';
import { addDays, formatDay } from '../../../src/core/calendar/day.ts';
import { commitments, day, listing } from './listing.ts';

describe('The commitment of a milestone', () => {
  const due = (day: string, more = '') => `milestones:\n  - id: M1\n    due: ${day}\n${more}`;

  it('is late from the day after its due day', () => {
    assert.deepEqual(listing(due('2026-11-24')), ['M1 overdue due 2026-11-24, expected 2026-11-27']);
    assert.equal(commitments(due('2026-11-24'))[0]?.daysLate, 3);
    assert.deepEqual(listing(due('2026-11-27')), ['M1 due-today due 2026-11-27']);
  });

  it('is due soon for the seven days before', () => {
    assert.deepEqual(listing(due('2026-11-28')), ['M1 due-soon due 2026-11-28']);
    assert.deepEqual(listing(due('2026-12-04')), ['M1 due-soon due 2026-12-04']);
    assert.deepEqual(listing(due('2026-12-05')), ['M1 open due 2026-12-05']);
  });

  it('is done by its status or, without one, by a done day', () => {
    assert.deepEqual(listing(due('2026-11-24', '    status: done\n')), ['M1 done due 2026-11-24']);
    assert.deepEqual(listing(due('2026-11-24', '    done: 2026-11-20\n')), ['M1 done due 2026-11-24']);
    assert.deepEqual(listing(due('2026-11-24', '    status: planned\n    done: 2026-11-20\n')), [
      'M1 overdue due 2026-11-24, expected 2026-11-27',
    ]);
  });

  it('stays late while it is blocked', () => {
    assert.deepEqual(listing(due('2026-11-24', '    blocked: mould out for repair\n')), [
      'M1 overdue due 2026-11-24, blocked, expected 2026-11-27',
    ]);
    assert.deepEqual(listing(due('2026-11-30', '    status: blocked\n')), ['M1 blocked due 2026-11-30']);
  });

  it('is owed by its first owner, the others support, and the contract owner answers where it names nobody', () => {
    const [one] = commitments('milestones:\n  - id: M1\n    owner: [tom, ines]\n');
    assert.deepEqual([one?.owner, one?.support, one?.ownOwner], ['tom', ['ines'], true]);
    const [other] = commitments('owner: ana\nmilestones:\n  - id: M1\n');
    assert.deepEqual([other?.owner, other?.ownOwner], ['ana', false]);
    const [nobody] = commitments('milestones:\n  - id: M1\n');
    assert.equal(nobody?.owner, undefined);
  });

  it('is owed by the owner’s party to every other party, or to whom it names', () => {
    const parties = 'parties:\n  - { id: a, people: [tom] }\n  - { id: b }\n  - { id: c }\n';
    const [one] = commitments(`${parties}milestones:\n  - { id: M1, owner: tom }\n`);
    assert.deepEqual([one?.party, one?.to], ['a', ['b', 'c']]);
    const [other] = commitments(`${parties}milestones:\n  - { id: M1, owner: b, to: c }\n`);
    assert.deepEqual([other?.party, other?.to], ['b', ['c']]);
  });

  it('waits for an unfinished predecessor, and not for one that was cancelled', () => {
    const first = (status: string) =>
      `milestones:\n  - id: M1\n    status: ${status}\n  - id: M2\n    after: [M1]\n`;
    assert.equal(listing(first('planned'))[1], 'M2 waiting');
    assert.equal(listing(first('cancelled'))[1], 'M2 open');
    assert.equal(listing(first('done'))[1], 'M2 open');
  });

  it('is never late, nor due at all, in a draft', () => {
    assert.deepEqual(listing(`status: draft\n${due('2026-11-24')}`), [
      'M1 open due 2026-11-24, expected 2026-11-27',
    ]);
  });

  it('is cancelled with the agreement unless it is done or survives', () => {
    const three = 'milestones:\n  - id: M1\n  - id: M2\n    status: done\n  - id: M3\n    survives: true\n';
    assert.deepEqual(listing(`status: terminated\n${three}`), ['M1 cancelled', 'M2 done', 'M3 open']);
    assert.deepEqual(listing(`status: completed\n${three}`), ['M1 cancelled', 'M2 done', 'M3 open']);
  });
});

describe('A milestone that somebody accepts', () => {
  const submitted = (more: string) =>
    `acceptance: 10 business days\nmilestones:\n  - id: M1\n    owner: tom\n    accepts: ana\n    due: 2026-11-10\n${more}`;

  it('is its owner’s until it is submitted', () => {
    assert.deepEqual(listing(submitted('')), ['M1 overdue due 2026-11-10 by tom, expected 2026-11-27']);
  });

  it('is the accepter’s from then on, due when the time to accept is over', () => {
    assert.deepEqual(listing(submitted('    submitted: 2026-11-18\n')), [
      'M1 due-soon due 2026-12-02 by ana, to be accepted',
    ]);
  });

  it('has no due day while it waits for acceptance where no time for it was agreed', () => {
    const yaml = submitted('    submitted: 2026-11-18\n').replace(/^acceptance.*\n/, '');
    assert.deepEqual(listing(yaml), ['M1 open by ana, to be accepted']);
  });

  it('is due for certain, whatever its own day was counted from', () => {
    const yaml = submitted('    submitted: 2026-11-18\n').replace('due: 2026-11-10', 'due: M2 + 1 day');
    assert.equal(
      listing(`${yaml}  - { id: M2, due: 2026-12-24 }\n`)[0],
      'M1 due-soon due 2026-12-02 by ana, waiting, to be accepted',
    );
  });

  it('is done once it is accepted', () => {
    assert.deepEqual(listing(submitted('    submitted: 2026-11-10\n    done: 2026-11-12\n')), [
      'M1 done due 2026-11-10 by tom',
    ]);
  });
});

describe('A recurring milestone', () => {
  const monthly = (more: string) =>
    `milestones:\n  - id: M3\n    due: 2026-08-31\n    every: month\n    until: 2027-08-31\n${more}`;

  it('owes all occurrences up to today, and the next one, each counted from the first', () => {
    assert.deepEqual(listing(monthly('')), [
      'M3 overdue due 2026-08-31, expected 2026-11-27',
      'M3 overdue due 2026-09-30, expected 2026-11-27',
      'M3 overdue due 2026-10-31, expected 2026-11-27',
      'M3 due-soon due 2026-11-30',
    ]);
  });

  it('tells a bare completion off against the earliest open occurrence, after those that name theirs', () => {
    const completed =
      '    completed: [2026-09-29, { due: 2026-08-31, done: 2026-09-02 }]\n    skipped: [2026-10-31]\n';
    assert.deepEqual(listing(monthly(completed)), [
      'M3 done due 2026-08-31',
      'M3 done due 2026-09-30',
      'M3 due-soon due 2026-11-30',
    ]);
  });

  it('ends with its status, and on the agreement’s last day where it names none', () => {
    assert.deepEqual(listing(monthly('    status: cancelled\n')), ['M3 cancelled due 2026-08-31']);
    const yaml = `expires: 2026-10-15\n${monthly('').replace(/ {4}until.*\n/, '')}`;
    assert.deepEqual(
      listing(yaml).filter((line) => line.startsWith('M3')),
      ['M3 overdue due 2026-08-31, expected 2026-11-27', 'M3 overdue due 2026-09-30, expected 2026-11-27'],
    );
  });

  it('is blocked in its first open occurrence only', () => {
    assert.deepEqual(
      listing(monthly('    completed: [2026-08-31, 2026-09-30]\n    blocked: printer broken\n')),
      [
        'M3 done due 2026-08-31',
        'M3 done due 2026-09-30',
        'M3 overdue due 2026-10-31, blocked, expected 2026-11-27',
        'M3 due-soon due 2026-11-30',
      ],
    );
  });

  it('takes a completion without a day for one in time, and ignores more than there are', () => {
    const completed =
      '    completed: [{ due: 2026-08-31 }, 2026-10-01, 2026-10-02, 2026-11-01, 2026-11-02]\n';
    const days = commitments(monthly(completed)).map(({ due, done }) =>
      [due, done].map((one) => one && formatDay(one)),
    );
    assert.deepEqual(days.slice(0, 2), [
      ['2026-08-31', '2026-08-31'],
      ['2026-09-30', '2026-10-01'],
    ]);
    const ended = monthly('    completed: [2026-08-31, 2026-09-30, 2026-10-01]\n').replace(
      '2027-08-31',
      '2026-09-30',
    );
    assert.deepEqual(listing(ended), ['M3 done due 2026-08-31', 'M3 done due 2026-09-30']);
  });

  it('is moved by its offset', () => {
    assert.deepEqual(
      listing(monthly('    offset: 5 days\n'))[0],
      'M3 overdue due 2026-09-05, expected 2026-11-27',
    );
  });

  it('is owed once, without a day, where it has no first one', () => {
    assert.deepEqual(listing('milestones:\n  - { id: M3, every: month }\n'), ['M3 open']);
  });

  it('is looked for a hundred times ahead, and not for ever', () => {
    const daily = (skipped: number) =>
      listing(
        `milestones:\n  - { id: M3, due: 2026-11-28, every: day, skipped: [${Array.from({ length: skipped }, (_, i) => formatDay(addDays(day('2026-11-28'), i))).join(', ')}] }\n`,
      );
    assert.equal(daily(99).length, 1);
    assert.equal(daily(100).length, 0);
  });

  it('still owes the next one when it was completed early', () => {
    const all = '    completed: [2026-08-31, 2026-09-30, 2026-10-31, 2026-11-20]\n';
    assert.equal(listing(monthly(all)).at(-1), 'M3 open due 2026-12-31');
  });
});
