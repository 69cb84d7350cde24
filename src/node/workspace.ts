import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { MAX_AGREEMENT } from '../core/document/agreement.ts';
import { HEAD, isNoAgreement } from '../core/document/sniff.ts';
import { type FileRead, isConfiguration, type Workspace } from '../core/portfolio/workspace.ts';
import { decode, decodeHead } from '../core/text/decode.ts';
import { exist } from './exist.ts';
import { isMisspelled, listBelow } from './listing.ts';
import { pathOfUri, uriOfPath } from './uri.ts';

/** How long files are read before others get a turn, in milliseconds. */
const SLICE = 4;

/** The files of this machine. URIs of other schemes have no files here. */
export const nodeWorkspace: Workspace = {
  async list(folder, leavesOut = () => false) {
    const root = pathOfUri(folder);
    const { files } = root === undefined ? NONE : await listBelow(root, leavesOut);
    return { uris: files.map((path) => uriOfPath(path)), more: false };
  },

  /** One after another: that takes a sixth of the time of asking for all at once, and slow files give others a turn. */
  async readMany(uris) {
    const files: FileRead[] = [];
    let began = performance.now();
    for (const uri of uris) {
      if (performance.now() - began > SLICE) {
        await setImmediate();
        began = performance.now();
      }
      files.push(readOne(uri));
    }
    return files;
  },

  exist,
};

const NONE = { files: [] };

/** Where the beginning of each file is read to. What is kept of it is decoded or copied before the next is read. */
const head = Buffer.alloc(HEAD);

function readOne(uri: string): FileRead {
  const path = pathOfUri(uri);
  if (path === undefined) return { skipped: 'unreadable', detail: 'not a file of this machine' };
  let file: number | undefined;
  try {
    // Without O_NONBLOCK opening a named pipe would wait for its writer. Windows has neither.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(file);
    return stats.isFile() ? readOpened(file, stats.size, isConfiguration(uri)) : { skipped: 'gone' };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const gone = code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
    if (gone && isMisspelled(path)) return { skipped: 'unreadable', detail: 'EILSEQ' };
    return gone ? { skipped: 'gone' } : { skipped: 'unreadable', detail: code };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function readOpened(file: number, size: number, wanted: boolean): FileRead {
  const beginning = head.subarray(0, readSync(file, head, 0, HEAD, 0));
  if (!wanted && isNoAgreement(decodeHead(beginning))) return { skipped: 'no-agreement' };
  if (size > MAX_AGREEMENT) return { skipped: 'too-large' };
  return decode(size <= beginning.length ? beginning : readFileSync(file));
}
