import assert from 'node:assert/strict';
import {
  type Glance,
  glanceLabel,
  glanceWords,
  PARTS,
  partWord,
  partWords,
} from '../../../src/core/report/agreement-words.ts';
import {
  afterWords,
  DATES,
  dateLabel,
  dateWord,
  dateWords,
  differenceWords,
  FIGURES,
  figureWord,
  milestoneLabel,
  milestoneWords,
  objectiveLabel,
  objectiveWords,
  riskLabel,
  riskWords,
  talksLabel,
  talksWords,
} from '../../../src/core/report/item-words.ts';
import type { Standing } from '../../../src/core/report/words.ts';
import { day, standing, TODAY } from './standing.ts';

/** As `standing`, but due in four days. */
function dueSoon(changes: Partial<Standing> = {}): Standing {
  return standing({ state: 'due-soon', due: day('2026-12-01'), ...changes });
}

const late = standing({ state: 'overdue', daysLate: 3, due: day('2026-11-24') });
const done = standing({ state: 'done', done: day('2026-10-09') });
const waiting = standing({ state: 'waiting', waiting: true, waitsFor: ['M2', 'M4'], due: day('2027-01-15') });

describe('the words for an agreement', () => {
  const glance: Glance = { status: 'active', late: 2, next: day('2026-12-01'), done: 3, total: 8 };

  it('say at a glance what is late, next and done, and last what most agreements are', () => {
    assert.equal(glanceWords(glance, TODAY), '2 late · next 1 Dec · 3 of 8 done · active');
    assert.equal(
      glanceWords({ ...glance, status: 'draft', late: 0 }, TODAY),
      'draft · next 1 Dec · 3 of 8 done',
    );
    assert.equal(glanceWords({ status: 'completed', late: 0, done: 0, total: 0 }, TODAY), 'completed');
  });

  it('say the same in one sentence, with the day in full', () => {
    assert.equal(
      glanceLabel('Jars', glance),
      'Jars, agreement, active, 2 late, next deadline 1 December 2026, 3 of 8 milestones done',
    );
    assert.equal(
      glanceLabel('Jars', { status: 'draft', late: 0, done: 0, total: 1 }),
      'Jars, agreement, draft, no deadline ahead, 0 of 1 milestone done',
    );
  });

  it('say of each part how much of it there is or is left, and what is late', () => {
    const figures = { count: 4, open: 3, late: 1, next: day('2026-12-03') };
    const words = (part: (typeof PARTS)[number], more = {}) =>
      [partWord(part), ...partWords({ part, ...figures, ...more }, TODAY)].join(' · ');
    assert.deepEqual(
      PARTS.map((part) => words(part)),
      [
        'Objectives · 4 · 1 late',
        'Milestones · 4 · 1 late',
        'Action items · 3 open · 1 late',
        'Risks · 3 open · 1 late',
        'Talks · 4 · 1 late',
        'Key dates · next 3 Dec · 1 late',
      ],
    );
    assert.equal(
      words('milestones', { progress: { done: 1, total: 3 }, late: 0 }),
      'Milestones · 1 of 3 done',
    );
  });
});

describe('the words for an objective', () => {
  const figures = [
    { figure: 'target', text: '0.185 EUR' },
    { figure: 'agreed', text: '0.192 EUR' },
  ] as const;

  it('begin with the latest figure beside it, and with the first one when read aloud', () => {
    assert.equal(objectiveWords(figures), 'agreed 0.192 EUR · target 0.185 EUR');
    assert.equal(
      objectiveLabel('Cheaper jars', { party: 'Quillmoor', metric: 'cost per jar', figures }),
      'Cheaper jars, objective, of Quillmoor, cost per jar, target 0.185 EUR, agreed 0.192 EUR',
    );
    assert.equal(objectiveLabel('Peace', { figures: [] }), 'Peace, objective');
  });

  it('name each figure, and how far it is from the target', () => {
    assert.deepEqual(
      FIGURES.map((figure) => figureWord(figure)),
      ['Baseline', 'Target', 'Agreed', 'Actual'],
    );
    assert.equal(differenceWords('+0.007 EUR'), '+0.007 EUR from the target');
  });
});

