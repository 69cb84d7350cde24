import assert from 'node:assert/strict';
import { parseInterval } from '../../../src/core/calendar/interval.ts';
import { assertFailure, day } from './helpers.ts';

describe('an interval', () => {
  it('is two days, both included', () => {
    assert.deepEqual(parseInterval('2026-12-24/2027-01-06'), {
      start: day('2026-12-24'),
      end: day('2027-01-06'),
    });
  });

  it('or one day', () => {
    assert.deepEqual(parseInterval(' 2026-12-25 '), { start: day('2026-12-25'), end: day('2026-12-25') });
  });

  it('never ends before it begins', () => {
    assertFailure(parseInterval('2027-01-06/2026-12-24'), 'reversed', '2026-12-24/2027-01-06');
  });

  it('is written with a slash', () => {
    for (const between of [' / ', '..', ' to ', ' - ', ' – ', ' until '])
      assertFailure(
        parseInterval(`2026-12-24${between}2027-01-06`),
        'not-an-interval',
        '2026-12-24/2027-01-06',
      );
  });

  it('has two days that exist', () => {
    assertFailure(parseInterval('2026-12-24/2027-02-30'), 'no-such-day', '2026-12-24/2027-02-28');
    assertFailure(parseInterval('15 Oct 2026/2026-10-20'), 'not-iso', '2026-10-15/2026-10-20');
    assertFailure(parseInterval('2026-12-24/'), 'empty');
    assertFailure(parseInterval('2026-12-24/soon'), 'not-a-day');
  });

  it('of a month is not guessed from one of its days', () => {
    assertFailure(parseInterval('2026-12'), 'imprecise');
    assertFailure(parseInterval('2026-11/2026-12'), 'imprecise');
  });

  it('is nothing else', () => {
    assertFailure(parseInterval(''), 'empty');
    assertFailure(parseInterval('Christmas'), 'not-an-interval');
    assertFailure(parseInterval('2026-12-24/2026-12-25/2026-12-26'), 'not-an-interval');
    assertFailure(parseInterval('15/10/2026'), 'not-iso', '2026-10-15');
  });
});
