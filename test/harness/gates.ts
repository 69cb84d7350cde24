import { artefacts } from './artefacts.ts';
import { npm } from './npm.ts';
import { resultOf } from './outcomes.ts';
import { root } from './places.ts';
import type { Result } from './results.ts';

/** The gates, each a script of package.json. */
const gates = ['typecheck', 'lint', 'layers', 'unused'];

/** Runs what must hold of the source itself, each gate one result. */
export async function runGates(): Promise<Result[]> {
  const { scripts } = await artefacts.manifest();
  const commands = gates.map((gate) => ['run', '--silent', gate]);
  // Written by others from the checks' registry; until there is such a script there is nothing to be stale.
  if (scripts.generate) commands.push(['run', '--silent', 'generate', '--', '--check']);
  const results: Result[] = [];
  for (const command of commands) {
    results.push(await resultOf(`npm ${command.join(' ')}`, () => npm(command, { cwd: root })));
  }
  return results;
}
