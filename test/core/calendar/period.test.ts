import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { isFailure } from '../../../src/core/calendar/failure.ts';
import { parsePeriod } from '../../../src/core/calendar/period.ts';
import type { Span } from '../../../src/core/calendar/span.ts';
import { anyText, assertFailure, day, runs } from './helpers.ts';

function assertStep(text: string, count: number, unit: Span['unit']): void {
  assert.deepEqual(parsePeriod(text), { step: { count, unit } }, text);
}

describe('a period', () => {
  it('is a unit, with or without every and a number', () => {
    assertStep('month', 1, 'month');
    assertStep('every month', 1, 'month');
    assertStep('every 2 weeks', 2, 'week');
    assertStep('2 Weeks', 2, 'week');
    assertStep('every 10 business days', 10, 'business day');
    assertStep('every working day', 1, 'business day');
    assertStep('every year', 1, 'year');
    assertStep('every day', 1, 'day');
  });

  it('knows the quarter: three months', () => {
    assertStep('quarter', 3, 'month');
    assertStep('every 2 quarters', 6, 'month');
  });

  it('is a word', () => {
    assertStep('weekly', 1, 'week');
    assertStep('fortnightly', 2, 'week');
    assertStep('biweekly', 2, 'week');
    assertStep('Monthly', 1, 'month');
    assertStep('quarterly', 3, 'month');
    assertStep('yearly', 1, 'year');
    assertStep('annually', 1, 'year');
  });

  it('is an RRULE value of FREQ, INTERVAL and a bound', () => {
    assertStep('FREQ=DAILY', 1, 'day');
    assertStep('FREQ=WEEKLY;INTERVAL=2', 2, 'week');
    assertStep('interval=3;freq=monthly', 3, 'month');
    assert.deepEqual(parsePeriod('FREQ=YEARLY;COUNT=3'), { step: { count: 1, unit: 'year' }, count: 3 });
    assert.deepEqual(parsePeriod('FREQ=DAILY;UNTIL=20270831'), {
      step: { count: 1, unit: 'day' },
      until: day('2027-08-31'),
    });
  });
});

describe('what is no period', () => {
  it('is another word', () => {
    assertFailure(parsePeriod('daily'), 'not-a-period', 'every day');
    assertFailure(parsePeriod('semi-annually'), 'not-a-period', 'every 6 months');
    assertFailure(parsePeriod('every other week'), 'not-a-period', 'every 2 weeks');
    assertFailure(parsePeriod('every two weeks'), 'not-a-period', 'every 2 weeks');
    assertFailure(parsePeriod('each month'), 'not-a-period', 'every month');
    assertFailure(parsePeriod('every Monday'), 'not-a-period', 'every week');
    assertFailure(parsePeriod('sometimes'), 'not-a-period');
    assertFailure(parsePeriod('every'), 'not-a-period');
    assertFailure(parsePeriod('x'.repeat(300)), 'not-a-period');
    assertFailure(parsePeriod(' '), 'empty');
  });

  it('can be read in two ways', () => {
    for (const text of ['bimonthly', 'biannual', 'bi-annually'])
      assertFailure(parsePeriod(text), 'ambiguous');
  });

  it('is no span', () => {
    assertFailure(parsePeriod('every 1.5 months'), 'fractional-count', 'every 45 days');
    assertFailure(parsePeriod('every 3 wks'), 'unknown-unit', 'every 3 weeks');
    assertFailure(parsePeriod('every 2'), 'missing-unit', 'every 2 days');
    assertFailure(parsePeriod('every 48 hours'), 'time-of-day', 'every 2 days');
    assertFailure(parsePeriod('every 2 moons'), 'unknown-unit');
    assertFailure(parsePeriod('9999999 quarters'), 'count-too-large');
  });

  it('has no length', () => {
    assertFailure(parsePeriod('every 0 days'), 'zero-period', 'every day');
    assertFailure(parsePeriod('FREQ=DAILY;INTERVAL=0'), 'zero-period');
  });

  it('has a part of RRULE that is not supported, which is named', () => {
    for (const part of ['BYDAY=MO', 'BYMONTHDAY=31', 'BYSETPOS=-1', 'WKST=SU', 'X'])
      assert.deepEqual(parsePeriod(`FREQ=MONTHLY;${part}`), { kind: 'failure', reason: 'rrule-part', part });
    assert.deepEqual(parsePeriod('INTERVAL=2'), { kind: 'failure', reason: 'rrule-part', part: 'FREQ' });
    assertFailure(parsePeriod('FREQ=DAILY;FREQ=DAILY'), 'rrule-part');
    assertFailure(parsePeriod('FREQ=DAILY;COUNT=2;UNTIL=20270831'), 'rrule-part');
    assertFailure(parsePeriod('FREQ=DAILY;UNTIL=20270831;COUNT=2'), 'rrule-part');
    assertFailure(parsePeriod('FREQ=DAILY;'), 'rrule-part');
    assertFailure(parsePeriod('RRULE:FREQ=DAILY'), 'rrule-part', 'FREQ=DAILY');
  });

  it('has a part of RRULE that cannot be read', () => {
    for (const value of ['FREQ=', 'FREQ=OFTEN', 'FREQ=DAILY;INTERVAL=x', 'FREQ=DAILY;INTERVAL=1=2'])
      assertFailure(parsePeriod(value), 'rrule-value');
    for (const value of ['COUNT=0', 'COUNT=-1', 'COUNT=1.5', 'UNTIL=soon'])
      assertFailure(parsePeriod(`FREQ=DAILY;${value}`), 'rrule-value');
    assertFailure(parsePeriod('FREQ=HOURLY'), 'time-of-day');
    assertFailure(parsePeriod('FREQ=DAILY;UNTIL=20270230'), 'no-such-day');
    assertFailure(parsePeriod('FREQ=DAILY;UNTIL=2027-08-31'), 'rrule-value', 'FREQ=DAILY;UNTIL=20270831');
    assertFailure(
      parsePeriod('FREQ=DAILY;UNTIL=20270831T000000Z'),
      'time-of-day',
      'FREQ=DAILY;UNTIL=20270831',
    );
  });

  it('is never an exception, and what is suggested can be read', () => {
    const words = [
      'every',
      ' ',
      '2',
      '0',
      '1.5',
      'week',
      'quarters',
      'FREQ=',
      'DAILY',
      ';',
      'UNTIL=',
      '20270831',
      'T',
    ];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, anyText), (text) => {
        const parsed = parsePeriod(text);
        if (!isFailure(parsed) || parsed.suggestion === undefined) return;
        assert.ok(!isFailure(parsePeriod(parsed.suggestion)), `${text} → ${parsed.suggestion}`);
      }),
      runs,
    );
  });
});
