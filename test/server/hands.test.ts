import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import type { Summary } from '../../src/server/protocol.ts';
import { agreement, type TestClient } from './client.ts';
import { begunInside, endedInside, type MemoryFiles, ROOT, uriOf } from './inside.ts';

describe('A document that changes hands', () => {
  let files: MemoryFiles;
  let client: TestClient;
  afterEach(() => endedInside(client));

  const begin = async (texts: Readonly<Record<string, string>>, folders: readonly string[] = [ROOT]) => {
    ({ files, client } = await begunInside(texts, { start: { folders } }));
  };
  const addFolder = (uri: string) =>
    client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri, name: 'added' }], removed: [] },
    });
  const write = (path: string, text: string) => files.texts.set(uriOf(path), text);
  const agreements = async () => (await client.ask<Summary>('parley/summary', null)).agreements;

  it('has no findings any more where it is no agreement any more by then', async () => {
    await begin({ 'm/a.md': agreement('2026-11-20') });
    assert.ok(client.findings.get(uriOf('m/a.md'))!.length > 0);
    write('m/.parley.yaml', 'we: ana\n');
    write('m/a.md', '# Prose\n');
    await client.watched({ [uriOf('m/.parley.yaml')]: 'created', [uriOf('m/a.md')]: 'changed' });
    await client.idle();
    assert.deepEqual([await agreements(), client.findings.get(uriOf('m/a.md'))], [0, []]);
  });

  it('is known once when it is opened while a folder inside the first is added', async () => {
    await begin({ 'm/a.md': agreement('2026-11-20') });
    files.before = () => setTimeout(20);
    await addFolder(uriOf('m'));
    await client.open(uriOf('m/a.md'), agreement('2026-11-20'));
    await client.idle();
    assert.equal(await agreements(), 1);
  });

  it('is known once when it was open by itself, and is closed while its folder is added', async () => {
    await begin({ 'a.md': agreement('2026-11-20') }, []);
    files.before = () => setTimeout(20);
    await client.open(uriOf('a.md'), agreement('2026-11-20'));
    await addFolder(ROOT);
    await client.close(uriOf('a.md'));
    await client.idle();
    assert.equal(await agreements(), 1);
  });

  it('is forgotten by whoever has it when it is left out while it is open', async () => {
    const noted = agreement('2026-12-20').replace('agreement:', 'id: x\nagreement:');
    await begin({
      'a.md': noted,
      'm/.parley.yaml': 'we: ana\n',
      'm/n/c.md': '---\nnotes-for: x\nwe: ana\n---\n',
    });
    await client.open(uriOf('m/n/c.md'), noted);
    await client.idle();
    assert.equal(await agreements(), 2);
    write('m/.parley.yaml', 'exclude: [n]\n');
    await client.watched({ [uriOf('m/.parley.yaml')]: 'changed' });
    await client.idle();
    assert.equal(await agreements(), 1);
  });
});
