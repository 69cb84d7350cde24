import assert from 'node:assert/strict';
import { KINDS, STATES } from '../../../src/core/commitments/commitment.ts';
import { DUE_BUCKETS } from '../../../src/core/portfolio/query.ts';
import {
  accessibleLabel,
  bucketWord,
  description,
  FLAGS,
  flagsOf,
  flagWord,
  kindWord,
  lateness,
  longDay,
  type Standing,
  shortDay,
  stateWord,
  whenWords,
} from '../../../src/core/report/words.ts';
import { day, standing, TODAY } from './standing.ts';

const late = standing({ state: 'overdue', daysLate: 3, due: day('2026-11-24') });

describe('the words for a commitment', () => {
  it('have one for every state, kind, flag and stretch of time', () => {
    const words = [
      ...STATES.map((state) => stateWord(state)),
      ...KINDS.map((kind) => kindWord(kind)),
      ...FLAGS.map((flag) => flagWord(flag, standing(), TODAY)),
      ...DUE_BUCKETS.map((bucket) => bucketWord(bucket)),
    ];
    for (const word of words) assert.match(word, /^[A-Z]?[a-z0-9, -]+$/);
  });

  it('name the year of a day only where it is another', () => {
    assert.equal(shortDay(day('2026-10-15'), TODAY), '15 Oct');
    assert.equal(shortDay(day('2027-10-15'), TODAY), '15 Oct 2027');
    assert.equal(shortDay(day('0033-04-03'), TODAY), '3 Apr 33');
    assert.equal(longDay(day('2026-10-05')), '5 October 2026');
  });

  const cases: readonly [string, Standing][] = [
    ['27 Dec · in 30 days', standing()],
    ['24 Nov · 3 days late', late],
    ['26 Nov · 1 day late', standing({ state: 'overdue', daysLate: 1, due: day('2026-11-26') })],
    ['27 Nov · due today', standing({ state: 'due-today', due: TODAY })],
    ['28 Nov · due tomorrow', standing({ state: 'due-soon', due: day('2026-11-28') })],
    ['1 Mar 2028 · in 460 days', standing({ due: day('2028-03-01') })],
    ['no due day', standing({ due: undefined })],
    ['done 9 Oct', standing({ state: 'done', done: day('2026-10-09') })],
    ['done', standing({ state: 'done' })],
    ['cancelled', standing({ state: 'cancelled' })],
    ['20 Nov', standing({ provisional: true, due: day('2026-11-20') })],
  ];
  for (const [expected, given] of cases)
    it(`say “${expected}”`, () => assert.equal(whenWords(given, TODAY), expected));

  it('say how late or how far, without the day', () => {
    assert.equal(lateness(late, TODAY), '3 days late');
    assert.equal(lateness(standing({ state: 'done' }), TODAY), '');
  });

  it('add what is true beside the state, and what its icon alone would say', () => {
    const soon = standing({ state: 'blocked', blocked: true });
    assert.equal(description(soon, TODAY), '27 Dec · in 30 days · blocked');
    const waiting = standing({ state: 'waiting', waiting: true });
    assert.equal(description(waiting, TODAY), '27 Dec · in 30 days · waiting for what comes before');
    const named = { ...waiting, waitsFor: ['M2'] };
    assert.equal(description(named, TODAY), '27 Dec · in 30 days · waits for M2');
    assert.deepEqual([flagsOf(waiting, TODAY), flagsOf(named, TODAY)], [[], ['waiting']]);
  });

  it('name beside the state what else is true, but never the state again', () => {
    const forecast = day('2026-12-08');
    const blocked = { ...late, blocked: true, atRisk: true, forecast };
    assert.equal(description(blocked, TODAY), '24 Nov · 3 days late · blocked · expected 8 Dec');
    assert.deepEqual(flagsOf(standing({ state: 'blocked', blocked: true }), TODAY), []);
    assert.deepEqual(flagsOf(standing({ state: 'done', blocked: true }), TODAY), []);
  });

  it('do not call it news that something late can come today at the earliest', () => {
    assert.deepEqual(flagsOf({ ...late, atRisk: true, forecast: TODAY }, TODAY), []);
  });

  it('say in one sentence what a row shows by place, icon and colour', () => {
    assert.equal(
      accessibleLabel({ ...late, blocked: true }, TODAY, { owner: 'Judit Vass', agreement: 'Jars' }),
      'Four moulds running, milestone, overdue, due 24 November 2026, 3 days late, blocked, owner Judit Vass, in Jars',
    );
    assert.equal(
      accessibleLabel(standing({ state: 'done', done: day('2026-10-09') }), TODAY, {}),
      'Four moulds running, milestone, done 9 October 2026, no owner',
    );
    assert.equal(
      accessibleLabel(standing({ state: 'due-today', due: TODAY }), TODAY, { owner: 'Tom' }),
      'Four moulds running, milestone, due today, due 27 November 2026, owner Tom',
    );
  });

  it('can be said in another language', () => {
    const german = { 'report/late': { by: 'days', one: '{days} Tag zu spät', other: '{days} Tage zu spät' } };
    assert.equal(lateness(late, TODAY, german), '3 Tage zu spät');
  });
});
