import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  addBusinessDays,
  DEFAULT_CALENDAR,
  isBusinessDay,
  type WorkCalendar,
} from '../../../src/core/calendar/business.ts';
import { type Day, FIRST_DAY, formatDay, LAST_DAY } from '../../../src/core/calendar/day.ts';
import { weekdayOf } from '../../../src/core/calendar/weekday.ts';
import { calendar, day, runs, someCalendar, someDay } from './helpers.ts';

function add(from: string, count: number, cal: WorkCalendar = DEFAULT_CALENDAR): string | undefined {
  const found = addBusinessDays(day(from), count, cal);
  return found === undefined ? undefined : formatDay(found);
}

describe('business days', () => {
  it('are Monday to Friday unless the agreement says otherwise', () => {
    assert.equal(isBusinessDay(day('2026-10-16'), DEFAULT_CALENDAR), true, 'a Friday');
    assert.equal(isBusinessDay(day('2026-10-17'), DEFAULT_CALENDAR), false, 'a Saturday');
    assert.equal(isBusinessDay(day('2026-10-17'), calendar('sat sun')), true);
  });

  it('are no holidays: the first and the last day of an interval belong to it', () => {
    const cal = calendar('mon tue wed thu fri', '2026-12-24/2027-01-06', '2026-12-25');
    const free = ['2026-12-24', '2026-12-25', '2026-12-28', '2027-01-06'];
    for (const text of free) assert.equal(isBusinessDay(day(text), cal), false, text);
    for (const text of ['2026-12-23', '2027-01-07']) assert.equal(isBusinessDay(day(text), cal), true, text);
  });

  it('count from the next day', () => {
    assert.equal(add('2026-10-15', 1), '2026-10-16');
    assert.equal(add('2026-10-16', 1), '2026-10-19', 'Friday + 1 is Monday');
    assert.equal(add('2026-10-17', 1), '2026-10-19', 'Saturday + 1 is Monday');
    assert.equal(add('2026-10-13', 30), '2026-11-24');
  });

  it('count from the day before when negative', () => {
    assert.equal(add('2026-10-16', -1), '2026-10-15');
    assert.equal(add('2026-10-19', -1), '2026-10-16', 'Monday - 1 is Friday');
    assert.equal(add('2026-10-18', -1), '2026-10-16', 'Sunday - 1 is Friday');
    assert.equal(add('2026-11-24', -30), '2026-10-13');
  });

  it('leave the anchor alone when there are none to count, even on a Sunday', () => {
    assert.equal(add('2026-10-18', 0), '2026-10-18');
  });

  it('skip holidays in any order, overlapping or on weekends', () => {
    const cal = calendar(
      'mon tue wed thu fri',
      '2027-01-01',
      '2026-12-26',
      '2026-12-24/2026-12-28',
      '2026-12-28',
    );
    assert.equal(add('2026-12-23', 1, cal), '2026-12-29');
    assert.equal(add('2026-12-31', 1, cal), '2027-01-04');
    assert.equal(add('2026-12-26', -1, cal), '2026-12-23');
    const inside = calendar('mon tue wed thu fri', '2026-12-24', '2026-12-28/2027-01-06');
    assert.equal(add('2026-12-30', 1, inside), '2027-01-07');
    assert.equal(add('2026-12-30', -1, inside), '2026-12-25');
  });

  it('end where none are left, and never loop', () => {
    assert.equal(add('2026-10-15', 1, calendar('')), undefined, 'no workweek');
    const closed = { ...DEFAULT_CALENDAR, holidays: [{ start: FIRST_DAY, end: LAST_DAY }] };
    assert.equal(add('2026-10-15', 1, closed), undefined, 'always holiday');
    assert.equal(add('2026-10-15', -1, closed), undefined);
    assert.equal(add('9999-12-31', 1), undefined, 'the end of the calendar, a Friday');
    assert.equal(add('9999-12-30', 1), '9999-12-31');
    assert.equal(add('0001-01-01', -1), undefined);
    assert.equal(add('0001-01-02', -1), '0001-01-01');
    assert.equal(add('2026-10-15', Number.MAX_SAFE_INTEGER), undefined);
    assert.equal(add('2026-10-15', Number.NaN), undefined);
  });

  it('count a hundred thousand and more', () => {
    assert.equal(add('2000-01-03', 100_000), formatDay((day('2000-01-03') + 140_000) as Day));
    assert.equal(add('9000-01-01', -2_000_000), formatDay((day('9000-01-01') - 2_800_000) as Day));
  });

  it('are those that counting day by day finds', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -60, max: 60 }), someCalendar, (from, count, cal) => {
        assert.equal(addBusinessDays(from, count, cal), naive(from, count, cal));
      }),
      runs,
    );
  });

  it('never go back when the anchor or the count goes on', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -60, max: 60 }), someCalendar, (from, count, cal) => {
        const at = addBusinessDays(from, count, cal)!;
        assert.ok(at <= addBusinessDays((from + 1) as Day, count, cal)!);
        assert.ok(at < addBusinessDays(from, count + 1, cal)! || count === 0 || count === -1);
      }),
      runs,
    );
  });
});

function naive(from: Day, count: number, { workweek, holidays }: WorkCalendar): Day {
  let at: number = from;
  for (let left = Math.abs(count); left > 0; ) {
    at += Math.sign(count);
    const free = holidays.some(({ start, end }) => start <= at && at <= end);
    if (workweek.has(weekdayOf(at as Day)) && !free) left--;
  }
  return at as Day;
}
