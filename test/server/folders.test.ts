import assert from 'node:assert/strict';
import type { Summary } from '../../src/server/protocol.ts';
import { agreement, type Start, type TestClient } from './client.ts';
import { begunInside, endedInside, type MemoryFiles, ROOT, uriOf } from './inside.ts';

const LATE = agreement('2026-11-20');

describe('A workspace folder', () => {
  let files: MemoryFiles;
  let client: TestClient;
  afterEach(() => endedInside(client));

  const begin = async (paths: readonly string[], start: Start) => {
    const texts = Object.fromEntries(paths.map((path) => [path, LATE]));
    ({ files, client } = await begunInside(texts, { start }));
  };
  const agreements = async () => (await client.ask<Summary>('parley/summary', null)).agreements;

  const mine = { checks: { overdue: 'off' as const } };
  for (const [how, settings] of [
    ['that it is asked for', { settings: () => mine }],
    ['that it told at the start', { options: { settings: mine } }],
  ] as const)
    it(`that is added has the client’s settings ${how}`, async () => {
      await begin(['one/a.md', 'two/b.md'], { folders: [uriOf('one')], ...settings });
      await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [{ uri: uriOf('two'), name: 'two' }], removed: [] },
      });
      await client.idle();
      assert.deepEqual([await agreements(), client.checks(uriOf('two/b.md'))], [2, []]);
    });

  it('that is added has settings of its own', async () => {
    let settings = {};
    await begin(['one/a.md', 'two/b.md'], { folders: [uriOf('one')], settings: () => settings });
    settings = mine;
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: uriOf('two'), name: 'two' }], removed: [] },
    });
    await client.idle();
    assert.deepEqual(client.checks(uriOf('two/b.md')), []);
  });

  for (const [where, folders] of [
    ['around it', [ROOT, uriOf('m/inner')]],
    ['that it is', [uriOf('m')]],
  ] as const)
    it(`has nothing any more when the folder ${where} went as one event`, async () => {
      await begin(['m/inner/a.md', 'm/b.md'], { folders });
      assert.equal(await agreements(), 2);
      files.texts.clear();
      await client.watched({ [uriOf('m')]: 'deleted' });
      await client.idle();
      assert.equal(await agreements(), 0);
    });

  it('follows a folder with a dot in its name that comes as one event', async () => {
    await begin([], { folders: [ROOT] });
    files.texts.set(uriOf('Acme.Inc/a.md'), LATE);
    await client.watched({ [uriOf('Acme.Inc')]: 'created' });
    await client.idle();
    assert.equal(await agreements(), 1);
  });
});
