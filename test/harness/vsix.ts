import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Manifest } from './artefacts.ts';
import { root, temporaryFolder } from './places.ts';
import { runChecked } from './processes.ts';

/** A packaged extension and what was found inside. */
export interface Vsix {
  /** The unpacked extension: what VS Code would have after installing it. */
  readonly folder: string;
  /** The package's own size in bytes. */
  readonly size: number;
  /** The paths of the files inside the extension. */
  readonly files: readonly string[];
}

/**
 * Packages what was built, as it would be published, and unpacks it again into a temporary folder.
 * @throws with what vsce said when it refuses.
 */
export async function packageExtension(): Promise<Vsix> {
  const parent = await temporaryFolder('vsix');
  const archive = join(parent, 'parley.vsix');
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  await runChecked(process.execPath, [vsce, 'package', '--no-dependencies', '--out', archive], { cwd: root });
  const zipped = await readFile(archive);
  const folder = join(parent, 'extension');
  const files: string[] = [];
  for (const [name, bytes] of Object.entries(unzipSync(zipped))) {
    if (!name.startsWith('extension/')) continue;
    files.push(name.slice('extension/'.length));
    await mkdir(dirname(join(parent, name)), { recursive: true });
    await writeFile(join(parent, name), bytes);
  }
  return { folder, size: zipped.length, files };
}

const welcome = [
  /^(package(\.nls(\.[\w-]+)?)?\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^dist\/(extension|server)\.js$/,
  /^dist\/NOTICES\.txt$/,
  /^docs\/checks\/[\w-]+\.md$/,
  /^(l10n|media|syntaxes)\//,
];

/** The most that a package may weigh, in bytes, pictures of the documentation aside. */
const limit = 800_000;

/**
 * Holds the package to its promise: only what the extension runs on, and little of it.
 * @throws with what is too much or missing.
 */
export function inspectPackage({ size, files }: Vsix, manifest: Manifest): void {
  const strangers = files.filter((file) => !welcome.some((pattern) => pattern.test(file)));
  if (strangers.length) throw new Error(`The package holds ${strangers.join(', ')}.`);
  const entries = [manifest.main, manifest.browser].map((entry) => entry.replace('./', ''));
  for (const entry of [...entries, 'dist/server.js']) {
    if (!files.includes(entry)) throw new Error(`The package lacks ${entry}.`);
  }
  if (size > limit) throw new Error(`The package weighs ${size} bytes, expected at most ${limit}.`);
}
