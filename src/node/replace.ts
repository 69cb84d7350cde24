import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { access, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { decode } from '../core/text/decode.ts';
import { encodeLike } from './encode.ts';

/**
 * Why a file was left as it is. `changed`: it no longer holds the text that was read. `damaged`: some of its bytes are
 * no text, and so could not be written back. `read-only`: its mode or the system forbids writing. Else the system's code.
 */
export interface Refused {
  readonly reason: 'changed' | 'damaged' | 'read-only' | 'unwritable';
  readonly detail: string;
}

/**
 * Writes another text into a file, in its encoding and with its mode and owner, all of it or nothing: into a file beside
 * it that then takes its place. A link stays one. Returns why not where it was left as it is.
 * @param before the text that the file held when it was read, without a byte order mark
 */
export async function replaceText(path: string, before: string, after: string): Promise<Refused | undefined> {
  const original = await originalOf(path, before);
  if ('reason' in original) return original;
  const { target, stats, bytes } = original;
  try {
    await putInPlace(target, encodeLike(bytes, after), stats);
    return undefined;
  } catch (error) {
    return { reason: 'unwritable', detail: codeOf(error) };
  }
}

/** A file that may be written, as it is: where links lead to it, and its bytes. */
export interface Original {
  readonly target: string;
  readonly stats: Stats;
  readonly bytes: Buffer;
}

/** A file that is to hold another text, or why it is to be left as it is. @param before as for `replaceText` */
export async function originalOf(path: string, before: string): Promise<Original | Refused> {
  try {
    const target = await realpath(path);
    const stats = await stat(target);
    if ((stats.mode & 0o222) === 0) return { reason: 'read-only', detail: 'mode' };
    await access(target, constants.W_OK);
    const bytes = await readFile(target);
    if (decode(bytes).damaged) return { reason: 'damaged', detail: 'encoding' };
    if (!bytes.equals(encodeLike(bytes, before))) return { reason: 'changed', detail: 'content' };
    return { target, stats, bytes };
  } catch (error) {
    const detail = codeOf(error);
    if (detail === 'ENOENT') return { reason: 'changed', detail };
    const readOnly = detail === 'EACCES' || detail === 'EPERM' || detail === 'EROFS';
    return { reason: readOnly ? 'read-only' : 'unwritable', detail };
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

async function putInPlace(target: string, bytes: Uint8Array, { mode, uid, gid }: Stats): Promise<void> {
  const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(beside, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      const own = await handle.stat();
      if (own.uid !== uid || own.gid !== gid) await handle.chown(uid, gid);
      // After the owner, as changing that may take bits of the mode away.
      await handle.chmod(mode & 0o7777);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
