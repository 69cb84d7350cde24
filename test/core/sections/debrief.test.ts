import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { debriefsOf } from '../../../src/core/commitments/debriefs.ts';
import { entriesOf } from '../../../src/core/document/body/body.ts';
import type { Part } from '../../../src/core/document/body/types.ts';
import { apply, ask, insert, othersOwed, read, refusal, stateOf } from './helpers.ts';

const sample = (name: string) =>
  readFile(fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url)), 'utf8');

const TALKS = `---
agreement: Jars
negotiations:
  - { id: N1, date: 2026-11-20, topic: price }
  - { id: N2, date: 2026-12-02, topic: "volumes | after N1" }
---
`;
const heading = (text: string, id: string) => {
  const agreement = read(text);
  const one = agreement.terms.negotiations.find((each) => each.id?.value === id)!;
  return debriefsOf(agreement).get(one)?.text.value.split(/\r?\n/)[0];
};
const rowsOf = (part: Part | undefined) =>
  part?.table?.rows.map(({ cells }) => cells.map(({ value }) => value));

describe('Insert Debrief, on the samples,', () => {
  for (const [name, id, first] of [
    ['packaging-supply.md', 'N2', '### 2026-12-04 N2 spring jar price'],
    ['haulage-draft.md', 'N2', '### 2026-12-04 N2 rate and fuel clause'],
  ] as const) {
    it(`adds to ${name} one entry that belongs to ${id} and is not done before somebody writes`, async () => {
      const before = await sample(name);
      const result = ask(before);
      assert.ok(!('refused' in result));
      const after = apply(before, result);
      const count = (text: string) => entriesOf(read(text).body, 'debrief').length;
      assert.equal(count(after), count(before) + 1);
      assert.equal(heading(after, id), first);
      assert.equal(after.slice(result.reveal.start, result.reveal.end), `${first}\n`);
      assert.deepEqual(othersOwed(after), othersOwed(before));
      assert.equal(stateOf(after, 'N1'), stateOf(before, 'N1'));
      assert.equal(stateOf(after, id), stateOf(before, id));
      const written = after.replace(
        /<!-- What would we prepare differently\? -->(?![\s\S]*<!-- What would we prepare)/,
        'Ask for the furnace plan first.',
      );
      assert.equal(stateOf(written, id), 'done');
    });
  }

  it('fills in who talked, what was wanted and agreed, and what was assumed', async () => {
    const supply = read(insert(await sample('packaging-supply.md')));
    const last = entriesOf(supply.body, 'debrief').at(-1)!;
    const [talks, results] = last.parts;
    assert.equal(
      talks?.content.value.trim(),
      '2026-11-19, Brackenfold Packaging Ltd (Colm Darragh, Judit Vass), ' +
        'Quillmoor Pantry Ltd (Maren Holt, Oskar Bley, Petra Lind)',
    );
    assert.deepEqual(rowsOf(results), [
      [
        'O1 Cut the landed cost of a 370 ml jar',
        ...['0.212 EUR', '0.185 EUR', '0.192 EUR', '0.194 EUR', '+0.007 EUR (+3.8 %)'],
      ],
      ['O2 Deliver on the day', '', '98 %', '97 %', '96 %', '−1 pp'],
    ]);
    const haulage = entriesOf(read(insert(await sample('haulage-draft.md'))).body, 'debrief').at(-1)!;
    assert.deepEqual(rowsOf(haulage.parts.find(({ key }) => key === 'false-assumptions')), [
      ['Two full trailers matter more to them than the rate', 'high', ''],
      ['They buy diesel by the month, not ahead', '55 %', ''],
      ['Nobody else offers them 90 pallets a week', 'low', ''],
    ]);
  });

  it('has every part of the format, each table with its columns and a row to write in', async () => {
    const { body } = read(insert(await sample('packaging-supply.md')));
    const { parts } = entriesOf(body, 'debrief').at(-1)!;
    assert.deepEqual(
      parts.map(({ key }) => key),
      Object.keys(body.names.debrief.parts!),
    );
    for (const key of ['what-was-said', 'stance-map', 'anchors', 'value-created']) {
      const { table } = parts.find((part) => part.key === key)!;
      const columns = Object.values(body.names.debrief.parts![key]!.columns!);
      assert.deepEqual(
        table?.header.map(({ value }) => value),
        columns,
      );
      assert.deepEqual(
        table?.rows.map(({ cells }) => cells.map(({ value }) => value)),
        [columns.map(() => '')],
      );
    }
  });

  it('writes lines without blanks at their end, and tables with every bar in line', async () => {
    for (const name of ['packaging-supply.md', 'haulage-draft.md', 'water-saving-grant.md']) {
      const before = await sample(name);
      const result = ask(before);
      assert.ok(!('refused' in result));
      const added = apply(before, result)
        .slice(result.range.start)
        .slice(0, -before.slice(result.range.end).length);
      assert.doesNotMatch(added, /[ \t]$/m);
      assert.doesNotMatch(added, /\n\n\n/);
      const bars = (line: string) => [...line.matchAll(/\|/g)].map(({ index }) => index).join();
      for (const table of added.match(/(?:^\|.*\n)+/gm) ?? [])
        assert.equal(new Set(table.trim().split('\n').map(bars)).size, 1, table);
    }
  });

  it('opens the section where there is none: before the later ones of the format', async () => {
    const before = await sample('water-saving-grant.md');
    const after = insert(before);
    assert.match(after, /interim report\.\n\n## Debrief\n\n### 2026-12-04 <!--/);
    assert.match(after, /- \[ \] <!--.*-->\n\n## Check-ins\n/);
    assert.deepEqual(othersOwed(after), othersOwed(before));
  });

  it('refuses a second debrief of a negotiation, and shows the first', async () => {
    const lease = await sample('warehouse-lease.md');
    assert.deepEqual(refusal(lease, 'N1'), ['section/debrief-exists', '### 2026-10-15 renewal terms']);
    assert.deepEqual(refusal(lease), ['section/debriefs-done', '### 2026-10-15 renewal terms']);
    const supply = insert(await sample('packaging-supply.md'));
    assert.equal(refusal(supply)[0], 'section/debriefs-done');
    assert.equal(refusal(supply, 'N2')[0], 'section/debrief-exists');
    const grant = insert(await sample('water-saving-grant.md'));
    assert.equal(refusal(grant)[0], 'section/debrief-blank');
  });
});

describe('A debrief that was inserted', () => {
  it('belongs to the first negotiation that its heading names, whatever its topic says', () => {
    const after = insert(TALKS);
    assert.equal(heading(after, 'N2'), '### 2026-12-04 N2 volumes | after N1');
    assert.equal(heading(after, 'N1'), undefined);
    assert.equal(heading(insert(after), 'N1'), '### 2026-12-04 N1 price');
  });

  it('carries the day of talks that are still to come, but only when they are asked for by name', () => {
    assert.equal(heading(insert(TALKS, 'N2', '2026-11-25'), 'N2'), '### 2026-12-02 N2 volumes | after N1');
    assert.equal(heading(insert(TALKS, undefined, '2026-11-25'), 'N1'), '### 2026-11-25 N1 price');
    assert.deepEqual(refusal(TALKS, undefined, '2026-11-01'), ['section/debriefs-early', '2026-11-20']);
  });

  it('goes by its topic where there is no id, Markdown in it or not', () => {
    const topics = ['price', 'a *b* [c] _d_ `e` <f> ~~g~~ &amp; \\* #', '2026-01-01 plan', 'עברית'];
    for (const topic of topics) {
      const text = `---\nagreement: A\nnegotiations:\n  - { date: 2026-12-01, topic: '${topic}' }\n---\n`;
      const { terms, body } = read(insert(text));
      assert.equal(debriefsOf(read(insert(text))).size, 1, topic);
      assert.equal(entriesOf(body, 'debrief')[0]?.topic.value, terms.negotiations[0]?.topic?.value);
    }
  });

  it('is refused where nothing would tell whose it is', () => {
    const twice = (first: string, second: string) =>
      `---\nagreement: A\nnegotiations:\n  - { ${first} }\n  - { ${second} }\n---\n`;
    const same = twice('id: N1, date: 2026-12-01, topic: price', 'id: N1, date: 2026-12-02, topic: price');
    assert.deepEqual(refusal(same), ['section/debrief-unclear', 'N1']);
    const topics = twice(
      'id: N1, date: 2026-12-01, topic: price',
      'id: N1, date: 2026-12-02, topic: volumes',
    );
    assert.match(insert(topics), /### 2026-12-04 volumes\n/);
  });

  it('is not done by numbers and assumptions that came from the file, even after the file has moved on', () => {
    const objectives = 'objectives:\n  - { id: O1, title: Cost, target: 2, agreed: 3 }\n';
    const brief =
      '## Reflection brief\n### 2026-11-30 N2\n#### Assumptions\n' +
      '| Assumption | Confidence | Turned out |\n|-|-|-|\n| They are \\| in *haste* | high | open |\n';
    const after = insert(TALKS.replace('negotiations', `${objectives}negotiations`) + brief);
    assert.equal(stateOf(after, 'N2'), 'due-today');
    assert.equal(
      stateOf(after.replace('agreed: 3', 'agreed: 4').replace('N2\n', 'N2\n\n'), 'N2'),
      'due-today',
    );
    assert.equal(stateOf(after.replace('| 2026', '|2026').replace(/ {2,}/g, ' '), 'N2'), 'due-today');
    const row = /\| They are \\\| in \*haste\* \| high {7}\| {12}\|/;
    assert.match(after, row);
    assert.equal(stateOf(after.replace(row, '| They are in haste | high | held |'), 'N2'), 'done');
  });

  it('is done by a sentence, a row or an action item of one’s own, wherever it stands', () => {
    const after = insert(TALKS);
    const fill = (from: string | RegExp, to: string) => stateOf(after.replace(from, to), 'N2');
    assert.equal(stateOf(after, 'N2'), 'due-today');
    assert.equal(fill(/<!-- When did the mood.*-->/, 'Calm.'), 'done');
    assert.equal(fill(/(\| Anchor.*\n\|.*\n).*/, '$1| 56 | dario | none |'), 'done');
    assert.equal(fill(/- \[ \] .*/, '- [ ] Call Judit @maren due:2026-12-09'), 'done');
    assert.equal(fill('#### Objectives', 'Good talks.\n\n#### Objectives'), 'done');
    assert.equal(fill(/^\*\*Talks\*\*: .*/m, '**Talks**: 2026-12-02, Judit alone'), 'due-today');
  });

  it('takes up the brief of its negotiation, else the latest before it', () => {
    const brief = (title: string, words: string) =>
      `### ${title}\n#### Assumptions\n| Assumption | Confidence | Turned out |\n|-|-|-|\n| ${words} | low | |\n`;
    const briefs = (...all: string[]) => `${TALKS}## Reflection brief\n${all.join('')}`;
    const own = briefs(
      brief('2026-12-01 other', 'B'),
      brief('2026-11-30 N2', 'A'),
      brief('2027-01-02 N2', 'C'),
    );
    assert.match(insert(own).split('## Debrief')[1]!, /\| A {10}\| low/);
    assert.match(
      insert(briefs(brief('2026-11-02 x', 'A'), brief('2026-11-30 y', 'B'))).split('## Debrief')[1]!,
      /\| B /,
    );
    assert.doesNotMatch(insert(briefs(brief('2027-01-02 N2', 'C'))).split('## Debrief')[1]!, /Confidence/);
  });

  it('keeps bars, line breaks, backslashes and comments of a title inside their cell', () => {
    const title = '"a | b\\nc \\\\ d \\\\| <!-- e"';
    const text = TALKS.replace(
      'negotiations',
      `objectives:\n  - { id: O1, title: ${title}, target: 1 }\nnegotiations`,
    );
    const after = insert(text);
    const debrief = entriesOf(read(after).body, 'debrief')[0]!;
    assert.deepEqual(rowsOf(debrief.parts.find(({ key }) => key === 'results')), [
      ['O1 a | b\nc \\ d \\| <\\!-- e', '1', '', ''],
    ]);
    assert.equal(stateOf(after.replace(/<!-- When did the mood.*-->/, 'Calm.'), 'N2'), 'done');
  });
});
