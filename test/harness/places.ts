import { mkdtemp } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The project's own folder. */
export const root: string = resolve(import.meta.dirname, '../..');

/** Where screenshots and logs of failures are left to be read. */
export const reports: string = join(root, 'reports');

/** What may be kept between runs and thrown away at any time. */
export const cache: string = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'parley');

/** A new empty folder of the machine's temporary ones. */
export function temporaryFolder(purpose: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `parley-${purpose}-`));
}
