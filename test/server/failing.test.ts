import assert from 'node:assert/strict';
import type { Summary } from '../../src/server/protocol.ts';
import { agreement, type TestClient } from './client.ts';
import { MemoryFiles, serverInside, uriOf } from './inside.ts';

describe('Files that cannot be read because whoever reads them fails', () => {
  let files: MemoryFiles;
  let client: TestClient;
  beforeEach(() => {
    files = new MemoryFiles();
    files.texts.set(uriOf('a.md'), agreement('2026-11-20'));
    files.texts.set(uriOf('notes.md'), '---\nnotes-for: a\n---\n');
  });
  afterEach(async () => {
    await client.idle();
    client.connection.dispose();
    assert.equal(client.errors.length, 1);
    assert.match(client.errors[0]!, /out of order/);
  });

  const summary = () => client.ask<Summary>('parley/summary', null);
  const failing = () => Promise.reject(new Error('out of order'));

  it('are known to be missing, and are read when somebody goes on', async () => {
    let reads = 0;
    // The configuration is read first.
    files.before = () => (++reads === 2 ? failing() : Promise.resolve());
    client = await serverInside(files);
    await client.idle();
    const { agreements, incomplete, growing, unread } = await summary();
    assert.deepEqual([agreements, incomplete, growing], [0, true, false]);
    assert.ok(unread > 0);
    assert.deepEqual(client.checks(uriOf('notes.md')), []);
    await client.connection.sendNotification('parley/reading/resume');
    await client.idle();
    const after = await summary();
    assert.deepEqual([after.agreements, after.incomplete], [1, false]);
  });

  it('keep nothing from being read that was asked for meanwhile', async () => {
    client = await serverInside(files);
    await client.idle();
    let fail: () => void = () => undefined;
    files.before = () => {
      files.before = () => Promise.resolve();
      return new Promise((_, reject) => {
        fail = () => reject(new Error('out of order'));
      });
    };
    await client.watched({ [uriOf('a.md')]: 'changed' });
    await summary();
    files.texts.set(uriOf('b.md'), agreement('2026-11-20'));
    await client.watched({ [uriOf('b.md')]: 'created' });
    await summary();
    fail();
    await client.idle();
    assert.equal((await summary()).agreements, 2);
  });

  it('are read with the next that is asked for', async () => {
    let reads = 0;
    files.texts.set(uriOf('.parley.yaml'), 'checks: { overdue: off }\n');
    files.before = () => (++reads === 1 ? failing() : Promise.resolve());
    client = await serverInside(files);
    await client.idle();
    files.texts.set(uriOf('b.md'), agreement('2026-11-20'));
    await client.watched({ [uriOf('b.md')]: 'created' });
    await client.idle();
    const { agreements, incomplete, unread } = await summary();
    assert.deepEqual([agreements, incomplete, unread], [2, false, 0]);
    for (const name of ['a.md', 'b.md', 'notes.md']) assert.deepEqual(client.checks(uriOf(name)), []);
  });

  it('do not keep open documents from having findings', async () => {
    files.before = failing;
    client = await serverInside(files);
    await client.open(uriOf('a.md'), agreement('2026-11-20'));
    await client.idle();
    assert.deepEqual(client.checks(uriOf('a.md')), ['overdue']);
  });
});
