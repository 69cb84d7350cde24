import assert from 'node:assert/strict';
import { formatDay } from '../../../src/core/calendar/day.ts';
import type { Resolved } from '../../../src/core/commitments/plan.ts';
import { type Schedule, scheduleOf } from '../../../src/core/commitments/schedule.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/core/document/configuration.ts';
import { agreementOf, listing } from './listing.ts';

const scheduleIn = (yaml: string): Schedule => scheduleOf(agreementOf(yaml).terms, DEFAULT_CONFIGURATION);

/** A milestone on a line of its own. */
const item = (words: string) => `  - { ${words} }\n`;

function told(resolved: Resolved | undefined): string {
  if (!resolved) return 'none';
  const { day, provisional, unresolved } = resolved;
  assert.equal(day === undefined, unresolved !== undefined);
  if (unresolved)
    return `${unresolved.reason} of ${unresolved.anchor || 'nothing'}${provisional ? ' provisional' : ''}`;
  return formatDay(day!) + (provisional ? ' provisional' : '');
}

/** The due days of milestones, each given by its words; the first is M1, the second M2 … */
function due(terms: string, ...milestones: string[]): string[] {
  const list = milestones.map((words, i) => item(`id: M${i + 1}, ${words}`)).join('');
  return scheduleIn(`${terms}milestones:\n${list}`).plans.map((plan) => told(plan.due));
}

describe('Business days', () => {
  const days = (terms: string) => due(terms, 'due: 2026-10-16', 'due: M1 + 1 business day')[1];

  it('follow the workweek and the holidays of the agreement, else those of the folder', () => {
    assert.equal(days(''), '2026-10-19 provisional');
    assert.equal(days('workweek: [sat]\n'), '2026-10-17 provisional');
    assert.equal(days('holidays: [2026-10-19]\n'), '2026-10-20 provisional');
    const { calendar } = DEFAULT_CONFIGURATION;
    const terms = agreementOf(
      `milestones:\n${item('id: M1, due: 2026-10-16')}${item('due: M1 + 1 business day')}`,
    ).terms;
    const day = agreementOf('holidays: [2026-10-19/2026-10-21]\n').terms.holidays[0]!.value;
    const folder = { ...DEFAULT_CONFIGURATION, calendar: { ...calendar, holidays: [day] } };
    assert.equal(told(scheduleOf(terms, folder).plans[1]?.due), '2026-10-22 provisional');
  });
});

describe('A day that cannot be told', () => {
  it('says why, and what it counts from', () => {
    assert.deepEqual(due('', 'due: effective + 1 day'), ['anchor-without-day of effective']);
    assert.deepEqual(due('', 'due: expires - 1 day'), ['anchor-without-day of expires']);
    assert.deepEqual(due('expires: M9 + 1 day\n', 'due: expires - 1 day'), ['anchor-without-day of expires']);
    assert.deepEqual(due('', 'title: T', 'due: M1 + 1 day'), ['none', 'anchor-without-day of M1']);
    assert.deepEqual(due('signed: 2026-01-01\n', 'due: signed + 9000 years'), ['out-of-range of signed']);
    assert.deepEqual(due('effective: 2026-01-01\n', 'duration: 9000 years'), ['out-of-range of nothing']);
    assert.deepEqual(due('', 'duration: 2 weeks'), ['none']);
    assert.deepEqual(due('', 'start: M9 + 1 day, duration: 2 weeks'), ['unknown-anchor of M9']);
  });

  it('names its own anchor in a circle, and no other circle', () => {
    assert.deepEqual(
      due(
        'expires: M5 + 1 day\n',
        'due: M2 + 1 day',
        'due: M1 + 1 day',
        'due: M4 + 1 day',
        'due: M3 + 1 day, after: [M1]',
        'due: expires + 1 day',
      ),
      ['cycle of M2', 'cycle of M1', 'cycle of M4', 'cycle of M3', 'cycle of expires'],
    );
    const { expires } = scheduleIn(
      `expires: M1 + 1 day\nmilestones:\n${item('id: M1, due: expires + 1 day')}`,
    );
    assert.equal(told(expires), 'cycle of M1');
    assert.deepEqual(due('', 'due: 2026-12-01, after: [M2]', 'due: M1 + 1 day'), [
      '2026-12-01',
      'cycle of M1',
    ]);
  });
});

