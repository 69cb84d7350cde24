import assert from 'node:assert/strict';
import { chmod, mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckJson, ListJson } from '../../src/core/report/json.ts';
import { agreement, inFolder, parley, parleyJson } from './run.ts';

const TODAY = ['--today', '2026-11-27'];
const LATE = agreement('Keys', '2026-11-24');

async function checksOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> {
  let found: readonly string[] = [];
  await inFolder(files, async (cwd) => {
    const { findings } = await parleyJson<CheckJson>(['check', ...TODAY], { cwd });
    found = findings.map(({ file, line, column, check }) => `${file}:${line}:${column} ${check}`);
  });
  return found;
}

describe('bad input on the command line', () => {
  it('reads on after broken frontmatter, in the same file and in others', async () => {
    const found = await checksOf({
      'broken.md': LATE.replace('title: Keys handed over', 'title: "Keys handed over'),
      'unclosed.md': LATE.replace('---\n\n#', '\n#'),
      'whole.md': LATE,
    });
    assert.ok(
      found.some((one) => /^broken\.md:\d+:\d+ yaml-syntax$/.test(one)),
      found.join('\n'),
    );
    assert.ok(
      found.some((one) => /^unclosed\.md:\d+:\d+ unclosed-frontmatter$/.test(one)),
      found.join('\n'),
    );
    assert.ok(found.includes('whole.md:9:10 overdue'), found.join('\n'));
  });

  it('finds the same in every way to end lines and to mark the encoding', async () => {
    const found = await checksOf({
      'bom.md': `\ufeff${LATE}`,
      'crlf.md': LATE.replaceAll('\n', '\r\n'),
      'utf16be.md': Buffer.from(`\ufeff${LATE}`, 'utf16le').swap16(),
      'utf16le.md': Buffer.from(`\ufeff${LATE}`, 'utf16le'),
    });
    const files = ['bom.md', 'crlf.md', 'utf16be.md', 'utf16le.md'];
    assert.deepEqual(
      found,
      files.map((file) => `${file}:9:10 overdue`),
    );
  });

  it('reads what is no UTF-8 as well as it can, and says so', () =>
    inFolder({ 'latin1.md': Buffer.from(LATE.replace('Tom Ash', 'Jos\u00e9'), 'latin1') }, async (cwd) => {
      const { code, out, err } = await parley(['check', ...TODAY], { cwd });
      assert.equal(code, 1);
      assert.match(out, /latin1\.md:9:10 .* overdue/);
      assert.match(err, /^parley: latin1\.md: some bytes are not UTF-8 text/);
    }));

  it('lets no character of a file move the cursor, colour the line or turn it around', () =>
    inFolder(
      {
        'a.md': LATE.replace('agreement: Keys', 'agreement: "\\e[2J\\u0007\\u202eKeys"').replace(
          'title: Keys handed over',
          'title: "\\e[31mred\\0"',
        ),
      },
      async (cwd) => {
        for (const command of ['check', 'list']) {
          const { out } = await parley([command, ...TODAY], { cwd });
          assert.match(out, /red/);
          assert.doesNotMatch(out, /[^\P{Control}\n]|\u202e/u);
        }
      },
    ));

  it('survives NUL bytes, lone surrogates and prototype keys', async () => {
    const found = await checksOf({
      'nul.md': LATE.replace('Tom Ash', 'Tom\0Ash'),
      'proto.md': LATE.replace('people:', '__proto__: { owner: x }\nconstructor: 1\npeople:'),
      'surrogate.md': LATE.replace('Tom Ash', '"\\ud800"'),
    });
    for (const file of ['nul', 'proto', 'surrogate'])
      assert.ok(
        found.some((one) => one.startsWith(`${file}.md`) && one.endsWith('overdue')),
        found.join('\n'),
      );
  });

  it('says that a giant was left out, and exits with 2', () =>
    inFolder(
      { 'giant.md': '---\nagreement: Giant\n', 'notes.md': '# Notes\n', 'whole.md': LATE },
      async (cwd) => {
        await truncate(join(cwd, 'giant.md'), 50 * 1024 * 1024);
        await truncate(join(cwd, 'notes.md'), 50 * 1024 * 1024);
        const { code, out, err } = await parley(['check', '--format', 'json', ...TODAY], { cwd });
        assert.equal(code, 2);
        assert.equal(err, 'parley: giant.md: it begins like an agreement, but is too large to be read.\n');
        const { findings, skipped } = JSON.parse(out) as CheckJson;
        assert.deepEqual(skipped, [{ file: 'giant.md', reason: 'too-large' }]);
        assert.deepEqual(
          findings.map(({ file, check }) => [file, check]),
          [
            ['giant.md', 'yaml-syntax'],
            ['whole.md', 'overdue'],
          ],
        );
        assert.equal((await parley(['list', ...TODAY], { cwd })).code, 2, 'the list is not complete');
      },
    ));

  it('follows no links below a folder, and so none around in a circle', () =>
    inFolder({ 'real/a.md': LATE }, async (cwd) => {
      await symlink(cwd, join(cwd, 'real/loop'), 'junction');
      await symlink(join(cwd, 'nowhere'), join(cwd, 'dangling.md'), 'junction');
      const { files, skipped } = await parleyJson<CheckJson>(['check', ...TODAY], { cwd });
      assert.deepEqual([files, skipped], [1, []]);
    }));

  it('tells a link to itself from a file', () =>
    inFolder({}, async (cwd) => {
      await symlink(join(cwd, 'self.md'), join(cwd, 'self.md'), 'junction');
      const { code, err } = await parley(['check', 'self.md'], { cwd });
      assert.equal(code, 2);
      assert.match(
        err,
        /^parley: self\.md: it could not be read: it is a link that leads back to itself\.$/m,
      );
    }));

  it('takes a folder for a folder, whatever its name', () =>
    inFolder({ 'folder.md/a.md': LATE }, async (cwd) => {
      const { findings } = await parleyJson<CheckJson>(['check', 'folder.md', ...TODAY], { cwd });
      assert.deepEqual(
        findings.map(({ file }) => file),
        ['folder.md/a.md'],
      );
    }));

  if (process.platform === 'linux')
    it('says which file could not be read, and exits with 2', () =>
      inFolder({ 'b.md': LATE }, async (cwd) => {
        // Its first bytes are in no process's memory, so reading them fails even for a superuser.
        await symlink('/proc/self/mem', join(cwd, 'a.md'));
        const { code, out, err } = await parley(['check', 'a.md', 'b.md', ...TODAY], { cwd });
        assert.deepEqual([code, err], [2, 'parley: a.md: it could not be read.\n']);
        assert.match(out, /b\.md:9:10/);
      }));

  if (process.platform !== 'win32')
    it('says which folder could not be looked into, and exits with 2', () =>
      inFolder({ 'open/b.md': LATE, 'closed/a.md': LATE, 'left-out/c.md': LATE }, async (cwd) => {
        const run = () => parley(['check', '--format', 'json', ...TODAY], { cwd, humble: true });
        await chmod(cwd, 0o755);
        await chmod(join(cwd, 'closed'), 0o200);
        await chmod(join(cwd, 'left-out'), 0o200);
        await writeFile(join(cwd, '.parley.yaml'), 'exclude: [left-out]');
        const { code, out, err } = await run();
        await chmod(join(cwd, 'closed'), 0o700);
        await chmod(join(cwd, 'left-out'), 0o700);
        assert.deepEqual([code, err], [2, 'parley: closed/: it could not be read: access is denied.\n']);
        const { findings, skipped } = JSON.parse(out) as CheckJson;
        assert.deepEqual(skipped, [{ file: 'closed/', reason: 'unreadable', detail: 'EACCES' }]);
        assert.deepEqual(
          findings.map(({ file }) => file),
          ['open/b.md'],
        );
      }));

  if (process.platform !== 'win32')
    it('reads the others where one that is named may not be read', () =>
      inFolder({ 'b.md': LATE, 'closed/a.md': LATE }, async (cwd) => {
        await chmod(cwd, 0o755);
        await chmod(join(cwd, 'closed'), 0o200);
        const named = ['closed', 'closed/a.md', 'b.md'];
        const { code, out, err } = await parley(['check', ...named, ...TODAY], { cwd, humble: true });
        await chmod(join(cwd, 'closed'), 0o700);
        const why = 'it could not be read: access is denied.';
        assert.deepEqual([code, err], [2, `parley: closed: ${why}\nparley: closed/a.md: ${why}\n`]);
        assert.match(out, /b\.md:9:10/);
      }));

  if (process.platform === 'linux')
    it('says that a name is not UTF-8, instead of passing over what it cannot open', () =>
      inFolder({ 'b.md': LATE }, async (cwd) => {
        const latin1 = (name: string) => Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from(name, 'latin1')]);
        await writeFile(latin1('caf\u00e9.md'), LATE);
        await mkdir(latin1('\u00e9t\u00e9'));
        const { code, out, err } = await parley(['check', ...TODAY], { cwd });
        assert.equal(code, 2);
        const why = 'it could not be read: its name is not UTF-8.';
        assert.deepEqual(err.split('\n').sort(), [
          '',
          `parley: caf\uFFFD.md: ${why}`,
          `parley: \uFFFDt\uFFFD/: ${why}`,
        ]);
        assert.match(out, /b\.md:9:10/);
      }));

  it('calls files by their names in every script', () =>
    inFolder({ 'Verträge/契約 1.md': LATE, 'עברית/#50%.md': LATE }, async (cwd) => {
      const { commitments } = await parleyJson<ListJson>(['list', ...TODAY], { cwd });
      const named = commitments.map(({ file, agreement: id }) => `${file} ${id}`).sort();
      assert.deepEqual(named, ['Verträge/契約 1.md 契約 1', 'עברית/#50%.md #50%']);
    }));

  it('reads a thousand agreements', () =>
    inFolder({}, async (cwd) => {
      await mkdir(join(cwd, 'many'));
      const names = Array.from({ length: 1000 }, (_, at) => `many/${at}.md`);
      await Promise.all(names.map((name) => writeFile(join(cwd, name), LATE)));
      const { agreements, findings } = await parleyJson<CheckJson>(['check', ...TODAY], { cwd });
      assert.deepEqual([agreements, findings.length], [1000, 1000]);
    }));
});
