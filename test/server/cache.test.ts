import assert from 'node:assert/strict';
import { appendFile, lstat, readFile, stat, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseDay } from '../../src/core/calendar/day.ts';
import type { FullEntry } from '../../src/core/portfolio/entry.ts';
import { type Facts, factsOf } from '../../src/core/portfolio/facts.ts';
import { Portfolio } from '../../src/core/portfolio/portfolio.ts';
import { FileCache } from '../../src/node/cache.ts';
import type { ChildrenAnswer, Summary } from '../../src/server/protocol.ts';
import { agreement, TestClient, TestFolder } from './client.ts';

const RUNS = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };
const URI = 'file:///a.md';

/** What is found in an agreement with a title: ASCII or not. */
function found(title: string): Facts {
  const portfolio = new Portfolio({ now: () => 0, zone: 'UTC', today: parseDay('2026-11-27')! });
  return factsOf(portfolio.update(URI, agreement('2026-11-20', title)) as FullEntry);
}
const JARS = found('Supply of jars');
const FLASKS = found('Łódź – 供給');

describe('The cache', () => {
  let folder: TestFolder;
  let path: string;
  beforeEach(async () => {
    folder = await TestFolder.with({});
    path = join(folder.path, 'deep', 'down', 'agreements');
  });
  afterEach(() => folder.remove());

  const opened = (build = 'one') => new FileCache(path, build);
  const kept = (cache: FileCache, text: string) => cache.get(URI, text, 'context')?.title;
  const keep = (cache: FileCache, text: string, facts: Facts) => cache.put(URI, text, 'context', facts);

  it('gives to the next session what was found in the same text, context and build, and nothing else', async () => {
    const cache = opened();
    keep(cache, 'jars', JARS);
    keep(cache, 'flasks', FLASKS);
    assert.equal(kept(cache, 'jars'), 'Supply of jars');
    await cache.flush();
    for (const one of [cache, opened()]) {
      assert.deepEqual(one.get(URI, 'flasks', 'context'), JSON.parse(JSON.stringify(FLASKS)));
      assert.equal(one.get(URI, 'flasks ', 'context'), undefined);
      assert.equal(one.get('file:///b.md', 'flasks', 'context'), undefined);
      assert.equal(one.get(URI, 'flasks', 'another'), undefined);
    }
    assert.equal(kept(opened('two'), 'jars'), undefined);
  });

  it('holds the newest of what was found in the same text', async () => {
    const cache = opened();
    keep(cache, 'jars', JARS);
    await cache.flush();
    keep(cache, 'jars', { ...JARS, title: 'The next day' });
    await cache.flush();
    assert.deepEqual([kept(cache, 'jars'), kept(opened(), 'jars')], ['The next day', 'The next day']);
  });

  it('gives nothing that is not so, whatever a kill or a worn disk made of the file', async () => {
    const cache = opened();
    for (const [text, facts] of [
      ['jars', JARS],
      ['flasks', FLASKS],
    ] as const)
      keep(cache, text, facts);
    await cache.flush();
    const whole = await readFile(path);
    const damage = fc.oneof(
      fc.record({ cut: fc.nat(whole.length) }),
      fc.record({ at: fc.nat(whole.length - 1), byte: fc.integer({ min: 0, max: 255 }) }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async (one) => {
        await writeFile(path, whole);
        if ('cut' in one) await truncate(path, one.cut);
        else
          await writeFile(
            path,
            Buffer.concat([whole.subarray(0, one.at), Buffer.of(one.byte), whole.subarray(one.at + 1)]),
          );
        const again = opened();
        assert.ok([undefined, JARS.title].includes(kept(again, 'jars')));
        assert.ok([undefined, FLASKS.title].includes(kept(again, 'flasks')));
        const before = await readFile(path).catch(() => undefined);
        keep(again, 'more', JARS);
        await again.flush();
        if (again.isForeign) assert.deepEqual(await readFile(path), before);
        else assert.deepEqual([kept(again, 'more'), kept(opened(), 'more')], [JARS.title, JARS.title]);
      }),
      RUNS,
    );
  });

  it('is shared by two windows', async () => {
    const [one, other] = [opened(), opened()];
    for (let n = 0; n < 20; n++) {
      keep(one, `one ${n}`, { ...JARS, title: `one ${n}` });
      keep(other, `other ${n}`, { ...FLASKS, title: `other ${n}` });
      await Promise.all([one.flush(), other.flush()]);
    }
    const third = opened();
    for (let n = 0; n < 20; n++) {
      assert.deepEqual([kept(third, `one ${n}`), kept(third, `other ${n}`)], [`one ${n}`, `other ${n}`]);
      // What another window wrote at the same moment may hide a line, but never shows a wrong one.
      assert.ok([undefined, `one ${n}`].includes(kept(one, `one ${n}`)));
    }
  });

  it('is written anew when most of its lines have newer ones, also under a window that has it open', async () => {
    const other = opened();
    const first = opened();
    for (let day = 1; day <= 3; day++) {
      for (let n = 0; n < 1_500; n++) keep(first, `text ${n}`, { ...JARS, title: `${day}: ${n}` });
      await first.flush();
    }
    const { size } = await stat(path);
    kept(other, 'text 0');
    const second = opened();
    await second.tidy();
    assert.ok((await stat(path)).size < size / 2);
    keep(first, 'new', JARS);
    await first.flush();
    for (const cache of [first, opened()])
      assert.deepEqual(
        ['text 0', 'text 1499', 'new'].map((text) => kept(cache, text)),
        ['3: 0', '3: 1499', JARS.title],
      );
    assert.ok([undefined, '3: 700'].includes(kept(other, 'text 700')));
    await second.tidy();
    assert.equal(kept(second, 'text 700'), '3: 700');
  });

  it('goes when it is cleared, and begins anew', async () => {
    const cache = opened();
    keep(cache, 'jars', JARS);
    await cache.flush();
    await cache.clear();
    assert.equal(kept(cache, 'jars'), undefined);
    await assert.rejects(stat(path));
    keep(cache, 'jars', FLASKS);
    await cache.flush();
    assert.equal(kept(opened(), 'jars'), FLASKS.title);
  });

  it('keeps nothing where nothing can be written, and says nothing of it', async () => {
    await writeFile(join(folder.path, 'deep'), 'a file');
    const cache = opened();
    keep(cache, 'jars', JARS);
    await cache.flush();
    await cache.tidy();
    assert.equal(kept(cache, 'jars'), undefined);
    await cache.clear();
  });

  it('leaves a file that is no cache as it is', async () => {
    const text = agreement('2026-11-20');
    await folder.write('deep/down/agreements', text);
    const cache = opened();
    keep(cache, 'jars', JARS);
    await cache.tidy();
    await cache.clear();
    assert.deepEqual([cache.isForeign, kept(cache, 'jars')], [true, undefined]);
    assert.equal(await readFile(path, 'utf8'), text);
  });

  it('begins in a file that is empty, or that was only just begun, and in no other', async () => {
    for (const [text, ours] of [
      ['', true],
      ['parley-cache', true],
      ['\0\0\0', true],
      ['parley', false],
    ] as const) {
      await folder.write('deep/down/agreements', text);
      const cache = opened();
      keep(cache, 'jars', JARS);
      await cache.flush();
      assert.equal(cache.isForeign, !ours);
      if (ours) assert.equal(kept(opened(), 'jars'), JARS.title);
      else assert.equal(await readFile(path, 'utf8'), text);
    }
  });

  it('leaves a folder and a device as they are', () => {
    for (const one of [folder.path, '/dev/null'])
      if (process.platform !== 'win32') assert.equal(new FileCache(one, 'build').isForeign, true);
  });

  it('is written behind a link, which stays one', async () => {
    await folder.write('real', '');
    await symlink(join(folder.path, 'real'), join(folder.path, 'link'));
    const cache = new FileCache(join(folder.path, 'link'), 'build');
    for (let day = 1; day <= 3; day++) {
      for (let n = 0; n < 1_500; n++) keep(cache, `text ${n}`, { ...JARS, title: `${day}: ${n}` });
      await cache.flush();
    }
    await cache.tidy();
    assert.ok((await lstat(join(folder.path, 'link'))).isSymbolicLink());
    assert.equal(kept(new FileCache(join(folder.path, 'real'), 'build'), 'text 1499'), '3: 1499');
    await cache.clear();
    await assert.rejects(stat(join(folder.path, 'real')));
  });

  it('passes over lines that are none', async () => {
    const cache = opened();
    keep(cache, 'jars', JARS);
    await cache.flush();
    await appendFile(path, `\n\nhello\n${'x'.repeat(100)}\nno end`);
    const again = opened();
    keep(again, 'flasks', FLASKS);
    await again.flush();
    const third = opened();
    assert.deepEqual([kept(third, 'jars'), kept(third, 'flasks')], [JARS.title, FLASKS.title]);
  });
});

