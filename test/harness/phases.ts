import { artefacts } from './artefacts.ts';
import { findBrowser } from './browser.ts';
import { runGates } from './gates.ts';
import { type HostName, runHost } from './hosts.ts';
import { installed } from './installs.ts';
import { runMocha } from './mocha-suite.ts';
import { describeError, resultOf } from './outcomes.ts';
import type { Result } from './results.ts';
import { inspectPackage } from './vsix.ts';

/** A part of the test run that can be asked for by name. */
export interface Phase {
  readonly name: string;
  /** Fetches what the phase needs, which can go on while earlier phases run. */
  prepare?(): Promise<unknown>;
  run(): Promise<Result[]>;
}

const core = 'test/core/**/*.test.ts';

/** From UTC−12 to UTC+14: half hours, three quarters, days without a midnight, and where a day begins first. */
const zones = [
  'Etc/GMT+12',
  'America/Los_Angeles',
  'America/Santiago',
  'UTC',
  'Europe/Madrid',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];

/** The phases in the order in which they run; CI adds other time zones and the oldest VS Code we support. */
export function phases(ci: boolean): Phase[] {
  return [
    { name: 'gates', run: runGates },
    { name: 'core', run: () => runMocha(core) },
    ...(ci ? [{ name: 'zones', run: runZones }] : []),
    { name: 'server', run: () => runBuilt('test/server/**/*.test.ts') },
    { name: 'cli', run: () => runBuilt('test/cli/**/*.test.ts') },
    { name: 'package', run: runPackage },
    host('newest'),
    host('web'),
    ...(ci ? [host('oldest')] : []),
    {
      name: 'ui',
      prepare: () => Promise.all([installed('newest'), installed('web'), findBrowser()]),
      run: runUi,
    },
  ];
}

/** The search that takes hours: every property tried 20,000 times, that of whole sessions 5,000 times. */
export const deepSearch: Phase = {
  name: 'deep',
  run: async () => {
    const deeply = { env: { PARLEY_RUNS: '20000' }, timeout: 0, patience: 12 * 60 * 60_000 };
    return [...(await runMocha(core, deeply)), ...(await runMocha('test/server/*.property.test.ts', deeply))];
  },
};

/** Runs a phase; one that throws or has no tests fails rather than vanishes. */
export async function settle(phase: Phase): Promise<Result[]> {
  try {
    const results = await phase.run();
    if (results.length) return results;
    return [{ title: phase.name, state: 'failed', error: 'It ran no tests.' }];
  } catch (error) {
    return [{ title: phase.name, state: 'failed', error: describeError(error) }];
  }
}

function host(name: HostName): Phase {
  return {
    name: `hosts:${name}`,
    prepare: () => Promise.all([installed(name), findBrowser()]),
    run: () => runHost(name),
  };
}

/** The core suites where the machine's own zone is another; fewer tries will do, as no property is about it. */
async function runZones(): Promise<Result[]> {
  const left = [...zones];
  const results: Result[] = [];
  const work = async () => {
    for (let zone = left.shift(); zone; zone = left.shift()) {
      for (const result of await runMocha(core, { env: { TZ: zone, PARLEY_RUNS: '100' } })) {
        results.push({ ...result, title: `in ${zone}: ${result.title}` });
      }
    }
  };
  await Promise.all([work(), work()]);
  return results;
}

async function runBuilt(pattern: string): Promise<Result[]> {
  await artefacts.build();
  return runMocha(pattern);
}

async function runPackage(): Promise<Result[]> {
  const inspect = async () => inspectPackage(await artefacts.vsix(), await artefacts.manifest());
  return [await resultOf('the package holds what it should, and little of it', inspect)];
}

async function runUi(): Promise<Result[]> {
  const { folder } = await artefacts.vsix();
  return runMocha('test/ui/**/*.test.ts', { env: { PARLEY_EXTENSION: folder }, timeout: 90_000 });
}
