import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, link, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckJson } from '../../src/core/report/json.ts';
import { encodeLike } from '../../src/node/encode.ts';
import { replaceText } from '../../src/node/replace.ts';
import { agreement, inFolder, parley, parleyJson } from './run.ts';

const TODAY = ['--today', '2026-11-27'];
const GOOD = agreement('Keys', '2027-03-01', 'owner: tom\nvalue: 12500 EUR\n');
const BAD = GOOD.replace('owner: tom\nvalue: 12500 EUR', 'onwer: tom\nvalue: 12,500 EUR');

describe('parley check --fix', () => {
  it('makes all safe fixes, says what remains and exits accordingly', () =>
    inFolder({ 'a.md': BAD, 'b.md': agreement('Late', '2026-11-24') }, async (cwd) => {
      const { code, out, err } = await parley(['check', '--fix', ...TODAY], { cwd });
      assert.equal(await readFile(join(cwd, 'a.md'), 'utf8'), GOOD);
      assert.equal(err, 'parley: 2 fixes in one file made.\n');
      assert.equal(code, 1);
      assert.match(out, /^Late\n/);
      assert.equal((await parley(['check', '--fix', 'a.md', ...TODAY], { cwd })).code, 0);
      assert.deepEqual((await readdir(cwd)).sort(), ['a.md', 'b.md'], 'nothing else is left behind');
    }));

  it('makes what another fix makes room for', () =>
    inFolder(
      { 'a.md': '---\nagreement: Keys\nonwer: Tom\npeople: { tom: { name: Tom } }\n' },
      async (cwd) => {
        const { err } = await parley(['check', '--fix', ...TODAY], { cwd });
        assert.equal(
          await readFile(join(cwd, 'a.md'), 'utf8'),
          '---\nagreement: Keys\nowner: tom\npeople: { tom: { name: Tom } }\n---\n',
        );
        assert.match(err, /3 fixes in one file made/);
      },
    ));

  it('keeps encoding, line ends, mode and links, and every byte beside the edits', () =>
    inFolder(
      {
        'bom.md': `\ufeff${BAD.replaceAll('\n', '\r\n')}`,
        'le.md': Buffer.from(`\ufeff${BAD}`, 'utf16le'),
        'real.md': BAD,
      },
      async (cwd) => {
        await chmod(join(cwd, 'real.md'), 0o640);
        await symlink(join(cwd, 'real.md'), join(cwd, 'linked.md'), 'junction');
        const { err } = await parley(['check', '--fix', 'bom.md', 'le.md', 'linked.md', ...TODAY], { cwd });
        assert.match(err, /6 fixes in 3 files/);
        const bytes = (name: string) => readFile(join(cwd, name));
        assert.deepEqual(await bytes('bom.md'), Buffer.from(`\ufeff${GOOD.replaceAll('\n', '\r\n')}`));
        assert.deepEqual(await bytes('le.md'), Buffer.from(`\ufeff${GOOD}`, 'utf16le'));
        assert.deepEqual(await bytes('real.md'), Buffer.from(GOOD));
        assert.ok((await readdir(cwd, { withFileTypes: true })).some((one) => one.isSymbolicLink()));
        if (process.platform !== 'win32')
          assert.equal((await stat(join(cwd, 'real.md'))).mode & 0o777, 0o640);
      },
    ));

  it('corrects private notes too', () =>
    inFolder(
      { 'a.md': GOOD, 'b.md': '---\nnotes-for: a\nobjectivs: [{ id: O1, title: T }]\n---\n' },
      async (cwd) => {
        const { err } = await parley(['check', '--fix', ...TODAY], { cwd });
        assert.match(await readFile(join(cwd, 'b.md'), 'utf8'), /\nobjectives: \[/);
        assert.equal(err, 'parley: one fix in one file made.\n');
      },
    ));

  it('corrects the configuration too', () =>
    inFolder({ '.parley.yaml': 'timezon: Europe/Madrid\n', 'a.md': GOOD }, async (cwd) => {
      await parley(['check', '--fix', ...TODAY], { cwd });
      assert.equal(await readFile(join(cwd, '.parley.yaml'), 'utf8'), 'timezone: Europe/Madrid\n');
    }));

  it('refuses a file that is read-only or damaged, and writes the others', () =>
    inFolder(
      { 'a.md': BAD, 'latin1.md': Buffer.from(BAD.replace('Tom Ash', 'Jos\u00e9'), 'latin1'), 'z.md': BAD },
      async (cwd) => {
        await chmod(join(cwd, 'a.md'), 0o444);
        const { code, out, err } = await parley(['check', '--fix', ...TODAY], { cwd });
        assert.equal(code, 2);
        assert.match(err, /^parley: a\.md: it is read-only, and was left as it is\.$/m);
        assert.match(err, /^parley: latin1\.md: some of its bytes are no text, so it was left as it is\.$/m);
        assert.match(err, /^parley: 2 fixes in one file made\.$/m);
        assert.equal(await readFile(join(cwd, 'a.md'), 'utf8'), BAD);
        assert.equal(await readFile(join(cwd, 'z.md'), 'utf8'), GOOD);
        assert.match(out, /a\.md:3:1 .*unknown-key/, 'its findings remain');
      },
    ));

  it('says what remains in JSON too', () =>
    inFolder({ 'a.md': BAD }, async (cwd) => {
      assert.deepEqual((await parleyJson<CheckJson>(['check', '--fix', ...TODAY], { cwd })).findings, []);
    }));
});

describe('parley check --fix --dry-run', () => {
  it('prints a unified diff that git applies to the very result, and changes nothing', () =>
    inFolder({ 'deep/a.md': BAD, 'unclosed.md': '---\nagreement: Keys' }, async (cwd) => {
      const { code, out, err } = await parley(['check', '--fix', '--dry-run', ...TODAY], { cwd });
      assert.deepEqual([code, err], [0, 'parley: 3 fixes in 2 files to be made.\n']);
      assert.equal(await readFile(join(cwd, 'deep/a.md'), 'utf8'), BAD);
      assert.match(out, /^--- a\/deep\/a\.md\n\+\+\+ b\/deep\/a\.md\n@@ /);
      assert.match(out, /\n-onwer: tom\n-value: 12,500 EUR\n\+owner: tom\n\+value: 12500 EUR\n/);
      const { status, stderr } = spawnSync('git', ['apply', '-'], { cwd, input: out, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      assert.equal(await readFile(join(cwd, 'deep/a.md'), 'utf8'), GOOD);
      assert.equal(await readFile(join(cwd, 'unclosed.md'), 'utf8'), '---\nagreement: Keys\n---\n');
    }));

  it('prints what git and patch apply to files with a mark, and with blanks in their names', () =>
    inFolder({ 'a folder/b c.md': BAD, 'bom.md': `\ufeff${BAD}` }, async (cwd) => {
      const { out } = await parley(['check', '--fix', '--dry-run', ...TODAY], { cwd });
      for (const [command, args] of [
        ['git', ['apply', '-']],
        ['patch', ['-p1', '--force']],
      ] as const) {
        await writeFile(join(cwd, 'a folder/b c.md'), BAD);
        await writeFile(join(cwd, 'bom.md'), `\ufeff${BAD}`);
        const { status, stderr, error } = spawnSync(command, args, { cwd, input: out, encoding: 'utf8' });
        // Not every machine has GNU patch.
        if (error && command === 'patch') continue;
        assert.equal(status, 0, stderr);
        assert.equal(await readFile(join(cwd, 'a folder/b c.md'), 'utf8'), GOOD);
        assert.equal(await readFile(join(cwd, 'bom.md'), 'utf8'), `\ufeff${GOOD}`);
      }
    }));

  it('announces nothing that would be refused, and says so as it would', () =>
    inFolder(
      { 'a.md': BAD, 'latin1.md': Buffer.from(BAD.replace('Tom Ash', 'Jos\u00e9'), 'latin1'), 'z.md': BAD },
      async (cwd) => {
        await chmod(join(cwd, 'a.md'), 0o444);
        const dry = await parley(['check', '--fix', '--dry-run', ...TODAY], { cwd });
        assert.deepEqual(dry.out.match(/^--- .*$/gm), ['--- a/z.md']);
        const { code, err } = await parley(['check', '--fix', ...TODAY], { cwd });
        assert.deepEqual([dry.code, dry.err.replaceAll(' to be made', ' made')], [code, err]);
      },
    ));

  it('says so where there is nothing to fix, and takes no format', () =>
    inFolder({ 'a.md': GOOD }, async (cwd) => {
      const nothing = await parley(['check', '--dry-run', ...TODAY], { cwd });
      assert.deepEqual(nothing, { code: 0, out: '', err: 'parley: there is nothing to fix.\n' });
      assert.equal((await parley(['check', '--dry-run', '--format', 'json'], { cwd })).code, 2);
    }));
});

describe('replacing the text of a file', () => {
  it('is refused where the file holds another text, or is gone', () =>
    inFolder({ 'a.md': 'new' }, async (cwd) => {
      const path = join(cwd, 'a.md');
      assert.equal((await replaceText(path, 'old', 'newer'))?.reason, 'changed');
      assert.equal(await readFile(path, 'utf8'), 'new');
      assert.equal((await replaceText(join(cwd, 'b.md'), 'old', 'newer'))?.reason, 'changed');
    }));

  it('puts a whole file in place of another, so that no reader sees half of it', () =>
    inFolder({ 'a.md': 'old' }, async (cwd) => {
      await link(join(cwd, 'a.md'), join(cwd, 'kept'));
      assert.equal(await replaceText(join(cwd, 'a.md'), 'old', 'new'), undefined);
      assert.equal(await readFile(join(cwd, 'a.md'), 'utf8'), 'new');
      assert.equal(await readFile(join(cwd, 'kept'), 'utf8'), 'old');
    }));

  it('keeps the encoding, marked or not', () => {
    for (const marked of ['\ufeff', '']) {
      const little = Buffer.from(`${marked}---\nä`, 'utf16le');
      for (const bytes of [Buffer.from(`${marked}---\nä`), little, Buffer.from(little).swap16()])
        assert.deepEqual(Buffer.from(encodeLike(bytes, '---\nä')), bytes);
    }
  });
});
