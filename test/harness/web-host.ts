import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Host, Session } from './host.ts';
import { installed } from './installs.ts';
import { webBuild } from './prepare.ts';
import { serve } from './processes.ts';

/**
 * Serves VS Code for the browser, whose extensions run in a web worker as those of vscode.dev do.
 * The folder is mounted read-only in the page's own file system. User settings cannot be given.
 * @param port the port to listen on, or 0 for a free one.
 * @throws with the server's log when it does not come up.
 */
export async function startWebHost(session: Session, port = 0): Promise<Host> {
  const folder = await installed('web');
  const number = port || (await freePort());
  const options = {
    browserType: 'none',
    host: 'localhost',
    port: number,
    quality: 'stable',
    commit: webBuild,
    testRunnerDataDir: join(folder, 'builds'),
    extensionDevelopmentPath: session.extension,
    extensionTestsPath: session.tests,
    folderPath: session.folder,
  };
  const server = join(import.meta.dirname, 'web-server.mjs');
  const args = [server, join(folder, 'node_modules/@vscode/test-web'), JSON.stringify(options)];
  const { log, stop } = await serve(process.execPath, args, /Listening on \S+/);
  return { url: `http://localhost:${number}/`, log, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
