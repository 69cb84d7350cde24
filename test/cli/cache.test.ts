import assert from 'node:assert/strict';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agreement, inFolder, parley, ROOT } from './run.ts';

describe('--cache', () => {
  const examples = join(ROOT, 'examples');

  it('says the same from what was kept as from the files, and keeps nothing twice', () =>
    inFolder({}, async (cwd) => {
      for (const args of [
        ['check', '--format', 'json'],
        ['check', '--format', 'sarif'],
        ['check', '--fix', '--dry-run'],
        ['list', '--format', 'json', '--state', 'done,overdue,open'],
        ['list', '--owner', 'judit', '--group-by', 'due'],
      ]) {
        const run = (...more: string[]) =>
          parley([args[0]!, examples, ...args.slice(1), '--today', '2026-11-27', ...more], { cwd });
        const without = await run();
        assert.deepEqual(await run('--cache', 'kept'), without);
        const { size } = await stat(join(cwd, 'kept'));
        assert.deepEqual(await run('--cache', 'kept'), without);
        assert.equal((await stat(join(cwd, 'kept'))).size, size);
      }
    }));

  it('follows the day, the files and the configuration', () =>
    inFolder({ 'a.md': agreement('Keys', '2026-11-24') }, async (cwd) => {
      const found = async () => {
        const { out } = await parley(['check', '--cache', 'kept', '--format', 'json'], { cwd });
        return (JSON.parse(out) as { findings: { check: string }[] }).findings.map(({ check }) => check);
      };
      const due = (day: string) => writeFile(join(cwd, 'a.md'), agreement('Keys', day));
      await due('2020-01-01');
      assert.ok((await found()).includes('overdue'));
      await due('9020-01-01');
      assert.ok(!(await found()).includes('overdue'));
      await due('2020-01-01');
      await writeFile(join(cwd, '.parley.yaml'), 'checks: { overdue: off }\n');
      assert.ok(!(await found()).includes('overdue'));
    }));

  it('leaves a file alone that is no cache', () =>
    inFolder({ 'a.md': agreement('Keys', '2026-11-24') }, async (cwd) => {
      const { code, err, out } = await parley(['check', '--cache', 'a.md'], { cwd });
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /a\.md is no cache of Parley’s, and is left as it is\.\n$/);
      assert.equal(await readFile(join(cwd, 'a.md'), 'utf8'), agreement('Keys', '2026-11-24'));
    }));

  it('goes on without one where it cannot be written', () =>
    inFolder({ 'a.md': agreement('Keys', '2026-11-24') }, async (cwd) => {
      const run = (...more: string[]) => parley(['check', '--today', '2026-11-27', ...more], { cwd });
      const without = await run();
      assert.deepEqual(await run('--cache', 'a.md/kept'), without);
      assert.equal(await readFile(join(cwd, 'a.md'), 'utf8'), agreement('Keys', '2026-11-24'));
    }));
});
