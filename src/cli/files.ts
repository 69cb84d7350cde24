import { opendir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isMarkdown } from '../core/portfolio/workspace.ts';
import { type Listing, listBelow } from '../node/listing.ts';
import { type Configurations, isLeftOut } from './configurations.ts';
import { Failure } from './failure.ts';

/** The files that paths on the command line stand for, by absolute path. */
export interface Files {
  /** Markdown files, sorted by path; each once. */
  readonly markdown: readonly string[];
  /** Those of them, and other files, that were named themselves and did not just lie in a folder. */
  readonly named: ReadonlySet<string>;
  /** Folders below the named ones that could not be looked into. */
  readonly closed: Listing['closed'];
  /** The folders in which something decides what this is: those that were looked into, and those of the named files. */
  readonly folders: ReadonlySet<string>;
}

/**
 * Finds the Markdown files that paths stand for. A folder stands for all below it but what git or a configuration
 * leaves out. A file stands for itself, whatever leaves it out.
 * @throws Failure where a path does not exist or may not be read
 */
export async function filesOf(paths: readonly string[], configurations: Configurations): Promise<Files> {
  const markdown = new Set<string>();
  const named = new Set<string>();
  const folders = new Set<string>();
  const closed: Listing['closed'] = [];
  for (const path of paths) {
    const absolute = resolve(path);
    if (await isFolder(absolute, path)) {
      const below = await markdownBelow(absolute, configurations);
      for (const file of below.files) markdown.add(file);
      for (const folder of below.folders) folders.add(folder);
      closed.push(...below.closed);
    } else {
      named.add(absolute);
      folders.add(dirname(absolute));
      if (isMarkdown(absolute)) markdown.add(absolute);
    }
  }
  return { markdown: [...markdown].sort(), named, closed, folders };
}

async function isFolder(absolute: string, path: string): Promise<boolean> {
  try {
    const found = await stat(absolute);
    if (!found.isDirectory()) return false;
    await (await opendir(absolute)).close();
    return true;
  } catch (error) {
    throw new Failure(`${path} ${whyNot(error)}.`);
  }
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read: access is denied';
  if (code === 'ELOOP') return 'is a link that leads back to itself';
  return `cannot be read (${String(code ?? error)})`;
}

async function markdownBelow(folder: string, configurations: Configurations): Promise<Listing> {
  const rule = await configurations.ruleOf(folder);
  const listing = await listBelow(folder, (path) => isLeftOut(join(folder, path), rule));
  const files: string[] = [];
  for (const path of listing.files)
    if (isMarkdown(path) && !isLeftOut(path, await configurations.ruleOf(dirname(path)))) files.push(path);
  return { ...listing, files };
}
