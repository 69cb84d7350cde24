import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { Client, patience } from './client.ts';
import { type FolderSize, writeFolder } from './folder.ts';
import { Samples } from './samples.ts';
import type { Contestant } from './servers.ts';

/** The folders that are read; growth shows between them. */
export const folders: readonly (FolderSize & { readonly name: string })[] = [
  { name: '1,000 agreements', agreements: 1_000, notes: 0 },
  { name: '10,000 agreements', agreements: 10_000, notes: 0 },
  { name: '10,000 agreements, 20,000 notes', agreements: 10_000, notes: 20_000 },
];

/** The one row of what is measured of a folder. */
export const FOLDER_ROW = 'all read';

/** What reading folders took: milliseconds from `initialized` to the last finding, and the server's peak memory in MB. */
export interface FolderMeasurements {
  readonly reading: Samples;
  readonly memory: Samples;
}

/** Lets a server read each folder from the disk, `runs` times, with nothing open. The pages are in the system's cache. */
export async function measureFolders(
  contestant: Contestant,
  runs: number,
  directory: string,
  say: (progress: string) => void,
): Promise<FolderMeasurements> {
  const result: FolderMeasurements = { reading: new Samples(), memory: new Samples() };
  for (const { name, ...size } of folders) {
    const path = join(directory, `folder-${size.agreements}-${size.notes}`);
    await writeFolder(path, size);
    for (let run = 0; run < runs; run += 1) {
      say(`${name}, run ${run + 1} of ${runs}`);
      const client = await Client.start(
        await contestant.launch({ path, uri: pathToFileURL(path).href, findings: {} }),
      );
      const begin = performance.now();
      await client.ask('parley/idle');
      const taken = performance.now() - begin;
      if (taken >= patience) throw new Error(`${name} were not read in ${patience / 1000} s`);
      const key = { server: contestant.name, size: name, row: FOLDER_ROW };
      result.reading.add(key, run, taken);
      const peak = await peakMemory(client.pid);
      if (peak !== undefined) result.memory.add(key, run, peak);
      await client.stop();
    }
  }
  return result;
}

/** A process's largest resident size so far, in MB; undefined where the system does not tell. */
async function peakMemory(pid: number | undefined): Promise<number | undefined> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
