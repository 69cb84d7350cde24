import assert from 'node:assert/strict';
import { formatDay, parseDay } from '../../../src/core/calendar/day.ts';
import { AgreementDocument } from '../../../src/core/document/agreement.ts';
import { Portfolio } from '../../../src/core/portfolio/portfolio.ts';
import { byNeed, group, query, rowId } from '../../../src/core/portfolio/query.ts';
import { detailsIn } from '../../../src/core/portfolio/resting.ts';
import { nameOf } from '../../../src/core/report/names.ts';

const URI = 'file:///a.md';
const TEXT = `---
agreement: Supply of jars
id: jars
tags: [glass]
owner: ana
people: { ana: { name: Ana Ruiz, email: ana@jars.example } }
milestones:
  - { id: M1, title: Pilot, owner: ana, due: 2026-11-01, indicator: A signed note, priorty: high }
---

- [ ] Call @ana due:2026-12-01 #urgent
`;

describe('An agreement that rests', () => {
  let reads = 0;
  const read = AgreementDocument.prototype.read;
  before(() => {
    AgreementDocument.prototype.read = function (...args) {
      reads++;
      return read.apply(this, args);
    };
  });
  after(() => {
    AgreementDocument.prototype.read = read;
  });

  function resting(...others: readonly string[]): Portfolio {
    const clock = { now: () => 0, zone: 'Europe/Madrid', today: parseDay('2026-11-27')! };
    const portfolio = new Portfolio(clock);
    portfolio.update(URI, TEXT);
    for (const [n, text] of others.entries()) portfolio.update(`file:///other${n}.md`, text);
    portfolio.rest(URI);
    reads = 0;
    return portfolio;
  }

  it('is listed, found, grouped and counted without being read', () => {
    const portfolio = resting();
    const filter = {
      tags: ['glass'],
      mine: ['ana@jars.example'],
      text: 'ruiz',
      due: { until: 'end of quarter' },
    };
    const rows = query(portfolio.entries, filter);
    assert.deepEqual(
      rows.map((row) => [rowId(row).split('\n')[1], row.commitment.state, nameOf('ana', row.entry)]),
      [
        ['milestone', 'overdue', 'Ana Ruiz'],
        ['action', 'due-soon', 'Ana Ruiz'],
      ],
    );
    assert.equal(group(rows, 'due').length, 2);
    const details = rows.map(({ entry, commitment }) => detailsIn(entry, commitment));
    assert.deepEqual(details[0]?.indicator, 'A signed note');
    assert.deepEqual(details[0]?.may.can, { complete: true, postpone: true, reassign: true });
    assert.deepEqual(
      byNeed(portfolio.entries).map(({ title, overview }) => [title, overview.late, overview.total]),
      [['Supply of jars', 1, 1]],
    );
    assert.equal(reads, 0);
  });

  it('says what is found in it without being read, and is read once for the fixes', () => {
    const portfolio = resting();
    const [finding, ...others] = portfolio.get(URI)!.findings;
    assert.equal(finding?.check, 'overdue');
    assert.equal(TEXT.slice(finding.range.start, finding.range.end), '2026-11-01');
    assert.equal(reads, 0);
    assert.ok([finding, ...others].flatMap(({ fixes }) => fixes).length > 0);
    assert.equal(reads, 1);
  });

  it('is read once for all that asks about its items', () => {
    const entry = resting().get(URI)!;
    const [milestone] = entry.commitments;
    assert.equal(milestone?.item.kind, 'milestone');
    assert.equal(entry.ledger.commitments[0]?.item, milestone.item);
    assert.equal(entry.full.agreement, entry.agreement);
    assert.equal(reads, 1);
  });

  it('is worked on again from its next change on', () => {
    const portfolio = resting();
    const entry = portfolio.update(URI, TEXT.replace('Pilot', 'Pilot batch'))!;
    assert.equal(entry.commitments[0]?.title, 'Pilot batch');
    assert.equal(entry.ledger, entry.full.ledger);
    const next = portfolio.update(URI, TEXT.replace('Pilot', 'First batch'))!;
    assert.equal(next.agreement.terms.people[0], entry.agreement.terms.people[0]);
  });

  it('is brought up to date when it is asked for, and goes on resting', () => {
    const portfolio = resting();
    portfolio.configure({ ...portfolio.configuration, checks: new Map([['overdue', 'off']]) });
    assert.deepEqual([portfolio.isBehind, reads], [true, 0]);
    const { findings } = portfolio.get(URI)!;
    assert.ok(findings.every(({ check }) => check !== 'overdue'));
    assert.deepEqual([portfolio.isBehind, reads], [false, 1]);
    const entry = portfolio.get(URI)!;
    assert.equal(entry.commitments[0]?.title, 'Pilot');
    assert.equal(reads, 1);
    assert.equal(entry.agreement.id, 'jars');
    assert.equal(reads, 2, 'nothing but what lists show was kept of it');
  });

  it('is behind no more once it has changed, and is then worked on', () => {
    const portfolio = resting();
    portfolio.configure(portfolio.configuration);
    const entry = portfolio.update(URI, TEXT.replace('Pilot', 'Pilot batch'))!;
    assert.deepEqual([portfolio.isBehind, reads], [false, 1]);
    assert.equal(entry.agreement.id, 'jars');
    assert.equal(reads, 1, 'all that was read of it was kept');
  });

  it('is behind no more once it is gone', () => {
    const portfolio = resting();
    portfolio.configure(portfolio.configuration);
    portfolio.remove(URI);
    assert.equal(portfolio.isBehind, false);
    assert.equal(portfolio.get(URI), undefined);
  });

  it('stands on another day without being read, until a day is near', () => {
    let now = Date.parse('2026-11-02T12:00:00Z');
    const portfolio = new Portfolio({ now: () => now, zone: 'Europe/Madrid' });
    portfolio.update(URI, TEXT.replace('due: 2026-11-01', 'due: 2026-12-11'));
    portfolio.rest(URI);
    reads = 0;
    const nextDay = (day: string) => {
      now = Date.parse(`${day}T12:00:00Z`);
      return [portfolio.tick(), portfolio.isBehind, formatDay(portfolio.get(URI)!.today), reads];
    };
    assert.deepEqual(nextDay('2026-11-02'), [false, false, '2026-11-02', 0]);
    assert.deepEqual(nextDay('2026-11-23'), [true, false, '2026-11-23', 0]);
    assert.deepEqual(nextDay('2026-11-24'), [true, true, '2026-11-24', 1]);
    assert.equal(portfolio.get(URI)!.commitments[1]?.state, 'due-soon');
    assert.deepEqual(nextDay('2026-11-22'), [true, true, '2026-11-22', 2], 'a clock may be set back');
  });

  it('goes on resting when more is known of the files that it points to', () => {
    const portfolio = resting();
    portfolio.reconsider(URI);
    assert.equal(reads, 1);
    assert.equal(portfolio.get(URI)!.agreement.id, 'jars');
    assert.equal(reads, 2, 'nothing but what lists show was kept of it');
  });

  it('does not rest while private notes speak of it', () => {
    const portfolio = resting('---\nnotes-for: jars\nwe: ana\n---\n');
    const entry = portfolio.get(URI)!;
    assert.equal(entry.full, entry);
    assert.equal(entry.agreement.join?.notes.length, 1);
  });
});
