import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysInMonth,
  FIRST_DAY,
  formatDay,
  LAST_DAY,
  parseDay,
  partsOf,
  toDay,
} from '../../../src/core/calendar/day.ts';
import { parseWeekday, WEEKDAY_NAMES, weekdayOf } from '../../../src/core/calendar/weekday.ts';
import { anyDay, day, runs } from './helpers.ts';

function temporal(day: Day): Temporal.PlainDate {
  return Temporal.PlainDate.from('1970-01-01').add({ days: day });
}

describe('a day', () => {
  it('is a number of days since 1970-01-01', () => {
    assert.equal(parseDay('1970-01-01'), 0);
    assert.equal(parseDay('1970-01-02'), 1);
    assert.equal(parseDay('1969-12-31'), -1);
    assert.equal(day('2026-11-24') - day('2026-10-13'), 42);
  });

  it('is written YYYY-MM-DD and nothing else', () => {
    for (const text of [
      '2026-1-5',
      '2026-10',
      '20261015',
      '2026-10-15T00:00',
      ' 2026-10-15',
      '+002026-10-15',
    ])
      assert.equal(parseDay(text), undefined, text);
  });

  it('exists: 29 February in leap years only, no month 13, no day 0', () => {
    for (const text of ['2024-02-29', '2000-02-29', '2026-12-31']) assert.equal(formatDay(day(text)), text);
    for (const text of ['2026-02-29', '1900-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10'])
      assert.equal(parseDay(text), undefined, text);
    assert.equal(parseDay('2026-10-00'), undefined);
  });

  it('lies in the years 1 to 9999, the years below 100 among them', () => {
    assert.equal(parseDay('0001-01-01'), FIRST_DAY);
    assert.equal(parseDay('9999-12-31'), LAST_DAY);
    assert.equal(parseDay('0000-12-31'), undefined);
    assert.equal(formatDay(day('0099-12-31')), '0099-12-31');
    assert.equal(toDay(LAST_DAY + 1), undefined);
    assert.equal(toDay(FIRST_DAY - 1), undefined);
    assert.equal(toDay(0.5), undefined);
    assert.equal(toDay(Number.NaN), undefined);
  });

  it('reads, writes and takes apart every day as Temporal does', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = temporal(day);
        assert.equal(formatDay(day), date.toString());
        assert.equal(parseDay(date.toString()), day);
        assert.deepEqual(partsOf(day), { year: date.year, month: date.month, day: date.day });
        assert.equal(dayOf(date.year, date.month, date.day), day);
        assert.equal(daysInMonth(date.year, date.month), date.daysInMonth);
        assert.equal(weekdayOf(day), date.dayOfWeek);
      }),
      runs,
    );
  });

  it('takes apart and puts together every day of four hundred years', () => {
    let last = '';
    for (let number = day('1999-12-31'); number <= day('2400-01-01'); number++) {
      const text = formatDay(number);
      assert.ok(text > last, text);
      assert.equal(parseDay(text), number);
      last = text;
    }
  });
});

describe('adding to a day', () => {
  it('counts calendar days, whatever the clocks do', () => {
    assert.equal(formatDay(addDays(day('2026-03-28'), 2)), '2026-03-30');
    assert.equal(formatDay(addDays(day('2026-03-01'), -1)), '2026-02-28');
  });

  it("clamps months to the month's last day", () => {
    assert.equal(addMonths(day('2026-01-31'), 1), day('2026-02-28'));
    assert.equal(addMonths(day('2028-01-31'), 1), day('2028-02-29'));
    assert.equal(addMonths(day('2028-02-29'), 12), day('2029-02-28'));
    assert.equal(addMonths(day('2026-01-15'), -1), day('2025-12-15'));
    assert.equal(addMonths(day('2026-03-31'), -1), day('2026-02-28'));
  });

  it("stops days at the calendar's ends and knows no month beyond them", () => {
    assert.equal(addDays(LAST_DAY, 1), LAST_DAY);
    assert.equal(addDays(FIRST_DAY, -1), FIRST_DAY);
    assert.equal(addDays(LAST_DAY, Number.POSITIVE_INFINITY), LAST_DAY);
    assert.equal(addMonths(day('9998-12-31'), 12), LAST_DAY);
    assert.equal(addMonths(day('9999-12-01'), 1), undefined);
    assert.equal(addMonths(day('0001-01-31'), -1), undefined);
    assert.equal(addMonths(day('2026-01-01'), 1e9), undefined);
  });

  it('adds months as Temporal does', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (day, months) => {
        const date = temporal(day).add({ months }, { overflow: 'constrain' });
        const expected = date.year >= 1 && date.year <= 9999 ? date.toString() : undefined;
        const found = addMonths(day, months);
        assert.equal(found === undefined ? undefined : formatDay(found), expected);
      }),
      runs,
    );
  });
});

describe('a weekday', () => {
  it('is named mon to sun, in any case', () => {
    assert.deepEqual(WEEKDAY_NAMES.map(parseWeekday), [1, 2, 3, 4, 5, 6, 7]);
    assert.equal(parseWeekday(' Fri '), 5);
    assert.equal(parseWeekday('monday'), undefined);
  });

  it('of 15 October 2026 is a Thursday', () => assert.equal(weekdayOf(day('2026-10-15')), 4));
});
