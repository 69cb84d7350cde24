import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { agreement, inFolder, ROOT } from './run.ts';

const page = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );

/** A step of a workflow. */
interface Step {
  readonly run?: string;
}

const GOOD = agreement('Keys', '2999-11-24');
const LATE = agreement('Keys', '2020-11-24');
const BROKEN = GOOD.replace('due: 2999-11-24', 'due: 2999-02-30');

/** Runs a program in a folder in which `parley` is on the path. */
async function runIn(cwd: string, program: string, ...args: string[]) {
  const bin = join(cwd, '.git/bin');
  await mkdir(bin, { recursive: true });
  await symlink(join(ROOT, 'dist/cli.js'), join(bin, 'parley')).catch(() => {});
  const PATH = `${bin}${delimiter}${process.env['PATH']}`;
  return spawnSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, PATH, TZ: 'UTC' } });
}

if (process.platform !== 'win32')
  describe('docs/ci.md', () => {
    const [workflow = '', upload = ''] = blocks('yaml');

    it('checks agreements in a workflow, and hands on their findings', () =>
      inFolder({ 'a.md': LATE }, async (cwd) => {
        const { jobs } = parse(workflow) as { jobs: { check: { steps: readonly Step[] } } };
        const annotated = await runIn(cwd, 'bash', '-e', '-c', jobs.check.steps.at(-1)?.run ?? '');
        assert.equal(annotated.status, 1);
        assert.match(annotated.stdout, /^::warning file=a\.md,line=9,/);
        const [scan] = parse(upload) as readonly Step[];
        assert.equal((await runIn(cwd, 'bash', '-e', '-c', scan?.run ?? '')).status, 0);
        assert.equal(JSON.parse(readFileSync(join(cwd, 'parley.sarif'), 'utf8')).version, '2.1.0');
      }));

    it('stops a commit with errors, and only such a one', () =>
      inFolder({ 'notes.md': '# Notes\n', 'late.md': LATE }, async (cwd) => {
        const git = async (...args: string[]) => {
          const name = ['-c', 'user.name=Ana', '-c', 'user.email=ana@parley.example'];
          return (await runIn(cwd, 'git', ...name, ...args)).status;
        };
        assert.equal(await git('init', '-q'), 0);
        const hook = join(cwd, '.git/hooks/pre-commit');
        await mkdir(join(cwd, '.git/hooks'), { recursive: true });
        await writeFile(hook, blocks('sh')[0] ?? '');
        await chmod(hook, 0o755);
        await git('add', 'notes.md', 'late.md');
        assert.equal(await git('commit', '-qm', 'What is late is no error'), 0);
        await writeFile(join(cwd, 'broken.md'), BROKEN);
        await git('add', 'broken.md');
        assert.notEqual(await git('commit', '-qm', 'A day that does not exist'), 0);
        await writeFile(join(cwd, 'broken.md'), GOOD);
        await git('add', 'broken.md');
        assert.equal(await git('commit', '-qm', 'A day that does'), 0);
      }));
  });
