// Breaks the core in small ways and counts how many the tests see: `npm run mutation`, or part by part with
// `npm run mutation -- calendar` or `-- edits/list`. A part's mutants meet the tests of the folder of the same name.
// What did not change since the last run is not run again, but for `--force`; `--workers 1` leaves a core free.
import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

/** The least score in percent: below it the run fails. */
const LEAST = 85;
const FOLDERS = ['calendar', 'edits', 'commitments', 'checks'];
/**
 * Tests that no mutant meets: one reads the source as text, where it would find the mutants' own, and the other asks of
 * the tests' own generator what takes it longer than all others together.
 */
const LEFT_OUT = ['test/core/checks/messages.test.ts', 'test/core/checks/generate.test.ts'];

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
    mochaOptions: { spec: testsOf(folder) },
    disableTypeChecks: false,
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

/** The tests that a folder's mutants meet. Examples come first, for a mutant is done with at the first test that sees it. */
function testsOf(folder) {
  const files = readdirSync(`test/core/${folder}`, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `test/core/${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => !LEFT_OUT.includes(file));
  const isProperty = (file) => file.endsWith('.property.test.ts');
  return files.sort((a, b) => isProperty(a) - isProperty(b) || (a < b ? -1 : 1));
}

/** Score in percent and the counts behind it; what cannot be judged, such as static mutants, counts nowhere. */
function count(mutants) {
  const of = (status) => mutants.filter((mutant) => mutant.status === status).length;
  const [killed, timeout, survived, uncovered] = ['Killed', 'Timeout', 'Survived', 'NoCoverage'].map(of);
  const found = killed + timeout;
  const score = (100 * found) / (found + survived + uncovered || 1);
  return [score, killed, timeout, survived, uncovered, of('RuntimeError') + of('CompileError')];
}
