import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { FileCache } from '../../src/node/cache.ts';
import { nodeWorkspace } from '../../src/node/workspace.ts';
import type { Summary } from '../../src/server/protocol.ts';
import { startServer } from '../../src/server/server.ts';
import { agreement, begun, type Start, TestClient, TestFolder } from './client.ts';

const LATE = agreement('2026-11-24');

describe('what decides the findings of a workspace', () => {
  let folder: TestFolder;
  let client: TestClient;

  async function begin(files: Record<string, string>, start: Start = {}): Promise<void> {
    ({ folder, client } = await begun(files, start));
  }

  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  const severity = (name: string) => client.findings.get(folder.of(name))?.[0]?.severity;

  it('is .parley.yaml before the client’s settings', async () => {
    const settings = () => ({ checks: { overdue: 'error' } });
    await begin(
      { 'a.md': LATE, 'own/.parley.yaml': 'checks: { overdue: hint }', 'own/b.md': LATE },
      { settings },
    );
    assert.deepEqual([severity('a.md'), severity('own/b.md')], [1, 4]);
  });

  it('changes with .parley.yaml: when it changes, comes and goes', async () => {
    await begin({ 'a.md': LATE, 'deep/b.md': LATE });
    const uri = await folder.write('.parley.yaml', 'checks: { overdue: error }');
    await client.watched({ [uri]: 'created' });
    await client.idle();
    assert.deepEqual([severity('a.md'), severity('deep/b.md')], [1, 1]);
    const nested = await folder.write('deep/.parley.yaml', 'checks: { overdue: off }');
    await client.watched({ [nested]: 'created' });
    await client.idle();
    assert.deepEqual([severity('a.md'), severity('deep/b.md')], [1, undefined]);
    await folder.remove('deep/.parley.yaml');
    await folder.write('.parley.yaml', 'checks: { overdue: information }');
    await client.watched({ [uri]: 'changed', [nested]: 'deleted' });
    await client.idle();
    assert.deepEqual([severity('a.md'), severity('deep/b.md')], [3, 3]);
    await folder.remove('.parley.yaml');
    await client.watched({ [uri]: 'deleted' });
    await client.idle();
    assert.deepEqual([severity('a.md'), severity('deep/b.md')], [2, 2]);
  });

  it('follows a .parley.yaml that is being written, and says what is wrong in it', async () => {
    await begin({ 'a.md': LATE, '.parley.yaml': 'timezone: Europe/Dublin\n' });
    const uri = folder.of('.parley.yaml');
    await client.open(folder.of('a.md'), LATE);
    await client.open(uri, 'timezone: Europe/Dublin\n', 'yaml');
    await client.edit(uri, 'timezone: Europe/Atlantis\nchecks: { overdue: error }\n');
    await client.idle();
    assert.deepEqual(client.checks(uri), ['invalid-value']);
    assert.equal(severity('a.md'), 1);
    await client.close(uri);
    await client.idle();
    assert.deepEqual(client.checks(uri), []);
    assert.equal(severity('a.md'), 2);
  });

  it('leaves out what .parley.yaml excludes and git ignores, also when that changes', async () => {
    await begin({
      'a.md': LATE,
      'archive/b.md': LATE,
      'drafts/c.md': LATE,
      '.gitignore': 'drafts/\n',
      '.parley.yaml': 'exclude: [archive/**]',
      '.hidden/d.md': LATE,
      'node_modules/e.md': LATE,
    });
    assert.deepEqual([...client.findings.keys()], [folder.of('a.md')]);
    await folder.write('.gitignore', '');
    await folder.write('.parley.yaml', 'exclude: [a.md]');
    await client.watched({ [folder.of('.gitignore')]: 'changed', [folder.of('.parley.yaml')]: 'changed' });
    await client.idle();
    const names = ['a.md', 'archive/b.md', 'drafts/c.md'];
    assert.deepEqual(
      names.map((name) => client.checks(folder.of(name)).length),
      [0, 1, 1],
    );
  });

  it('can be restricted to open files', async () => {
    let settings = { diagnostics: { scope: 'openFiles' } };
    await begin({ 'a.md': LATE, 'b.md': LATE }, { settings: () => settings });
    await client.open(folder.of('b.md'), LATE);
    await client.idle();
    assert.deepEqual([...client.findings.keys()], [folder.of('b.md')]);
    settings = { diagnostics: { scope: 'workspace' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.idle();
    assert.deepEqual(client.checks(folder.of('a.md')), ['overdue']);
    settings = { diagnostics: { scope: 'openFiles' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.idle();
    assert.deepEqual([client.checks(folder.of('a.md')), client.checks(folder.of('b.md'))], [[], ['overdue']]);
  });

  it('survives settings of any shape', async () => {
    await begin({ 'a.md': LATE }, { settings: () => ({ checks: ['x', null], diagnostics: 3 }) });
    assert.equal(severity('a.md'), 2);
  });

  it('follows folders that are added and removed', async () => {
    await begin({ 'one/a.md': LATE, 'two/b.md': LATE }, { folders: [] });
    const [one, two] = ['one', 'two'].map((name) => ({ uri: folder.of(name), name }));
    const tell = (event: object) =>
      client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await tell({ added: [one, two], removed: [] });
    await client.idle();
    assert.deepEqual(
      ['one/a.md', 'two/b.md'].map((name) => client.checks(folder.of(name))),
      [['overdue'], ['overdue']],
    );
    await client.open(folder.of('one/a.md'), LATE);
    await tell({ added: [], removed: [one] });
    await client.idle();
    assert.deepEqual(
      ['one/a.md', 'two/b.md'].map((name) => client.checks(folder.of(name))),
      [[], ['overdue']],
    );
  });

  it('misses a file no more when a .gitignore that changes says that it need not be there', async () => {
    const text = `${agreement('2026-12-20')}\nSee [the plan](docs/plan.pdf).\n`;
    await begin({ '.git/HEAD': '', '.gitignore': '\n', 'a.md': text });
    assert.deepEqual(client.checks(folder.of('a.md')), ['missing-file']);
    await folder.write('.gitignore', '*.pdf\n');
    await client.watched({ [folder.of('.gitignore')]: 'changed' });
    await client.idle();
    assert.deepEqual(client.checks(folder.of('a.md')), []);
  });

  it('leaves out what a .gitignore above a workspace folder ignores, from the moment on at which it is there', async () => {
    folder = await TestFolder.with({ '.git/HEAD': '', 'in/drafts/a.md': LATE });
    client = await TestClient.start({ folders: [folder.uri, folder.of('in')] });
    await client.idle();
    const agreements = async () => (await client.ask<Summary>('parley/summary', null)).agreements;
    assert.equal(await agreements(), 1);
    await folder.write('.gitignore', 'drafts\n');
    await client.watched({ [folder.of('.gitignore')]: 'created' });
    await client.idle();
    assert.equal(await agreements(), 0);
  });

  it('asks for file events', async () => {
    await begin({});
    assert.deepEqual(client.registered, ['workspace/didChangeWatchedFiles']);
  });
});

describe('a new day', () => {
  it('begins in each agreement’s own zone', async () => {
    let now = Date.parse('2026-11-24T10:30:00Z');
    const folder = await TestFolder.with({
      'kiritimati.md': LATE.replace('owner: tom', 'timezone: Pacific/Kiritimati\nowner: tom'),
      'azores.md': LATE.replace('owner: tom', 'timezone: Atlantic/Azores\nowner: tom'),
      'here.md': LATE,
    });
    const [up, down] = [new PassThrough(), new PassThrough()];
    startServer(
      createConnection(up, down),
      async () => ({ workspace: nodeWorkspace, openCache: (path: string) => new FileCache(path, '') }),
      {
        now: () => now,
        zone: 'Europe/Madrid',
      },
    );
    const client = await TestClient.over(
      createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up)),
      { folders: [folder.uri], options: { today: '' } },
      () => undefined,
    );
    const late = async (instant: string) => {
      now = Date.parse(instant);
      await client.connection.sendNotification('parley/wake');
      await client.idle();
      return ['kiritimati.md', 'here.md', 'azores.md'].filter((name) =>
        client.checks(folder.of(name)).includes('overdue'),
      );
    };
    await client.open(folder.of('here.md'), LATE);
    assert.deepEqual(await late('2026-11-24T09:59:59Z'), []);
    assert.deepEqual(await late('2026-11-24T10:00:00Z'), ['kiritimati.md']);
    assert.deepEqual(await late('2026-11-24T23:00:00Z'), ['kiritimati.md', 'here.md']);
    assert.deepEqual(await late('2026-11-25T01:00:00Z'), ['kiritimati.md', 'here.md', 'azores.md']);
    client.connection.dispose();
    await folder.remove();
    assert.deepEqual(client.errors, []);
  });
});
