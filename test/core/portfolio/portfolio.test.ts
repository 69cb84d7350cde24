import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar/day.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/core/document/configuration.ts';
import type { Filter } from '../../../src/core/portfolio/filter.ts';
import { Portfolio } from '../../../src/core/portfolio/portfolio.ts';
import { type Grouping, group, query, rowId } from '../../../src/core/portfolio/query.ts';
import type { Clock } from '../../../src/core/portfolio/rules.ts';

const supply = `---
agreement: Supply
timezone: Pacific/Kiritimati
parties: [{ id: a, people: [tom] }, { id: b, people: [ana] }]
milestones:
  - { id: M1, title: Pilot batch, owner: tom, due: 2026-11-24 }
  - { id: M2, title: Full volume, owner: [ana, tom], due: 2026-12-01 }
  - { id: M3, title: Old step, owner: tom, status: done }
---
`;
const lease = `---
agreement: Lease
timezone: Etc/GMT+12
milestones:
  - { id: L1, title: Keys, owner: eve, due: 2026-11-20 }
  - { id: L2, title: Whenever }
---
`;

function portfolio(clock: Clock = { now: () => 0, zone: 'UTC', today: parseDay('2026-11-27')! }): Portfolio {
  const folder = new Portfolio(clock);
  folder.update('file:///supply.md', supply);
  folder.update('file:///lease.md', lease);
  return folder;
}

const ids = (filter?: Filter) => query(portfolio().entries, filter).map(({ commitment }) => commitment.id);

describe('A portfolio', () => {
  it('forgets a document that is no agreement any more', () => {
    const folder = portfolio();
    assert.equal(folder.update('file:///lease.md', '# Notes\n'), undefined);
    assert.equal(folder.totals.agreements, 1);
    assert.equal(folder.knows('file:///supply.md'), true);
    assert.equal(folder.remove('file:///supply.md'), true);
    assert.equal(folder.remove('file:///supply.md'), false);
    assert.equal(folder.knows('file:///supply.md'), false);
  });

  it('tries other texts of a document, and is as before', () => {
    const told: string[] = [];
    const clock = { now: () => 0, zone: 'UTC', today: parseDay('2026-11-27')! };
    const folder = new Portfolio(clock, { changed: (uri) => told.push(uri) });
    folder.update('file:///lease.md', `---\nid: lease\n${lease.slice(4)}`);
    folder.update('file:///notes.md', '---\nnotes-for: lease\n---\n');
    told.length = 0;
    const said = () =>
      [...folder.entries].map(({ agreement, findings }) => [agreement.text, findings.length]);
    const before = said();
    const strays = folder.trying('file:///lease.md', (findingsOf) => {
      assert.deepEqual(
        findingsOf('---\nagreement: Lease\nonwer: eve\n---\n').map(({ check }) => check),
        ['unknown-key'],
      );
      assert.deepEqual(findingsOf('# Notes\n'), []);
      return folder.notesIn('file:///notes.md')?.findings.length;
    });
    assert.equal(strays, 1, 'the notes have no agreement for a moment');
    assert.deepEqual(said(), before);
    assert.equal(folder.notesIn('file:///notes.md')?.findings.length, 0);
    assert.deepEqual(told, []);
    assert.throws(() => folder.trying('file:///lease.md', () => assert.fail()));
    folder.update('file:///lease.md', '# Notes\n');
    assert.deepEqual(told, ['file:///notes.md'], 'what happens afterwards is told again');
  });

  it('takes today from each agreement’s own zone, and notices when a new day has begun there', () => {
    let now = Date.parse('2026-11-26T10:30:00Z');
    const folder = portfolio({ now: () => now, zone: 'UTC' });
    const late = () =>
      query(folder.entries).map(({ commitment }) => `${commitment.id} ${commitment.daysLate}`);
    // In Kiritimati (UTC+14) it is the 27th already, at UTC-12 still the 25th.
    assert.deepEqual(late().slice(0, 2), ['L1 5', 'M1 3']);
    assert.equal(folder.tick(), false);
    now += 2 * 3_600_000;
    assert.equal(folder.tick(), true);
    assert.deepEqual(late().slice(0, 2), ['L1 6', 'M1 3']);
  });

  it('works everything out again when the configuration changes', () => {
    const folder = portfolio();
    const soon = () => query(folder.entries, { states: ['due-soon'] }).length;
    assert.equal(soon(), 1);
    folder.configure({ ...DEFAULT_CONFIGURATION, dueSoon: 1 });
    assert.equal(folder.configuration.dueSoon, 1);
    assert.equal(soon(), 0);
  });
});

describe('A query', () => {
  it('puts the latest first, then what is due, then what is never due; settled ones are asked for', () => {
    assert.deepEqual(ids(), ['L1', 'M1', 'M2', 'L2']);
    assert.deepEqual(ids({ settled: true }), ['L1', 'M1', 'M2', 'L2', 'M3']);
  });
});

describe('The name of a row', () => {
  it('is its own, even where a file names two items alike or not at all', () => {
    const folder = new Portfolio({ now: () => 0, zone: 'UTC', today: parseDay('2026-11-27')! });
    const twins = [
      '{ id: M1, title: Keys }',
      '{ id: M1, title: Locks }',
      '{ title: Roof }',
      '{ title: Door }',
    ];
    folder.update('file:///a.md', `---\nagreement: A\nmilestones:\n  - ${twins.join('\n  - ')}\n---\n`);
    const names = query(folder.entries).map((row) => [row.commitment.title, rowId(row).split('\n').slice(1)]);
    assert.deepEqual(names, [
      ['Keys', ['milestone', 'M1']],
      ['Locks', ['milestone', 'M1', '#2']],
      ['Roof', ['milestone', '']],
      ['Door', ['milestone', '', '#2']],
    ]);
  });
});

describe('Grouping', () => {
  const groups = (grouping: Grouping) =>
    group(query(portfolio().entries), grouping).map(
      ({ key, rows }) => `${key || '-'}: ${rows.map(({ commitment }) => commitment.id).join(' ')}`,
    );

  it('by owner puts whoever has something late first, nobody last', () => {
    assert.deepEqual(groups('owner'), ['eve: L1', 'tom: M1', 'ana: M2', '-: L2']);
  });

  it('by deadline goes from late to never', () => {
    assert.deepEqual(groups('due'), ['overdue: L1 M1', 'week: M2', 'none: L2']);
  });

  it('by party, agreement and state', () => {
    assert.deepEqual(groups('party'), ['a: M1', 'b: M2', '-: L1 L2']);
    assert.deepEqual(groups('agreement'), ['file:///lease.md: L1 L2', 'file:///supply.md: M1 M2']);
    assert.deepEqual(groups('state'), ['overdue: L1 M1', 'due-soon: M2', 'open: L2']);
  });
});
