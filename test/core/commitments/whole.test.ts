import assert from 'node:assert/strict';
import { formatDay } from '../../../src/core/calendar/day.ts';
import type { Commitment } from '../../../src/core/commitments/commitment.ts';
import { commitmentsOf } from '../../../src/core/commitments/ledger.ts';
import type { Value } from '../../../src/core/text/value.ts';
import { agreementOf, day } from './listing.ts';

/** All that the commitments of an agreement say: days as they are written, places by the words that stand there. */
function whole(yaml: string, today = '2026-11-27'): object[] {
  const agreement = agreementOf(yaml);
  const words = ({ range: { start, end } }: Value<unknown>) => agreement.text.slice(start, end);
  return commitmentsOf(agreement, day(today)).map((commitment) =>
    Object.fromEntries(
      Object.entries(commitment).map(([name, value]) => {
        if (name === 'at' || name === 'dueAt') return [name, words(value as Value<unknown>)];
        if (name === 'item') return [name, (value as Commitment['item']).kind];
        return [name, typeof value === 'number' && name !== 'daysLate' ? formatDay(value as never) : value];
      }),
    ),
  );
}

/** What a commitment says that is neither done nor late, blocked, waited for or uncertain, and of which nobody is named. */
const QUIET = {
  ownOwner: false,
  support: [],
  to: [],
  tags: [],
  state: 'open',
  daysLate: 0,
  blocked: false,
  waiting: false,
  provisional: false,
  atRisk: false,
  acceptance: false,
};

