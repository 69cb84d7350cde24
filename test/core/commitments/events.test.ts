import assert from 'node:assert/strict';
import { listing } from './listing.ts';

const only = (kind: string, yaml: string, today?: string) =>
  listing(yaml, today).filter((line) => line.startsWith(kind));

describe('A debrief', () => {
  const talks = 'negotiations:\n  - { id: N1, date: 2026-11-24, topic: price, owner: ines }\n';

  it('is due two days after the talks and late on the third', () => {
    assert.deepEqual(listing(talks, '2026-11-26'), ['N1 due-today due 2026-11-26 by ines']);
    assert.deepEqual(listing(talks, '2026-11-27'), [
      'N1 overdue due 2026-11-26 by ines, expected 2026-11-27',
    ]);
  });

  it('is done by its section, if somebody wrote something there', () => {
    const debrief = (text: string) => `${talks}---\n## Debrief\n\n### 2026-11-25 price\n\n${text}\n`;
    assert.deepEqual(listing(debrief('They wanted volume more than price.')), [
      'N1 done due 2026-11-26 by ines',
    ]);
    assert.deepEqual(listing(debrief('')), ['N1 overdue due 2026-11-26 by ines, expected 2026-11-27']);
  });

  it('is owed in a draft too', () => {
    assert.deepEqual(listing(`status: draft\n${talks}`), [
      'N1 overdue due 2026-11-26 by ines, expected 2026-11-27',
    ]);
  });
});

describe('A check-in', () => {
  const cadence = 'owner: ines\neffective: 2026-11-02\ncadence: every 2 weeks\n';

  it('is owed one at a time, from the first day in force or the last one held', () => {
    assert.deepEqual(listing(cadence), ['check-in overdue due 2026-11-16 by ines, expected 2026-11-27']);
    const held = `${cadence}---\n## Check-ins\n\n### 2026-11-16\n\n**Completed**: pilot batch\n\n**Remaining**: full volume\n`;
    assert.deepEqual(listing(held), ['check-in due-soon due 2026-11-30 by ines']);
  });

  it('counts only with what was completed and what remains', () => {
    const thin = `${cadence}---\n## Check-ins\n\n### 2026-11-16\n\n**Completed**: pilot batch\n`;
    assert.deepEqual(listing(thin), ['check-in overdue due 2026-11-16 by ines, expected 2026-11-27']);
  });

  it('is not owed after the expiry', () => {
    assert.deepEqual(only('check-in', `${cadence}expires: 2026-11-10\n`), []);
  });
});

describe('A risk review', () => {
  const risk = (review: string) =>
    `effective: 2026-10-01\nrisks:\n  - { id: R1, owner: ana, review: ${review} }\n`;
  const reviewed =
    '---\n## Risk reviews\n\n### 2026-11-20\n\n| Risk | Probability | Note |\n| --- | --- | --- |\n| R1 | low | calmer |\n';

  it('comes round with its period from the last one that names the risk', () => {
    assert.deepEqual(listing(risk('month')), ['R1 overdue due 2026-11-01 by ana, expected 2026-11-27']);
    assert.deepEqual(listing(risk('month') + reviewed), ['R1 open due 2026-12-20 by ana']);
  });

  it('is done once, where a day is set', () => {
    assert.deepEqual(listing(risk('2026-11-15')), ['R1 overdue due 2026-11-15 by ana, expected 2026-11-27']);
    assert.deepEqual(listing(risk('2026-11-15') + reviewed), ['R1 done due 2026-11-15 by ana']);
  });

  it('is not owed for a closed risk', () => {
    assert.deepEqual(listing(risk('month, status: closed')), []);
  });
});

describe('The end of an agreement', () => {
  const end = (more: string) => `owner: ines\nexpires: 2027-01-31\n${more}`;

  it('is owed by the contract owner on its last day in force', () => {
    assert.deepEqual(listing(end('')), ['expiry open due 2027-01-31 by ines']);
    assert.deepEqual(listing(end(''), '2027-02-02'), [
      'expiry overdue due 2027-01-31 by ines, expected 2027-02-02',
    ]);
  });

  it('asks for notice so long before, until it is given or waived', () => {
    assert.deepEqual(only('notice', end('notice: { last-day: 90 days, owner: ana }\n')), [
      'notice overdue due 2026-11-02 by ana, expected 2026-11-27',
    ]);
    assert.deepEqual(only('notice', end('notice: 60 days\n')), ['notice due-soon due 2026-12-02 by ines']);
    assert.deepEqual(only('notice', end('notice: { last-day: 2026-12-20, waived: 2026-11-20 }\n')), [
      'notice done due 2026-12-20 by ines',
    ]);
  });

  it('ends what is owed only while the agreement is in force', () => {
    const all = end('status: terminated\nnotice: 60 days\neffective: 2026-01-01\ncadence: month\n');
    assert.deepEqual(
      listing(all).map((line) => line.split(' ').slice(0, 2).join(' ')),
      ['check-in cancelled', 'notice cancelled', 'expiry cancelled'],
    );
    assert.deepEqual(listing(end('status: completed\n')), ['expiry done due 2027-01-31 by ines']);
  });
});

describe('An action item', () => {
  it('is owed in every status of the agreement', () => {
    const action = '---\n## Debrief\n\n- [ ] @ana call the bank due:2026-11-20\n';
    for (const status of ['draft', 'active', 'completed', 'terminated'])
      assert.match(listing(`status: ${status}\n${action}`)[0] ?? '', /^\w+ overdue due 2026-11-20 by ana/);
  });

  it('is done by its box, whatever else stands there', () => {
    assert.match(listing('---\n- [x] @ana call due:2026-11-20\n')[0] ?? '', / done due 2026-11-20 by ana$/);
    assert.match(listing('---\n- [ ] @ana call cancelled:2026-11-21\n')[0] ?? '', / cancelled by ana$/);
  });

  it('is the author’s own unless something makes it a commitment', () => {
    assert.deepEqual(listing('---\n- [ ] buy milk\n'), []);
    assert.equal(listing('milestones:\n  - id: M1\n---\n- [ ] prepare M1\n').length, 2);
  });
});
