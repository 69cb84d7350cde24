// Runs the phases, or those named after --only, and ends with one line that counts every test.
import { parseArgs } from 'node:util';
import { artefacts } from './artefacts.ts';
import { type Phase, phases, settle } from './phases.ts';
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
for (const phase of chosen) results.push(...(await report(phase)));
await artefacts.clean();

const { passed, failed, skipped } = count(results);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed || !passed ? 1 : 0);

async function report(phase: Phase): Promise<Result[]> {
  const start = Date.now();
  const outcome = await settle(phase);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const { passed, failed, skipped } = count(outcome);
  const rest = [failed ? `, ${failed} failed` : '', skipped ? `, ${skipped} skipped` : ''].join('');
  console.log(`${phase.name}: ${passed} passed${rest} (${seconds} s)`);
  for (const { title, state, error } of outcome) {
    if (state === 'failed') console.log(`\n✖ ${phase.name}: ${title}\n${indent(error ?? '')}\n`);
  }
  return outcome;
}

function count(of: readonly Result[]): Record<Result['state'], number> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { state } of of) counts[state]++;
  return counts;
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