describe('the words for a milestone', () => {
  const facts = { id: 'M3', late: 0, recurs: false };

  it('say what it waits for by name', () => {
    assert.equal(
      milestoneWords({ ...facts, standing: waiting }, TODAY),
      'M3 · 15 Jan 2027 · in 49 days · waits for M2, M4',
    );
    assert.equal(
      milestoneLabel('Four moulds running', { ...facts, standing: waiting, owner: 'Judit Vass' }, TODAY),
      'Four moulds running, M3, milestone, waiting, due 15 January 2027, in 49 days, waits for M2, M4, owner Judit Vass',
    );
    assert.equal(afterWords('M2', 'Keys handed over'), 'After M2: Keys handed over');
    assert.equal(afterWords('', 'Keys handed over'), 'After Keys handed over');
    assert.equal(afterWords('M2', 'M2'), 'After M2');
  });

  it('say how far it has come, until it is done', () => {
    assert.equal(
      milestoneWords({ ...facts, standing: late, progress: 60 }, TODAY),
      'M3 · 24 Nov · 3 days late · 60 % done',
    );
    assert.equal(milestoneWords({ ...facts, standing: done, progress: 60 }, TODAY), 'M3 · done 9 Oct');
    assert.equal(
      milestoneLabel('x', { ...facts, id: '', standing: late, progress: 0, owner: 'Tom' }, TODAY),
      'Four moulds running, milestone, overdue, due 24 November 2026, 3 days late, owner Tom, 0 % done',
    );
  });

  it('say of several occurrences how many are late, and when the next one is due', () => {
    const series = { id: 'M5', late: 2, next: day('2026-12-15'), recurs: true };
    assert.equal(milestoneWords(series, TODAY), 'M5 · 2 late · next 15 Dec · recurring');
    assert.equal(
      milestoneLabel('Quality report', series, TODAY),
      'Quality report, M5, milestone, 2 late, next deadline 15 December 2026, recurring',
    );
  });
});

describe('the words for a risk', () => {
  it('say status, probability, impact and the next review', () => {
    const review = dueSoon({ kind: 'risk-review' });
    const risk = { status: 'open', probability: 'high', impact: 'medium', review } as const;
    assert.equal(
      riskWords(risk, TODAY),
      'open · high probability · medium impact · review 1 Dec · in 4 days',
    );
    assert.equal(
      riskLabel('Gas', { ...risk, owner: 'Maren Holt' }, TODAY),
      'Gas, risk, open, high probability, medium impact, review due soon, 1 December 2026, in 4 days, owner Maren Holt',
    );
  });

  it('say shares and amounts as they are, and nothing of what nobody wrote', () => {
    const risk = { status: 'occurred', probability: 0.25, impact: '12000 EUR' } as const;
    assert.equal(riskWords(risk, TODAY), 'occurred · 25 % probability · 12000 EUR impact');
    assert.equal(riskWords({ status: 'closed' }, TODAY), 'closed');
  });
});

describe('the words for a key date', () => {
  it('say the day, and how what is owed by it stands', () => {
    assert.equal(dateWords({ day: day('2026-08-31') }, TODAY), '31 Aug');
    assert.equal(dateWords({ day: day('2026-12-01'), standing: dueSoon() }, TODAY), '1 Dec · in 4 days');
    assert.equal(dateWords({ standing: dueSoon({ due: undefined }) }, TODAY), 'no day yet');
  });

  it('say it in one sentence', () => {
    assert.deepEqual(
      DATES.map((date) => dateWord(date)),
      ['Signed', 'In force from', 'Next check-in', 'Last day to give notice', 'Expires'],
    );
    const label = (facts: Parameters<typeof dateLabel>[1]) => dateLabel('expires', facts, TODAY);
    assert.equal(label({ day: day('2026-08-31') }), 'Expires, 31 August 2026');
    assert.equal(label({}), 'Expires, no day yet');
    assert.equal(
      label({ day: late.due, standing: late, owner: 'Tom' }),
      'Expires, overdue, 24 November 2026, 3 days late, owner Tom',
    );
    const now = standing({ state: 'due-today', due: TODAY });
    assert.equal(label({ day: TODAY, standing: now }), 'Expires, due today, 27 November 2026');
    const open = standing({ state: 'open', due: day('2027-03-01') });
    assert.equal(label({ day: open.due, standing: open }), 'Expires, 1 March 2027, in 94 days');
    assert.equal(label({ day: late.due, standing: standing({ state: 'cancelled' }) }), 'Expires, cancelled');
  });
});

describe('the words for talks', () => {
  it('say when they were and how their debrief stands', () => {
    const facts = { day: day('2026-11-25'), debrief: late };
    assert.equal(talksWords(facts, TODAY), '25 Nov · debrief 24 Nov · 3 days late');
    assert.equal(
      talksLabel('price', { ...facts, owner: 'Tom' }, TODAY),
      'price, talks, 25 November 2026, debrief overdue, 24 November 2026, 3 days late, owner Tom',
    );
    assert.equal(talksWords({ debrief: done }, TODAY), 'debrief done 9 Oct');
    assert.equal(talksLabel('price', { debrief: done }, TODAY), 'price, talks, debrief done 9 October 2026');
  });
});
