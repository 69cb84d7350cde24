// Breaks the core in small ways and counts how many the tests see: `npm run mutation`, or part by part with
// `npm run mutation -- calendar` or `-- edits/list`. A part's mutants meet the tests of the folder of the same name.
// What did not change since the last run is not run again, but for `--force`; `--workers 1` leaves a core free.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

/** The least score in percent: below it the run fails. */
const LEAST = 85;
const FOLDERS = ['calendar', 'edits', 'commitments', 'checks'];
/** Tests that read the source as text, where they would find the mutants' own. */
const READ_SOURCE = ['test/core/checks/messages.test.ts'];

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
// Enough tries for a property to see a mistake, and few enough for thousands of mutants.
process.env.PARLEY_RUNS ??= '15';

const { values: flags, positionals } = parseArgs({
  options: { force: { type: 'boolean' }, workers: { type: 'string', default: '2' } },
  allowPositionals: true,
});
const parts = positionals.length > 0 ? positionals : FOLDERS;
const rows = [];
for (const part of parts) rows.push([part, ...count(await run(part))]);

console.log('\npart            score    killed  timed out  survived  not covered  errors');
for (const [part, score, ...counts] of rows) {
  const [killed, timeout, survived, uncovered, errors] = counts.map(String);
  console.log(
    `${part.padEnd(14)}${score.toFixed(1).padStart(5)} %${killed.padStart(10)}${timeout.padStart(11)}` +
      `${survived.padStart(10)}${uncovered.padStart(13)}${errors.padStart(8)}`,
  );
}
process.exit(rows.some(([, score]) => score < LEAST) ? 1 : 0);

async function run(part) {
  const [folder] = part.split('/');
  const name = part.replaceAll('/', '-');
  const incrementalFile = `reports/mutation/${name}.json`;
  if (flags.force) rmSync(incrementalFile, { force: true });
  const stryker = new Stryker({
    mutate: [part === folder ? `src/core/${folder}/**/*.ts` : `src/core/${part}.ts`],
    plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/mocha-runner'))],
    testRunner: 'mocha',
    mochaOptions: { spec: [`test/core/${folder}/**/*.test.ts`], ignore: READ_SOURCE },
    testRunnerNodeArgs: ['--import', './scripts/modules.mjs'],
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    incremental: true,
    incrementalFile,
    concurrency: Number(flags.workers),
    ignorePatterns: ['/dist', '/coverage', '/reports', '/.vscode-test'],
    reporters: ['clear-text', 'html'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
    htmlReporter: { fileName: `reports/mutation/${name}.html` },
    thresholds: { break: null },
    warnings: { slow: false },
    logLevel: 'warn',
  });
  return stryker.runMutationTest();
}

/** Score in percent and the counts behind it; what cannot be judged, such as static mutants, counts nowhere. */
function count(mutants) {
  const of = (status) => mutants.filter((mutant) => mutant.status === status).length;
  const [killed, timeout, survived, uncovered] = ['Killed', 'Timeout', 'Survived', 'NoCoverage'].map(of);
  const found = killed + timeout;
  const score = (100 * found) / (found + survived + uncovered || 1);
  return [score, killed, timeout, survived, uncovered, of('RuntimeError') + of('CompileError')];
}
