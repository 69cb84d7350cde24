import assert from 'node:assert/strict';
import { parseAbsoluteDay } from '../../../src/core/calendar/absolute.ts';
import { parseDayExpression } from '../../../src/core/calendar/expression.ts';
import { parseInterval } from '../../../src/core/calendar/interval.ts';
import { parsePeriod } from '../../../src/core/calendar/period.ts';
import { parseSpan } from '../../../src/core/calendar/span.ts';
import { parseTypedDay } from '../../../src/core/calendar/typed.ts';
import { calendar, day } from './helpers.ts';

const typed = (text: string) => parseTypedDay(text, { today: day('2026-10-14'), calendar: calendar() });

/** For each kind of text: what is written, why it cannot be read, and the words at fault. */
const FAULTS: readonly [string, (text: string) => object, readonly (readonly [string, string, string])[]][] =
  [
    [
      'a day',
      parseDayExpression,
      [
        ['', 'empty', ''],
        ['2026-10-15 9:00', 'time-of-day', '9:00'],
        ['2026-10-15 12h', 'time-of-day', '12h'],
        ['2026-10-15T0900', 'time-of-day', 'T0900'],
        ['2026-02-30T9:00', 'time-of-day', '9:00'],
        [' Q5 2026 ', 'not-a-day', 'Q5 2026'],
        ['Octember 2026', 'not-a-day', 'Octember 2026'],
        ['M1 + 3 moons', 'unknown-unit', 'moons'],
        ['M1 + 1.5 months', 'fractional-count', '1.5'],
        ['M1 + 10000000 days', 'count-too-large', '10000000'],
        ['M1 – 3 days', 'wrong-sign', '–'],
        ['M1+3 days', 'missing-spaces', 'M1+3 days'],
        ['M1 + 3days', 'missing-spaces', 'M1 + 3days'],
        ['designed', 'not-a-day', 'designed'],
        ['signedly', 'not-a-day', 'signedly'],
        ['+ 1.5 weeks', 'fractional-count', '1.5'],
        ['+ 3 wks', 'missing-anchor', '+ 3 wks'],
      ],
    ],
    [
      'a span',
      (text) => parseSpan(text),
      [
        ['  ', 'empty', ''],
        ['3days', 'missing-spaces', '3days'],
        ['two weeks', 'missing-count', 'two weeks'],
        ['2.25 weeks', 'fractional-count', '2.25'],
        ['- 3 days', 'signed-count', '-'],
        ['3 wks', 'unknown-unit', 'wks'],
        ['2 long weeks', 'unknown-unit', 'long weeks'],
        ['two business days', 'missing-count', 'two business days'],
        ['two', 'not-a-span', 'two'],
        ['36 h', 'time-of-day', 'h'],
      ],
    ],
    [
      'a period',
      parsePeriod,
      [
        ['', 'empty', ''],
        ['RRULE:FREQ=DAILY', 'rrule-part', 'RRULE:'],
        ['FREQ=DAILY;', 'rrule-part', ';'],
        ['FREQ=DAILY;INTERVAL', 'rrule-value', 'INTERVAL'],
        ['FREQ=SECONDLY', 'time-of-day', 'FREQ=SECONDLY'],
        ['FREQ=MINUTELY', 'time-of-day', 'FREQ=MINUTELY'],
        ['FREQ=OFTEN', 'rrule-value', 'FREQ=OFTEN'],
        ['FREQ=DAILY;INTERVAL=x', 'rrule-value', 'INTERVAL=X'],
        ['FREQ=DAILY;INTERVAL=00', 'zero-period', 'INTERVAL=00'],
        ['FREQ=DAILY;INTERVAL=12345678', 'rrule-value', 'INTERVAL=12345678'],
        ['FREQ=DAILY;COUNT=0', 'rrule-value', 'COUNT=0'],
        ['FREQ=DAILY;UNTIL=soon', 'rrule-value', 'UNTIL=SOON'],
        ['FREQ=DAILY;UNTIL=202708310', 'rrule-value', 'UNTIL=202708310'],
        ['FREQ=DAILY;UNTIL=20270230', 'no-such-day', 'UNTIL=20270230'],
        ['FREQ=DAILY;UNTIL=2027-08-31', 'rrule-value', 'UNTIL=2027-08-31'],
        ['FREQ=DAILY;UNTIL=20270831T9', 'time-of-day', 'UNTIL=20270831T9'],
        ['9999999 quarters', 'count-too-large', '9999999'],
        ['every 0 weeks', 'zero-period', 'every 0 weeks'],
        ['every 2 moons', 'unknown-unit', 'moons'],
      ],
    ],
    [
      'an interval',
      parseInterval,
      [
        ['2026-12-24 until then', 'not-a-day', 'then'],
        ['2026-12-24/2027-02-30', 'no-such-day', '2027-02-30'],
        ['2026-12-24 to 2027-01-06', 'not-an-interval', '2026-12-24 to 2027-01-06'],
        ['2027-01-06/2026-12-24', 'reversed', '2027-01-06/2026-12-24'],
        ['2026-12', 'imprecise', '2026-12'],
      ],
    ],
    [
      'what is typed',
      typed,
      [
        ['+ 1.5 months', 'fractional-count', '1.5'],
        ['in 48 hours', 'time-of-day', 'hours'],
        ['3', 'missing-unit', '3'],
        ['M1 + 3 moons', 'unknown-unit', 'moons'],
        ['31 feb', 'no-such-day', '31 feb'],
        ['+9999 years', 'out-of-range', '+9999 years'],
      ],
    ],
  ];

