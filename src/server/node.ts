import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread, parentPort } from 'node:worker_threads';
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from './server.ts';

/** The built server: threads that help it run it too. */
declare const __filename: string;

/** From so many files on the heap is bounded. Where there are few the collector's own way makes keys in large files faster. */
const MANY = 1_000;
/**
 * By how much the heap may grow then, in per cent, until garbage is collected again. Left to itself the collector lets it
 * grow to several times of what is in use, and a server that runs all day never gives that back.
 */
const GROWTH = 40;

if (isMainThread) {
  // Over IPC nobody closes a stream when the parent dies; the channel says so.
  process.on('disconnect', () => process.exit(1));
  startServer(createConnection(), async () => {
    const [{ nodeWorkspace }, { buildOf, FileCache }, { ThreadFinder }] = await Promise.all([
      import('../node/workspace.ts'),
      import('../node/cache.ts'),
      import('../node/finder.ts'),
    ]);
    return {
      workspace: nodeWorkspace,
      openCache: (path) => new FileCache(path, buildOf(__filename)),
      finder: new ThreadFinder(__filename),
      giveBack: collectGarbage,
      expect: boundHeap,
    };
  });
} else void import('../node/finder.ts').then(({ findForOthers }) => findForOthers(parentPort!));

/** For V8 no percentage, which is 0, is its own way. */
function boundHeap(files: number): void {
  setFlagsFromString(`--heap-growing-percent=${files > MANY ? GROWTH : 0}`);
}

/** Nobody else does so for a process that is idle: the collector waits until more is asked for. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
