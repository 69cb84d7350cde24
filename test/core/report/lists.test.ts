import assert from 'node:assert/strict';
import type { Filter } from '../../../src/core/portfolio/filter.ts';
import { type Grouping, query } from '../../../src/core/portfolio/query.ts';
import { listText } from '../../../src/core/report/commitments-text.ts';
import { checkText } from '../../../src/core/report/findings-text.ts';
import { type Palette, PLAIN } from '../../../src/core/report/look.ts';
import { agreement, sourceOf } from './source.ts';

const RICH = `---
agreement: Rich
owner: ana
parties: [{ id: us, name: Us Ltd, people: [ana] }, { id: them, people: [tom] }]
people: { ana: , tom: { name: Tom Ash } }
negotiations: [{ id: N1, date: 2026-11-26, topic: price }, { date: 2026-11-26 }]
risks: [{ id: R1, title: Frost, review: 2026-12-24 }]
milestones:
  - { id: M1, owner: tom, status: done, done: 2026-11-20 }
  - { id: M2, title: Locks, owner: tom, status: done }
  - { id: M3, title: Doors, owner: tom, status: cancelled }
  - { id: M4, title: Paint, owner: them, due: 2026-11-27 }
  - { id: M5, title: Lamps, owner: tom, due: 2026-12-30, blocked: no power }
  - { id: M6, title: Floor, owner: tom, due: 2026-11-20 }
  - { id: M7, title: Roof, owner: zoe, after: [M5] }
---
## Action items
- [ ] Call @tom due:2026-12-01
`;
const BARE = '---\nagreement: Bare\nmilestones: [{ title: T }]\n---\n';
const source = sourceOf({ 'a.md': RICH, 'b.md': BARE });

function listed(
  grouping: Grouping,
  filter: Filter = { settled: true },
  columns?: number,
  palette = PLAIN,
): string {
  const filtered = filter.states !== undefined;
  return listText(source, query(source.entries, filter), grouping, filtered, { columns, palette });
}

/** The first line of each group. */
const headings = (grouping: Grouping) =>
  listed(grouping)
    .split('\n\n')
    .slice(0, -1)
    .map((group) => group.split('\n')[0]);

describe('A list of commitments', () => {
  it('says of each its state, its day, what and where it is, and who answers for it', () => {
    assert.equal(
      listed('agreement'),
      `Bare  1 commitment
  open       no due day             T                      –     b.md:3:23

Rich  11 commitments, 1 overdue
  overdue    20 Nov · 7 days late   M6 Floor               tom   a.md:14:22
  due today  27 Nov                 M4 Paint               them  a.md:12:22
  due soon   28 Nov · due tomorrow  N1 Debrief: price      ana   a.md:6:51
  due soon   28 Nov · due tomorrow  Debrief: 2026-11-26    ana   a.md:6:68
  due soon   1 Dec · in 4 days      Call                   tom   a.md:18:7
  open       24 Dec · in 27 days    R1 Review risk: Frost  ana   a.md:7:26
  blocked    30 Dec · in 33 days    M5 Lamps               tom   a.md:13:22
  waiting    no due day             M7 Roof                zoe   a.md:15:22
  done       20 Nov                 M1                     tom   a.md:9:11
  done                              M2 Locks               tom   a.md:10:22
  cancelled                         M3 Doors               tom   a.md:11:22

In 2 agreements: 12 commitments, 1 overdue.
`,
    );
  });

  it('calls groups by name, with the handle where that is another', () => {
    assert.deepEqual(headings('owner'), [
      'Tom Ash (tom)  6 commitments, 1 overdue',
      'ana  3 commitments',
      'them  1 commitment',
      'zoe  1 commitment',
      'Nobody  1 commitment',
    ]);
    assert.deepEqual(headings('party'), [
      'them  7 commitments, 1 overdue',
      'Us Ltd (us)  3 commitments',
      'No party  2 commitments',
    ]);
    assert.deepEqual(headings('due')[0], 'Overdue  1 commitment, 1 overdue');
    assert.deepEqual(headings('state').slice(0, 2), ['Cancelled  1 commitment', 'Done  2 commitments']);
  });

  it('has no column of what its groups say, nor an empty one', () => {
    assert.equal(
      listed('state', { states: ['done', 'cancelled'] }, 24),
      `Cancelled  1 commitment
          M3 Doors
    tom · a · a.md:11:22

Done  2 commitments
  20 Nov  M1
    tom · a · a.md:9:11
          M2 Locks
    tom · a · a.md:10:22

In one agreement: 3 commitments.
`,
    );
    assert.match(listed('state', { states: ['cancelled'] }, 20), /\n {2}M3 Doors\n/);
  });

  it('says kindly that there is none', () => {
    const none = (files: Readonly<Record<string, string>>, filtered: boolean) =>
      listText(sourceOf(files), [], 'owner', filtered, { palette: PLAIN });
    assert.equal(none({ 'a.md': RICH }, true), 'No commitment of the one agreement is so.\n');
    assert.equal(none({ 'a.md': RICH }, false), 'Nothing is owed in the one agreement.\n');
    assert.equal(none({}, true), 'There are no Markdown files here, and so no agreements.\n');
  });

  it('gives each state the colour of its weight', () => {
    const palette = Object.fromEntries(
      ['strong', 'faint', 'error', 'warning', 'information', 'good'].map((name) => [
        name,
        (text: string) => `${name}<${text}>`,
      ]),
    ) as unknown as Palette;
    const coloured = listed('agreement', { settled: true }, undefined, palette);
    for (const dressed of [
      'error<overdue  >',
      'warning<due today>',
      'warning<blocked  >',
      'information<due soon >',
      'good<done     >',
      'faint<cancelled>',
      'faint<open     >',
      'faint<waiting  >',
    ])
      assert.ok(coloured.includes(dressed), dressed);
    const findings = checkText(source, { palette });
    for (const dressed of ['warning<warning>', 'information<info>', 'faint<hint>'])
      assert.ok(findings.includes(dressed), dressed);
  });
});

describe('A list of findings', () => {
  it('names the other places that a finding speaks of beneath it', () => {
    const text = agreement('Jars', '2027-11-24').replace('---\n', '---\nid: one\nid: two\n');
    const [, finding, related] = checkText(sourceOf({ 'a.md': text }), { palette: PLAIN }).split('\n');
    assert.match(finding!, /^ {2}a\.md:3:1 {2}error {2}/);
    assert.match(related!, /^ {4}a\.md:2:1 {2}\S/);
  });

  it('calls a file by its path where it holds no agreement', () => {
    const uri = 'file:///z.md';
    const finding = {
      check: 'yaml-syntax',
      severity: 'error',
      document: uri,
      range: { start: 0, end: 3 },
    } as const;
    const others = [
      {
        uri,
        text: '---\n',
        findings: [{ ...finding, args: { reason: 'too-large' }, related: [], fixes: [] }],
      },
    ];
    assert.match(
      checkText(sourceOf({}, { others }), { palette: PLAIN }),
      /^z\.md\n {2}z\.md:1:1 {2}error {2}/,
    );
  });
});
