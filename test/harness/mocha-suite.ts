import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, temporaryFolder } from './places.ts';
import { run } from './processes.ts';
import type { Result } from './results.ts';

/** What mocha's JSON reporter writes, as far as we read it. */
interface Report {
  readonly passes: readonly Test[];
  readonly failures: readonly Test[];
  readonly pending: readonly Test[];
}

interface Test {
  readonly fullTitle: string;
  readonly err: { readonly message?: string; readonly stack?: string };
}

/** How a suite is run where not as usual. */
export interface SuiteOptions {
  /** Variables on top of our own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds one test may take before it is taken to hang; a minute without it. */
  readonly timeout?: number;
  /** Milliseconds after which a suite that will not end is killed; ten minutes without it. */
  readonly patience?: number;
}

/**
 * Runs the mocha suites of the files in a process of their own. A process that dies, hangs or ends otherwise than
 * its report says leaves a failed result with its output.
 * @param pattern of the test files, relative to the project.
 */
export async function runMocha(
  pattern: string,
  { env = {}, timeout = 60_000, patience = 10 * 60_000 }: SuiteOptions = {},
): Promise<Result[]> {
  const folder = await temporaryFolder('report');
  const file = join(folder, 'report.json');
  const mocha = ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--timeout', String(timeout)];
  const reporter = ['--reporter', 'json', '--reporter-option', `output=${file}`];
  const { code, output } = await run(process.execPath, [...mocha, ...reporter, pattern], {
    cwd: root,
    env: { ...process.env, ...env },
    timeout: patience,
  });
  const report = await readFile(file, 'utf8').then(
    (text): Report => JSON.parse(text),
    () => undefined,
  );
  const results = report ? resultsOf(report) : [];
  const failures = results.filter(({ state }) => state === 'failed').length;
  if (failures && output.trim()) console.log(output.trim());
  if (!report || code !== Math.min(failures, 255)) {
    results.push({ title: pattern, state: 'failed', error: `mocha ended with ${code}.\n${output}` });
  }
  return results;
}

function resultsOf({ passes, failures, pending }: Report): Result[] {
  return [
    ...passes.map(({ fullTitle }): Result => ({ title: fullTitle, state: 'passed' })),
    ...pending.map(({ fullTitle }): Result => ({ title: fullTitle, state: 'skipped' })),
    ...failures.map(
      ({ fullTitle, err }): Result => ({
        title: fullTitle,
        state: 'failed',
        error: err.stack ?? err.message ?? 'It says nothing about why.',
      }),
    ),
  ];
}
