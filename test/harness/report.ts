import type { Result } from './results.ts';

/** How many results there are of each kind. */
export function count(results: readonly Result[]): Record<Result['state'], number> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { state } of results) counts[state]++;
  return counts;
}

/** Prints one line about some results and what went wrong in those that failed. */
export function printResults(name: string, results: readonly Result[], seconds: number): void {
  const { passed, failed, skipped } = count(results);
  const rest = [failed ? `, ${failed} failed` : '', skipped ? `, ${skipped} skipped` : ''].join('');
  console.log(`${name}: ${passed} passed${rest} (${seconds.toFixed(1)} s)`);
  for (const { title, state, error } of results) {
    if (state === 'failed') console.log(`\n✖ ${name}: ${title}\n${indent(error ?? '')}\n`);
  }
}

/**
 * Prints the one line that sums everything up.
 * @returns the exit code: 1 where something failed or nothing passed.
 */
export function printTotal(results: readonly Result[]): number {
  const { passed, failed, skipped } = count(results);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed || !passed ? 1 : 0;
}

/** What a failure says, indented; a long comparison says no more after its first sixty lines. */
function indent(text: string): string {
  return text.trimEnd().split('\n').slice(0, 60).join('\n').replace(/^/gm, '    ');
}
