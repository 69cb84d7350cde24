import { constants, type Dirent } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_AGREEMENT } from '../core/document/agreement.ts';
import { HEAD, isNoAgreement } from '../core/document/sniff.ts';
import { type FileRead, isConfiguration, isMarkdown, type Workspace } from '../core/portfolio/workspace.ts';
import { decode, decodeHead } from './decode.ts';
import { exist } from './exist.ts';
import { gitIgnoreAbove, type Ignored, ignoredIn } from './gitignore.ts';
import { pathOfUri, uriOfPath } from './uri.ts';

/** How many folders are read at the same time. */
const FOLDERS_AT_ONCE = 16;

/** The files of this machine. URIs of other schemes have no files here. */
export const nodeWorkspace: Workspace = {
  async list(folder, leavesOut = () => false) {
    const root = pathOfUri(folder);
    if (root === undefined) return [];
    const found: string[] = [];
    let next: Folder[] = [{ path: root, below: '', ignored: await gitIgnoreAbove(root) }];
    while (next.length > 0) {
      const batch = next.splice(0, FOLDERS_AT_ONCE);
      const inner = await Promise.all(batch.map((one) => listFolder(one, leavesOut, found)));
      next = [...inner.flat(), ...next];
    }
    return found.map((path) => uriOfPath(path));
  },

  readMany(uris) {
    return Promise.all(uris.map(readOne));
  },

  exist,
};

interface Folder {
  readonly path: string;
  /** Its path below the listed folder, with `/` at the end; empty for that folder itself. */
  readonly below: string;
  readonly ignored: Ignored;
}

/** Adds a folder's files to `found`, and returns the folders in it. */
async function listFolder(
  { path, below, ignored: outer }: Folder,
  leavesOut: (path: string) => boolean,
  found: string[],
): Promise<Folder[]> {
  const entries = await readFolder(path);
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
      if (!leavesOut(relative) && !ignored(inner)) found.push(inner);
    }
  }
  return folders;
}

async function readFolder(path: string): Promise<Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch {
    // Deleted since, or closed to us: it has nothing for us either way.
    return [];
  }
}

async function readOne(uri: string): Promise<FileRead> {
  const path = pathOfUri(uri);
  if (path === undefined) return { skipped: 'unreadable', detail: 'not a file of this machine' };
  let handle: FileHandle | undefined;
  try {
    // Without O_NONBLOCK opening a named pipe would wait for its writer. Windows has neither.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const file = await handle.stat();
    if (!file.isFile()) return { skipped: 'gone' };
    return await readOpened(handle, file.size, isConfiguration(uri));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const gone = code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
    return gone ? { skipped: 'gone' } : { skipped: 'unreadable', detail: code };
  } finally {
    await handle?.close();
  }
}

async function readOpened(handle: FileHandle, size: number, wanted: boolean): Promise<FileRead> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
  const head = buffer.subarray(0, bytesRead);
  if (!wanted && isNoAgreement(decodeHead(head))) return { skipped: 'no-agreement' };
  if (size > MAX_AGREEMENT) return { skipped: 'too-large' };
  return decode(size <= bytesRead ? head : await handle.readFile());
}
