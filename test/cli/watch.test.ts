import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckJson } from '../../src/core/report/json.ts';
import { agreement, CLI, inFolder } from './run.ts';

const LATE = agreement('Keys', '2026-11-24');
const GOOD = agreement('Keys', '2027-03-01');
const NOTES = '---\nnotes-for: keys\n---\n\n## Journal\n\n- [ ] Read the offer again @tom due:2026-11-20\n';

/** A `parley` that goes on, and what it has said. */
class Watching {
  out = '';
  err = '';
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown[]>;
  #wake: () => void = () => {};

  constructor(cwd: string, args: readonly string[]) {
    const { FORCE_COLOR: _force, ...env } = process.env;
    const fixed = [...args, '--watch', '--today', '2026-11-27'];
    this.#child = spawn(process.execPath, [CLI, ...fixed], { cwd, env: { ...env, TZ: 'UTC' } });
    this.#child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      this.out += text;
      this.#wake();
    });
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.err += text;
      this.#wake();
    });
    this.#ended = once(this.#child, 'close');
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  /** The reports in JSON, as many as there are once there are so many. */
  async reports(count: number): Promise<readonly CheckJson[]> {
    const lines = () => this.out.split('\n').slice(0, -1);
    await this.until(() => lines().length >= count);
    return lines().map((line) => JSON.parse(line) as CheckJson);
  }

  /** Ends it as a person does, and returns the exit code. */
  async end(signal: NodeJS.Signals = 'SIGINT'): Promise<unknown> {
    this.#child.kill(signal);
    return this.ended();
  }

  /** Waits until it has ended by itself, and returns the exit code. */
  async ended(): Promise<unknown> {
    return (await this.#ended)[0];
  }

  /** Stops listening, as a reader does that has seen enough. */
  async hangUp(): Promise<unknown> {
    this.#child.stdout!.destroy();
    return this.ended();
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

async function watching(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  use: (parley: Watching, cwd: string) => Promise<void>,
): Promise<void> {
  await inFolder(files, async (cwd) => {
    const parley = new Watching(cwd, args);
    try {
      await use(parley, cwd);
    } finally {
      parley.kill();
    }
  });
}

const filesOf = ({ findings }: CheckJson) => findings.map(({ file }) => file);

if (process.platform !== 'win32')
  describe('parley --watch', () => {
    it('says again what stands out when files change, come and go, and ends with the last exit code', () =>
      watching({ 'a.md': LATE, 'in/b.md': GOOD }, ['check', '--format', 'json'], async (parley, cwd) => {
        assert.deepEqual(filesOf((await parley.reports(1))[0]!), ['a.md']);
        await parley.until(() => parley.err === 'parley: watching for changes; Ctrl-C ends.\n');
        await writeFile(join(cwd, 'in/b.md'), LATE);
        assert.deepEqual(filesOf((await parley.reports(2)).at(-1)!), ['a.md', 'in/b.md']);
        await mkdir(join(cwd, 'new/deep'), { recursive: true });
        await writeFile(join(cwd, 'new/deep/c.md'), LATE);
        assert.deepEqual(filesOf((await parley.reports(3)).at(-1)!), ['a.md', 'in/b.md', 'new/deep/c.md']);
        await rename(join(cwd, 'new'), join(cwd, 'old'));
        assert.deepEqual(filesOf((await parley.reports(4)).at(-1)!), ['a.md', 'in/b.md', 'old/deep/c.md']);
        await writeFile(join(cwd, '.parley.yaml'), 'exclude: [old, in]\n');
        assert.deepEqual(filesOf((await parley.reports(5)).at(-1)!), ['a.md']);
        await rm(join(cwd, 'a.md'));
        assert.deepEqual(filesOf((await parley.reports(6)).at(-1)!), []);
        assert.equal(await parley.end(), 0);
      }));

    it('exits with 1 where something still stands out', () =>
      watching({ 'a.md': LATE }, ['check', '--format', 'json'], async (parley) => {
        await parley.reports(1);
        assert.equal(await parley.end('SIGTERM'), 1);
      }));

    it('says nothing where nothing else is to be said, and parts text by lines with the time', () =>
      watching({ 'a.md': LATE, 'b.md': GOOD }, ['list'], async (parley, cwd) => {
        await parley.until(() => parley.out.includes('In 2 agreements'));
        await utimes(join(cwd, 'a.md'), 1, 1);
        await writeFile(join(cwd, 'note.md'), '# Note\n');
        await writeFile(join(cwd, 'b.md'), GOOD.replace('Keys handed over', 'Locks changed'));
        await parley.until(() => parley.out.includes('Locks changed'));
        assert.equal(parley.out.match(/^== \d\d:\d\d:\d\d ==$/gm)?.length, 1);
        assert.equal(await parley.end(), 0);
      }));

    it('lets private notes follow their agreement past the configurations between them', () =>
      watching(
        { 'in/deep/.parley.yaml': '', 'in/deep/keys.notes.md': NOTES },
        ['check', '--format', 'json'],
        async (parley, cwd) => {
          const next = async (count: number, change: () => Promise<void>) => {
            await change();
            const { findings } = (await parley.reports(count)).at(-1)!;
            return findings.map(({ check, severity }) => `${check} ${severity}`);
          };
          const write = (file: string, text: string) => () => writeFile(join(cwd, file), text);
          const STRAY = ['notes-without-agreement warning'];
          assert.deepEqual(await next(1, async () => {}), STRAY);
          assert.deepEqual(await next(2, write('keys.md', GOOD)), ['overdue warning']);
          assert.deepEqual(
            await next(3, write('in/deep/keys.notes.md', NOTES.replace(': keys', ': locks'))),
            STRAY,
          );
          assert.deepEqual(await next(4, write('in/deep/keys.notes.md', NOTES)), ['overdue warning']);
          assert.deepEqual(await next(5, write('.parley.yaml', 'checks: { overdue: error }\n')), [
            'overdue error',
          ]);
          const between = async () => {
            await write('in/.parley.yaml', 'checks: { overdue: hint }\n')();
            await write('in/keys.md', GOOD)();
          };
          assert.deepEqual(await next(6, between), ['overdue hint']);
          assert.deepEqual(await next(7, () => rm(join(cwd, 'in/keys.md'))), ['overdue error']);
          assert.deepEqual(await next(8, () => rm(join(cwd, 'keys.md'))), STRAY);
          assert.deepEqual(await next(9, write('in/deep/keys.notes.md', LATE)), ['overdue warning']);
        },
      ));

    it('waits for a path that went to come again', () =>
      watching({ 'in/a.md': LATE }, ['check', 'in', '--format', 'json'], async (parley, cwd) => {
        await parley.reports(1);
        await rename(join(cwd, 'in'), join(cwd, 'out'));
        await parley.until(() => parley.err.includes('parley: in does not exist.\n'));
        await mkdir(join(cwd, 'in'));
        await writeFile(join(cwd, 'in/b.md'), LATE);
        const reports = await parley.reports(2);
        assert.deepEqual(filesOf(reports.at(-1)!), ['in/b.md']);
        assert.equal(await parley.end(), 1);
      }));

    it('ends when nobody listens any more', () =>
      watching({ 'a.md': GOOD }, ['check', '--format', 'json'], async (parley, cwd) => {
        await parley.reports(1);
        const ended = parley.hangUp();
        await writeFile(join(cwd, 'a.md'), LATE);
        assert.equal(await ended, 1);
      }));

    it('does not begin where a path does not exist', () =>
      watching({}, ['check', 'nowhere'], async (parley) => {
        assert.equal(await parley.ended(), 2);
        assert.equal(parley.err, 'parley: nowhere does not exist.\n');
      }));
  });
