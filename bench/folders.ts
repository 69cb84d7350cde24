import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TASKS, timeBacklog } from './backlog.ts';
import { Client } from './client.ts';
import { agreementPlace, agreementText, type FolderSize, writeFolder } from './folder.ts';
import { generateAgreement, sizes, today } from './generate.ts';
import { markdownPeer } from './peers.ts';
import { Samples } from './samples.ts';

/** The folders that are read; growth shows between them. */
export const folders: readonly (FolderSize & { readonly name: string; readonly runs?: number })[] = [
  { name: '1,000', agreements: 1_000, notes: 0 },
  { name: '10,000', agreements: 10_000, notes: 0 },
  { name: '10,000 and 20,000 notes', agreements: 10_000, notes: 20_000 },
  { name: '30,000', agreements: 30_000, notes: 0, runs: 1 },
];
/** The folder in which people work. */
export const WORKED_IN = folders[1]!;

/** What was measured of folders: milliseconds, and the peak memory of processes in MB. */
export interface FolderMeasurements {
  readonly times: Samples;
  readonly memory: Samples;
}

const dist = (name: string) => fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
const peakMemoryTold = fileURLToPath(new URL('./servers/peak-memory.cjs', import.meta.url));
const onDay = fileURLToPath(new URL('./servers/on-day.cjs', import.meta.url));
/** The day after `today`. */
const TOMORROW = '2026-11-28';
const TREE = { query: { groupBy: 'owner' } };
/** How many files a change of branch writes. */
const BRANCH = 5_000;
/** Longer than the server gathers changes before it tells trees, in milliseconds. */
const APART = 300;
/** FileChangeType.Changed. */
const CHANGED = 2;

/** Lets the built server and command line read each folder from the disk. The pages are in the system's cache. */
export async function measureFolders(
  runs: number,
  directory: string,
  peers: boolean,
  say: (progress: string) => void,
): Promise<FolderMeasurements> {
  const measured: FolderMeasurements = { times: new Samples(), memory: new Samples() };
  for (const { name, runs: most = runs, ...size } of folders) {
    const path = join(directory, `folder-${size.agreements}-${size.notes}`);
    await writeFolder(path, size);
    for (let run = 0; run < Math.min(runs, most); run += 1) {
      say(`${name}, run ${run + 1} of ${Math.min(runs, most)}`);
      await new Round(measured, path, name, run).measure(name === WORKED_IN.name);
    }
    if (peers && name === WORKED_IN.name) {
      say(`${name}, vscode-markdown-languageserver`);
      await measureMarkdown(measured, path);
      say(`${TASKS} tasks, backlog.md`);
      const taken = await timeBacklog(directory);
      if (taken !== undefined)
        measured.times.add({ server: 'backlog.md', size: name, row: 'list' }, 0, taken);
    }
    rmSync(path, { recursive: true });
  }
  return measured;
}

/** One run over one folder. */
class Round {
  readonly #cache: string;

  constructor(
    private readonly measured: FolderMeasurements,
    private readonly path: string,
    private readonly size: string,
    private readonly run: number,
  ) {
    this.#cache = `${path}.cache`;
  }

