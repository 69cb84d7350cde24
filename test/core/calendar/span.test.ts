import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { DEFAULT_CALENDAR } from '../../../src/core/calendar/business.ts';
import { FIRST_DAY, formatDay, LAST_DAY } from '../../../src/core/calendar/day.ts';
import { isFailure } from '../../../src/core/calendar/failure.ts';
import { addSpan, formatSpan, MAX_COUNT, parseSpan, type Span } from '../../../src/core/calendar/span.ts';
import { assertFailure, calendar, day, runs, someDay } from './helpers.ts';

const units = ['day', 'business day', 'week', 'month', 'year'] as const;
const someSpan = fc
  .tuple(fc.integer({ min: 0, max: MAX_COUNT }), fc.constantFrom(...units))
  .map(([count, unit]): Span => ({ count, unit }));

function add(from: string, span: string): string | undefined {
  const parsed = parseSpan(span);
  assert.ok(!isFailure(parsed), span);
  const found = addSpan(day(from), parsed, DEFAULT_CALENDAR);
  return found === undefined ? undefined : formatDay(found);
}

describe('a span', () => {
  it('is a whole number and a unit, singular or plural, in any case', () => {
    assert.deepEqual(parseSpan('1 day'), { count: 1, unit: 'day' });
    assert.deepEqual(parseSpan('90 days'), { count: 90, unit: 'day' });
    assert.deepEqual(parseSpan('10 Business Days'), { count: 10, unit: 'business day' });
    assert.deepEqual(parseSpan('3 WEEKS'), { count: 3, unit: 'week' });
    assert.deepEqual(parseSpan('1 months'), { count: 1, unit: 'month' });
    assert.deepEqual(parseSpan(' 0  year '), { count: 0, unit: 'year' });
  });

  it('calls a business day a working day too', () => {
    assert.deepEqual(parseSpan('2 working days'), { count: 2, unit: 'business day' });
    assert.deepEqual(parseSpan('1 working\tday'), { count: 1, unit: 'business day' });
  });

  it('is written as it is read', () => {
    assert.equal(formatSpan({ count: 1, unit: 'business day' }), '1 business day');
    assert.equal(formatSpan({ count: 0, unit: 'week' }), '0 weeks');
    assert.equal(formatSpan({ count: -2, unit: 'week' }), '2 weeks');
    fc.assert(
      fc.property(someSpan, (span) => assert.deepEqual(parseSpan(formatSpan(span)), span)),
      runs,
    );
  });

  it('moves a day by its unit', () => {
    assert.equal(add('2026-10-15', '3 days'), '2026-10-18');
    assert.equal(add('2026-10-15', '10 business days'), '2026-10-29');
    assert.equal(add('2026-10-15', '2 weeks'), '2026-10-29');
    assert.equal(add('2026-10-31', '1 month'), '2026-11-30');
    assert.equal(add('2028-02-29', '1 year'), '2029-02-28');
  });

  it('goes back when its count is negative', () => {
    const back = units.map((unit) => addSpan(day('2026-03-31'), { count: -1, unit }, DEFAULT_CALENDAR)!);
    assert.deepEqual(back.map(formatDay), [
      '2026-03-30',
      '2026-03-30',
      '2026-03-24',
      '2026-02-28',
      '2025-03-31',
    ]);
  });

  it('finds no day outside the years 1 to 9999, nor a business day where nobody works', () => {
    for (const unit of units) {
      assert.equal(addSpan(LAST_DAY, { count: 1, unit }, DEFAULT_CALENDAR), undefined, unit);
      assert.equal(addSpan(FIRST_DAY, { count: -1, unit }, DEFAULT_CALENDAR), undefined, unit);
      assert.equal(addSpan(FIRST_DAY, { count: MAX_COUNT, unit }, DEFAULT_CALENDAR), undefined, unit);
    }
    assert.equal(addSpan(day('2026-10-15'), { count: 1, unit: 'business day' }, calendar('')), undefined);
  });

  it('moves later days at least as far', () => {
    const count = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(someDay, someDay, count, fc.constantFrom(...units), (one, other, count, unit) => {
        const span: Span = { count, unit };
        const [early, late] = one < other ? [one, other] : [other, one];
        assert.ok(addSpan(early, span, DEFAULT_CALENDAR)! <= addSpan(late, span, DEFAULT_CALENDAR)!);
      }),
      runs,
    );
  });
});

describe('what is no span', () => {
  it('has a fraction: whole smaller units are suggested, never less time', () => {
    assertFailure(parseSpan('1.5 months'), 'fractional-count', '45 days');
    assertFailure(parseSpan('1,5 months'), 'fractional-count', '45 days');
    assertFailure(parseSpan('8.3 months'), 'fractional-count', '249 days');
    assertFailure(parseSpan('1.5 years'), 'fractional-count', '18 months');
    assertFailure(parseSpan('1.3 years'), 'fractional-count', '16 months');
    assertFailure(parseSpan('0.5 weeks'), 'fractional-count', '4 days');
    assertFailure(parseSpan('2.5 business days'), 'fractional-count', '3 business days');
  });

  it('has a unit that the format does not know', () => {
    assertFailure(parseSpan('3 wks'), 'unknown-unit', '3 weeks');
    assertFailure(parseSpan('2 fortnights'), 'unknown-unit', '4 weeks');
    assertFailure(parseSpan('1 quarter'), 'unknown-unit', '3 months');
    assertFailure(parseSpan('5 workdays'), 'unknown-unit', '5 business days');
    assertFailure(parseSpan('3 moons'), 'unknown-unit');
  });

  it('counts hours', () => {
    assertFailure(parseSpan('48 hours'), 'time-of-day', '2 days');
    assertFailure(parseSpan('36 h'), 'time-of-day', '2 days');
  });

  it('lacks something, or has too much', () => {
    assertFailure(parseSpan(''), 'empty');
    assertFailure(parseSpan('3'), 'missing-unit', '3 days');
    assertFailure(parseSpan('week'), 'missing-count', '1 week');
    assertFailure(parseSpan('two weeks'), 'missing-count', '2 weeks');
    assertFailure(parseSpan('3days'), 'missing-spaces', '3 days');
    assertFailure(parseSpan('3\u00a0days'), 'missing-spaces', '3 days');
    assertFailure(parseSpan('-3 days'), 'signed-count', '3 days');
    assertFailure(parseSpan('+3 days'), 'signed-count', '3 days');
    assertFailure(parseSpan('10000000 days'), 'count-too-large');
    assertFailure(parseSpan('soon'), 'not-a-span');
    assertFailure(parseSpan(`1 ${'x'.repeat(300)}`), 'not-a-span');
  });
});
