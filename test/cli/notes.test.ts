import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { CheckJson } from '../../src/core/report/json.ts';
import { agreement, inFolder, parley, parleyJson } from './run.ts';

const TODAY = ['--today', '2026-11-27'];
const NOTES = `---
notes-for: keys
objectives:
  - { id: O1, title: Margin, party: nobody }
---

## Journal

- [ ] Read the offer again due:2026-11-20
`;

describe('private notes on the command line', () => {
  it('have their findings in their own file and their commitments in their agreement', () =>
    inFolder({ 'keys.md': agreement('Keys', '2027-03-01'), 'mine/keys.notes.md': NOTES }, async (cwd) => {
      const { findings, agreements, files } = await parleyJson<CheckJson>(['check', ...TODAY], { cwd });
      assert.deepEqual([files, agreements], [2, 1]);
      assert.deepEqual(new Set(findings.map(({ file }) => file)), new Set(['mine/keys.notes.md']));
      const late = findings.find(({ check }) => check === 'overdue');
      assert.deepEqual([late?.line, late?.column], [9, 32]);
      const report = await parley(['check', ...TODAY], { cwd });
      assert.match(report.out, /^Private notes: Keys\n {2}mine\/keys\.notes\.md:/m);
      const { out } = await parley(['list', ...TODAY], { cwd });
      assert.match(out, /Read the offer again/);
    }));

  it('find an agreement above a configuration of their own, and the nearest first', () =>
    inFolder(
      {
        '.parley.yaml': 'checks: { overdue: error }\n',
        'keys.md': agreement('Keys', '2027-03-01'),
        'mine/.parley.yaml': 'checks: { overdue: off }\n',
        'mine/keys.notes.md': NOTES,
        'mine/inner/.parley.yaml': 'checks: { overdue: hint }\n',
        'mine/inner/keys.notes.md': NOTES,
        'mine/inner/deep/keys.md': agreement('Other keys', '2027-03-01'),
      },
      async (cwd) => {
        const { findings } = await parleyJson<CheckJson>(['check', ...TODAY], { cwd });
        assert.deepEqual(
          findings.filter(({ check }) => check === 'overdue').map(({ file, severity }) => [file, severity]),
          [
            ['mine/inner/keys.notes.md', 'hint'],
            ['mine/keys.notes.md', 'error'],
          ],
        );
        assert.ok(!findings.some(({ check }) => check === 'notes-without-agreement'));
      },
    ));

  it('find none in the repository around theirs, nor beside the working folder', () =>
    inFolder(
      {
        'keys.md': agreement('Keys', '2027-03-01'),
        'theirs/.git/HEAD': 'ref: refs/heads/main\n',
        'theirs/keys.notes.md': NOTES,
        'beside/.parley.yaml': '',
        'beside/keys.notes.md': NOTES,
        'work/keys.md': agreement('Keys', '2027-03-01'),
      },
      async (cwd) => {
        const stray = async (folder: string, paths: readonly string[]) => {
          const { findings } = await parleyJson<CheckJson>(['check', ...TODAY, ...paths], {
            cwd: join(cwd, folder),
          });
          return findings.filter(({ check }) => check === 'notes-without-agreement').map(({ file }) => file);
        };
        assert.deepEqual(await stray('.', ['keys.md', 'theirs']), ['theirs/keys.notes.md']);
        assert.deepEqual(await stray('work', ['.', '../beside']), ['../beside/keys.notes.md']);
        assert.deepEqual(await stray('.', ['keys.md', 'beside']), []);
      },
    ));

  it('find it again where a fix gives an agreement its id', () =>
    inFolder(
      {
        'keys.md': agreement('Keys', '2027-03-01', 'ids: keys-2026\n'),
        'mine/.parley.yaml': '',
        'mine/keys.notes.md': NOTES.replace('notes-for: keys', 'notes-for: keys-2026'),
      },
      async (cwd) => {
        const checks = async (...args: string[]) => {
          const { findings } = await parleyJson<CheckJson>(['check', ...TODAY, ...args], { cwd });
          return new Set(findings.map(({ check }) => check));
        };
        assert.ok((await checks()).has('notes-without-agreement'));
        assert.ok(!(await checks('--fix')).has('notes-without-agreement'));
      },
    ));

  it('are no file without an agreement where they are named, but lack theirs', () =>
    inFolder({ 'keys.md': agreement('Keys', '2027-03-01'), 'keys.notes.md': NOTES }, async (cwd) => {
      const { err, out } = await parley(['check', ...TODAY, 'keys.notes.md'], { cwd });
      assert.equal(err, '');
      assert.match(out, /keys\.notes\.md:2:\d+ .*notes-without-agreement/);
    }));

  it('are read around bytes that are no text, which is said', () =>
    inFolder(
      {
        'keys.md': agreement('Keys', '2027-03-01'),
        'keys.notes.md': Buffer.from(`${NOTES}\nBr\xf6tchen\n`, 'latin1'),
      },
      async (cwd) => {
        const { err } = await parley(['check', ...TODAY], { cwd });
        assert.match(err, /keys\.notes\.md/);
      },
    ));
});
