import { createConnection } from 'vscode-languageserver/node';
import { startServer } from './server.ts';

// Over IPC nobody closes a stream when the parent dies; the channel says so.
process.on('disconnect', () => process.exit(1));

startServer(createConnection(), async () => {
  const [{ nodeWorkspace }, { FileCache }] = await Promise.all([
    import('../node/workspace.ts'),
    import('../node/cache.ts'),
  ]);
  return { workspace: nodeWorkspace, openCache: (path) => new FileCache(path) };
});
