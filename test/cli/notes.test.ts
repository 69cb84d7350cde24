import assert from 'node:assert/strict';
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
