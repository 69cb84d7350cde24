import assert from 'node:assert/strict';
import type { ReadFilesParams } from '../../src/server/protocol.ts';
import { agreement, begun, TestClient, type TestFolder } from './client.ts';

/** An agreement whose body points to a file. */
const pointing = (to: string) => `${agreement('2027-03-01')}\nSee the [plan](${to}).\n`;

describe('files that agreements point to', () => {
  let folder: TestFolder;
  let client: TestClient;

  async function begin(files: Record<string, string>): Promise<void> {
    ({ folder, client } = await begun(files));
  }

  afterEach(async () => {
    await client.stop();
    await folder?.remove();
  });

  const said = (name = 'a.md') => client.checks(folder.of(name));
  const told = async (name: string, what: 'created' | 'deleted') => {
    await client.watched({ [folder.of(name)]: what });
    await client.idle();
  };

  it('are missed, in closed documents and open ones, until they come, and when they go', async () => {
    await begin({ 'a.md': pointing('plans/a.pdf'), 'open.md': '', 'plans/b.pdf': '' });
    assert.deepEqual(said(), ['missing-file']);
    await client.open(folder.of('open.md'), pointing('plans/a.pdf'));
    await client.idle();
    assert.deepEqual(said('open.md'), ['missing-file']);
    await folder.write('plans/a.pdf', '');
    await told('plans/a.pdf', 'created');
    assert.deepEqual([said(), said('open.md')], [[], []]);
    await folder.remove('plans');
    await told('plans', 'deleted');
    assert.deepEqual([said(), said('open.md')], [['missing-file'], ['missing-file']]);
  });

  it('are looked for again all at once after a change of branch', async () => {
    await begin({ 'a.md': pointing('plans/a.pdf') });
    const changes: Record<string, 'created'> = {};
    for (let n = 0; n < 300; n++) changes[folder.of(`src/${n}.ts`)] = 'created';
    await folder.write('plans/a.pdf', '');
    await client.watched(changes);
    await client.idle();
    assert.deepEqual(said(), []);
  });

  it('are not missed where a document lies in no folder', async () => {
    await begin({});
    await client.open('untitled:Untitled-1', pointing('plan.pdf'));
    await client.open('file:///elsewhere/a.md', pointing('plan.pdf'));
    await client.idle();
    assert.deepEqual(client.checks('untitled:Untitled-1'), []);
    assert.deepEqual(client.checks('file:///elsewhere/a.md'), []);
  });

  it('are asked of the client where only it can see them, and never while a key changes something else', async () => {
    const asked: string[][] = [];
    const uri = 'memfs:/w/a.md';
    client = await TestClient.start({
      folders: ['memfs:/w'],
      options: { files: true },
      serve: (connection) => {
        connection.onRequest('parley/files/list', () => ({ uris: [uri], more: false }));
        connection.onRequest('parley/files/read', ({ uris }: ReadFilesParams) =>
          uris.map(() => ({ text: pointing('plan.pdf') })),
        );
        connection.onRequest('parley/files/exist', ({ uris }: { uris: string[] }) => {
          asked.push(uris);
          return uris.map((one) => (one.endsWith('unclear.pdf') ? null : one.endsWith('there.pdf')));
        });
      },
    });
    await client.idle();
    assert.deepEqual(client.checks(uri), ['missing-file']);
    await client.open(uri, pointing('plan.pdf'));
    await client.edit(uri, pointing('plan.pdf').replace('See', 'Seek'));
    await client.idle();
    assert.deepEqual(asked, [['memfs:/w/plan.pdf']]);
    for (const name of ['p', 'th', 'there.pdf']) await client.edit(uri, pointing(`${name}`));
    await client.idle();
    assert.deepEqual(client.checks(uri), []);
    assert.ok(asked.length <= 3, `asked ${asked.length} times`);
    await client.edit(uri, pointing('unclear.pdf'));
    await client.idle();
    assert.deepEqual(client.checks(uri), []);
  });

  it('are not missed where the client cannot tell', async () => {
    const uri = 'memfs:/w/a.md';
    client = await TestClient.start({
      folders: ['memfs:/w'],
      options: { files: true },
      serve: (connection) => {
        connection.onRequest('parley/files/list', () => ({ uris: [], more: false }));
        connection.onRequest('parley/files/read', ({ uris }: ReadFilesParams) => uris.map(() => null));
      },
    });
    await client.open(uri, pointing('plan.pdf'));
    await client.idle();
    assert.deepEqual(client.checks(uri), []);
  });
});
