import assert from 'node:assert/strict';
import type { AgreementsAnswer, AgreementTreeRow } from '../../src/server/agreements/protocol.ts';
import type { EditAnswer } from '../../src/server/protocol.ts';
import { agreement, begun, type TestClient, type TestFolder } from './client.ts';

/** An agreement with something in each part of it; today is 27 November 2026. */
const SUPPLY = `---
agreement: Supply of jars
id: jars
owner: tom
signed: 2026-08-31
effective: 2026-09-14
expires: 2027-09-13
notice: 90 days
cadence: every 2 months
parties:
  - { id: maker, name: Jar Makers, people: [ines] }
  - { id: buyer, name: Jam Buyers, people: [tom] }
people:
  tom: { name: Tom Reyes }
  ines: { name: Ines Roca }
negotiations:
  - { id: N1, date: 2026-08-20, topic: price, owner: tom }
  - { id: N2, date: 2026-11-26, topic: terms, owner: tom }
objectives:
  - id: O1
    title: Cheaper jars
    party: buyer
    unit: EUR
    target: 0.185
    agreed: 0.192
milestones:
  - { id: M1, title: Pilot, owner: ines, due: 2026-10-09, done: 2026-10-09 }
  - { id: M2, title: Moulds delivered, owner: ines, due: 2026-11-24, after: [M1], progress: 60% }
  - { id: M3, title: Full volume, owner: ines, due: M2 + 4 weeks }
  - { id: M4, title: Quality report, owner: ines, due: 2026-10-15, every: month }
  - { title: Open day, due: 2027-03-01 }
risks:
  - { id: R1, title: Frost, status: closed }
  - { id: R2, title: Gas price, probability: 0.3, impact: 12000 EUR, owner: tom, review: 2026-11-20 }
---

## Action items

- [x] Send the plan @tom
- [ ] Book the lorry @ines due:2026-12-01
`;

