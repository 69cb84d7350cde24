import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** As much of VS Code as the modules need that are loaded here. */
const VSCODE = `
export class EventEmitter {
  #all = new Set();
  event = (act) => { this.#all.add(act); return { dispose: () => this.#all.delete(act) }; };
  fire(value) { for (const act of [...this.#all]) act(value); }
  dispose() { this.#all.clear(); }
}
export const Disposable = { from: (...all) => ({ dispose() { for (const one of all) one.dispose(); } }) };
export class TreeItem { constructor(label) { this.label = label; } }
export class ThemeIcon {}
export const l10n = { t: (text) => text };
export const window = { showErrorMessage: async () => undefined };
`;

/**
 * Loads a module of the client with a stand-in for VS Code, to see it in states that no real one can be brought into at will.
 * @param path its path below `src/vscode`
 * @param others the sources of further modules to stand in, by the end of their paths
 */
export async function loadClient<T>(path: string, others: Readonly<Record<string, string>> = {}): Promise<T> {
  const sources: Readonly<Record<string, string>> = { vscode: VSCODE, ...others };
  const result = await build({
    entryPoints: [fileURLToPath(new URL(`../../src/vscode/${path}`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    plugins: [
      {
        name: 'stand-ins',
        setup: (to) => {
          to.onResolve({ filter: /.*/ }, ({ path: wanted }) => {
            const end = Object.keys(sources).find((one) => wanted === one || wanted.endsWith(`/${one}`));
            return end === undefined ? undefined : { path: end, namespace: 'stand-in' };
          });
          to.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path: end }) => ({
            contents: sources[end]!,
          }));
        },
      },
    ],
  });
  const folder = await mkdtemp(join(tmpdir(), 'parley-client-'));
  try {
    const file = join(folder, 'module.mjs');
    await writeFile(file, result.outputFiles[0]!.contents);
    return (await import(pathToFileURL(file).href)) as T;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Long enough for all that waits for nothing but other promises. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
