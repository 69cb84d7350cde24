import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseAbsoluteDay } from '../../../src/core/calendar/absolute.ts';
import { DEFAULT_CALENDAR } from '../../../src/core/calendar/business.ts';
import { formatDay } from '../../../src/core/calendar/day.ts';
import {
  countsForward,
  evaluate,
  formatRelativeDay,
  parseDayExpression,
  type RelativeDay,
} from '../../../src/core/calendar/expression.ts';
import { isFailure } from '../../../src/core/calendar/failure.ts';
import { anyDay, anyText, assertFailure, calendar, day, runs } from './helpers.ts';

function relative(text: string): RelativeDay {
  const parsed = parseDayExpression(text);
  assert.ok(parsed.kind === 'relative', text);
  return parsed;
}

function resolve(text: string, anchor: string, cal = DEFAULT_CALENDAR): string | undefined {
  const found = evaluate(relative(text), day(anchor), cal);
  return found === undefined ? undefined : formatDay(found);
}

describe('a date', () => {
  it('is a whole day', () => {
    assert.deepEqual(parseDayExpression('2026-10-15'), { kind: 'day', day: day('2026-10-15') });
    assert.equal(parseAbsoluteDay(' 2026-10-15 '), day('2026-10-15'));
  });

  it('or counts from an anchor: signed, effective, expires or an id', () => {
    assert.deepEqual(parseDayExpression('M1 + 30 business days'), {
      kind: 'relative',
      anchor: 'M1',
      steps: [{ count: 30, unit: 'business day' }],
    });
    for (const anchor of ['signed', 'effective', 'expires', 'phase-2', 'A.1_b', 'Ñandú', '段階1'])
      assert.equal(relative(`${anchor} - 1 day`).anchor, anchor);
  });

  it('goes in as many steps as are written, left to right', () => {
    assert.deepEqual(relative('effective + 1 year - 1 day').steps, [
      { count: 1, unit: 'year' },
      { count: -1, unit: 'day' },
    ]);
    assert.equal(resolve('effective + 1 month + 1 day', '2026-01-31'), '2026-03-01');
    assert.equal(resolve('effective + 1 day + 1 month', '2026-01-31'), '2026-03-01');
    assert.equal(resolve('effective + 1 month - 1 month', '2026-01-31'), '2026-01-28');
  });

  it('counts business days from the next day, or from the day before', () => {
    assert.equal(resolve('M1 + 30 business days', '2026-10-13'), '2026-11-24');
    assert.equal(resolve('M1 + 1 working day', '2026-10-16'), '2026-10-19');
    assert.equal(resolve('M1 - 1 business day', '2026-10-19'), '2026-10-16');
    assert.equal(resolve('M1 + 0 business days', '2026-10-18'), '2026-10-18');
    const cal = calendar('mon tue wed thu fri', '2026-12-24/2027-01-06');
    assert.equal(resolve('M1 + 1 business day', '2026-12-23', cal), '2027-01-07');
  });

  it('that is a day itself needs no anchor', () => {
    const written = parseDayExpression('2026-10-17');
    assert.ok(!isFailure(written));
    assert.equal(evaluate(written, day('1970-01-01'), DEFAULT_CALENDAR), day('2026-10-17'));
  });

  it('that falls on a holiday is not moved', () => {
    assert.equal(resolve('M1 + 1 week', '2026-12-18', calendar('mon fri', '2026-12-25')), '2026-12-25');
  });

  it("clamps months and years to the month's last day", () => {
    assert.equal(resolve('signed + 1 month', '2026-01-31'), '2026-02-28');
    assert.equal(resolve('signed + 1 year', '2028-02-29'), '2029-02-28');
  });

  it('has no day outside the years 1 to 9999, whatever the last step says', () => {
    assert.equal(resolve('signed + 9000 years - 9000 years', '2026-10-15'), undefined);
    assert.equal(resolve('signed + 1 business day', '2026-10-15', calendar('')), undefined);
  });

  it('counts forward unless its steps go back in sum', () => {
    assert.equal(countsForward(relative('M1 + 0 days')), true);
    assert.equal(formatRelativeDay(relative('M1 - 0 days')), 'M1 + 0 days');
    assert.equal(countsForward(relative('M1 + 1 month - 3 days')), true);
    assert.equal(countsForward(relative('M1 + 5 business days - 7 days')), true);
    assert.equal(countsForward(relative('M1 - 1 day')), false);
    assert.equal(countsForward(relative('M1 + 3 days - 1 month')), false);
  });

  it('is written as it is read', () => {
    const units = ['day', 'business day', 'week', 'month', 'year'] as const;
    const step = fc
      .tuple(fc.integer({ min: -999, max: 999 }), fc.constantFrom(...units))
      .map(([count, unit]) => ({ count: count || 0, unit }));
    const expression = fc
      .tuple(
        fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,8}$/),
        fc.array(step, { minLength: 1, maxLength: 4 }),
      )
      .map(([anchor, steps]): RelativeDay => ({ kind: 'relative', anchor, steps }));
    fc.assert(
      fc.property(expression, (expression) =>
        assert.deepEqual(parseDayExpression(formatRelativeDay(expression)), expression),
      ),
      runs,
    );
  });
});