describe('A server with a cache', () => {
  let folder: TestFolder;
  let cache: string;
  beforeEach(async () => {
    folder = await TestFolder.with({
      'a.md': agreement('2026-11-20'),
      'b.md': agreement('2026-12-20'),
      'c.md': '# Prose\n',
    });
    const elsewhere = await TestFolder.with({});
    cache = join(elsewhere.path, 'agreements');
  });
  afterEach(() => folder.remove());

  const begin = (today = '2026-11-27') =>
    TestClient.start({ folders: [folder.uri], options: { cache, today } });
  const size = async () => (await stat(cache)).size;

  /** What a session shows once all is read, and by how much the cache grew. */
  async function session(today?: string) {
    const before = await size().catch(() => 0);
    const client = await begin(today);
    await client.idle();
    const result = {
      summary: await client.ask<Summary>('parley/summary', null),
      tree: await client.ask<ChildrenAnswer>('parley/tree/children', { query: { groupBy: 'due' } }),
      findings: ['a.md', 'b.md'].map((name) => client.checks(folder.of(name))),
    };
    await client.stop();
    return { ...result, grown: (await size()) - before };
  }

  it('finds the same as the session before without reading an agreement again', async () => {
    const { grown, ...first } = await session();
    assert.ok(grown > 0);
    assert.deepEqual(await session(), { ...first, grown: 0 });
  });

  it('reads what changed while it was not there, whatever its size and time say', async () => {
    await session();
    const { mtime, size: before } = await stat(join(folder.path, 'a.md'));
    await folder.write('a.md', agreement('2026-12-24'));
    const after = await stat(join(folder.path, 'a.md'));
    assert.equal(after.size, before);
    await utimes(join(folder.path, 'a.md'), mtime, mtime);
    const { findings, grown } = await session();
    assert.deepEqual(findings, [[], []]);
    assert.ok(grown > 0);
  });

  it('says nothing that was so under another configuration', async () => {
    await folder.write('.parley.yaml', 'due-soon: 3\n');
    assert.deepEqual((await session()).findings, [['overdue'], []]);
    await folder.write('.parley.yaml', 'checks: { overdue: off }\n');
    assert.deepEqual((await session()).findings, [[], []]);
  });

  it('says nothing that was so yesterday', async () => {
    await session('2026-12-19');
    const { findings, summary } = await session('2026-12-21');
    assert.deepEqual(findings, [['overdue'], ['overdue']]);
    assert.equal(summary.overdue, 2);
  });

  it('forgets it when it is asked to', async () => {
    await session();
    const client = await begin();
    await client.idle();
    assert.equal(await client.ask('parley/cache/clear', null), null);
    await assert.rejects(stat(cache));
    await client.stop();
  });
});
