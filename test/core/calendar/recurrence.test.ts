import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { DEFAULT_CALENDAR, isBusinessDay, type WorkCalendar } from '../../../src/core/calendar/business.ts';
import { addDays, type Day, FIRST_DAY, formatDay, LAST_DAY } from '../../../src/core/calendar/day.ts';
import { isFailure } from '../../../src/core/calendar/failure.ts';
import { parsePeriod } from '../../../src/core/calendar/period.ts';
import {
  MAX_OCCURRENCES,
  occurrence,
  occurrences,
  type Recurrence,
} from '../../../src/core/calendar/recurrence.ts';
import { addSpan, parseSpan, type Span } from '../../../src/core/calendar/span.ts';
import { calendar, day, runs, someCalendar, someDay } from './helpers.ts';

function series(first: string, every: string, until?: string, offset?: string): Recurrence {
  const period = parsePeriod(every);
  const moved = offset === undefined ? undefined : parseSpan(offset);
  assert.ok(!isFailure(period) && !(moved && isFailure(moved)));
  return { first: day(first), period, ...(until && { until: day(until) }), ...(moved && { offset: moved }) };
}

function list(recurrence: Recurrence, through: string, cal: WorkCalendar = DEFAULT_CALENDAR) {
  const { days, next } = occurrences(recurrence, day(through), cal);
  return { days: days.map(formatDay), next: next === undefined ? undefined : formatDay(next) };
}

describe('a recurrence', () => {
  it("counts from the first day and clamps to the month's last day, as SKIP=BACKWARD of RFC 7529", () => {
    assert.deepEqual(list(series('2026-10-31', 'month'), '2027-03-01'), {
      days: ['2026-10-31', '2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28'],
      next: '2027-03-31',
    });
    assert.deepEqual(list(series('2028-02-29', 'yearly'), '2032-03-01').days, [
      '2028-02-29',
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ]);
  });

  it('ends with its until, inclusive', () => {
    const monthly = series('2026-10-31', 'month', '2026-12-31');
    assert.deepEqual(list(monthly, '2026-11-30'), {
      days: ['2026-10-31', '2026-11-30'],
      next: '2026-12-31',
    });
    assert.equal(list(monthly, '2026-12-31').next, undefined);
    assert.equal(list(series('2026-10-31', 'month', '2026-12-30'), '2026-11-30').next, undefined);
    assert.deepEqual(list(series('2026-10-31', 'month', '2026-10-30'), '2027-01-01').days, []);
  });

  it('ends with the COUNT or UNTIL of its RRULE', () => {
    assert.deepEqual(list(series('2026-10-31', 'FREQ=MONTHLY;COUNT=2'), '2030-01-01'), {
      days: ['2026-10-31', '2026-11-30'],
      next: undefined,
    });
    assert.equal(list(series('2026-10-31', 'FREQ=MONTHLY;UNTIL=20261201'), '2030-01-01').days.length, 2);
  });

  it('before its first day has only a next one', () => {
    assert.deepEqual(list(series('2026-10-31', 'month'), '2026-10-30'), { days: [], next: '2026-10-31' });
  });

  it('counts business days from the first day, which stays where it is', () => {
    assert.deepEqual(list(series('2026-10-17', 'every 2 business days'), '2026-10-26').days, [
      '2026-10-17',
      '2026-10-20',
      '2026-10-22',
      '2026-10-26',
    ]);
  });

  it('is moved by its offset, also beyond its until', () => {
    const quarterly = series('2026-12-31', 'quarter', '2027-03-31', '10 business days');
    assert.deepEqual(list(quarterly, '2027-12-31', calendar(undefined, '2027-01-01')), {
      days: ['2027-01-15', '2027-04-14'],
      next: undefined,
    });
  });

  it('has a day once where the offset moves two there', () => {
    const daily = series('2026-10-16', 'day', undefined, '1 business day');
    assert.deepEqual(list(daily, '2026-10-20'), { days: ['2026-10-19', '2026-10-20'], next: '2026-10-21' });
  });

  it('has no occurrence before the first, after the last, or without business days', () => {
    const monthly = series('2026-10-31', 'FREQ=MONTHLY;COUNT=2');
    assert.equal(occurrence(monthly, -1, DEFAULT_CALENDAR), undefined);
    assert.equal(occurrence(monthly, 1, DEFAULT_CALENDAR), day('2026-11-30'));
    assert.equal(occurrence(monthly, 2, DEFAULT_CALENDAR), undefined);
    assert.deepEqual(list(series('2026-10-31', 'business day'), '2030-01-01', calendar('')).days, [
      '2026-10-31',
    ]);
    assert.deepEqual(
      list(series('2026-10-31', 'day', undefined, '1 business day'), '2030-01-01', calendar('')),
      {
        days: [],
        next: undefined,
      },
    );
  });

  it('over eight thousand years lists its beginning, says so, and still knows the next one', () => {
    const daily = { ...series('2026-10-31', 'day'), first: FIRST_DAY };
    const { days, next, cut } = occurrences(daily, day('8000-01-01'), DEFAULT_CALENDAR);
    assert.equal(days.length, MAX_OCCURRENCES);
    assert.equal(days.at(-1), addDays(FIRST_DAY, MAX_OCCURRENCES - 1));
    assert.equal(next, day('8000-01-02'));
    assert.equal(cut, true);
  });

  it('ends with the calendar', () => {
    const yearly = series('9997-12-31', 'year');
    assert.deepEqual(list(yearly, '9999-12-31').days, ['9997-12-31', '9998-12-31', '9999-12-31']);
    assert.deepEqual(occurrences(yearly, LAST_DAY, DEFAULT_CALENDAR).cut, false);
  });

  it('is what stepping through it finds, strictly ascending', () => {
    const unit = fc.constantFrom<Span['unit']>('day', 'business day', 'week', 'month', 'year');
    const step = fc.tuple(fc.integer({ min: 1, max: 5 }), unit).map(([count, unit]) => ({ count, unit }));
    const offset = fc.option(
      fc.tuple(fc.integer({ min: -9, max: 9 }), unit).map(([count, unit]) => ({ count, unit })),
      { nil: undefined },
    );
    const length = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(
        someDay,
        step,
        offset,
        length,
        length,
        someCalendar,
        (first, step, offset, last, far, cal) => {
          const until = addDays(first, last);
          const through = addDays(first, far);
          const found = occurrences(
            { first, period: { step }, until, ...(offset && { offset }) },
            through,
            cal,
          );
          const expected = naive(first, step, until, offset, cal);
          assert.deepEqual(
            found.days,
            expected.filter((day) => day <= through),
          );
          assert.equal(
            found.next,
            expected.find((day) => day > through),
          );
        },
      ),
      runs,
    );
  });
});

/** Day by day and month by month, with nothing searched. */
function naive(
  first: Day,
  step: Span,
  until: Day,
  offset: Span | undefined,
  cal: WorkCalendar,
): readonly Day[] {
  const days = new Set<Day>();
  let work = 0;
  for (let at: Day = first, k = 0; at <= until; ) {
    days.add(offset ? addSpan(at, offset, cal)! : at);
    k++;
    if (step.unit !== 'business day') at = addSpan(first, { ...step, count: k * step.count }, cal)!;
    else
      for (; work < k * step.count; ) {
        at = addDays(at, 1);
        if (isBusinessDay(at, cal)) work++;
      }
  }
  return [...days].sort((a, b) => a - b);
}
