import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import ignore from 'ignore';

/** Whether git ignores a file, or a folder whose path ends with `/`. Paths are absolute. */
export type Ignored = (path: string) => boolean;

/** What the `.gitignore` files above a folder say, up to the root of its repository; nothing outside of one. */
export async function gitIgnoreAbove(folder: string): Promise<Ignored> {
  const above: string[] = [];
  for (let at = folder; !existsSync(join(at, '.git')); ) {
    const parent = dirname(at);
    if (parent === at) return () => false;
    above.unshift(parent);
    at = parent;
  }
  let ignored: Ignored = () => false;
  for (const one of above) ignored = await ignoredIn(one, ignored);
  return ignored;
}

/** What a folder's own `.gitignore` adds to what the folders above it say; its word comes last. */
export async function ignoredIn(folder: string, outer: Ignored): Promise<Ignored> {
  const rules = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => undefined);
  if (rules === undefined) return outer;
  const own = ignore().add(rules);
  return (path) => {
    const below = relative(folder, path).replaceAll(sep, '/');
    const { ignored, unignored } = own.test(path.endsWith('/') ? `${below}/` : below);
    return ignored || (!unignored && outer(path));
  };
}
