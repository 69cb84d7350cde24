import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { DEFAULT_CALENDAR } from '../../../src/core/calendar/business.ts';
import { formatDay } from '../../../src/core/calendar/day.ts';
import { formatRelativeDay } from '../../../src/core/calendar/expression.ts';
import { isFailure } from '../../../src/core/calendar/failure.ts';
import { parseTypedDay, type TypedContext } from '../../../src/core/calendar/typed.ts';
import { type DayWords, ENGLISH } from '../../../src/core/calendar/words.ts';
import { anyText, assertFailure, calendar, day, runs } from './helpers.ts';

/** Wednesday; the item is due on the Tuesday after. */
const context: TypedContext = {
  today: day('2026-10-14'),
  due: day('2026-10-20'),
  calendar: DEFAULT_CALENDAR,
};

function typed(text: string, more: Partial<TypedContext> = {}): string {
  const found = parseTypedDay(text, { ...context, ...more });
  if (found.kind === 'day') return formatDay(found.day);
  return found.kind === 'relative' ? formatRelativeDay(found) : found.reason;
}

describe('a typed day', () => {
  it('is a day in any writing that leaves no doubt', () => {
    for (const text of [
      '2026-10-15',
      '15/10/2026',
      '15.10.2026',
      '15 Oct 2026',
      'october 15, 2026',
      '2026/10/15',
    ])
      assert.equal(typed(text), '2026-10-15', text);
  });

  it('is today, tomorrow, yesterday', () => {
    assert.equal(typed('today'), '2026-10-14');
    assert.equal(typed(' Tomorrow '), '2026-10-15');
    assert.equal(typed('yesterday'), '2026-10-13');
  });

  it('is a weekday: the first one after today', () => {
    for (const text of ['fri', 'Friday', 'next friday', 'on friday', 'this fri'])
      assert.equal(typed(text), '2026-10-16', text);
    assert.equal(typed('wed'), '2026-10-21', 'today is a Wednesday');
    assert.equal(typed('tue'), '2026-10-20');
    assert.equal(typed('mon'), '2026-10-19');
    assert.equal(typed('sunday'), '2026-10-18');
  });

  it('is a day and a month: the first one from today on', () => {
    assert.equal(typed('15 oct'), '2026-10-15');
    assert.equal(typed('oct 15'), '2026-10-15');
    assert.equal(typed('14 October'), '2026-10-14');
    assert.equal(typed('13th of October'), '2027-10-13');
    assert.equal(typed('29 feb'), '2028-02-29');
    assert.equal(typed('29 feb', { today: day('2096-03-01') }), '2104-02-29', '2100 is no leap year');
    assert.equal(typed('15 October 2027'), '2027-10-15');
  });

  it('is the end of a month, a quarter or a year', () => {
    assert.equal(typed('end of month'), '2026-10-31');
    assert.equal(typed('End of next month'), '2026-11-30');
    assert.equal(typed('end of next month', { today: day('2026-12-05') }), '2027-01-31');
    assert.equal(typed('end of the quarter'), '2026-12-31');
    assert.equal(typed('end of next quarter'), '2027-03-31');
    assert.equal(typed('end of year'), '2026-12-31');
    assert.equal(typed('end of next year'), '2027-12-31');
  });

  it('counts from the present due day', () => {
    assert.equal(typed('+3'), '2026-10-23');
    assert.equal(typed('+3 days'), '2026-10-23');
    assert.equal(typed('+10 business days'), '2026-11-03');
    assert.equal(typed('2 weeks'), '2026-11-03');
    assert.equal(typed('-1 week'), '2026-10-13');
    assert.equal(typed('+1 month', { due: day('2027-01-31') }), '2027-02-28');
  });

  it('counts from today where nothing is due yet', () => {
    const { due: _, ...undated } = context;
    const found = parseTypedDay('+3', undated);
    assert.deepEqual(found, { kind: 'day', day: day('2026-10-17') });
  });

  it('counts from today after in and next', () => {
    assert.equal(typed('in 2 weeks'), '2026-10-28');
    assert.equal(typed('in 3'), '2026-10-17');
    assert.equal(typed('in a month'), '2026-11-14');
    assert.equal(typed('next week'), '2026-10-21');
    assert.equal(typed('next year'), '2027-10-14');
  });

  it('knows short units and the holidays', () => {
    assert.equal(typed('2w'), '2026-11-03');
    assert.equal(typed('+1 quarter'), '2027-01-20');
    assert.equal(typed('in a fortnight'), '2026-10-28');
    assert.equal(typed('+2bd', { calendar: calendar(undefined, '2026-10-21') }), '2026-10-23');
  });

  it('stays relative when it counts from an anchor', () => {
    assert.equal(typed('M1 + 2 weeks'), 'M1 + 2 weeks');
    assert.equal(typed('M1+2 wks'), 'M1 + 2 weeks');
    assert.equal(typed('effective + 1 year - 1 day'), 'effective + 1 year - 1 day');
  });

  it('fails with a reason, and with something to type instead', () => {
    const fails = (text: string) => parseTypedDay(text, context);
    assertFailure(fails(''), 'empty');
    assertFailure(fails('soon'), 'not-a-day');
    assertFailure(fails('this month'), 'not-a-day');
    assertFailure(fails('5/6/2026'), 'ambiguous');
    assertFailure(fails('2026-10'), 'imprecise', '2026-10-31');
    assertFailure(fails('2026-02-30'), 'no-such-day', '2026-02-28');
    assertFailure(fails('31 feb 2027'), 'no-such-day', '2027-02-28');
    assertFailure(fails('31 feb'), 'no-such-day');
    assertFailure(fails('3'), 'missing-unit', '+3 days');
    assertFailure(fails('3132026'), 'missing-unit');
    assertFailure(fails('1.5 months'), 'fractional-count', '45 days');
    assertFailure(fails('+1.5 months'), 'fractional-count', '+45 days');
    assertFailure(fails('in 48 hours'), 'time-of-day', 'in 2 days');
    assertFailure(fails('2026-10-15 9:00'), 'time-of-day', '2026-10-15');
    assertFailure(fails('+10000000 days'), 'count-too-large');
    assertFailure(fails('+9999 years'), 'out-of-range');
    assertFailure(fails('M1'), 'anchor-alone', 'M1 + 0 days');
    assertFailure(fails('x'.repeat(1000)), 'not-a-day');
  });

  it('finds no business days where nobody works', () => {
    assert.equal(typed('+1 business day', { calendar: calendar('') }), 'out-of-range');
  });

  it('is never an exception, and what is suggested can be typed', () => {
    const words = [
      'next',
      ' ',
      'in',
      '+',
      '-',
      '3',
      '1.5',
      'days',
      'w',
      'fri',
      'oct',
      '31',
      '2026',
      '/',
      'end of',
      'M1',
    ];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 7 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, anyText), (text) => {
        const found = parseTypedDay(text, context);
        if (!isFailure(found) || found.suggestion === undefined) return;
        assert.ok(!isFailure(parseTypedDay(found.suggestion, context)), `${text} → ${found.suggestion}`);
      }),
      runs,
    );
  });

  it('speaks the language of its words', () => {
    const spanish: DayWords = {
      ...ENGLISH,
      weekdays: [['lunes'], ['martes'], ['miércoles'], ['jueves'], ['viernes'], ['sábado'], ['domingo']],
      months: ENGLISH.months.map((names, index) => (index === 9 ? ['octubre'] : names)),
      days: new Map([['mañana', 1]]),
      from: ['en'],
      counts: new Map([['dos', 2]]),
      units: new Map([['semanas', [1, 'week']]]),
    };
    assert.equal(typed('mañana', { words: spanish }), '2026-10-15');
    assert.equal(typed('viernes', { words: spanish }), '2026-10-16');
    assert.equal(typed('15 octubre', { words: spanish }), '2026-10-15');
    assert.equal(typed('en dos semanas', { words: spanish }), '2026-10-28');
    assert.equal(typed('+2 semanas', { words: spanish }), '2026-11-03');
  });
});
