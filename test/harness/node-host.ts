import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Host, Session } from './host.ts';
import { installed } from './installs.ts';
import { temporaryFolder } from './places.ts';
import { serve } from './processes.ts';

/** The VS Codes we can serve, with the Node.js release each was built for. */
const nodeMajor = { newest: 24, oldest: 22 } as const;

/** Which of the VS Codes with a Node extension host to run. */
export type Age = keyof typeof nodeMajor;

/**
 * Starts VS Code's own server, whose extensions run in Node.js as those of desktop and remote windows do.
 * @throws with the server's log when it does not come up.
 */
export async function startNodeHost(session: Session, age: Age = 'newest'): Promise<Host> {
  const vscode = join(await installed(age), 'vscode');
  const data = await temporaryFolder('vscode');
  await mkdir(join(data, 'User'));
  await writeFile(join(data, 'User/settings.json'), JSON.stringify(await settings(session)));
  const args = [
    join(vscode, 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', '0'],
    ...['--server-data-dir', data, '--user-data-dir', data],
    ...['--telemetry-level', 'off'],
    '--without-connection-token',
    '--accept-server-license-terms',
    '--disable-workspace-trust',
    // Without it a built VS Code does not listen to the payload of its address.
    '--enable-smoke-test-driver',
  ];
  const ready = /Extension host agent listening on (\d+)/;
  const server = await serve(nodeFor(vscode, age), args, ready);
  return {
    url: address(Number(server.ready[1]), session),
    log: server.log,
    stop: server.stop,
  };
}

async function settings(session: Session): Promise<unknown> {
  const ours: unknown = JSON.parse(await readFile(join(import.meta.dirname, 'settings.json'), 'utf8'));
  return Object.assign({}, ours, session.settings);
}

function address(port: number, { extension, folder, tests }: Session): string {
  const remote = `vscode-remote://127.0.0.1:${port}`;
  const payload = [['extensionDevelopmentPath', remote + extension]];
  if (tests) payload.push(['extensionTestsPath', remote + tests]);
  payload.push(['skipWelcome', 'true']);
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}

/** The Node.js that came with the server, or our own where none was packaged for this machine. */
function nodeFor(vscode: string, age: Age): string {
  const os = process.platform === 'win32' ? 'win' : process.platform;
  for (const name of ['node', 'node-bin']) {
    const folder = join(vscode, `node_modules/${name}-${os}-${process.arch}/bin`);
    for (const binary of ['node', 'node.exe']) {
      if (existsSync(join(folder, binary))) return join(folder, binary);
    }
  }
  if (Number.parseInt(process.versions.node, 10) >= nodeMajor[age]) return process.execPath;
  throw new Error(`On this machine the ${age} VS Code needs Node.js ${nodeMajor[age]} or later to run it.`);
}
