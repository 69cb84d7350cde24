import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The built command line. */
export const CLI = join(ROOT, 'dist/cli.js');

/** How a process ended. */
export interface Ended {
  /** The exit code; null where a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Stop listening to stdout after its first bytes, as `head` does. */
  readonly hangUp?: boolean;
  /** Read a piece of stdout at a time, with pauses. */
  readonly slow?: boolean;
  /** Run as a user whom the system refuses what its modes refuse: a superuser may read everything. */
  readonly humble?: boolean;
}

/** The ids of the user “nobody”, where we may become it. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Runs the built `parley` without a terminal. Colours and zone of whoever runs the tests are not passed on. */
export function parley(
  args: readonly string[],
  { cwd = ROOT, env, hangUp, slow, humble }: RunOptions = {},
): Promise<Ended> {
  const { FORCE_COLOR: _force, NO_COLOR: _no, ...inherited } = process.env;
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd,
    env: { ...inherited, TZ: 'UTC', ...env },
    ...(humble && NOBODY),
  });
  return new Promise((resolve, reject) => {
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (hangUp) child.stdout.destroy();
      if (!slow) return;
      child.stdout.pause();
      setTimeout(() => child.stdout.resume(), 5);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** Runs a command with `--format json`, expects it not to fail, and reads what it says. */
export async function parleyJson<T>(args: readonly string[], options?: RunOptions): Promise<T> {
  const { out, err, code } = await parley([...args, '--format', 'json'], options);
  if (code === null || code > 1) throw new Error(`parley ${args.join(' ')} exited with ${code}: ${err}`);
  return JSON.parse(out) as T;
}

/** A folder of its own, filled with files by path, for as long as `use` runs. */
export async function inFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-cli-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A small agreement in which one milestone, M1, is due on a day. */
export function agreement(title: string, due: string, more = ''): string {
  return `---
agreement: ${title}
${more}people:
  tom: { name: Tom Ash }
milestones:
  - id: M1
    title: Keys handed over
    owner: tom
    due: ${due}
    indicator: Both keys on the board
---

# ${title}
`;
}
