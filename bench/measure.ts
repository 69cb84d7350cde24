import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Client } from './client.ts';
import { type Edit, type Expectation, type Scenario, scenarios } from './edits.ts';
import { type GeneratedAgreement, generateAgreement, type Shape, type Size, sizes } from './generate.ts';
import { Samples } from './samples.ts';
import { type Contestant, findingsOf, place, type View, type Workspace } from './servers.ts';

/** How much is measured; `edits` and `peerEdits` count per run and row, `starts` are processes per server. */
export interface Effort {
  readonly runs: number;
  readonly edits: number;
  readonly peerEdits: number;
  readonly starts: number;
}

export interface Measurements {
  /** Key → published findings. */
  readonly edits: Samples;
  /** The part of an edit's time in which the client worked for the server. */
  readonly clientShares: Samples;
  /** Spawn → `initialized`; the only size is that of the first agreement, the only row `start`. */
  readonly startups: Samples;
  /** Length of all findings as JSON when a document was opened, by `server, size`. */
  readonly payloads: Map<string, number>;
  /** Servers that were not timed at a size, by `server, size`, and why. */
  readonly refused: Map<string, string>;
}

interface Document {
  readonly agreement: GeneratedAgreement;
  readonly view: View;
  readonly uri: string;
}

/** A contestant with its documents of one size, laid out in a folder of its own. */
interface Entry {
  readonly contestant: Contestant;
  readonly size: Size;
  readonly workspace: Workspace;
  readonly documents: Readonly<Record<Shape, Document>>;
}

/** Runs the whole benchmark in `directory`, server after server in changing order; `say` hears the progress. */
export async function measure(
  contestants: readonly Contestant[],
  effort: Effort,
  directory: string,
  say: (progress: string) => void,
): Promise<Measurements> {
  const result: Measurements = {
    edits: new Samples(),
    clientShares: new Samples(),
    startups: new Samples(),
    payloads: new Map(),
    refused: new Map(),
  };
  const laidOut = new Map<Size, Entry[]>();
  for (const size of sizes) {
    laidOut.set(
      size,
      await Promise.all(contestants.map((one, n) => layOut(one, size, join(directory, `${n}`)))),
    );
  }
  say('starts');
  await measureStarts(laidOut.get(sizes[0]!)!, effort.starts, result);
  for (let run = 0; run < effort.runs; run += 1) {
    for (const [size, entries] of laidOut) {
      say(`run ${run + 1} of ${effort.runs}, ${size.name}`);
      await measureEdits(entries, effort, run, result, say);
    }
  }
  return result;
}

async function layOut(contestant: Contestant, size: Size, directory: string): Promise<Entry> {
  const path = join(directory, `${size.milestones}`);
  await mkdir(path, { recursive: true });
  const lay = async (shape: Shape): Promise<Document> => {
    const agreement = generateAgreement(size, shape);
    const view = contestant.view(agreement);
    return { agreement, view, uri: await place(path, shape, view) };
  };
  const documents = { spread: await lay('spread'), chain: await lay('chain') };
  const findings = Object.fromEntries(
    Object.values(documents).map(({ uri, agreement }) => [uri, findingsOf(agreement)]),
  );
  return { contestant, size, workspace: { path, uri: pathToFileURL(path).href, findings }, documents };
}

async function measureStarts(entries: readonly Entry[], starts: number, result: Measurements): Promise<void> {
  for (let n = 0; n < starts; n += 1) {
    for (const { contestant, workspace, size } of turned(entries, n)) {
      const client = await Client.start(await contestant.launch(workspace));
      result.startups.add({ server: contestant.name, size: size.name, row: 'start' }, 0, client.startup);
      await client.stop();
    }
  }
}

async function measureEdits(
  entries: readonly Entry[],
  effort: Effort,
  run: number,
  result: Measurements,
  say: (progress: string) => void,
): Promise<void> {
  const clients = new Map<Entry, Client>();
  try {
    for (const entry of entries) {
      if (result.refused.has(titleOf(entry))) continue;
      clients.set(entry, await Client.start(await entry.contestant.launch(entry.workspace)));
    }
    for (const scenario of scenarios) {
      for (const entry of turned(entries, run)) {
        const client = clients.get(entry);
        if (client === undefined) continue;
        try {
          await play(client, entry, scenario, effort, run, result);
        } catch (error) {
          const why = error instanceof Error ? error.message : String(error);
          result.refused.set(titleOf(entry), why);
          result.edits.forget(entry.contestant.name, entry.size.name);
          say(`refused: ${titleOf(entry)}: ${why}`);
          clients.delete(entry);
          await client.stop();
        }
      }
    }
  } finally {
    for (const client of clients.values()) await client.stop();
  }
}

async function play(
  client: Client,
  entry: Entry,
  scenario: Scenario,
  effort: Effort,
  run: number,
  result: Measurements,
): Promise<void> {
  const { contestant, documents, size } = entry;
  const { agreement, view, uri } = documents[scenario.shape];
  const count = contestant.peer ? effort.peerEdits : effort.edits;
  const warmUp = Math.ceil(count / 5);
  const accepts = (found: number, expect: Expectation) => contestant.accepts(found, agreement, expect);
  const make = async (edit: Edit): Promise<number> => {
    const { milliseconds, diagnostics } = await client.edit(edit);
    if (!accepts(diagnostics.length, edit.expect)) {
      throw new Error(`${diagnostics.length} findings after ${edit.row ?? 'an edit'} (${edit.expect})`);
    }
    return milliseconds;
  };

  const opened = await client.open(uri, view.languageId, view.text, (found) =>
    accepts(found, 'as generated'),
  );
  if (!accepts(opened.diagnostics.length, 'as generated')) {
    throw new Error(`${opened.diagnostics.length} findings after opening`);
  }
  result.payloads.set(titleOf(entry), JSON.stringify(opened.diagnostics).length);
  if (contestant.peer) await pause(300);
  else await client.ask('parley/idle');
  for (let n = 0; n < warmUp + count; n += 1) {
    for (const step of scenario.edits) {
      const edit = step(client.text, n);
      contestant.clientShare?.();
      const milliseconds = await make(edit);
      if (edit.row === undefined || n < warmUp) continue;
      const key = { server: contestant.name, size: size.name, row: edit.row };
      result.edits.add(key, run, milliseconds);
      if (contestant.clientShare) result.clientShares.add(key, run, contestant.clientShare());
    }
  }
  if (scenario.proof) await make(scenario.proof(client.text));
  await client.close();
}

function titleOf({ contestant, size }: Entry): string {
  return `${contestant.name}, ${size.name}`;
}

/** The items in the order that begins with the n-th. */
function turned<T>(items: readonly T[], n: number): T[] {
  const first = n % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}
