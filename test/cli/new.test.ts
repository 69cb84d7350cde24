import assert from 'node:assert/strict';
import { chmod, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckJson } from '../../src/core/report/json.ts';
import { agreementKinds } from '../../src/core/sections/kinds/kinds.ts';
import { inFolder, parley, parleyJson } from './run.ts';

const TODAY = ['--today', '2026-11-27'];
const KNOWN = [
  '--title',
  'Supply of jars',
  '--party',
  'Quillmoor',
  '--party',
  'Brackenfold, Ltd',
  '--owner',
  'Ana',
];

describe('parley new', () => {
  it('writes a draft that passes its own checks and holds what was said', () =>
    inFolder({ '.parley.yaml': 'timezone: Europe/Madrid\n' }, async (cwd) => {
      const { code, out, err } = await parley(['new', 'jars.md', '--kind', 'supply', ...KNOWN, ...TODAY], {
        cwd,
      });
      assert.deepEqual([code, out, err], [0, '', 'parley: wrote jars.md, a draft of 2026-11-27.\n']);
      const text = await readFile(join(cwd, 'jars.md'), 'utf8');
      assert.match(text, /^---\nagreement: Supply of jars\nstatus: draft\nkind: supply\nowner: ana\n/);
      assert.match(text, /\ntimezone: Europe\/Madrid\n/);
      assert.match(text, /name: 'Brackenfold, Ltd'/);
      const { agreements, findings } = await parleyJson<CheckJson>(['check', ...TODAY], { cwd });
      assert.deepEqual([agreements, findings], [1, []]);
    }));

  it('takes the people of both sides, and which side is one’s own', async () => {
    const sides = ['--party', 'Brackenfold: Judit Vass', '--party', 'Quillmoor: Maren Holt, Oskar Bley'];
    const { out } = await parley(['new', '--kind', 'supply', '--role', 'supplier', ...sides, ...TODAY]);
    assert.match(out, /\nowner: judit\n/);
    assert.match(
      out,
      /\n {2}- \{ id: brackenfold, name: Brackenfold, role: supplier, people: \[judit\] \}\n/,
    );
    assert.match(out, /role: buyer, people: \[maren, oskar\] \}\n/);
    const { code, err } = await parley(['new', '--kind', 'supply', '--role', 'seller']);
    assert.deepEqual(
      [code, err],
      [2, 'parley: the roles of the kind supply are buyer and supplier, not seller.\n'],
    );
  });

  it('prints it where no file is named, without places to fill in', async () => {
    const { code, out } = await parley(['new', ...TODAY]);
    assert.equal(code, 0);
    assert.match(out, /^---\nagreement: New agreement\nstatus: draft\neffective: 2026-12-01\n/);
    assert.doesNotMatch(out, /\$\{|\$\d/);
  });

  it('overwrites nothing', () =>
    inFolder({ 'a.md': 'mine' }, async (cwd) => {
      const { code, err } = await parley(['new', 'a.md'], { cwd });
      assert.deepEqual([code, err], [2, 'parley: a.md exists already, and was left as it is.\n']);
      assert.equal(await readFile(join(cwd, 'a.md'), 'utf8'), 'mine');
    }));

  for (const [args, expected] of [
    [['a.txt'], /a\.txt does not end in “\.md”\.$/],
    [['nowhere/a.md'], /^parley: nowhere\/a\.md cannot be written: its folder does not exist\.$/],
    [['package.json/a.md'], /^parley: package\.json\/a\.md cannot be written: its folder does not exist\.$/],
    [['--kind', 'wedding'], /Allowed choices are supply, .*blank\.$/],
  ] as const)
    it(`says one sentence about ${args.join(' ')}`, async () => {
      const { code, out, err } = await parley(['new', ...args]);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err.trimEnd(), expected);
    });

  // Elsewhere a folder's modes do not say who may write in it.
  if (process.platform !== 'win32')
    it('says one sentence about a folder that cannot be written, and writes nothing', () =>
      inFolder({}, async (cwd) => {
        await chmod(cwd, 0o555);
        const { code, out, err } = await parley(['new', 'a.md'], { cwd, humble: true });
        await chmod(cwd, 0o755);
        assert.deepEqual(
          [code, out, err],
          [2, '', 'parley: a.md cannot be written: access to its folder is denied.\n'],
        );
        assert.deepEqual(await readdir(cwd), []);
      }));

  it('tells in its help when to choose each kind', async () => {
    const { out } = await parley(['new', '--help']);
    const lines = out.split('\n').map((line) => line.trim().replace(/ {2,}/, ': '));
    for (const { id, detail } of agreementKinds) assert.ok(lines.includes(`${id}: ${detail}`), id);
  });
});