describe('the tree of agreements', () => {
  let folder: TestFolder;
  let client: TestClient;

  async function begin(files: Record<string, string>): Promise<void> {
    ({ folder, client } = await begun(files));
  }

  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  const children = (parent?: string, offset?: number) =>
    client.ask<AgreementsAnswer>('parley/agreements/children', { parent, offset });
  /** The id of a row of `a.md`, by the ids of those above it. */
  const idOf = (...path: readonly string[]) => [folder.of('a.md'), ...path].join('\n');
  const below = async (...path: readonly string[]) => (await children(idOf(...path))).rows;
  const told = async (...path: readonly string[]) => (await below(...path)).map(lineOf);

  it('begins with what has something late, and ends with what has ended', async () => {
    await begin({
      'a.md': agreement('2027-01-15', 'Later'),
      'b.md': agreement('2026-11-01', 'Over').replace('owner: tom', 'status: completed\nowner: tom'),
      'c.md': agreement('2026-11-24', 'Late'),
      'd.md': agreement('2026-12-01', 'Draft').replace('owner: tom', 'status: draft\nowner: tom'),
    });
    assert.deepEqual((await children()).rows.map(lineOf), [
      '2: Late active 1 late 0/1',
      '2: Later active next 2027-01-15 0/1',
      '2: Draft draft 0/1',
      '2: Over completed 0/1',
    ]);
  });

  it('tells namesakes apart', async () => {
    const twin = agreement('2027-01-15');
    await begin({ 'a.md': twin, 'b.md': twin, 'c.md': agreement('2027-01-15', 'Lease') });
    const { rows } = await children();
    assert.deepEqual(
      rows.map((row) => row.type === 'agreement' && [row.title, row.namesake]),
      [
        ['Lease', false],
        ['Supply of jars', true],
        ['Supply of jars', true],
      ],
    );
  });

  it('has below an agreement what it is made of, and how much of that is late', async () => {
    await begin({ 'a.md': SUPPLY });
    assert.deepEqual((await children()).rows.map(lineOf), [
      '2: Supply of jars active 6 late next 2026-11-28 1/4',
    ]);
    assert.deepEqual(await told(), [
      'objectives 1',
      'milestones 5 of which 1/4 done, 3 late',
      'actions 2 of which 1 open',
      'risks 2 of which 1 open, 1 late',
      'talks 2 of which 2 open, 1 late',
      'dates 5 of which 3 open, 1 late',
    ]);
  });

  it('has nothing below an agreement that says nothing', async () => {
    await begin({ 'a.md': '---\nagreement: Empty\n---\n' });
    const [row] = (await children()).rows;
    assert.equal(row?.type === 'agreement' && row.expandable, false);
    assert.deepEqual(await told(), []);
  });

  it('leads to each milestone in the order of the file, and below it to what it waits for', async () => {
    await begin({ 'a.md': SUPPLY });
    assert.deepEqual(await told('milestones'), [
      '27: M1 Pilot done',
      '28: M2 Moulds delivered overdue 60%, expandable',
      '29: M3 Full volume waiting for M2, expandable',
      '30: M4 Quality report overdue, 2 of 3 open late, recurs, expandable',
      '31: Open day open',
    ]);
    assert.deepEqual(await told('milestones', 'M2'), ['after Pilot done']);
    assert.deepEqual(await told('milestones', 'M3'), ['after Moulds delivered overdue']);
  });

  it('has below a series each occurrence that is owed, to be completed by itself', async () => {
    await begin({ 'a.md': SUPPLY });
    const occurrences = await below('milestones', 'M4');
    assert.deepEqual(occurrences.map(lineOf), [
      '30: Quality report overdue 2026-10-15',
      '30: Quality report overdue 2026-11-15',
      '30: Quality report open 2026-12-15',
    ]);
    const answer = await client.ask<EditAnswer>('parley/edit', {
      action: 'complete',
      ids: [occurrences[1]!.id],
    });
    assert.match(JSON.stringify(answer), /completed: \[\{ due: 2026-11-15, done: 2026-11-27 \}\]/);
  });

  it('has below an objective its figures, how far they are from the target, and where they stand', async () => {
    await begin({ 'a.md': SUPPLY });
    assert.deepEqual(await told('objectives'), [
      '21: Cheaper jars of Jam Buyers: target 0.185 EUR, agreed 0.192 EUR',
    ]);
    assert.deepEqual(await told('objectives', 'O1'), [
      '24: target 0.185 EUR',
      '25: agreed 0.192 EUR +0.007 EUR (+3.8 %)',
    ]);
  });

  it('leads to actions, risks and talks: what is open or late first, and what is closed last', async () => {
    await begin({ 'a.md': SUPPLY });
    assert.deepEqual(await told('actions'), [
      '40: Book the lorry due-soon 2026-12-01',
      '39: Send the plan done',
    ]);
    assert.deepEqual(await told('risks'), [
      '34: Gas price open 0.3 12000 EUR, review overdue',
      '33: Frost closed',
    ]);
    assert.deepEqual(await told('talks'), [
      '18: terms 2026-11-26, debrief due-soon',
      '17: price 2026-08-20, debrief overdue',
    ]);
  });

  it('leads to the key dates in their order', async () => {
    await begin({ 'a.md': SUPPLY });
    assert.deepEqual(await told('dates'), [
      '5: signed 2026-08-31',
      '6: effective 2026-09-14',
      '9: check-in 2026-11-14 overdue',
      '8: notice 2027-06-15 open',
      '7: expires 2027-09-13 open',
    ]);
  });

  it('leads into private notes for what stands there', async () => {
    const notes = '---\nnotes-for: jars\nobjectives:\n  - { id: O1, baseline: 0.212, target: 0.180 }\n---\n';
    await begin({ 'a.md': SUPPLY, 'a.notes.md': notes });
    const figures = await below('objectives', 'O1');
    assert.deepEqual(figures.map(lineOf), [
      '4: baseline 0.212 EUR',
      '4: target 0.180 EUR',
      '25: agreed 0.192 EUR +0.012 EUR (+6.7 %)',
    ]);
    const files = figures.map((row) => 'uri' in row && row.uri.slice(folder.uri.length + 1));
    assert.deepEqual(files, ['a.notes.md', 'a.notes.md', 'a.md']);
  });

  it('comes in pages of 200', async () => {
    const many = Array.from({ length: 450 }, (_, n) => `  - { id: X${n}, title: Step ${n} }`);
    await begin({ 'a.md': `---\nagreement: Many\nmilestones:\n${many.join('\n')}\n---\n` });
    const pages = await Promise.all([0, 200, 400, 450].map((offset) => children(idOf('milestones'), offset)));
    assert.deepEqual(
      pages.map(({ rows, total }) => [rows.length, total]),
      [200, 200, 50, 0].map((count) => [count, 450]),
    );
    assert.equal(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size, 450);
  });

  it('names its rows the same after an edit, twins and what has no id too', async () => {
    const twins = SUPPLY.replace('title: Open day', 'id: M1, title: Open day');
    await begin({ 'a.md': twins });
    const ids = async () => (await below('milestones')).map(({ id }) => id.split('\n').at(-1));
    assert.deepEqual(await ids(), ['M1', 'M2', 'M3', 'M4', 'M1#2']);
    await client.open(folder.of('a.md'), twins);
    await client.edit(
      folder.of('a.md'),
      twins.replace('title: Pilot', 'title: Trial').replace('id: M1, title: Open', 'title: Open'),
    );
    assert.deepEqual(await ids(), ['M1', 'M2', 'M3', 'M4', '#1']);
    assert.deepEqual((await told('milestones'))[0], '27: M1 Trial done');
  });

  it('has no rows below one that is gone, and refuses a question that is none', async () => {
    await begin({ 'a.md': SUPPLY });
    for (const parent of [
      'nonsense',
      idOf('milestones', 'M9'),
      idOf('no-such-part'),
      idOf('milestones', 'M1', 'x'),
    ])
      assert.deepEqual((await children(parent)).rows, [], parent);
    for (const params of [{ parent: 3 }, { offset: -1 }, { offset: '1' }])
      await assert.rejects(client.ask('parley/agreements/children', params), { code: -32602 });
  });

  it('is told to have changed by whatever it shows, and not by prose', async () => {
    await begin({ 'a.md': SUPPLY });
    const uri = folder.of('a.md');
    await client.open(uri, SUPPLY);
    await client.idle();
    const tells = async (text: string) => {
      const before = client.changes.length;
      await client.edit(uri, text);
      await client.idle();
      return client.changes.length > before;
    };
    let text = SUPPLY;
    for (const [said, other] of [
      ['agreed: 0.192', 'agreed: 0.190'],
      ['party: buyer', 'party: maker'],
      ['probability: 0.3', 'probability: 0.4'],
      ['status: closed', 'status: occurred'],
      ['topic: price', 'topic: prices'],
      ['signed: 2026-08-31', 'signed: 2026-08-30'],
      ['id: jars\n', 'id: jars\nstatus: terminated\n'],
      ['progress: 60%', 'progress: 70%'],
      ['after: [M1]', 'after: []'],
      ['\nobjectives:', '\n# What each side wants\nobjectives:'],
    ] as const) {
      text = text.replace(said, other);
      assert.equal(await tells(text), true, other);
    }
    assert.equal(await tells(`${text}\nSome prose.\n`), false);
  });
});

