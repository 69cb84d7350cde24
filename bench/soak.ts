import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from './client.ts';
import { agreementPlace, agreementText, writeFolder } from './folder.ts';
import { randomFrom, today } from './generate.ts';

const server = fileURLToPath(new URL('../dist/server.js', import.meta.url));
const AGREEMENTS = 10_000;
/** How many files a change of branch changes. */
const BRANCH = 1_000;
/** How often the memory is looked at, in milliseconds. */
const LOOK = 30_000;
const [CREATED, CHANGED, DELETED] = [1, 2, 3];
const GROUPINGS = ['owner', 'due', 'party', 'state', 'agreement'];

/** The memory of a server at a moment, in MB. */
interface Look {
  readonly minutes: number;
  readonly works: number;
  readonly now: number;
  readonly peak: number;
}

/**
 * Works at random in a folder of 10,000 agreements for some minutes: files are saved, deleted and come back, branches
 * change, documents are opened, typed in and closed, trees and pickers ask. Then a server that has just been started has
 * to show the same. Returns a report in Markdown, and whether it did.
 */
export async function soak(
  minutes: number,
  directory: string,
  say: (line: string) => void,
): Promise<{ readonly report: string; readonly same: boolean }> {
  const folder = join(directory, 'soak');
  await writeFolder(folder, { agreements: AGREEMENTS, notes: 0 });
  const start = (cache: string) =>
    Client.start({
      name: 'Parley',
      args: [server, '--stdio'],
      folder: pathToFileURL(folder).href,
      delivery: 'versioned',
      initializationOptions: { today, cache: join(directory, cache) },
    });
  const client = await start('soak.cache');
  await client.ask('parley/idle');
  const worker = new Worker(client, folder);
  const begin = performance.now();
  const looks: Look[] = [];
  for (let next = 0; performance.now() - begin < minutes * 60_000; ) {
    const passed = performance.now() - begin;
    if (passed >= next) {
      const look = { minutes: passed / 60_000, works: worker.works, ...memoryOf(client.pid) };
      looks.push(look);
      say(`soak: ${lineOf(look)}`);
      next += LOOK;
    }
    await worker.work();
  }
  await client.ask('parley/idle');
  looks.push({ minutes: (performance.now() - begin) / 60_000, works: worker.works, ...memoryOf(client.pid) });
  const fresh = await start('fresh.cache');
  await fresh.ask('parley/idle');
  const same = (await shown(client)) === (await shown(fresh));
  await Promise.all([client.stop(), fresh.stop()]);
  rmSync(folder, { recursive: true, force: true });
  const report = [
    `## ${minutes} minutes of random work over 10,000 agreements`,
    '',
    '| minutes | works | MB | peak |',
    '| --: | --: | --: | --: |',
    ...looks.map((look) => `| ${lineOf(look)} |`),
    '',
    same
      ? 'A server that has just been started shows the same.'
      : '**A server that has just been started shows something else.**',
    '',
  ];
  return { report: report.join('\n'), same };
}

function lineOf({ minutes, works, now, peak }: Look): string {
  return `${minutes.toFixed(1)} | ${works} | ${Math.round(now)} | ${Math.round(peak)}`;
}

function memoryOf(pid: number | undefined): { readonly now: number; readonly peak: number } {
  const path = `/proc/${pid}/status`;
  const status = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const of = (key: string) =>
    Number(new RegExp(`^${key}:\\s*(\\d+) kB$`, 'm').exec(status)?.[1] ?? Number.NaN) / 1024;
  return { now: of('VmRSS'), peak: of('VmHWM') };
}

/** All that lists show, as text. */
async function shown(client: Client): Promise<string> {
  const answers = [
    await client.ask('parley/summary'),
    await client.ask('parley/commitments', { query: { settled: true } }),
    ...(await Promise.all(
      GROUPINGS.map((groupBy) => client.ask('parley/tree/children', { query: { groupBy } })),
    )),
  ];
  return JSON.stringify(answers);
}

/** Does what people do, at random: the same in each run. */
class Worker {
  works = 0;
  readonly #random = randomFrom(1);

  constructor(
    private readonly client: Client,
    private readonly folder: string,
  ) {}

  async work(): Promise<void> {
    this.works += 1;
    const n = this.#random(AGREEMENTS);
    const kind = this.#random(600);
    if (kind < 300)
      await this.#tell([this.#write(n, agreementText(n).replace('title: ', `title: ${this.works} `))]);
    else if (kind < 360) await this.#tell(existsSync(this.#at(n)) ? [this.#remove(n)] : []);
    else if (kind < 420) await this.#tell([this.#write(n, agreementText(n))]);
    else if (kind < 480) await this.#type(n);
    else if (kind < 540) await this.#look(n);
    else if (kind === 540) await this.#switch();
    else await this.client.ask('parley/commitments', { query: { states: ['overdue'] } });
    if (this.#random(20) === 0) await this.client.ask('parley/idle');
  }

  async #type(n: number): Promise<void> {
    const text = agreementText(n);
    await this.client.open(this.#uri(n), 'markdown', text, () => true);
    const at = text.indexOf('title: ') + 7;
    for (let key = 0; key < 5; key += 1) await this.client.edit({ at, removed: 0, inserted: 'y' });
    await this.client.close();
  }

  async #look(n: number): Promise<void> {
    const query = {
      groupBy: GROUPINGS[this.#random(GROUPINGS.length)],
      ...(n % 3 === 0 && { text: `depot ${n % 90}` }),
    };
    await this.client.ask('parley/tree/children', { query });
    await this.client.ask('parley/agreements/children', {});
  }

  async #switch(): Promise<void> {
    const branch = `status: active # branch ${this.#random(9)}`;
    const changes = Array.from({ length: BRANCH }, () => this.#random(AGREEMENTS))
      .filter((n) => existsSync(this.#at(n)))
      .map((n) => this.#write(n, agreementText(n).replace('status: active', branch)));
    await this.#tell(changes);
  }

  #tell(changes: readonly { readonly uri: string; readonly type: number }[]): Promise<void> {
    return this.client.tell('workspace/didChangeWatchedFiles', { changes });
  }

  #write(n: number, text: string) {
    const type = existsSync(this.#at(n)) ? CHANGED : CREATED;
    writeFileSync(this.#at(n), text);
    return { uri: this.#uri(n), type: type! };
  }

  #remove(n: number) {
    rmSync(this.#at(n));
    return { uri: this.#uri(n), type: DELETED! };
  }

  #at(n: number): string {
    return join(this.folder, agreementPlace(n));
  }

  #uri(n: number): string {
    return pathToFileURL(this.#at(n)).href;
  }
}
