// Runs the phases, or those named after --only, and ends with one line that counts every test.
import { parseArgs } from 'node:util';
import { phases, settle } from './phases.ts';
import { printResults, printTotal } from './report.ts';
import type { Result } from './results.ts';

const all = phases(Boolean(process.env.CI));
const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const wanted = values.only?.flatMap((names) => names.split(','));
const unknown = wanted?.find((name) => !all.some((phase) => phase.name === name));
if (unknown) {
  console.error(`There is no phase ${unknown}; there are ${all.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const chosen = all.filter(({ name }) => !wanted || wanted.includes(name));

// Whoever needs an installation awaits it again and reports its failure.
for (const phase of chosen) phase.prepare?.().catch(() => {});

const results: Result[] = [];
for (const phase of chosen) {
  const start = Date.now();
  const outcome = await settle(phase);
  printResults(phase.name, outcome, (Date.now() - start) / 1000);
  results.push(...outcome);
}
process.exit(printTotal(results));
