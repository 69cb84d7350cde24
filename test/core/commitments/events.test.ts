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

  it('counts from the day signed where nothing says since when it is in force, and from nothing else', () => {
    const signed = cadence.replace('effective', 'signed');
    assert.deepEqual(listing(signed), listing(cadence));
    assert.deepEqual(listing(cadence.replace(/effective.*\n/, '')), []);
  });

  it('comes after the last one held, in whatever order they stand, and not with blank parts', () => {
    const held = (day: string, remaining = 'volume') =>
      `### ${day}\n\n**Completed**: batch\n\n**Remaining**: ${remaining}\n\n`;
    const all = held('2026-11-16') + held('2026-11-02') + held('2026-11-20', '');
    assert.deepEqual(listing(`${cadence}---\n## Check-ins\n\n${all}`), [
      'check-in due-soon due 2026-11-30 by ines',
    ]);
  });

  it('is not owed after the expiry', () => {
    assert.deepEqual(only('check-in', `${cadence}expires: 2026-11-10\n`), []);
    assert.equal(only('check-in', `${cadence}expires: 2026-11-16\n`).length, 1, 'but on its very day');
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

  it('is done from its day on, and not by one before it', () => {
    const on = (day: string) => listing(risk(day) + reviewed)[0];
    assert.equal(on('2026-11-20'), 'R1 done due 2026-11-20 by ana');
    assert.equal(on('2026-11-21'), 'R1 overdue due 2026-11-21 by ana, expected 2026-11-27');
  });

  it('has no day where nothing says since when, and counts from the day signed', () => {
    assert.deepEqual(listing(risk('month').replace(/effective.*\n/, '')), ['R1 open by ana']);
    assert.deepEqual(listing(risk('month').replace('effective', 'signed')), listing(risk('month')));
    assert.deepEqual(listing(risk('effective + 1 week').replace(/effective.*\n/, '') + reviewed), [
      'R1 open by ana',
    ]);
  });

  it('needs a row that begins with the risk and says something about it', () => {
    const next = (row: string, id = 'id: R1, ') =>
      listing(
        risk('month').replace('id: R1, ', id) + reviewed.replace('| R1 | low | calmer |', row),
      )[0]?.includes('2026-12-20');
    assert.equal(next('| R1 Frost | low | |'), true);
    assert.equal(next('| R2 | low | |\n| R1, again | | calmer |'), true);
    assert.equal(next('| R1 | | |'), false);
    assert.equal(next('| R12 | low | |'), false);
    assert.equal(next('| Frost R1 | low | |'), false);
    assert.equal(next('| undefined | low | |', ''), false);
    assert.equal(next('|'), false);
    assert.equal(
      listing(risk('month') + reviewed.replace('| Risk |', '| What |'))[0]?.includes('2026-12-20'),
      false,
    );
    assert.equal(
      listing(risk('month') + reviewed.replace(/\|.*/s, 'R1 is calmer.\n'))[0]?.includes('2026-12-20'),
      false,
    );
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
    assert.equal(listing('risks: [{ title: T }, { id: R1 }]\n---\n- [ ] watch R1\n').length, 1);
    assert.equal(listing('objectives: [{ title: T }, { id: O1 }]\n---\n- [ ] aim at O1\n').length, 1);
    assert.deepEqual(listing('risks: [{ id: R1 }]\n---\n- [ ] buy 2 eggs for R2\n'), []);
  });

  it('is still a template’s where it says nothing', () => {
    const box = (text: string) => listing(`---\n## Action items\n\n- [ ] ${text}\n`).length;
    assert.equal(box('<!-- what is to be done -->'), 0);
    assert.equal(box('<!-- who? --> @tom'), 1);
    assert.equal(box('<!-- when? --> due:2026-12-01'), 1);
  });
});
