import assert from 'node:assert/strict';
import type { CheckJson } from '../../src/core/report/json.ts';
import { agreement, inFolder, parley, parleyJson } from './run.ts';

const TODAY = ['--today', '2026-11-27'];

describe('parley check', () => {
  it('exits with 0 and says so kindly where nothing stands out', () =>
    inFolder({ 'a.md': agreement('Keys', '2027-03-01') }, async (cwd) => {
      const { code, out, err } = await parley(['check', ...TODAY], { cwd });
      assert.deepEqual([code, out, err], [0, 'Nothing stands out in the one agreement.\n', '']);
    }));

  it('exits with 1 and opens at the place where something is late', () =>
    inFolder({ 'a.md': agreement('Keys', '2026-11-24') }, async (cwd) => {
      const { code, out } = await parley(['check', ...TODAY], { cwd });
      assert.equal(code, 1);
      assert.match(out, /^Keys\n {2}a\.md:9:10 {2}warning {2}“Keys handed over” is 3 days late.* overdue\n/);
      assert.match(out, /\n1 finding \(1 warning\) in one file; one agreement was read\.\n$/);
    }));

  it('lets --fail-on decide what exits with 1', () =>
    inFolder(
      { 'late.md': agreement('Late', '2026-11-24'), 'soon.md': agreement('Soon', '2026-11-28') },
      async (cwd) => {
        const codeOf = async (...args: string[]) =>
          (await parley(['check', ...TODAY, ...args], { cwd })).code;
        assert.equal(await codeOf('late.md'), 1);
        assert.equal(await codeOf('late.md', '--fail-on', 'error'), 0);
        assert.equal(await codeOf('soon.md'), 0);
        assert.equal(await codeOf('soon.md', '--fail-on', 'information'), 1);
      },
    ));

  it('looks for the files that agreements point to, within the repository', () =>
    inFolder(
      {
        '.git/HEAD': '',
        '.gitignore': 'private/',
        'in/a.md': `${agreement('Keys', '2027-03-01')}\n[1](lost.pdf) [2](b.md) [3](../c.txt) [4](../private/d.pdf) [5](../../e.pdf)\n`,
        'in/b.md': '',
        'c.txt': '',
      },
      async (cwd) => {
        const { findings } = await parleyJson<CheckJson>(['check', 'in', ...TODAY], { cwd });
        assert.deepEqual(
          findings.map(({ check, column, message }) => [check, column, message]),
          [['missing-file', 5, 'There is no file “lost.pdf”, to which this link leads.']],
        );
      },
    ));

  it('describes each finding in JSON, with lines and columns from 1', () =>
    inFolder({ 'deep/a.md': agreement('Keys', '2026-11-24') }, async (cwd) => {
      const report = await parleyJson<CheckJson>(['check', ...TODAY], { cwd, env: { TZ: 'Europe/Madrid' } });
      const [finding] = report.findings;
      assert.deepEqual(report, {
        schemaVersion: 1,
        today: '2026-11-27',
        timezone: 'Europe/Madrid',
        files: 1,
        agreements: 1,
        findings: [
          {
            file: 'deep/a.md',
            line: 9,
            column: 10,
            endLine: 9,
            endColumn: 20,
            check: 'overdue',
            severity: 'warning',
            message: finding?.message,
            item: { kind: 'milestone', id: 'M1' },
          },
        ],
        skipped: [],
      });
      assert.match(finding!.message, /“Keys handed over” is 3 days late/);
    }));

  it('counts Markdown files and agreements apart', () =>
    inFolder(
      { 'a.md': agreement('A', '2027-01-01'), 'notes.md': '# Notes\n', 'b.txt': 'text' },
      async (cwd) => {
        const { files, agreements } = await parleyJson<CheckJson>(['check', ...TODAY], { cwd });
        assert.deepEqual([files, agreements], [2, 1]);
      },
    ));

  it('says what an agreement is where there is none', () =>
    inFolder({ 'notes.md': '# Notes\n' }, async (cwd) => {
      const { code, out } = await parley(['check'], { cwd });
      assert.equal(code, 0);
      assert.match(out, /no agreement: those begin with a line `---` and have a key `agreement`/);
      assert.match(
        (await parley(['check', 'notes.md'], { cwd })).err,
        /^parley: notes\.md: it is not an agreement/,
      );
    }));

  it('takes the folder’s .parley.yaml, the nearest upwards, and reports its mistakes', () =>
    inFolder(
      {
        '.git/HEAD': '',
        '.parley.yaml': 'checks: { overdue: error }\nexclude: [old]\n',
        'a.md': agreement('A', '2026-11-24'),
        'old/b.md': agreement('B', '2026-11-24'),
        'quiet/.parley.yaml': 'checks: { overdue: off }\n',
        'quiet/c.md': agreement('C', '2026-11-24'),
        'wrong/.parley.yaml': 'timezone: Europe/Nowhere\n',
        'wrong/d.md': agreement('D', '2027-11-24'),
      },
      async (cwd) => {
        const { findings, agreements } = await parleyJson<CheckJson>(['check', ...TODAY], { cwd });
        const brief = findings.map(
          ({ file, line, severity, check }) => `${file}:${line} ${severity} ${check}`,
        );
        assert.deepEqual(brief, ['a.md:9 error overdue', 'wrong/.parley.yaml:1 warning invalid-value']);
        assert.equal(agreements, 3);
        const deep = await parleyJson<CheckJson>(['check', 'old/b.md', ...TODAY], { cwd });
        assert.deepEqual(
          deep.findings.map(({ file, severity }) => [file, severity]),
          [['old/b.md', 'error']],
          'a file that is named is read even if it is left out elsewhere',
        );
      },
    ));

  it('leaves out what git ignores, but not a file that is named', () =>
    inFolder(
      { '.git/HEAD': '', '.gitignore': 'build/\n', 'build/a.md': agreement('A', '2026-11-24'), 'b.md': 'b' },
      async (cwd) => {
        assert.equal((await parleyJson<CheckJson>(['check', ...TODAY], { cwd })).agreements, 0);
        assert.equal((await parleyJson<CheckJson>(['check', 'build/a.md', ...TODAY], { cwd })).agreements, 1);
      },
    ));

  it('reads each file once, however often it is named', () =>
    inFolder({ 'x/a.md': agreement('A', '2026-11-24') }, async (cwd) => {
      const report = await parleyJson<CheckJson>(['check', 'x', '.', 'x/a.md', ...TODAY], { cwd });
      assert.deepEqual([report.files, report.agreements, report.findings.length], [1, 1, 1]);
    }));

  it('finds in the samples what they are made to show', async () => {
    const { findings, agreements } = await parleyJson<CheckJson>(['check', 'examples', ...TODAY]);
    const worst = (name: string) => {
      const severities = findings
        .filter(({ file }) => file === `examples/${name}.md`)
        .map((one) => one.severity);
      return (['error', 'warning', 'information', 'hint'] as const).find((one) => severities.includes(one));
    };
    assert.equal(agreements, 9);
    assert.equal(worst('broken-on-purpose'), 'error');
    assert.equal(worst('haulage-draft'), 'information', 'a draft is not late');
    assert.equal(worst('label-settlement'), undefined, 'what was kept is quiet');
    for (const name of ['packaging-supply', 'survey-data-processing', 'private/herb-partnership-notes'])
      assert.equal(worst(name), 'warning', name);
  });
});
