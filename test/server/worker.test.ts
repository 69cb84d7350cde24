import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Message,
} from 'vscode-languageserver/node';
import { agreement, TestClient } from './client.ts';

const BUNDLE = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const LATE = agreement('2026-11-24');

/** Runs a script with the globals of a browser's worker, and nothing of Node's or of a page's. */
const BROWSER = `
const { parentPort, workerData } = require('node:worker_threads');
const { runInThisContext } = require('node:vm');
globalThis.self = globalThis;
globalThis.postMessage = (data) => parentPort.postMessage(data);
globalThis.addEventListener = () => {};
parentPort.on('message', (data) => globalThis.onmessage({ data }));
for (const name of ['process', 'Buffer', 'global', 'require', 'setImmediate'])
  Object.defineProperty(globalThis, name, { value: undefined });
runInThisContext(workerData);
`;

class WorkerReader extends AbstractMessageReader {
  constructor(private readonly worker: Worker) {
    super();
  }

  listen(callback: DataCallback) {
    this.worker.on('message', callback);
    return { dispose: () => this.worker.off('message', callback) };
  }
}

class WorkerWriter extends AbstractMessageWriter {
  constructor(private readonly worker: Worker) {
    super();
  }

  async write(message: Message): Promise<void> {
    this.worker.postMessage(message);
  }

  end(): void {}
}

async function inWorker(files: Readonly<Record<string, string>>): Promise<TestClient> {
  const worker = new Worker(BROWSER, { eval: true, workerData: await readFile(BUNDLE, 'utf8') });
  const failures: unknown[] = [];
  worker.on('error', (error) => failures.push(error));
  const connection = createMessageConnection(new WorkerReader(worker), new WorkerWriter(worker));
  return TestClient.over(
    connection,
    {
      folders: ['memfs:/agreements'],
      options: { files: true },
      serve: () => {
        connection.onRequest('parley/files/list', () => ({ uris: Object.keys(files), more: false }));
        connection.onRequest('parley/files/read', ({ uris }: { uris: string[] }) =>
          uris.map((uri) => (files[uri] === undefined ? null : { text: files[uri] })),
        );
      },
    },
    async () => {
      await worker.terminate();
      assert.deepEqual(failures, []);
    },
  );
}

describe('the server in a browser’s worker', () => {
  it('reads a virtual workspace through the client and follows edits', async () => {
    const [a, b] = ['memfs:/agreements/a.md', 'memfs:/agreements/deep/b.md'];
    const client = await inWorker({
      [a]: LATE,
      [b]: LATE,
      'memfs:/agreements/deep/.parley.yaml': 'checks: { overdue: error }',
      'memfs:/agreements/note.md': '# A note',
    });
    await client.idle();
    assert.deepEqual(
      [a, b].map((uri) => client.findings.get(uri)?.map(({ code, severity }) => [code, severity])),
      [[['overdue', 2]], [['overdue', 1]]],
    );
    await client.open(a, agreement('2027-03-01'));
    await client.idle();
    assert.deepEqual(client.checks(a), []);
    await client.stop();
  });

  it('reads a debrief’s tables, for which it needs the Markdown parser', async () => {
    const uri = 'memfs:/agreements/a.md';
    const client = await inWorker({ [uri]: LATE });
    await client.open(
      uri,
      `${LATE}\n## Debrief\n\n### 2026-11-20 price\n\n| Objective | Agreed |\n| --- | --- |\n| a \\| b | c |\n`,
    );
    await client.idle();
    assert.deepEqual(client.checks(uri), ['overdue']);
    await client.stop();
  });
});
