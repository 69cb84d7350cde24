import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Cache } from '../../src/core/portfolio/cache.ts';
import type { Finder } from '../../src/core/portfolio/finder.ts';
import type { FileRead, Workspace } from '../../src/core/portfolio/workspace.ts';
import { startServer } from '../../src/server/server.ts';
import { MemoryCache } from '../core/portfolio/memory-cache.ts';
import { type Start, TestClient } from './client.ts';

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
  /** What each reading waits for; where that fails, reading does. */
  before: () => Promise<unknown> = async () => undefined;
  /** What each answer waits for after it was found, so that it may be true no more when it comes. */
  late: () => Promise<unknown> = async () => undefined;

  forget(): void {
    this.reads.clear();
    this.lists = 0;
  }

  readonly workspace: Workspace = {
    list: async (folder, leavesOut = () => false) => {
      this.lists++;
      const below = [...this.texts.keys()].filter((uri) => uri.startsWith(`${folder}/`));
      const uris = below.filter((uri) => !leavesOut(uri.slice(folder.length + 1)));
      await this.late();
      return { uris, more: this.more };
    },
    readMany: async (uris) => {
      await this.before();
      const answers = uris.map((uri): FileRead => {
        this.reads.set(uri, (this.reads.get(uri) ?? 0) + 1);
        const text = this.texts.get(uri);
        return text === undefined ? { skipped: 'gone' } : { text };
      });
      await this.late();
      return answers;
    },
    exist: async (uris) => uris.map((uri) => this.texts.has(uri)),
  };
}

/** What else a server inside a test sees. */
interface Around {
  readonly cache?: Cache;
  /** Finds for it what there is in files. */
  readonly finder?: Finder;
  readonly now?: () => number;
  readonly start?: Start;
}

/** Starts a server in the test's own process, over streams. */
export async function serverInside(
  { workspace }: MemoryFiles,
  {
    cache = new MemoryCache(),
    finder,
    now = () => Date.parse('2026-11-27T12:00:00Z'),
    start = { folders: [ROOT] },
  }: Around = {},
): Promise<TestClient> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startServer(
    createConnection(up, down),
    async () => ({ workspace, openCache: () => cache, ...(finder && { finder }) }),
    {
      now,
      zone: 'Europe/Madrid',
    },
  );
  return TestClient.over(
    createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up)),
    { ...start, options: { today: '', cache: 'memory', ...start.options } },
    () => undefined,
  );
}

/** Starts a server that sees files, by their paths, and waits until it has read them. */
export async function begunInside(
  texts: Readonly<Record<string, string>>,
  around?: Around,
): Promise<{ readonly files: MemoryFiles; readonly client: TestClient }> {
  const files = new MemoryFiles();
  for (const [path, text] of Object.entries(texts)) files.texts.set(uriOf(path), text);
  const client = await serverInside(files, around);
  await client.idle();
  return { files, client };
}

/** Ends it, and sees to it that nothing went wrong. */
export async function endedInside(client: TestClient): Promise<void> {
  await client.idle();
  client.connection.dispose();
  assert.deepEqual(client.errors, []);
}
