// Opens VS Code with the built extension on fresh samples: the desktop one where there is one, else, or with --web,
// the one for the browser, which --no-open leaves to the reader of its address.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { copySamples } from '../../scripts/samples.mjs';
import { artefacts } from './artefacts.ts';
import { today } from './dates.ts';
import { lastingFolder, root, temporaryFolder } from './places.ts';
import { run } from './processes.ts';
import { startWebHost } from './web-host.ts';

const { values } = parseArgs({
  options: { web: { type: 'boolean', default: false }, open: { type: 'boolean', default: true } },
  allowNegative: true,
});

console.log((await artefacts.build()).trim() || 'Built the extension.');
const code = values.web ? undefined : desktopCode();
if (!code || !(await openDesktop(code))) await openWeb();

/** Opens a desktop VS Code on samples that stay, for what is written there is written for good; says if it did. */
async function openDesktop(code: string): Promise<boolean> {
  const folder = await lastingFolder('samples');
  await copySamples(folder, today());
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder];
  const { code: status, output } = await run(code, args);
  if (status === 0) {
    console.log(`${code} opens the samples in ${folder}`);
    return true;
  }
  console.log(`${code} does not start, so VS Code opens in the browser.\n${output}`);
  await rm(folder, { recursive: true });
  return false;
}

/** The command named by PARLEY_CODE, else the first on the PATH that is a VS Code of this machine. */
function desktopCode(): string | undefined {
  if (process.env.PARLEY_CODE) return process.env.PARLEY_CODE;
  // In the terminal of a remote window `code` talks to the window, and loads no extension from a folder.
  if (process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  const names = ['code', 'code-insiders', 'codium'].map((name) =>
    process.platform === 'win32' ? `${name}.cmd` : name,
  );
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((path) => join(path, name))).find((file) => existsSync(file));
}

/** Serves VS Code to a browser until it is interrupted; the page keeps what is written to itself. */
async function openWeb(): Promise<void> {
  const folder = await temporaryFolder('samples');
  await copySamples(folder, today());
  const quiet = {
    'workbench.startupEditor': 'none',
    'chat.disableAIFeatures': true,
    'files.exclude': { '.vscode': true },
  };
  await mkdir(join(folder, '.vscode'));
  await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify(quiet));
  const { url } = await startWebHost({ extension: root, folder });
  console.log(`VS Code is at ${url} until you press Ctrl+C.`);
  if (values.open) openInBrowser(url);
}

/** Asks the system to show an address; where it cannot, the printed address is all there is. */
function openInBrowser(url: string): void {
  const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
    darwin: ['open', url],
    win32: ['cmd', '/c', 'start', '', url],
  };
  const [command, ...args] = openers[process.platform] ?? ['xdg-open', url];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