describe('The words at fault', () => {
  for (const [kind, parse, faults] of FAULTS)
    for (const [text, reason, part] of faults)
      it(`in “${text}” as ${kind} are “${part}”: ${reason}`, () => {
        const { suggestion: _, ...found } = parse(text) as { suggestion?: string };
        assert.deepEqual(found, { kind: 'failure', reason, part });
      });

  it('are not looked for in prose, however it begins', () => {
    const prose = (start: string) => start + 'x'.repeat(200);
    const reasons = [
      parseAbsoluteDay(prose('2026-10-15T09:00 ')),
      parseDayExpression(prose('2026-10-15T09:00 ')),
      parseInterval(prose('2026-12-24/')),
      parsePeriod(prose('FREQ=DAILY;')),
      parseSpan(prose('3 ')),
      typed(prose('+3 ')),
    ].map((found) => (typeof found === 'object' && 'reason' in found ? found.reason : found));
    assert.deepEqual(reasons, [
      'not-a-day',
      'not-a-day',
      'not-an-interval',
      'not-a-period',
      'not-a-span',
      'not-a-day',
    ]);
  });
});

describe('What only looks like a day', () => {
  for (const text of [
    'v20261015',
    '202610150',
    'on 2026-10-15T09:00',
    '115/10/2026',
    '15/10/20260',
    '12026-10',
    '10/20261',
    'the end of 2026',
    'end of 20261',
    'aQ4 2026',
    'Q4 20261',
    '2026-Q41',
    '12026-W42',
    '2026-W421',
    'in October 20261',
    'Foo 15 Oct 2026',
  ])
    it(`is none: ${text}`, () => {
      const found = parseAbsoluteDay(text);
      assert.deepEqual(found, { kind: 'failure', reason: 'not-a-day', part: text });
    });

  const none = ['0000', '0000-W01', '2026-W54', '2026-W00', '2026-13', '00/2026', '2026-00-31', '2026-13-01'];
  for (const text of [...none, '9999-W53', 'October 0000'])
    it(`is not in the calendar, and nothing is suggested: ${text}`, () => {
      const found = parseAbsoluteDay(text);
      assert.deepEqual(found, { kind: 'failure', reason: 'no-such-day', part: text });
    });
});

describe('What is meant', () => {
  const suggested = (found: object) => (found as { suggestion?: string }).suggestion;

  it('is a day in other writings too', () => {
    for (const [text, better] of [
      ['12/12/2026', '2026-12-12'],
      ['12/13/2026', '2026-12-13'],
      ['13/12/2026', '2026-12-13'],
      ['2026-01-32', undefined],
      ['2026-01-31 09:00', '2026-01-31'],
      ['2026-12-32', undefined],
      ['2027-11-31', '2027-11-30'],
      ['15 january 2026', '2026-01-15'],
      ['15 \t Oct   2026', '2026-10-15'],
      ['Q42026', '2026-12-31'],
      ['2026Q4', '2026-12-31'],
      ['2026W42', '2026-10-18'],
      ['2026-10-15T09:00', '2026-10-15'],
      ['2026-02-30T09:00', undefined],
    ] as const)
      assert.equal(suggested(parseAbsoluteDay(text) as object), better, text);
    assert.deepEqual(parseAbsoluteDay('12/11/2026'), {
      kind: 'failure',
      reason: 'ambiguous',
      part: '12/11/2026',
    });
  });

  it('is the interval the right way round', () => {
    for (const text of ['2027-01-06 to 2026-12-24', '6 Jan 2027 - 24 Dec 2026'])
      assert.equal(suggested(parseInterval(text)), '2026-12-24/2027-01-06');
    assert.equal(suggested(parseInterval('24 Dec 2026 - 24 Dec 2026')), '2026-12-24/2026-12-24');
  });

  it('is the period, by other words', () => {
    for (const [text, better] of [
      ['every mondays', 'every week'],
      ['once a month', 'every month'],
      ['once every 2 years', 'every 2 years'],
      ['every 9999999 wks', undefined],
      ['RRULE:FREQ=SOON', undefined],
      ['every second month', 'every 2 months'],
      ['every 31 wks', 'every 31 weeks'],
      ['every 0 business days', 'every business day'],
      ['once per month', undefined],
    ] as const)
      assert.equal(suggested(parsePeriod(text)), better, text);
    assert.deepEqual(parsePeriod(' weekly '), { step: { count: 1, unit: 'week' } });
    assert.deepEqual(parsePeriod('FREQ=DAILY;INTERVAL=9999999'), { step: { count: 9_999_999, unit: 'day' } });
    assert.deepEqual(parsePeriod('3333333 quarters'), { step: { count: 9_999_999, unit: 'month' } });
  });

  it('is the largest count that a span can have, and no larger one', () => {
    assert.deepEqual(parseSpan('9999999 days'), { count: 9_999_999, unit: 'day' });
    assert.equal(suggested(parseSpan('9999999 wks')), '9999999 weeks');
    assert.equal(suggested(parseSpan('9999999 fortnights')), undefined);
    assert.equal(suggested(parseSpan('9999999')), '9999999 days');
    assert.deepEqual(parseDayExpression('M1 + 9999999 days'), {
      kind: 'relative',
      anchor: 'M1',
      steps: [{ count: 9_999_999, unit: 'day' }],
    });
    assert.deepEqual(parseDayExpression('M1 - 0 days'), parseDayExpression('M1 + 0 days'));
  });
});
