import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isConfiguration, isMarkdown } from '../core/portfolio/workspace.ts';
import { gitIgnoreAbove, type Ignored, ignoredIn } from './gitignore.ts';

/** How many folders are read at the same time. */
const FOLDERS_AT_ONCE = 16;

/** What lies below a folder, by absolute path, in no particular order. */
export interface Listing {
  /** Markdown files and configurations. */
  readonly files: string[];
  /** The folders that were looked into, that folder itself among them. */
  readonly folders: string[];
  /** Folders that could not be looked into, with the system's word for why. */
  readonly closed: { readonly path: string; readonly why: string }[];
}

interface Folder {
  readonly path: string;
  /** Its path below the listed folder, with `/` at the end; empty for that folder itself. */
  readonly below: string;
  readonly ignored: Ignored;
}

/** Lists what lies below a folder, as `list` of a workspace says. */
export async function listBelow(root: string, leavesOut: (path: string) => boolean): Promise<Listing> {
  const listing: Listing = { files: [], folders: [], closed: [] };
  let next: Folder[] = [{ path: root, below: '', ignored: await gitIgnoreAbove(root) }];
  while (next.length > 0) {
    const batch = next.splice(0, FOLDERS_AT_ONCE);
    const inner = await Promise.all(batch.map((one) => listFolder(one, leavesOut, listing)));
    next = [...inner.flat(), ...next];
  }
  return listing;
}

/** Adds what a folder holds to the listing, and returns the folders in it. */
async function listFolder(
  { path, below, ignored: outer }: Folder,
  leavesOut: (path: string) => boolean,
  listing: Listing,
): Promise<Folder[]> {
  const entries = await readFolder(path, listing);
  const ignored = entries.some(({ name }) => name === '.gitignore') ? await ignoredIn(path, outer) : outer;
  const folders: Folder[] = [];
  for (const entry of entries) {
    const { name } = entry;
    const inner = join(path, name);
    const relative = below + name;
    if (entry.isDirectory()) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      if (leavesOut(relative) || ignored(`${inner}/`)) continue;
      folders.push({ path: inner, below: `${relative}/`, ignored });
    } else if (entry.isFile() && (isConfiguration(name) || isMarkdown(name))) {
      if (!leavesOut(relative) && !ignored(inner)) listing.files.push(inner);
    }
  }
  return folders;
}

/** Whether a name on the way may not be UTF-8, so that nothing is found under what was read of it. */
export function isMisspelled(path: string): boolean {
  return path.includes('\uFFFD');
}

async function readFolder(path: string, { folders, closed }: Listing): Promise<Dirent[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    folders.push(path);
    return entries;
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    // Deleted since its parent was read: it has nothing for us.
    if (isMisspelled(path)) closed.push({ path, why: 'EILSEQ' });
    else if (why !== 'ENOENT' && why !== 'ENOTDIR') closed.push({ path, why });
    return [];
  }
}
