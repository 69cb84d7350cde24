import assert from 'node:assert/strict';
import type { Summary } from '../../src/server/protocol.ts';
import { agreement, type TestClient } from './client.ts';
import { MemoryFiles, ROOT, serverInside, uriOf } from './inside.ts';

/** More than what is taken for a change of branch. */
const MANY = 300;

describe('A storm of file events', () => {
  let files: MemoryFiles;
  let client: TestClient;

  beforeEach(async () => {
    files = new MemoryFiles();
    for (let n = 0; n < MANY; n++) files.texts.set(name(n), agreement('2026-11-20', `Supply ${n}`));
    files.texts.set(uriOf('other.md'), agreement('2026-12-20', 'Other'));
    client = await serverInside(files);
    await client.idle();
    files.forget();
  });
  afterEach(async () => {
    await client.idle();
    client.connection.dispose();
    assert.deepEqual(client.errors, []);
  });

  const name = (n: number, folder = 'a') => uriOf(`${folder}/${n}.md`);
  const all = (folder = 'a') => Array.from({ length: MANY }, (_, n) => name(n, folder));
  const late = async () => (await client.ask<Summary>('parley/summary', null)).overdue;
  const found = () => [...client.findings.values()].filter((one) => one.length > 0).length;
  /** How often files were read that were read more than once. */
  const again = () => [...files.reads].filter(([, times]) => times > 1);

  it('reads each file once after a change of branch', async () => {
    for (const uri of all()) files.texts.set(uri, files.texts.get(uri)!.replace('2026-11-20', '2026-12-24'));
    await client.watched(Object.fromEntries(all().map((uri) => [uri, 'changed'])));
    await client.idle();
    assert.deepEqual([again(), await late(), found()], [[], 0, 0]);
    assert.equal(files.lists, 1);
  });

  it('reads only what changed where that is little, however the events are parted', async () => {
    for (const part of [all().slice(0, 60), all().slice(60, 120)]) {
      for (const uri of part) files.texts.set(uri, files.texts.get(uri)!.replace('2026-11-20', '2026-12-24'));
      await client.watched(Object.fromEntries(part.map((uri) => [uri, 'changed'])));
    }
    await client.idle();
    assert.deepEqual([again(), files.reads.size, files.lists], [[], 120, 0]);
    assert.deepEqual([await late(), found()], [MANY - 120, MANY - 120]);
  });

  it('reads nothing after a folder went as one event', async () => {
    for (const uri of all()) files.texts.delete(uri);
    await client.watched({ [`${ROOT}/a`]: 'deleted' });
    await client.idle();
    assert.deepEqual([files.reads.size, files.lists, await late(), found()], [0, 1, 0, 0]);
  });

  it('reads each file once under its new name after a folder was renamed', async () => {
    for (const uri of all()) {
      files.texts.set(uri.replace('/a/', '/b/'), files.texts.get(uri)!);
      files.texts.delete(uri);
    }
    await client.watched({ [`${ROOT}/a`]: 'deleted', [`${ROOT}/b`]: 'created' });
    await client.idle();
    assert.deepEqual([again(), files.reads.size, await late(), found()], [[], MANY, MANY, MANY]);
    assert.ok([...client.findings].every(([uri, one]) => one.length === 0 || uri.includes('/b/')));
  });

  it('takes an atomic save for one change, and nothing remains of its helper', async () => {
    const helper = uriOf('a/0.md.tmp.md');
    files.texts.set(name(0), agreement('2026-12-24', 'Supply 0'));
    await client.watched({ [helper]: 'created' });
    await client.watched({ [helper]: 'deleted', [name(0)]: 'changed' });
    await client.idle();
    assert.deepEqual([files.reads.get(name(0)), await late(), found()], [1, MANY - 1, MANY - 1]);
    assert.ok(!client.findings.has(helper));
  });
});