describe('A day counted from another', () => {
  it('is certain once that is settled, done with a day or without, or called off', () => {
    for (const [settled, from] of [
      ['status: done, done: 2026-10-10', '2026-10-11'],
      ['status: done', '2026-10-16'],
      ['status: cancelled', '2026-10-16'],
      ['status: planned, done: 2026-10-10', '2026-10-16 provisional'],
    ] as const)
      assert.equal(due('', `due: 2026-10-15, ${settled}`, 'due: M1 + 1 day')[1], from, settled);
  });

  it('has a start of its own beside the due day', () => {
    const { plans, bound } = scheduleIn(
      `milestones:\n${item('id: M1, start: 2026-10-01, due: 2026-10-15')}${item('id: M2, start: M1 + 1 day, due: 2026-12-01')}`,
    );
    assert.deepEqual(
      plans.map(({ start }) => told(start)),
      ['2026-10-01', '2026-10-16 provisional'],
    );
    assert.deepEqual(bound, [plans[1]]);
    assert.deepEqual(plans[1]?.predecessors, [plans[0]]);
  });
});

describe('A duration', () => {
  it('begins after the latest of what comes before, finished or not', () => {
    const [, , after] = due(
      'effective: 2026-01-01\n',
      'due: 2026-10-20, status: done, done: 2026-10-10',
      'due: 2026-10-15, status: done',
      'after: [M1, M2], duration: 1 day',
    );
    assert.equal(after, '2026-10-16');
    assert.deepEqual(
      due('', 'due: 2026-10-20', 'title: T', 'due: 2026-10-10', 'after: [M1, M2, M3], duration: 1 day')[3],
      '2026-10-21 provisional',
    );
    assert.equal(
      due('', 'due: 2026-10-20', 'due: 2026-10-25, status: done', 'after: [M1, M2], duration: 1 day')[2],
      '2026-10-26 provisional',
    );
    assert.equal(
      due('', 'due: 2026-10-25, status: done', 'due: 2026-10-20', 'after: [M1, M2], duration: 1 day')[2],
      '2026-10-26 provisional',
    );
  });

  it('begins with the agreement where nothing before it has a day', () => {
    assert.equal(due('effective: 2026-01-01\n', 'title: T', 'after: [M1], duration: 1 day')[1], '2026-01-02');
  });
});

describe('What can be expected', () => {
  const expected = (...milestones: string[]) =>
    listing(`milestones:\n${milestones.map((words, i) => item(`id: M${i + 1}, ${words}`)).join('')}`).at(-1);

  it('does not move for what has no day, or comes in time', () => {
    assert.equal(expected('title: T', 'due: 2026-12-10, after: [M1]'), 'M2 waiting due 2026-12-10');
    assert.equal(expected('due: 2026-11-27', 'due: 2026-12-10, after: [M1]'), 'M2 waiting due 2026-12-10');
  });

  it('moves by the largest slip of what comes before', () => {
    assert.equal(
      expected('due: 2026-11-25', 'due: 2026-11-20', 'due: 2026-12-10, after: [M1, M2]'),
      'M3 waiting due 2026-12-10, expected 2026-12-17',
    );
    assert.equal(
      expected('due: 2026-11-20', 'due: 2026-11-25', 'due: 2026-12-10, after: [M1, M2]'),
      'M3 waiting due 2026-12-10, expected 2026-12-17',
    );
  });

  it('moves along with a finished predecessor from which a duration runs, and not twice', () => {
    assert.equal(
      expected('due: 2026-11-01, done: 2026-11-15', 'duration: 30 days, after: [M1]'),
      'M2 open due 2026-12-15',
    );
    assert.equal(
      expected('due: 2026-11-01, done: 2026-11-15', 'start: 2026-12-01, duration: 14 days, after: [M1]'),
      'M2 open due 2026-12-15, expected 2026-12-29',
    );
    assert.equal(
      expected(
        'due: 2026-11-01, done: 2026-11-15',
        'due: 2026-11-10, done: 2026-11-12',
        'duration: 30 days, after: [M1, M2]',
      ),
      'M3 open due 2026-12-15, expected 2026-12-29',
    );
  });

  it('is today at the earliest', () => {
    assert.equal(
      expected('due: 2026-11-10, done: 2026-11-12', 'due: 2026-11-20, after: [M1]'),
      'M2 overdue due 2026-11-20, expected 2026-11-27',
    );
  });

  it('takes no buffer that would begin before the calendar does', () => {
    assert.equal(
      expected('due: 2026-11-20', 'due: 2026-12-10, after: [M1], buffer: 9000 years'),
      'M2 waiting due 2026-12-10, expected 2026-12-17',
    );
  });
});
