import assert from 'node:assert/strict';
import { formatDay, parseDay } from '../../../src/core/calendar/day.ts';
import type { Entry } from '../../../src/core/portfolio/entry.ts';
import { overviewOf, partsOf } from '../../../src/core/portfolio/overview.ts';
import { Portfolio } from '../../../src/core/portfolio/portfolio.ts';
import { byNeed } from '../../../src/core/portfolio/query.ts';

/** The agreements of some frontmatters on 27 November 2026, by title. */
function entries(...texts: readonly string[]): readonly Entry[] {
  const folder = new Portfolio({ now: () => 0, zone: 'UTC', today: parseDay('2026-11-27')! });
  for (const [index, text] of texts.entries()) folder.update(`file:///${index}.md`, `---\n${text}---\n`);
  return [...folder.entries];
}

/** An agreement at a glance: `late, open, next, done/total`. */
function glance(text: string): string {
  const { late, open, next, done, total } = overviewOf(entries(`agreement: A\n${text}`)[0]!.ledger);
  return `${late} late, ${open} open, next ${next === undefined ? '-' : formatDay(next)}, ${done}/${total}`;
}

describe('An agreement at a glance', () => {
  const milestones = (...items: readonly string[]) =>
    `milestones:\n${items.map((one) => `  - ${one}\n`).join('')}`;

  it('tells what is late, what is next and how far its milestones have come', () => {
    const text = milestones(
      '{ id: M1, due: 2026-10-01, done: 2026-10-01 }',
      '{ id: M2, due: 2026-11-01 }',
      '{ id: M3, due: 2026-12-24 }',
      '{ id: M4, due: 2026-12-12 }',
    );
    assert.equal(glance(text), '1 late, 3 open, next 2026-12-12, 1/4');
  });

  it('counts today as the next deadline, and whatever else is owed by a day', () => {
    assert.equal(glance('expires: 2026-11-27\n'), '0 late, 1 open, next 2026-11-27, 0/0');
    assert.equal(glance(''), '0 late, 0 open, next -, 0/0');
  });

  it('leaves out of its progress what was called off, and what recurs and so is never finished', () => {
    const text = milestones(
      '{ id: M1, due: 2026-10-01, status: cancelled }',
      '{ id: M2, due: 2026-11-20, every: week, completed: [2026-11-20] }',
      '{ id: M3, due: 2026-12-24 }',
    );
    assert.equal(glance(text), '0 late, 3 open, next 2026-11-27, 0/1');
  });

  it('has in a draft no deadline but those of talks and tasks', () => {
    const due = `status: draft\n${milestones('{ id: M1, due: 2026-12-01 }')}expires: 2027-01-01\n`;
    assert.equal(glance(due), '0 late, 2 open, next -, 0/1');
    const talks = `${due}negotiations:\n  - { id: N1, date: 2026-12-08 }\n`;
    assert.equal(glance(talks), '0 late, 3 open, next 2026-12-10, 0/1');
  });

  it('tells of an agreement that was ended how far it came', () => {
    const text = milestones('{ id: M1, done: 2026-10-01 }', '{ id: M2, due: 2026-12-01 }');
    assert.equal(glance(`status: terminated\n${text}`), '0 late, 0 open, next -, 1/2');
  });
});

describe('The order of agreements', () => {
  const agreement = (title: string, due: string, more = '') =>
    `agreement: ${title}\n${more}milestones: [{ id: M1, due: ${due} }]\n`;

  it('is what has something late, then by the next deadline, then by title; what has ended comes last', () => {
    const all = entries(
      agreement('Ended', '2026-11-01', 'status: terminated\n'),
      agreement('Beech', '2026-12-24'),
      agreement('Ash', '2026-12-24'),
      'agreement: Never\n',
      agreement('Soon', '2026-12-01'),
      agreement('Late', '2026-11-01'),
    );
    const titles = byNeed(all).map((entry) => entry.agreement.title);
    assert.deepEqual(titles, ['Late', 'Soon', 'Ash', 'Beech', 'Never', 'Ended']);
  });
});

describe('The parts of an agreement', () => {
  it('hold each of its commitments once, at the item that it comes from', () => {
    const text = `---
agreement: All kinds
effective: 2026-10-01
expires: 2027-09-30
notice: 60 days
cadence: month
negotiations: [{ id: N1, date: 2026-09-01 }]
milestones:
  - { id: M1, due: 2026-11-02, every: week }
  - { id: M2, due: 2026-12-01 }
risks: [{ id: R1, review: month }, { id: R2 }]
---

## Action items

- [x] Done first
- [ ] Whenever
- [ ] Later due:2026-12-24
- [ ] Sooner due:2026-12-01
`;
    const folder = new Portfolio({ now: () => 0, zone: 'UTC', today: parseDay('2026-11-27')! });
    const { ledger, agreement } = folder.update('file:///a.md', text)!;
    const { milestones, actions, reviews, debriefs, checkIn, notice, expiry } = partsOf(ledger);
    const [series, single] = [...milestones.values()];
    assert.deepEqual([series!.length, single!.length], [5, 1]);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Sooner', 'Later', 'Whenever', 'Done first'],
    );
    assert.deepEqual([...reviews.keys()], [agreement.terms.risks[0]]);
    assert.deepEqual([...debriefs.keys()], agreement.terms.negotiations);
    const placed = [...series!, ...single!, ...actions, ...reviews.values(), ...debriefs.values()];
    const all = [...placed, checkIn!, notice!, expiry!];
    assert.deepEqual(new Set(all), new Set(ledger.commitments));
    assert.equal(all.length, ledger.commitments.length);
  });
});
