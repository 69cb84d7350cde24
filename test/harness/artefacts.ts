import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './places.ts';
import { runChecked } from './processes.ts';
import { packageExtension } from './vsix.ts';

const build = once(() => runChecked(process.execPath, ['scripts/build.mjs'], { cwd: root }));
const vsix = once(async () => {
  await build();
  return packageExtension();
});
const suites = once(async () => {
  await runChecked(process.execPath, ['scripts/build.mjs', '--tests'], { cwd: root });
  const { folder } = await vsix();
  await cp(join(root, 'dist/test'), join(folder, 'test'), { recursive: true });
});

/** What the phases make of the source, each made once a run and only when a phase asks for it. */
export const artefacts = {
  /** Bundles the product into dist/ and returns what the bundler had to say. */
  build,
  /** The packaged and unpacked extension. */
  vsix,
  /** The unpacked extension's folder, with the in-host suites in its folder `test`. */
  async extensionWithSuites(): Promise<string> {
    await suites();
    return (await vsix()).folder;
  },
  /** The extension's manifest. */
  async manifest(): Promise<Manifest> {
    return JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  },
};

/** What the harness reads of package.json. */
export interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly scripts: Readonly<Record<string, string>>;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
