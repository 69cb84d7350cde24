import assert from 'node:assert/strict';
import type { CommitmentJson, ListJson } from '../../src/core/report/json.ts';
import { agreement, inFolder, parley, parleyJson } from './run.ts';

const TODAY = ['--today', '2026-11-27'];

async function listed(args: readonly string[], cwd?: string): Promise<readonly CommitmentJson[]> {
  const options = cwd === undefined ? {} : { cwd };
  return (await parleyJson<ListJson>(['list', ...args, ...TODAY], options)).commitments;
}

describe('parley list', () => {
  it('lists what is owed, the late ones first, by owner', () =>
    inFolder(
      { 'a.md': agreement('Keys', '2026-11-24'), 'b.md': agreement('More', '2026-12-02') },
      async (cwd) => {
        const { code, out, err } = await parley(['list', ...TODAY], { cwd });
        assert.deepEqual([code, err], [0, '']);
        assert.equal(
          out,
          `Tom Ash (tom)  2 commitments, 1 overdue
  overdue   24 Nov · 3 days late  M1 Keys handed over  a  a.md:7:12
  due soon  2 Dec · in 5 days     M1 Keys handed over  b  b.md:7:12

In 2 agreements: 2 commitments, 1 overdue.
`,
        );
      },
    ));

  it('describes each commitment in JSON and leaves out what is absent', () =>
    inFolder({ 'a.md': agreement('Keys', '2026-11-24') }, async (cwd) => {
      const report = await parleyJson<ListJson>(['list', ...TODAY], { cwd });
      assert.deepEqual(report, {
        schemaVersion: 1,
        today: '2026-11-27',
        timezone: 'UTC',
        commitments: [
          {
            file: 'a.md',
            line: 7,
            agreement: 'a',
            kind: 'milestone',
            id: 'M1',
            title: 'Keys handed over',
            owner: 'tom',
            support: [],
            to: [],
            due: '2026-11-24',
            forecast: '2026-11-27',
            state: 'overdue',
            daysLate: 3,
            blocked: false,
            waiting: false,
            provisional: false,
            atRisk: true,
          },
        ],
        skipped: [],
      });
    }));

  it('tells the occurrences of a series apart', async () => {
    const series = (await listed(['examples/warehouse-lease.md', '--state', 'done,open'])).filter(
      ({ id }) => id === 'L1',
    );
    assert.ok(series.length > 1);
    for (const { occurrence, due } of series) assert.equal(occurrence, due);
  });

  it('filters by owner, as accountable or in support, written with or without @', async () => {
    const mine = await listed(['examples', '--owner', '@judit']);
    assert.ok(mine.length > 0);
    for (const { owner, support } of mine) assert.ok(owner === 'judit' || support.includes('judit'));
    const ours = await listed(['examples', '--owner', 'judit', '--owner', 'colm']);
    assert.deepEqual(ours, await listed(['examples', '--owner', 'judit,colm']));
    assert.ok(ours.length > mine.length);
  });

  it('filters by party, state and day', async () => {
    const theirs = await listed(['examples', '--party', 'brackenfold']);
    assert.ok(theirs.length > 0 && theirs.every(({ party }) => party === 'brackenfold'));
    const late = await listed(['examples', '--state', 'overdue']);
    assert.ok(late.length > 0 && late.every(({ state, daysLate }) => state === 'overdue' && daysLate > 0));
    const near = await listed(['examples', '--due-before', '2026-11-30']);
    assert.ok(
      near.some(({ due }) => due === '2026-11-30'),
      'the day itself is meant too',
    );
    assert.ok(near.every(({ due }) => due !== undefined && due <= '2026-11-30'));
  });

  it('filters by kind, tag, stretch of time and words, combined', async () => {
    const ends = await listed(['examples', '--kind', 'notice,expiry']);
    assert.deepEqual([...new Set(ends.map(({ kind }) => kind))].sort(), ['expiry', 'notice']);
    const between = ['--due-after', '2026-12-01', '--due-before', '2026-12-31'];
    const december = await listed(['examples', ...between]);
    assert.ok(december.length > 0 && december.every(({ due }) => due?.startsWith('2026-12')));
    const glass = await listed(['examples', '--tag', '#Glass']);
    assert.ok(glass.length > 0 && glass.every(({ agreement }) => agreement === 'brackenfold-2026'));
    const words = await listed(['examples', '--text', 'JUDIT brackenfold', ...between]);
    assert.ok(words.length > 0 && words.length < december.length);
    assert.ok(words.every(({ owner }) => owner === 'judit'));
  });

  it('does not take a tag that nothing has for one of nothing', async () => {
    const { code, err } = await parley(['list', 'examples', '--tag', 'glas', ...TODAY]);
    assert.equal(code, 2);
    assert.match(err, /no agreement here knows the tag “glas”. Did you mean glass\?/);
  });

  for (const grouping of ['owner', 'due', 'agreement', 'party', 'state']) {
    it(`puts them together by ${grouping}, all of them and each once`, async () => {
      const all = await listed(['examples']);
      const { out } = await parley(['list', 'examples', '--group-by', grouping, ...TODAY]);
      const rows = out.split('\n').filter((line) => line.startsWith('  '));
      assert.equal(rows.length, all.length);
      assert.equal(new Set(rows).size, all.length);
    });
  }

  it('says that nothing is so, rather than nothing at all', () =>
    inFolder({ 'a.md': agreement('Keys', '2027-11-24') }, async (cwd) => {
      const none = await parley(['list', '--state', 'overdue', ...TODAY], { cwd });
      assert.deepEqual([none.code, none.out], [0, 'No commitment of the one agreement is so.\n']);
    }));

  it('calls agreements of equal file names by their paths', () =>
    inFolder(
      {
        '.git/HEAD': '',
        'a/keys.md': agreement('A', '2026-12-24'),
        'b/keys.md': agreement('B', '2026-12-24'),
        'c/locks.md': agreement('C', '2026-12-24'),
      },
      async (cwd) => {
        const ids = (await listed([], cwd)).map((commitment) => commitment.agreement);
        assert.deepEqual(ids, ['a/keys', 'b/keys', 'locks']);
      },
    ));

  it('is a table of the same for spreadsheets, in which nothing is a formula', () =>
    inFolder(
      { 'a.md': agreement('Keys', '2026-11-24').replace('Keys handed over', `'=1+1, "quoted"'`) },
      async (cwd) => {
        const { code, out } = await parley(['list', '--format', 'csv', ...TODAY], { cwd });
        const [header = '', row, end, ...more] = out.split('\r\n');
        assert.deepEqual([code, end, more], [0, '', []]);
        const [json] = await listed([], cwd);
        for (const key of Object.keys(json!)) assert.ok(header.split(',').includes(key), key);
        assert.equal(
          row,
          `a.md,7,a,milestone,M1,,"'=1+1, ""quoted""",tom,,,,2026-11-24,2026-11-27,overdue,3,false,false,false,true,UTC,2026-11-27`,
        );
      },
    ));
});