  async measure(worksIn: boolean): Promise<void> {
    this.#time('floor', () => readAll(this.path));
    rmSync(this.#cache, { force: true });
    const cold = await this.#read('cold');
    await cold.stop();
    const warm = await this.#read('warm');
    if (worksIn) {
      await this.#save(warm);
      await this.#switch(warm);
      await this.#large(warm);
    }
    await warm.stop();
    if (worksIn) {
      await (await this.#read('next day', TOMORROW)).stop();
      await this.#type();
      this.#check('check', []);
      rmSync(this.#cache, { force: true });
      this.#check('check, cache empty', ['--cache', this.#cache]);
      this.#check('check, cache full', ['--cache', this.#cache]);
    }
  }

  /** Starts a server: until a tree has rows, and until nothing is left to do. */
  async #read(how: 'cold' | 'warm' | 'next day', day = today): Promise<Client> {
    const client = await this.#start(day);
    const begin = performance.now();
    const idle = client.ask('parley/idle').then(() => performance.now() - begin);
    for (;;) {
      const answer = (await client.ask('parley/tree/children', TREE)) as { rows: unknown[] };
      if (answer.rows.length > 0) break;
      await pause(5);
    }
    this.#add(`${how}, first rows`, performance.now() - begin);
    this.#add(how, await idle);
    await this.#memory(how, client.pid);
    return client;
  }

  #start(day = today): Promise<Client> {
    return Client.start({
      name: 'Parley',
      args: ['--require', onDay, dist('server.js'), '--stdio'],
      env: { BENCH_DAY: day },
      folder: pathToFileURL(this.path).href,
      delivery: 'versioned',
      initializationOptions: { cache: this.#cache },
    });
  }

  /** Somebody saves one file: until the tree is told and has answered anew. */
  async #save(client: Client): Promise<void> {
    for (let n = 0; n < 20; n += 1) {
      await pause(APART);
      const text = agreementText(n).replace('title: ', `title: Again ${this.run} `);
      const told = client.heard('parley/tree/changed');
      const begin = performance.now();
      await client.tell('workspace/didChangeWatchedFiles', { changes: [this.#write(n, text)] });
      await told;
      await client.ask('parley/tree/children', TREE);
      this.#add('saved', performance.now() - begin);
      await client.ask('parley/idle');
    }
  }

  /** A change of branch: until nothing is left to do, and how long a request waits meanwhile at most. */
  async #switch(client: Client): Promise<void> {
    const change = (n: number) =>
      this.#write(n, agreementText(n).replace('status: active', `status: active # branch ${this.run}`));
    const changes = Array.from({ length: BRANCH }, (_, n) => change(n));
    const begin = performance.now();
    await client.tell('workspace/didChangeWatchedFiles', { changes });
    let over = false;
    const done = client.ask('parley/idle').then(() => {
      over = true;
      return performance.now() - begin;
    });
    let longest = 0;
    while (!over) {
      const asked = performance.now();
      await client.ask('parley/summary');
      longest = Math.max(longest, performance.now() - asked);
      await pause(5);
    }
    this.#add('switch', await done);
    this.#add('switch, longest wait', longest);
    for (let n = 0; n < BRANCH; n += 1) this.#write(n, agreementText(n));
  }

  /** An edit in an agreement of 1 MB that lies beside the others, for the memory that all takes together. */
  async #large(client: Client): Promise<void> {
    const { text } = generateAgreement(sizes[2]!, 'spread');
    await client.open(`${pathToFileURL(this.path).href}/large.md`, 'markdown', text, () => true);
    await client.edit({ at: text.indexOf('title: ') + 7, removed: 0, inserted: 'x' });
    await this.#memory('edit at 1 MB', client.pid);
    await client.close();
  }

  /** Somebody types while the folder is read for the first time. */
  async #type(): Promise<void> {
    rmSync(this.#cache, { force: true });
    const client = await this.#start();
    const text = agreementText(3).replace('id: supply-3', 'id: typed');
    const at = text.indexOf('title: ') + 7;
    let over = false;
    await client.open(`${pathToFileURL(this.path).href}/typed.md`, 'markdown', text, () => true);
    void client.ask('parley/idle').then(() => {
      over = true;
    });
    for (let n = 0; !over && n < 400; n += 1) {
      const { milliseconds } = await client.edit({ at, removed: 0, inserted: 'x' });
      this.#add('typing while reading', milliseconds);
      await pause(20);
    }
    await client.stop();
  }

  /** `parley check` with its JSON to a file. */
  #check(what: string, more: readonly string[]): void {
    const out = openSync(`${this.path}.json`, 'w');
    const begin = performance.now();
    const { stderr } = spawnSync(
      process.execPath,
      ['--require', peakMemoryTold, dist('cli.js'), 'check', '--format', 'json', '--today', today, ...more],
      { cwd: this.path, stdio: ['ignore', out, 'pipe'], encoding: 'utf8' },
    );
    this.#add(what, performance.now() - begin);
    closeSync(out);
    const key = { server: 'Parley', size: this.size, row: what };
    this.measured.memory.add(key, this.run, Number(/\d+$/.exec(stderr)?.[0]) / 1024);
  }

  #write(n: number, text: string): { uri: string; type: number } {
    const path = join(this.path, agreementPlace(n));
    writeFileSync(path, text);
    return { uri: pathToFileURL(path).href, type: CHANGED };
  }

  #time(row: string, act: () => void): void {
    const begin = performance.now();
    act();
    this.#add(row, performance.now() - begin);
  }

  #add(row: string, milliseconds: number): void {
    this.measured.times.add({ server: 'Parley', size: this.size, row }, this.run, milliseconds);
  }

  async #memory(row: string, pid: number | undefined): Promise<void> {
    const peak = await peakMemory(pid);
    if (peak !== undefined)
      this.measured.memory.add({ server: 'Parley', size: this.size, row }, this.run, peak);
  }
}

/** The peer's first question about all of its workspace: every heading whose name holds a word. */
async function measureMarkdown({ times, memory }: FolderMeasurements, path: string): Promise<void> {
  const files = filesBelow(path).map((file) => pathToFileURL(file).href);
  const uri = pathToFileURL(path).href;
  const client = await Client.start(await markdownPeer(files).launch({ path, uri, findings: {} }));
  const begin = performance.now();
  await client.ask('workspace/symbol', { query: 'supply' });
  const key = { server: 'vscode-markdown-languageserver', size: WORKED_IN.name, row: 'first question' };
  times.add(key, 0, performance.now() - begin);
  const peak = await peakMemory(client.pid);
  if (peak !== undefined) memory.add(key, 0, peak);
  await client.stop();
}

function readAll(path: string): void {
  for (const file of filesBelow(path)) readFileSync(file);
}

function filesBelow(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
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
