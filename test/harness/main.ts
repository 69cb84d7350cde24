// Runs the phases, or those named after --only, or with --deep the long search for counterexamples, and ends with one
// line that counts every test.
import { parseArgs } from 'node:util';
import { deepSearch, type Phase, phases, settle } from './phases.ts';
import { printResults, printTotal } from './report.ts';
import type { Result } from './results.ts';

const all = phases(Boolean(process.env.CI));
const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, deep: { type: 'boolean' } },
});
const wanted = values.only?.flatMap((names) => names.split(','));
const unknown = wanted?.find((name) => !all.some((phase) => isPartOf(phase, name)));
if (unknown) {
  console.error(`There is no phase ${unknown}; there are ${all.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const asked = all.filter((phase) => !wanted || wanted.some((name) => isPartOf(phase, name)));
const chosen = values.deep ? [deepSearch] : asked;

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

/** Whether a phase was asked for by its name or by that of its group, as `hosts:web` by `hosts`. */
function isPartOf(phase: Phase, name: string): boolean {
  return phase.name === name || phase.name.startsWith(`${name}:`);
}
