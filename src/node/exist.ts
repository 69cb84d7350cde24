import { lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { gitIgnoreAbove, type Ignored, ignoredIn } from './gitignore.ts';
import { pathOfUri } from './uri.ts';

/** As `exist` of a workspace. A link counts as there wherever it leads: what it stands for may be on another machine. */
export async function exist(uris: readonly string[]): Promise<readonly (boolean | undefined)[]> {
  const rules = new Map<string, Promise<Ignored>>();
  const rulesOf = (folder: string) => {
    const known = rules.get(folder) ?? gitIgnoreAbove(folder).then((above) => ignoredIn(folder, above));
    rules.set(folder, known);
    return known;
  };
  return Promise.all(
    uris.map(async (uri) => {
      const path = pathOfUri(uri);
      if (path === undefined) return undefined;
      const there = await isThere(path);
      return there === false && (await rulesOf(dirname(path)))(path) ? undefined : there;
    }),
  );
}

async function isThere(path: string): Promise<boolean | undefined> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOENT' || code === 'ENOTDIR' ? false : undefined;
  }
}
