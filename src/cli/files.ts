import { opendir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isMarkdown } from '../core/portfolio/workspace.ts';
import { type Listing, listBelow } from '../node/listing.ts';
import { type Configurations, isLeftOut } from './configurations.ts';
import { Failure } from './failure.ts';

/** What could not be looked into: a folder, or a path of which nobody can tell what it is. */
interface Closed {
  readonly path: string;
  readonly why: string;
  readonly folder: boolean;
}

/** The files that paths on the command line stand for, by absolute path. */
export interface Files {
  /** Markdown files, sorted by path; each once. */
  readonly markdown: readonly string[];
  /** Those of them, and other files, that were named themselves and did not just lie in a folder. */
  readonly named: ReadonlySet<string>;
  /** What could not be looked into: folders below the named ones, and paths that were named. */
  readonly closed: readonly Closed[];
  /** The folders in which something decides what this is: those that were looked into, and those of the named files. */
  readonly folders: ReadonlySet<string>;
}

/**
 * Finds the Markdown files that paths stand for. A folder stands for all below it but what git or a configuration
 * leaves out. A file stands for itself, whatever leaves it out.
 * @throws Failure where a path does not exist
 */
export async function filesOf(paths: readonly string[], configurations: Configurations): Promise<Files> {
  const markdown = new Set<string>();
  const named = new Set<string>();
  const folders = new Set<string>();
  const closed: Closed[] = [];
  for (const path of paths) {
    const absolute = resolve(path);
    const kind = await kindOf(absolute, path);
    if (typeof kind !== 'string') closed.push({ path: absolute, why: kind.why, folder: false });
    else if (kind === 'folder') {
      const below = await markdownBelow(absolute, configurations);
      for (const file of below.files) markdown.add(file);
      for (const folder of below.folders) folders.add(folder);
      for (const one of below.closed) closed.push({ ...one, folder: true });
    } else {
      named.add(absolute);
      folders.add(dirname(absolute));
      if (isMarkdown(absolute)) markdown.add(absolute);
    }
  }
  return { markdown: [...markdown].sort(), named, closed, folders };
}

/** What a path stands for, or why nobody can tell. @throws Failure where it does not exist */
async function kindOf(absolute: string, path: string): Promise<'file' | 'folder' | { why: string }> {
  try {
    const found = await stat(absolute);
    if (!found.isDirectory()) return 'file';
    await (await opendir(absolute)).close();
    return 'folder';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Failure(`${path} does not exist.`);
    return { why: code };
  }
}

async function markdownBelow(folder: string, configurations: Configurations): Promise<Listing> {
  const rule = await configurations.ruleOf(folder);
  const listing = await listBelow(folder, (path) => isLeftOut(join(folder, path), rule));
  const files: string[] = [];
  for (const path of listing.files)
    if (isMarkdown(path) && !isLeftOut(path, await configurations.ruleOf(dirname(path)))) files.push(path);
  return { ...listing, files };
}
