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

/** The phases in the order in which they run; CI adds the oldest VS Code we support. */
export function phases(ci: boolean): Phase[] {
  return [
    { name: 'gates', run: runGates },
    { name: 'core', run: () => runMocha('test/core/**/*.test.ts') },
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
    name,
    prepare: () => Promise.all([installed(name), findBrowser()]),
    run: () => runHost(name),
  };
}

async function runBuilt(pattern: string): Promise<Result[]> {
  await artefacts.build();
  return runMocha(pattern, { timeout: 30_000 });
}

async function runPackage(): Promise<Result[]> {
  const inspect = async () => inspectPackage(await artefacts.vsix(), await artefacts.manifest());
  return [await resultOf('the package holds what it should, and little of it', inspect)];
}

async function runUi(): Promise<Result[]> {
  const { folder } = await artefacts.vsix();
  return runMocha('test/ui/**/*.test.ts', { env: { PARLEY_EXTENSION: folder }, timeout: 60_000 });
}
