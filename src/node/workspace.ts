import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { MAX_AGREEMENT } from '../core/document/agreement.ts';
import { HEAD, isNoAgreement } from '../core/document/sniff.ts';
import { type FileRead, isConfiguration, type Workspace } from '../core/portfolio/workspace.ts';
import { decode, decodeHead } from './decode.ts';
import { exist } from './exist.ts';
import { listBelow } from './listing.ts';
import { pathOfUri, uriOfPath } from './uri.ts';

/** The files of this machine. URIs of other schemes have no files here. */
export const nodeWorkspace: Workspace = {
  async list(folder, leavesOut = () => false) {
    const root = pathOfUri(folder);
    if (root === undefined) return [];
    return (await listBelow(root, leavesOut)).files.map((path) => uriOfPath(path));
  },

  readMany(uris) {
    return Promise.all(uris.map(readOne));
  },

  exist,
};

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
