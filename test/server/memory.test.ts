import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Cache } from '../../src/core/portfolio/cache.ts';
import type { Summary } from '../../src/server/protocol.ts';
import { agreement } from './client.ts';
import { MemoryFiles, ROOT, serverInside, uriOf } from './inside.ts';

const MANY = 1_500;
const PROSE = 8_000;

/** What a cache in memory keeps would be counted, too. */
class NoCache implements Cache {
  get(): undefined {}
  put(): void {}
  async flush(): Promise<void> {}
  async tidy(): Promise<void> {}
  async clear(): Promise<void> {}
}

describe('The memory of a server', () => {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;

  /** What is in use, in bytes. What finalizers and weak references hold goes with the second collection. */
  const used = async () => {
    for (let n = 0; n < 3; n++) {
      gc();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return process.memoryUsage().heapUsed;
  };

  it('is free again for others when a folder has been closed, whoever asked about it before', async () => {
    const files = new MemoryFiles();
    const client = await serverInside(files, { cache: new NoCache() });
    await client.idle();
    const before = await used();
    for (let n = 0; n < MANY; n++) {
      // A text of its own for each, so that none of them is shared.
      const prose = Buffer.alloc(PROSE, `${n} words `).toString('latin1');
      files.texts.set(uriOf(`${n}.md`), `${agreement('2026-11-20', `Supply ${n}`)}\n${prose}\n`);
    }
    await client.watched(Object.fromEntries([...files.texts.keys()].map((uri) => [uri, 'created' as const])));
    await client.idle();
    const ask = async () => {
      for (const groupBy of ['owner', 'due'])
        await client.ask('parley/tree/children', { query: { groupBy } });
      await client.ask('parley/agreements/children', {});
    };
    await ask();
    await client.ask('parley/commitments', { query: { states: ['overdue'] } });
    files.texts.clear();
    const full = await used();
    assert.equal((await client.ask<Summary>('parley/summary', null)).agreements, MANY);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: ROOT, name: 'w' }] },
    });
    await client.idle();
    await ask();
    const after = await used();
    client.connection.dispose();
    assert.ok(full - before > MANY * PROSE, `${full - before} bytes in use`);
    // What the program itself took meanwhile is a fifth of it.
    assert.ok(after - before < (full - before) / 2, `${after - before} of ${full - before} bytes left`);
  });
});