/** What is worth telling of a row, behind the line that it leads to. */
function lineOf(row: AgreementTreeRow): string {
  const line = 'range' in row ? [`${row.range.start.line + 1}:`] : [];
  return [...line, ...wordsOf(row)].filter(Boolean).join(' ');
}

function wordsOf(row: AgreementTreeRow): readonly unknown[] {
  switch (row.type) {
    case 'agreement': {
      const { title, status, late, next, done, total } = row;
      return [title, status, late > 0 && `${late} late`, next && `next ${next}`, `${done}/${total}`];
    }
    case 'part': {
      const { part, count, open, late, progress } = row;
      const done = progress ? `${progress.done}/${progress.total} done` : open > 0 && `${open} open`;
      const facts = [done, late > 0 && `${late} late`].filter(Boolean).join(', ');
      return [part, count, facts && `of which ${facts}`];
    }
    case 'objective': {
      const figures = row.figures.map(({ figure, text }) => `${figure} ${text}`);
      return [row.title, `of ${row.party?.name}:`, figures.join(', ')];
    }
    case 'figure':
      return [row.figure, row.text, row.difference];
    case 'milestone': {
      const { itemId, title, state, open, late, waitsFor, progress, recurs, expandable } = row;
      const facts = [
        waitsFor.length > 0 ? `${state} for ${waitsFor}` : state,
        open > 1 && `${late} of ${open} open late`,
        recurs && 'recurs',
        expandable && 'expandable',
      ];
      const words = facts.filter(Boolean).join(', ');
      return [itemId, title, progress === undefined ? words : words.replace(',', ` ${progress}%,`)];
    }
    case 'predecessor':
      return ['after', row.commitment.title, row.commitment.state];
    case 'risk': {
      const review = row.commitment && `, review ${row.commitment.state}`;
      return [row.title, row.status, row.probability, `${row.impact ?? ''}${review ?? ''}`];
    }
    case 'talks':
      return [row.topic, `${row.date}, debrief`, row.commitment.state];
    case 'date':
      return [row.date, row.day, row.commitment?.state];
    case 'commitment':
      return [row.title, row.state, row.due];
  }
}