describe('what is no date', () => {
  it('is imprecise: the last day of the period is suggested', () => {
    const suggested = {
      '2026-10': '2026-10-31',
      '2028-02': '2028-02-29',
      'Q4 2026': '2026-12-31',
      '2026-Q1': '2026-03-31',
      'H1 2026': '2026-06-30',
      '10/2026': '2026-10-31',
      'October 2026': '2026-10-31',
      'end of Oct 2026': '2026-10-31',
      'end of 2026': '2026-12-31',
      '2026': '2026-12-31',
      '2026-W42': '2026-10-18',
    };
    for (const [text, day] of Object.entries(suggested))
      assertFailure(parseDayExpression(text), 'imprecise', day);
  });

  it("is not in the calendar: the month's last day is suggested", () => {
    assertFailure(parseDayExpression('2026-02-30'), 'no-such-day', '2026-02-28');
    assertFailure(parseDayExpression('31/04/2026'), 'no-such-day', '2026-04-30');
    for (const text of ['2026-13-01', '2026-10-32', '2026-10-00', '0000-10-15', '2025-W53', '2026-W00'])
      assertFailure(parseDayExpression(text), 'no-such-day');
  });

  it('is one day in another writing', () => {
    const written = [
      ...['15/10/2026', '10/15/2026', '15.10.2026', '2026/10/15', '2026.10.15', '20261015', '15-10-2026'],
      ...['15 Oct 2026', 'Oct 15, 2026', 'October 15th 2026', 'Thu 15 Oct 2026', '15th of October 2026'],
    ];
    for (const text of written) assertFailure(parseDayExpression(text), 'not-iso', '2026-10-15');
    assertFailure(parseDayExpression('2026-1-5'), 'not-iso', '2026-01-05');
    assertFailure(parseDayExpression('05/05/2026'), 'not-iso', '2026-05-05');
    assertFailure(parseDayExpression('05.06.2026'), 'not-iso', '2026-06-05');
  });

  it('can be read in two ways: nothing is suggested', () => {
    assertFailure(parseDayExpression('05/06/2026'), 'ambiguous');
    assertFailure(parseDayExpression('15 Oct'), 'no-year');
  });

  it('has a time: there are none', () => {
    assertFailure(parseDayExpression('2026-10-15T09:00'), 'time-of-day', '2026-10-15');
    assertFailure(parseDayExpression('2026-10-15 9:00'), 'time-of-day', '2026-10-15');
    assertFailure(parseDayExpression('2026-10-15T09:00:00Z'), 'time-of-day', '2026-10-15');
  });

  it('lacks spaces or has the wrong dash', () => {
    for (const text of ['M1+3 days', 'M1 +3 days', 'M1+ 3 days', 'M1 + 3days', 'M1\u00a0+ 3 days'])
      assertFailure(parseDayExpression(text), 'missing-spaces', 'M1 + 3 days');
    assertFailure(parseDayExpression('M1-3 days'), 'missing-spaces', 'M1 - 3 days');
    assertFailure(parseDayExpression('phase-2+3 days'), 'missing-spaces', 'phase-2 + 3 days');
    assertFailure(parseDayExpression('M1 − 3 days'), 'wrong-sign', 'M1 - 3 days');
    assertFailure(parseDayExpression('M1 – 3 days'), 'wrong-sign', 'M1 - 3 days');
  });

  it('lacks its anchor, its step, a number or a unit', () => {
    assertFailure(parseDayExpression(' '), 'empty');
    assertFailure(parseDayExpression('3 weeks'), 'missing-anchor', 'effective + 3 weeks');
    assertFailure(parseDayExpression('- 3 weeks'), 'missing-anchor', 'effective - 3 weeks');
    assertFailure(parseDayExpression('M1'), 'anchor-alone', 'M1 + 0 days');
    assertFailure(parseDayExpression('signed'), 'anchor-alone', 'signed + 0 days');
    assertFailure(parseDayExpression('M1 + 3'), 'missing-unit', 'M1 + 3 days');
    assertFailure(parseDayExpression('M1 + a week'), 'missing-count', 'M1 + 1 week');
  });

  it('counts what cannot be counted', () => {
    assertFailure(parseDayExpression('M1 + 1.5 months'), 'fractional-count', 'M1 + 45 days');
    assertFailure(parseDayExpression('1.5 months'), 'fractional-count', 'effective + 45 days');
    assertFailure(parseDayExpression('M1 + 1 quarter'), 'unknown-unit', 'M1 + 3 months');
    assertFailure(parseDayExpression('M1 + 3 moons'), 'unknown-unit');
    assertFailure(parseDayExpression('M1 + 10000000 days'), 'count-too-large');
  });

  it('is just words, or prose', () => {
    for (const text of ['soon', 'TBD', 'asap', 'next week', '2026-10-15 + 3 days', 'x'.repeat(1000)])
      assertFailure(parseDayExpression(text), 'not-a-day');
  });

  it('names the words at fault', () => {
    assert.deepEqual(parseDayExpression('M1 + 3 moons'), {
      kind: 'failure',
      reason: 'unknown-unit',
      part: 'moons',
    });
  });

  it('is never an exception, and what is suggested can be read', () => {
    const words = [
      'M1',
      'signed',
      ' ',
      '+',
      '-',
      '−',
      '3',
      '1.5',
      '31',
      '2026',
      '10',
      '/',
      '.',
      'days',
      'wk',
      'Oct',
    ];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 9 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, anyText), (text) => {
        const parsed = parseDayExpression(text);
        if (!isFailure(parsed) || parsed.suggestion === undefined) return;
        assert.ok(!isFailure(parseDayExpression(parsed.suggestion)), `${text} → ${parsed.suggestion}`);
      }),
      runs,
    );
  });

  it('is no day that was written right', () => {
    fc.assert(
      fc.property(anyDay, (day) =>
        assert.deepEqual(parseDayExpression(formatDay(day)), { kind: 'day', day }),
      ),
      runs,
    );
  });
});
