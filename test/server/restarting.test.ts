import assert from 'node:assert/strict';
import type { Server, ServerState } from '../../src/vscode/client/server.ts';
import { breath, loadClient } from './vscode.ts';

/** A protocol client as our `Server` uses it: while it starts it cannot be ended. */
class Started {
  answer: () => void = () => undefined;
  tell: (told: { summary: object }) => void = () => undefined;
  disposed = false;
  #running = false;

  /** @param ended is to be called when its server ended by itself */
  constructor(readonly ended: () => boolean) {}

  start(): Promise<void> {
    return new Promise((resolve) => {
      this.answer = () => {
        this.#running = true;
        resolve();
      };
    });
  }
  onNotification(_: string, act: (told: { summary: object }) => void): void {
    this.tell = act;
  }
  sendRequest(): Promise<never> {
    return new Promise(() => undefined);
  }
  async dispose(): Promise<void> {
    if (!this.#running) throw new Error('Client is not running.');
    this.disposed = true;
  }
}

describe('A server that is restarted while it starts', () => {
  let server: Server;
  let first: Started;
  let second: Started;
  const told: unknown[] = [];

  beforeEach(async () => {
    const made: Started[] = [];
    Object.assign(globalThis, {
      startClient: (ended: () => boolean) => {
        const client = new Started(ended);
        made.push(client);
        return client;
      },
    });
    const create = `
      export const loadLaunch = async () => undefined;
      export const createClient = (launch, context, log, ended) => globalThis.startClient(ended);`;
    const loaded = await loadClient<{ Server: new (context: object, log: object) => Server }>(
      'client/server.ts',
      {
        'create.ts': create,
      },
    );
    server = new loaded.Server({}, { error: () => undefined, warn: () => undefined });
    told.length = 0;
    server.onDidChange((summary) => told.push(summary));
    server.start().catch(() => undefined);
    await breath();
    server.restart().catch(() => undefined);
    await breath();
    [first, second] = made as [Started, Started];
  });

  const states = async (acts: readonly (() => unknown)[]): Promise<ServerState[]> => {
    const seen: ServerState[] = [];
    for (const act of acts) {
      act();
      await breath();
      seen.push(server.state);
    }
    return seen;
  };

  it('runs when the new one answers, and not before, and the other one is ended', async () => {
    assert.deepEqual(await states([() => first.answer(), () => second.answer()]), ['starting', 'running']);
    assert.deepEqual([first.disposed, second.disposed], [true, false]);
  });

  it('does not fail when the other one ends by itself', async () => {
    assert.deepEqual(await states([() => assert.equal(first.ended(), false), () => second.answer()]), [
      'starting',
      'running',
    ]);
  });

  it('hears nothing from the other one', () => {
    first.tell({ summary: { growing: true } });
    assert.deepEqual(told, []);
    second.tell({ summary: { growing: true } });
    assert.equal(told.length, 1);
  });
});
