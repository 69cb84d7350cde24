import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The project's own folder. */
export const root: string = resolve(import.meta.dirname, '../..');

/** Where screenshots and logs of failures are left to be read. */
export const reports: string = join(root, 'reports');

/** What may be kept between runs and thrown away at any time. */
export const cache: string = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'parley');

const passing: string[] = [];
process.on('exit', () => {
  for (const folder of passing) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** A new empty folder of the machine's temporary ones, which goes when this process ends. */
export async function temporaryFolder(purpose: string): Promise<string> {
  const folder = await lastingFolder(purpose);
  passing.push(folder);
  return folder;
}

/** A new empty folder of the machine's temporary ones, which nobody but the machine clears away. */
export function lastingFolder(purpose: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `parley-${purpose}-`));
}
