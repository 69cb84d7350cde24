import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Cache } from '../../src/core/portfolio/cache.ts';
import type { Facts } from '../../src/core/portfolio/facts.ts';
import type { Workspace } from '../../src/core/portfolio/workspace.ts';
import { startServer } from '../../src/server/server.ts';
import { TestClient } from './client.ts';

/** The folder that a server inside a test sees. */
export const ROOT = 'file:///w';

/** The URI of a file in it. */
export function uriOf(path: string): string {
  return `${ROOT}/${path}`;
}

/** Files in memory, by URI, which count how often each is read. */
export class MemoryFiles {
  readonly texts = new Map<string, string>();
  /** How often each was read, and how often all were listed, since `forget`. */
  readonly reads = new Map<string, number>();
  lists = 0;
  /** Whether there are more than can be listed. */
  more = false;
  /** What each reading waits for. */
  before: () => Promise<unknown> = async () => undefined;

  forget(): void {
    this.reads.clear();
    this.lists = 0;
  }

  readonly workspace: Workspace = {
    list: async (_, leavesOut = () => false) => {
      this.lists++;
      const uris = [...this.texts.keys()].filter((uri) => !leavesOut(uri.slice(ROOT.length + 1)));
      return { uris, more: this.more };
    },
    readMany: async (uris) => {
      await this.before();
      return uris.map((uri) => {
        this.reads.set(uri, (this.reads.get(uri) ?? 0) + 1);
        const text = this.texts.get(uri);
        return text === undefined ? { skipped: 'gone' } : { text };
      });
    },
    exist: async (uris) => uris.map((uri) => this.texts.has(uri)),
  };
}

/** Starts a server in the test's own process, over streams. */
export async function serverInside(
  { workspace }: MemoryFiles,
  cache: Cache = new MemoryCache(),
  now: () => number = () => Date.parse('2026-11-27T12:00:00Z'),
): Promise<TestClient> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(up, down), async () => ({ workspace, openCache: () => cache }), {
    now,
    zone: 'Europe/Madrid',
  });
  return TestClient.over(
    createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up)),
    { folders: [ROOT], options: { today: '', cache: 'memory' } },
    () => undefined,
  );
}

/** Keeps what is found as a file does: in JSON, and only what was flushed. */
export class MemoryCache implements Cache {
  readonly #kept = new Map<string, string>();
  #fresh = new Map<string, string>();

  get(...key: readonly string[]): Facts | undefined {
    const json = this.#fresh.get(key.join('\0')) ?? this.#kept.get(key.join('\0'));
    return json === undefined ? undefined : (JSON.parse(json) as Facts);
  }

  put(uri: string, is: string, context: string, facts: Facts): void {
    this.#fresh.set([uri, is, context].join('\0'), JSON.stringify(facts));
  }

  async flush(): Promise<void> {
    for (const [key, json] of this.#fresh) this.#kept.set(key, json);
    this.#fresh = new Map();
  }

  tidy(): Promise<void> {
    return this.flush();
  }

  async clear(): Promise<void> {
    this.#kept.clear();
    this.#fresh.clear();
  }
}
