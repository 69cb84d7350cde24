import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a program is to be run. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which the program is killed; without it, it may take as long as it likes. */
  readonly timeout?: number;
}

/** How a program ended and what it said, standard output and error together. */
export interface Ended {
  /** The exit code, or null where a signal ended the program. */
  readonly code: number | null;
  readonly output: string;
}

/** A program that was expected to succeed and did not; what it printed says more than any stack. */
export class CommandFailed extends Error {}

/** A program that serves until it is stopped. */
export interface Service {
  /** What the readiness pattern matched. */
  readonly ready: RegExpExecArray;
  /** Everything the program has printed so far. */
  log(): string;
  /** Ends the program and all that it started. */
  stop(): Promise<void>;
}

const services = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of services) kill(child, 'SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/**
 * Runs a program to its end, whatever its exit code.
 * @throws when it cannot be started.
 */
export async function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended> {
  // Windows runs its .cmd scripts through a shell only, which takes words apart at spaces.
  const script = process.platform === 'win32' && command.endsWith('.cmd');
  const [program = command, ...words] = [command, ...args].map((word) => (script ? `"${word}"` : word));
  const child = spawn(program, words, { ...options, shell: script, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = collect(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: output() };
}

/**
 * Runs a program that is expected to succeed and returns what it printed.
 * @throws with its output when it exits with anything but 0.
 */
export async function runChecked(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new CommandFailed(`${command} ${args.join(' ')} ended with ${code}.\n${output}`);
  return output;
}

/**
 * Starts a program in a process group of its own and waits until its output matches `ready`.
 * @throws with its output when it ends or 60 s pass before that.
 */
export async function serve(
  command: string,
  args: readonly string[],
  ready: RegExp,
  options: RunOptions = {},
): Promise<Service> {
  const child = spawn(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  services.add(child);
  const log = collect(child);
  const gone = once(child, 'close').then(() => services.delete(child));
  const match = await new Promise<RegExpExecArray>((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`${command} ${what}.\n${log()}`));
    const patience = setTimeout(() => fail('was not ready within 60 s'), 60_000);
    const look = () => {
      const found = ready.exec(log());
      if (!found) return;
      clearTimeout(patience);
      child.stdout?.off('data', look);
      resolve(found);
    };
    child.stdout?.on('data', look);
    child.once('error', reject);
    child.once('close', () => fail('ended before it was ready'));
  }).catch((error) => {
    kill(child, 'SIGKILL');
    throw error;
  });
  const stop = async () => {
    // A program that has services of its own needs the chance to end them.
    kill(child, 'SIGTERM');
    const insist = setTimeout(kill, 5_000, child, 'SIGKILL');
    await gone;
    clearTimeout(insist);
  };
  return { ready: match, log, stop };
}

function collect(child: ChildProcess): () => string {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return () => output;
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  if (process.platform === 'win32') child.kill(signal);
  else process.kill(-child.pid, signal);
}
