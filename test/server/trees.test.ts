import assert from 'node:assert/strict';
import type {
  ChildrenAnswer,
  ChoicesAnswer,
  CommitmentAtAnswer,
  CommitmentRow,
  Conditions,
  DayAnswer,
  EditAnswer,
  GroupRow,
  NegotiationRow,
  Summary,
  TreeQuery,
} from '../../src/server/protocol.ts';
import { agreement, begun, type TestClient, type TestFolder } from './client.ts';

const LATE = agreement('2026-11-24');
const SERIES = LATE.replace('due: 2026-11-24', 'due: 2026-10-05\n    every: month');
const TALKS = LATE.replace(
  'milestones:',
  'negotiations:\n  - { id: N1, date: 2026-11-20, topic: price }\n  - { id: N2, date: 2026-11-25, topic: terms }\nmilestones:',
);

describe('what trees and actions ask for', () => {
  let folder: TestFolder;
  let client: TestClient;

  async function begin(files: Record<string, string | Uint8Array>, options = {}): Promise<void> {
    ({ folder, client } = await begun(files, { options }));
  }

  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  const children = (query: TreeQuery, parent?: string, offset?: number) =>
    client.ask<ChildrenAnswer>('parley/tree/children', { query, parent, offset });
  const rows = async (query: Omit<TreeQuery, 'groupBy'> = {}) =>
    client.ask<CommitmentRow[]>('parley/commitments', { query });
  const edit = (params: object) => client.ask<EditAnswer>('parley/edit', params);

  const applied = (answer: EditAnswer, name: string) => folder.applied(answer, name);

  it('are groups and their members, late ones first', async () => {
    await begin({ 'a.md': LATE, 'b.md': agreement('2027-03-01', 'Lease') });
    const groups = await children({ groupBy: 'owner' });
    assert.deepEqual(groups, {
      rows: [
        {
          type: 'group',
          id: 'owner\nines',
          groupBy: 'owner',
          key: 'ines',
          label: 'Ines Roca',
          count: 2,
          overdue: 1,
        },
      ],
      total: 1,
      incomplete: false,
    });
    const members = await children({ groupBy: 'owner' }, 'owner\nines');
    assert.deepEqual(
      members.rows.map((row) => row.type === 'commitment' && [row.state, row.agreement.title, row.due]),
      [
        ['overdue', 'Supply of jars', '2026-11-24'],
        ['open', 'Lease', '2027-03-01'],
      ],
    );
  });

  it('come in pages of 200', async () => {
    const many = Array.from({ length: 450 }, (_, n) => `  - { id: X${n}, title: Step ${n}, owner: tom }`);
    await begin({ 'a.md': `---\nagreement: Many\nmilestones:\n${many.join('\n')}\n---\n` });
    const pages = [0, 200, 400, 450].map((offset) => children({ groupBy: 'owner' }, 'owner\ntom', offset));
    const answers = await Promise.all(pages);
    assert.deepEqual(
      answers.map((page) => [page.rows.length, page.total]),
      [
        [200, 450],
        [200, 450],
        [50, 450],
        [0, 450],
      ],
    );
    assert.equal(new Set(answers.flatMap((page) => page.rows.map(({ id }) => id))).size, 450);
  });

  it('can be what is one’s own, by handle or address, and what holds some words', async () => {
    const mine = LATE.replace(
      'ines: { name: Ines Roca }',
      'ines: { name: Ines Roca, email: ines@roca.example }',
    );
    await begin({ 'a.md': mine, 'b.md': agreement('2027-03-01', 'Lease') });
    const titles = async (query: Omit<TreeQuery, 'groupBy'>) =>
      (await rows(query)).map((row) => row.agreement.title);
    assert.deepEqual(await titles({ mine: ['Ines@Roca.example'] }), ['Supply of jars']);
    assert.deepEqual(await titles({ mine: ['ines'] }), ['Supply of jars', 'Lease']);
    assert.deepEqual(await titles({ mine: ['tom'] }), []);
    assert.deepEqual(await titles({ text: 'lease MOULDS' }), ['Lease']);
  });

  it('can be what conditions let through, each of which says what it could be set to', async () => {
    const tagged = agreement('2027-03-01', 'Lease').replace('owner: tom', 'owner: tom\ntags: [Barn, site]');
    const notice = 'expires: 2027-08-31\nnotice: 90 days\n';
    await begin({ 'a.md': LATE, 'b.md': tagged.replace('people:', `${notice}people:`) });
    const titles = async (query: Conditions) =>
      (await rows(query)).map((row) => `${row.kind} in ${row.agreement.title}`);
    const due = { from: '2027-03-01', until: 'in 30 weeks' };
    assert.deepEqual(await titles({ due, tags: ['barn'], owners: ['ines', 'tom'] }), [
      'milestone in Lease',
      'notice in Lease',
    ]);
    assert.deepEqual(await titles({ due: { until: 'today' } }), ['milestone in Supply of jars']);
    const choices = await client.ask<ChoicesAnswer>('parley/filter/choices', {
      query: { kinds: ['milestone'] },
    });
    const told = Object.entries(choices).map(([condition, values]) =>
      [condition, ...values.map(({ key, label, count }) => `${label || key} ${count}`)].join(': '),
    );
    assert.deepEqual(told, [
      'owners: Ines Roca 2',
      'parties:  2',
      'states: overdue 1: open 1',
      'kinds: milestone 2: notice 1: expiry 1',
      'tags: Barn 1: site 1',
    ]);
  });

  it('read the ends of a filter’s period without any commitment', async () => {
    await begin({ 'a.md': LATE });
    const day = (text: string) => client.ask<DayAnswer>('parley/day', { text });
    assert.deepEqual(await day(' in 2 weeks '), { written: 'in 2 weeks', day: '2026-12-11' });
    for (const text of ['soonish', 'M1 + 2 weeks']) {
      const problem = await day(text);
      assert.ok('problem' in problem && problem.problem.includes(text), JSON.stringify(problem));
    }
  });

  it('refuse conditions that nothing can meet', async () => {
    await begin({ 'a.md': LATE });
    for (const query of [{ states: ['late'] }, { kinds: 3 }, { due: { until: 'soonish' } }, { tags: [1] }])
      await assert.rejects(client.ask('parley/commitments', { query }), { code: -32602 });
  });

  const ITEM = `${agreement('2026-12-20')}\n## Next Steps\n\n- [ ] Call @ines due:2026-12-20 #glass\n`;
  for (const [what, text, from, to] of [
    ['tags', agreement('2026-12-20'), 'by the site\n', 'by the site\ntags: [glass]\n'],
    ['an action’s tags', ITEM, '#glass', '#steel'],
    [
      'an address',
      agreement('2026-12-20'),
      '{ name: Tom Reyes }',
      '{ name: Tom Reyes, email: tom@x.example }',
    ],
  ] as const)
    it(`are told again when ${what} change, by which they may be filtered`, async () => {
      await begin({ 'a.md': text });
      await client.open(folder.of('a.md'), text);
      await client.idle();
      const before = client.changes.length;
      await client.edit(folder.of('a.md'), text.replace(from, to));
      await client.idle();
      assert.ok(client.changes.length > before);
    });

  it('have figures for badges, which are told again when they change', async () => {
    await begin({ 'a.md': LATE, 'b.md': agreement('2026-11-30') });
    const figures = {
      agreements: 2,
      overdue: 1,
      dueSoon: 1,
      incomplete: false,
      growing: false,
      reading: false,
      unread: 0,
      more: false,
    };
    assert.deepEqual(await client.ask<Summary>('parley/summary', null), figures);
    assert.deepEqual(client.changes.at(-1), figures);
    await client.open(folder.of('a.md'), LATE);
    await client.idle();
    const before = client.changes.length;
    await client.edit(folder.of('a.md'), `${LATE}\nSome prose.\n`);
    await client.idle();
    assert.equal(client.changes.length, before, 'prose changes nothing in a tree');
    await client.edit(folder.of('a.md'), agreement('2027-03-01'));
    await client.idle();
    assert.deepEqual(client.changes.at(-1), { ...figures, overdue: 0 });
  });

  it('tell what stands at a place, and its group', async () => {
    await begin({ 'a.md': LATE });
    const at = (line: number) =>
      client.ask<CommitmentAtAnswer | null>('parley/commitment/at', {
        uri: folder.of('a.md'),
        position: { line, character: 6 },
        query: { groupBy: 'state' },
      });
    const answer = await at(11);
    assert.equal(answer?.row.itemId, 'M1');
    assert.equal((answer?.group satisfies GroupRow | undefined)?.id, 'state\noverdue');
    assert.equal(await at(2), null);
  });

  it('complete what is closed, and what is open at its version', async () => {
    await begin({ 'a.md': LATE, 'b.md': LATE });
    await client.open(folder.of('b.md'), LATE);
    const ids = (await rows()).map(({ id }) => id);
    assert.equal(ids.length, 2);
    const answer = await edit({ action: 'complete', ids });
    const done = LATE.replace(
      'due: 2026-11-24\n',
      'due: 2026-11-24\n    status: done\n    done: 2026-11-27\n',
    );
    const a = await applied(answer, 'a.md');
    assert.deepEqual([a.text.split('\n').sort(), a.version], [done.split('\n').sort(), null]);
    assert.equal((await applied(answer, 'b.md')).version, 1);
  });

  it('complete the right occurrence of a series', async () => {
    await begin({ 'a.md': SERIES });
    const late = (await rows()).find(({ due }) => due === '2026-10-05')!;
    const { text } = await applied(
      await edit({ action: 'complete', ids: [late.id], day: '2026-11-26' }),
      'a.md',
    );
    assert.match(text, /every: month\n {4}completed: \[2026-11-26\]\n/);
  });

  it('postpone what was signed, with the reason, as one edit', async () => {
    await begin({ 'a.md': LATE.replace('owner: tom', 'owner: tom\nsigned: 2026-09-01') });
    const [row] = await rows();
    assert.equal(row!.agreed, true);
    const moved = { action: 'postpone', ids: [row!.id], to: '2026-12-01' };
    assert.ok(!(await applied(await edit(moved), 'a.md')).text.includes('Changes'));
    const { text } = await applied(await edit({ ...moved, why: 'Mould out' }), 'a.md');
    assert.match(text, /^ {4}due: 2026-12-01$/m);
    assert.match(text, /\n## Changes\n\n\| Date .*\n.*\n\| 2026-11-27 \| M1 .*\| Mould out \| {13}\|\n$/);
    assert.equal((await edit({ ...moved, why: 1 }).catch(() => 'wrong')) as unknown, 'wrong');
  });

  it('hand over what was signed, with the reason, as one edit', async () => {
    const signed = LATE.replace('owner: tom', 'owner: tom\nsigned: 2026-09-01');
    await begin({ 'a.md': `${signed}\n- [ ] Send the plan @tom\n` });
    const all = await rows();
    assert.deepEqual(
      all.map(({ kind, agreed }) => [kind, agreed]),
      [
        ['milestone', true],
        ['action', false],
      ],
    );
    const handed = { action: 'reassign', ids: all.map(({ id }) => id), to: 'eve' };
    assert.ok(!(await applied(await edit(handed), 'a.md')).text.includes('Changes'));
    const { text } = await applied(await edit({ ...handed, why: 'On leave' }), 'a.md');
    assert.match(text, /^ {4}owner: eve$/m);
    assert.match(text, /plan @eve$/m);
    assert.match(text, /^\| 2026-11-27 \| M1 +\| owner \| ines \| eve +\| On leave \| +\|$/m);
    assert.equal(text.split('| 2026-11-27 |').length, 2, 'one row');
    assert.equal((await edit({ ...handed, why: 1 }).catch(() => 'wrong')) as unknown, 'wrong');
  });

  it('postpone, in words that people type', async () => {
    await begin({ 'a.md': LATE });
    const [row] = await rows();
    const day = (text: string) => client.ask<DayAnswer>('parley/day', { id: row!.id, text });
    assert.deepEqual(await day('+1 week'), { written: '2026-12-01', day: '2026-12-01' });
    const problem = await day('soonish');
    assert.ok('problem' in problem && problem.problem.includes('soonish'));
    const answer = await edit({ action: 'postpone', ids: [row!.id], to: '2026-12-01' });
    assert.equal((await applied(answer, 'a.md')).text, agreement('2026-12-01'));
  });

  it('refuse what is no longer there, and change nothing', async () => {
    await begin({ 'a.md': LATE });
    const [row] = await rows();
    await client.open(folder.of('a.md'), LATE.replace('id: M1', 'id: M2'));
    for (const params of [
      { action: 'complete', ids: [row!.id] },
      { action: 'postpone', ids: [row!.id], to: '2026-12-01' },
      { action: 'complete', ids: ['nonsense'] },
      { action: 'insert-debrief', uri: folder.of('none.md') },
    ]) {
      const answer = await edit(params);
      assert.ok('refused' in answer && answer.refused.length > 10, JSON.stringify(answer));
    }
  });

  it('refuse to write into a file whose bytes would be lost', async () => {
    await begin({ 'a.md': Buffer.from(LATE.replace('Moulds', 'M\xf6ulds'), 'latin1') });
    const [row] = await rows();
    const answer = await edit({ action: 'complete', ids: [row!.id] });
    assert.ok('refused' in answer && answer.refused.includes('UTF-8'));
  });

  it('insert a debrief with tab stops, and never a second one', async () => {
    await begin({ 'a.md': TALKS }, { snippets: true });
    const uri = folder.of('a.md');
    const talks = await client.ask<NegotiationRow[]>('parley/negotiations', { uri });
    assert.deepEqual(
      talks.map(({ id, date, topic }) => [id, date, topic]),
      [
        ['N2', '2026-11-25', 'terms'],
        ['N1', '2026-11-20', 'price'],
      ],
    );
    const answer = await edit({ action: 'insert-debrief', uri, negotiation: 'N1' });
    const { text } = await applied(answer, 'a.md');
    assert.match(text, /\n## Debrief\n\n### 2026-11-27 N1/);
    assert.ok('edit' in answer && answer.snippet?.text.includes('$'));
    assert.equal(text.split('\n')[answer.reveal!.range.start.line]?.includes('N1'), true);
    await client.open(uri, text);
    const again = await edit({ action: 'insert-debrief', uri, negotiation: 'N1' });
    assert.ok('refused' in again);
    assert.equal(again.reveal?.uri, uri);
    const [, written] = await client.ask<NegotiationRow[]>('parley/negotiations', { uri });
    assert.ok(written?.debrief);
  });
});