describe('All that is said of a commitment', () => {
  it('of a milestone: who, to whom, what it is worth, and where it stands', () => {
    const yaml =
      'parties: [{ id: us, people: [ana] }, { id: them, people: [tom, ines] }]\nmilestones:\n' +
      '  - { id: M1, title: Keys, owner: [tom, ines], to: [us], due: 2026-12-24, amount: 5 EUR, priority: high }\n';
    assert.deepEqual(whole(yaml), [
      {
        ...QUIET,
        kind: 'milestone',
        id: 'M1',
        title: 'Keys',
        owner: 'tom',
        ownOwner: true,
        support: ['ines'],
        party: 'them',
        to: ['us'],
        due: '2026-12-24',
        forecast: '2026-12-24',
        amount: { amount: '5', currency: 'EUR' },
        priority: 'high',
        at: 'Keys',
        dueAt: '2026-12-24',
        item: 'milestone',
      },
    ]);
  });

  it('of a milestone that says nothing but that it is there', () => {
    const bare = {
      ...QUIET,
      kind: 'milestone',
      id: '',
      title: '',
      at: '{ done: 2026-11-20 }',
      item: 'milestone',
    };
    assert.deepEqual(whole('milestones:\n  - { done: 2026-11-20 }\n'), [
      { ...bare, state: 'done', done: '2026-11-20', forecast: '2026-11-20' },
    ]);
    assert.deepEqual(whole('milestones:\n  - { id: M1, every: month }\n'), [
      { ...bare, id: 'M1', title: 'M1', at: 'M1' },
    ]);
  });

  it('of an occurrence: its day, and the words that its days are counted from', () => {
    const yaml =
      'effective: 2026-11-13\nmilestones:\n' +
      '  - { id: M3, owner: tom, to: ana, duration: 2 weeks, every: month, completed: [2026-11-25], amount: 5 EUR, priority: low }\n';
    const each = {
      ...QUIET,
      kind: 'milestone',
      id: 'M3',
      title: 'M3',
      owner: 'tom',
      ownOwner: true,
      to: ['ana'],
      amount: { amount: '5', currency: 'EUR' },
      priority: 'low',
      at: 'M3',
      dueAt: '2 weeks',
      item: 'milestone',
    };
    assert.deepEqual(whole(yaml), [
      {
        ...each,
        occurrence: '2026-11-27',
        due: '2026-11-27',
        state: 'done',
        done: '2026-11-25',
        forecast: '2026-11-25',
      },
      { ...each, occurrence: '2026-12-27', due: '2026-12-27', forecast: '2026-12-27' },
    ]);
  });

  it('of an action item: its box, its markers and its words', () => {
    const action = { ...QUIET, kind: 'action', ownOwner: true, owner: 'tom', item: 'action' };
    const [open, done, ticked, off] = whole(
      '---\n- [ ] Call @tom due:2026-12-24 #high #glass\n- [x] Write @tom due:2026-11-01 done:2026-11-02\n' +
        '- [x] Ask @tom due:2026-11-03\n- [ ] Beg @tom due:2026-11-04 cancelled:2026-11-05\n',
    ).map(({ id: _, ...rest }: { id?: unknown }) => rest);
    assert.deepEqual(open, {
      ...action,
      title: 'Call',
      due: '2026-12-24',
      forecast: '2026-12-24',
      priority: 'high',
      tags: ['glass'],
      at: 'Call @tom due:2026-12-24 #high #glass',
      dueAt: '2026-12-24',
    });
    assert.deepEqual(done, {
      ...action,
      title: 'Write',
      due: '2026-11-01',
      state: 'done',
      done: '2026-11-02',
      forecast: '2026-11-02',
      at: 'Write @tom due:2026-11-01 done:2026-11-02',
      dueAt: '2026-11-01',
    });
    assert.deepEqual(ticked, {
      ...action,
      title: 'Ask',
      due: '2026-11-03',
      state: 'done',
      forecast: '2026-11-03',
      at: 'Ask @tom due:2026-11-03',
      dueAt: '2026-11-03',
    });
    assert.deepEqual(off, {
      ...action,
      title: 'Beg',
      due: '2026-11-04',
      state: 'cancelled',
      at: 'Beg @tom due:2026-11-04 cancelled:2026-11-05',
      dueAt: '2026-11-04',
    });
  });

  it('of what the agreement itself asks for', () => {
    const yaml =
      'owner: ana\neffective: 2026-11-20\nexpires: 2027-01-31\nnotice: { last-day: 30 days, owner: tom }\ncadence: 2 weeks\n' +
      'negotiations: [{ id: N1, date: 2026-11-26, topic: price, owner: tom }, { id: N2, date: 2026-11-26 }]\n' +
      'risks: [{ id: R1, title: Frost, owner: tom, review: 2026-12-24 }, { id: R2, review: month }, { review: month }]\n';
    const tom = { ...QUIET, owner: 'tom', ownOwner: true };
    const ana = { ...QUIET, owner: 'ana' };
    const on = (due: string) => ({ due, forecast: due });
    assert.deepEqual(whole(yaml), [
      {
        ...tom,
        ...on('2026-11-28'),
        kind: 'debrief',
        id: 'N1',
        title: 'Debrief: price',
        state: 'due-soon',
        at: 'price',
        dueAt: '2026-11-26',
        item: 'debrief',
      },
      {
        ...ana,
        ...on('2026-11-28'),
        kind: 'debrief',
        id: 'N2',
        title: 'Debrief: N2',
        state: 'due-soon',
        at: 'N2',
        dueAt: '2026-11-26',
        item: 'debrief',
      },
      {
        ...tom,
        ...on('2026-12-24'),
        kind: 'risk-review',
        id: 'R1',
        title: 'Review risk: Frost',
        at: 'Frost',
        dueAt: '2026-12-24',
        item: 'risk-review',
      },
      {
        ...ana,
        ...on('2026-12-20'),
        kind: 'risk-review',
        id: 'R2',
        title: 'Review risk: R2',
        at: 'R2',
        dueAt: 'month',
        item: 'risk-review',
      },
      {
        ...ana,
        ...on('2026-12-20'),
        kind: 'risk-review',
        id: '',
        title: 'Review risk: ',
        at: '{ review: month }',
        dueAt: 'month',
        item: 'risk-review',
      },
      {
        ...ana,
        ...on('2026-12-04'),
        kind: 'check-in',
        id: 'check-in',
        title: 'Check-in',
        state: 'due-soon',
        at: '2 weeks',
        dueAt: '2 weeks',
        item: 'check-in',
      },
      {
        ...tom,
        ...on('2027-01-01'),
        kind: 'notice',
        id: 'notice',
        title: 'Give notice or let it pass',
        at: '30 days',
        dueAt: '30 days',
        item: 'notice',
      },
      {
        ...ana,
        ...on('2027-01-31'),
        kind: 'expiry',
        id: 'expiry',
        title: 'Agreement expires',
        at: '2027-01-31',
        dueAt: '2027-01-31',
        item: 'expiry',
      },
    ]);
  });

  it('of talks without a day, which nobody has to look back at by any day', () => {
    assert.deepEqual(whole('negotiations: [{ topic: price }, { owner: tom }]\n'), [
      { ...QUIET, kind: 'debrief', id: '', title: 'Debrief: price', at: 'price', item: 'debrief' },
      {
        ...QUIET,
        kind: 'debrief',
        id: '',
        title: 'Debrief: ',
        owner: 'tom',
        ownOwner: true,
        at: '{ owner: tom }',
        item: 'debrief',
      },
    ]);
  });

  it('of talks that go by their day', () => {
    const [{ id, title, at }] = whole('negotiations: [{ date: 2026-11-26 }]\n') as [Record<string, string>];
    assert.deepEqual([id, title, at], ['2026-11-26', 'Debrief: 2026-11-26', '2026-11-26']);
  });
});
