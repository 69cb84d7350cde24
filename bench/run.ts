import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureFolders } from './folders.ts';
import { type Effort, measure } from './measure.ts';
import { installPeers, markdownPeer, yamlPeer } from './peers.ts';
import { folderReport, report } from './report.ts';
import { type Contestant, empty, parley } from './servers.ts';
import { soak } from './soak.ts';

const usage = `Usage: npm run bench -- [options]
  --quick            a few edits, to see that everything works; its figures mean nothing
  --folders          folders of 1,000 to 30,000 agreements, and nothing else
  --soak N           N minutes of random work in 10,000 agreements, and nothing else
  --runs N           runs (5)
  --edits N          timed edits per run and kind for Parley and the empty server (100)
  --peer-edits N     the same for the peers (20, so 100 in five runs)
  --no-peers         without the peers
`;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

function number(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d*$/.test(text))
    throw new Error(`Unexpected ${text}, expected a whole number from 1.\n${usage}`);
  return Number(text);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      runs: { type: 'string' },
      edits: { type: 'string' },
      'peer-edits': { type: 'string' },
      'no-peers': { type: 'boolean', default: false },
      folders: { type: 'boolean', default: false },
      soak: { type: 'string' },
    },
  });
  const effort: Effort = {
    runs: number(values.runs, values.quick ? 1 : 5),
    edits: number(values.edits, values.quick ? 5 : 100),
    peerEdits: number(values['peer-edits'], values.quick ? 2 : 20),
    starts: values.quick ? 2 : 11,
  };
  const notes: string[] = [];
  const directory = await mkdtemp(join(tmpdir(), 'parley-bench-'));
  try {
    if (values.soak !== undefined) {
      const { report: soaked, same } = await soak(number(values.soak, 30), directory, say);
      process.stdout.write(soaked);
      if (!same) process.exitCode = 1;
      return;
    }
    const contestants: Contestant[] = [];
    const ours = parley();
    if (ours) contestants.push(ours);
    else notes.push('Parley is left out: dist/server.js is not built (npm run build).');
    contestants.push(await empty(directory));
    if (!values['no-peers']) {
      if (installPeers()) contestants.push(markdownPeer(), yamlPeer());
      else notes.push('The peers are left out: they could not be installed in bench/peers.');
    }
    for (const note of notes) say(note);
    if (!values.folders) {
      const measured = await measure(contestants, effort, directory, say);
      process.stdout.write(report(measured, contestants, conditions(effort, notes, values.quick)));
      if (measured.refused.size > 0) process.exitCode = 1;
    }
    if (ours && !values.quick) {
      const peers = contestants.some(({ peer }) => peer);
      process.stdout.write(`\n${folderReport(await measureFolders(effort.runs, directory, peers, say))}`);
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function conditions(effort: Effort, notes: readonly string[], quick: boolean): string {
  const processors = cpus();
  return [
    `${processors[0]?.model ?? 'Unknown processor'}, ${processors.length} cores, Node ${process.versions.node}. `,
    `${effort.runs} runs of ${effort.edits} edits each (peers ${effort.peerEdits}), servers in turn; `,
    `${effort.starts} starts.`,
    ...(quick ? ['\n\n**A quick run: the figures mean nothing.**'] : []),
    ...notes.map((note) => `\n\n**${note}**`),
  ].join('');
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
