import assert from 'node:assert/strict';
import fc from 'fast-check';
import { debriefsOf } from '../../../src/core/commitments/debriefs.ts';
import { type Ledger, ledgerOf } from '../../../src/core/commitments/ledger.ts';
import { entriesOf } from '../../../src/core/document/body/body.ts';
import type { Entry } from '../../../src/core/document/body/types.ts';
import { readConfiguration } from '../../../src/core/document/configuration.ts';
import { briefInsertion } from '../../../src/core/sections/brief.ts';
import { briefsOf } from '../../../src/core/sections/briefs.ts';
import { mayShareCounterparty, shareCounterparty } from '../../../src/core/sections/counterparties.ts';
import type { Insertion, RefusedInsertion } from '../../../src/core/sections/insertion.ts';
import { plainText, snippetText } from '../../../src/core/sections/snippet.ts';
import { day } from '../commitments/listing.ts';
import { apply, expand, insert, othersOwed, read, stateOf, TODAY } from './helpers.ts';

const RUNS = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };

function ledger(text: string, uri = 'file:///sample.md', we = '', today = TODAY): Ledger {
  const { configuration } = readConfiguration(we && `we: ${we}\n`, 'file:///.parley.yaml');
  return ledgerOf({ ...read(text), uri }, day(today), configuration);
}

const others = (...texts: string[]) => texts.map((text, i) => ledger(text, `file:///other-${i}.md`, 'we'));

function ask(text: string, from: readonly Ledger[] = [], id?: string): Insertion | RefusedInsertion {
  const own = ledger(text, 'file:///sample.md', 'we');
  const meant = own.agreement.terms.negotiations.find((one) => one.id?.value === id);
  return briefInsertion(own, from, id === undefined ? undefined : meant);
}

function brief(text: string, from: readonly Ledger[] = [], id?: string): string {
  const result = ask(text, from, id);
  if ('refused' in result) throw new Error(result.refused);
  return apply(text, result);
}

function refusal(text: string, id?: string): [string, string | undefined] {
  const result = ask(text, [], id);
  if (!('refused' in result)) throw new Error('inserted');
  return [result.refused, result.at && text.slice(result.at.range.start, result.at.range.end).split('\n')[0]];
}

const added = (text: string): Entry => entriesOf(read(text).body, 'reflection-brief').at(-1)!;
const rows = (entry: Entry, key: string) =>
  entry.parts
    .find((part) => part.key === key)
    ?.table?.rows.map(({ cells }) => cells.map(({ value }) => value));

const PARTIES = `parties:
  - { id: we, name: We Ltd, people: [ana] }
  - { id: northwind, name: Northwind Ltd, people: [tom] }
people: { ana: Ana Sol, tom: Tom Reed }
`;
const TALKS = 'negotiations: [{ id: N1, date: 2026-12-10, topic: price }]\n';
const head = (more = '', id = 'now') => `---\nagreement: ${id}\nid: ${id}\n${PARTIES}${more}---\n`;
const table = (header: string, ...lines: string[]) =>
  [header, header.replace(/[^|]+/g, '-'), ...lines].map((line) => `| ${line} |\n`).join('');
const past = (date: string, ...lines: string[]) =>
  `## Reflection brief\n### ${date} talks\n#### Assumptions\n${table('Assumption | Confidence | Turned out', ...lines)}`;

describe('Insert Reflection Brief', () => {
  it('writes every part of the format, with what the agreement knows', () => {
    const after = brief(
      head(`owner: ana
${TALKS}objectives:
  - { id: O1, title: Cost, party: we, unit: EUR, baseline: 2, target: 1.80, limit: 1.95 }
  - { id: O2, title: Volume, party: northwind, target: 90 }
  - { id: O3, title: Fewer | returns }
milestones:
  - { id: M1, title: Pilot batch, owner: tom, due: 2026-11-30 }
  - { id: M2, title: "- [ ] Deposit paid @tom", owner: ana, due: 2026-12-08 }
  - { id: M3, title: Report, owner: tom, due: 2026-10-01, every: month }
  - { id: M4, title: Old, owner: tom, due: 2026-10-01, status: done }
`),
    );
    assert.ok(
      after.includes(`## Reflection brief

### 2026-12-04 N1 price

**Talks**: 2026-12-10, We Ltd (Ana Sol), Northwind Ltd (Tom Reed)

#### Open commitments

**We owe**:

- M2 - \\[ \\] Deposit paid @tom (Ana Sol, due 2026-12-08)

**They owe**:

- M3 Report (Tom Reed, due 2026-10-01, 64 days late)
- M1 Pilot batch (Tom Reed, due 2026-11-30, 4 days late)

#### Assumptions
`),
      after,
    );
    const entry = added(after);
    const { parts } = read(after).body.names['reflection-brief'];
    assert.deepEqual(
      entry.parts.map(({ key }) => key),
      Object.keys(parts!),
    );
    assert.deepEqual(rows(entry, 'priorities'), [
      ['O1 Cost', 'We Ltd', '2 EUR', '1.80 EUR', '1.95 EUR'],
      ['O2 Volume', 'Northwind Ltd', '', '90', ''],
      ['O3 Fewer | returns', '', '', '', ''],
    ]);
    for (const key of ['assumptions', 'counterarguments', 'concessions', 'lessons-carried-over']) {
      const columns = Object.values(parts![key]!.columns!);
      const found = entry.parts.find((part) => part.key === key)!.table;
      assert.deepEqual(
        found?.header.map(({ value }) => value),
        columns,
      );
      assert.deepEqual(rows(entry, key), [columns.map(() => '')]);
    }
    assert.doesNotMatch(after.slice(head().length), /[ \t]$/m);
  });

  it('names the parties where nothing tells which of them “we” are', () => {
    const text = head(`${TALKS}milestones: [{ id: M1, title: Pilot, owner: tom, due: 2026-12-20 }]\n`);
    const result = briefInsertion(ledger(text), []);
    assert.ok(!('refused' in result));
    assert.match(plainText(result.snippet), /\*\*Northwind Ltd owes\*\*:\n\n- M1 Pilot \(Tom Reed/);
  });

  it('says how many more are owed than it lists, and leaves a draft’s milestones out', () => {
    const many = Array.from(
      { length: 13 },
      (_, i) => `  - { id: M${i}, title: T, owner: tom, due: 2027-01-01 }\n`,
    );
    const text = head(`${TALKS}milestones:\n${many.join('')}`);
    assert.match(brief(text), /\n- M9 T .*\n- and 3 more\n\n#### Assumptions/);
    assert.doesNotMatch(brief(text.replace('agreement:', 'status: draft\nagreement:')), /owe/);
  });

  it('prepares the next talks that have no brief: the nearest first, then those without a day, then those put off', () => {
    const talks = (...dates: string[]) =>
      head(`negotiations:\n${dates.map((date, i) => `  - { id: N${i}, topic: t${i}${date} }\n`).join('')}`);
    const first = (text: string) => /### 2026-12-04 (\S+)/.exec(brief(text))?.[1];
    const all = talks(
      ', date: 2026-11-01',
      '',
      ', date: 2026-12-20',
      ', date: 2026-12-04',
      ', date: 2026-12-01',
    );
    let text = all;
    const order: (string | undefined)[] = [];
    for (let i = 0; i < 5; i++) {
      text = brief(text);
      order.push(/### 2026-12-04 (\S+) t\d\n(?![\s\S]*### 2026-12-04)/.exec(text)?.[1]);
    }
    assert.deepEqual(order, ['N3', 'N2', 'N1', 'N4', 'N0']);
    assert.deepEqual(refusal(text)[0], 'section/briefs-done');
    assert.equal(first(`${all}## Debrief\n### 2026-12-04 N3\n`), 'N2');
    assert.equal(/### 2026-12-04 N0 t0/.test(brief(all, [], 'N0')), true);
  });

  it('is refused a second time for the same talks, and shows the first', () => {
    const after = brief(head(TALKS));
    assert.deepEqual(refusal(after, 'N1'), ['section/brief-exists', '### 2026-12-04 N1 price']);
    assert.deepEqual(refusal(after), ['section/briefs-done', '### 2026-12-04 N1 price']);
    const topic = head('negotiations: [{ date: 2026-12-10, topic: price }]\n');
    assert.equal(refusal(brief(topic))[0], 'section/briefs-done');
    const unnamed = `${head(TALKS)}## Reflection brief\n### 2026-12-01 before the talks\nWords\n`;
    assert.equal(refusal(unnamed, 'N1')[0], 'section/brief-exists');
  });

  it('of an agreement without negotiations leaves the topic to write, once', () => {
    const after = brief(head());
    assert.match(after, /### 2026-12-04 <!-- What it was about -->\n/);
    assert.equal(refusal(after)[0], 'section/brief-blank');
    const written = after.replace(/<!-- What comes first.*-->/, 'The price.');
    assert.equal(entriesOf(read(brief(written)).body, 'reflection-brief').length, 2);
  });

  it('is refused where it would not be read, or where nothing tells whose it is', () => {
    assert.deepEqual(refusal(`${head(TALKS)}## Clause\n<!-- open`), ['section/no-place', 'Clause']);
    const same = TALKS.replace('}]', '}, { id: N1, date: 2026-12-09, topic: price }]');
    assert.deepEqual(refusal(head(same)), ['section/brief-unclear', 'N1']);
  });

  it('changes no other byte and owes nothing, in any body, and reads back as the brief of its talks', () => {
    const line = fc.constantFrom(
      ...['', 'Words', '# Title', '## Clause', '## Debrief', '### 2026-11-03 talks', '# Reflection brief'],
      ...['## Reflection brief', '#### Assumptions', '| Assumption |\n|-|\n| a $1 } |', '- a\n  - b', '> q'],
      ...['```', '<!-- x', '-->', '  ## Journal', '- [ ] Call @tom due:2026-12-01', '---'],
    );
    const bodies = fc.tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), fc.boolean());
    let inserted = 0;
    fc.assert(
      fc.property(bodies, ([lines, eol, ended]) => {
        const text = (head(TALKS) + lines.join('\n') + (ended ? '\n' : '')).replace(/\n/g, eol);
        const result = ask(text);
        if ('refused' in result) return;
        inserted++;
        const { range, snippet, reveal } = result;
        const after = apply(text, result);
        const words = plainText(snippet);
        assert.equal(
          after.slice(0, range.start) + after.slice(range.start + words.length),
          text.slice(0, range.start) + text.slice(range.end),
        );
        const now = read(after);
        const entry = briefsOf(now).get(now.terms.negotiations[0]!)!;
        assert.equal(entry.text.range.start, reveal.start);
        assert.match(after.slice(reveal.start, reveal.end), /^#+ 2026-12-04 N1 price\r?\n$/);
        assert.deepEqual(othersOwed(after), othersOwed(text));
        assert.equal(debriefsOf(now).size, debriefsOf(read(text)).size);
        assert.equal(refusal(after, 'N1')[0], 'section/brief-exists');
        assert.equal(expand(snippetText(snippet)).plain, words);
        if (eol === '\r\n') assert.equal(after.replace(/\r\n/g, '').search(/[\r\n]/), -1);
      }),
      RUNS,
    );
    assert.ok(inserted > 0);
  });
});

describe('A reflection brief carries over', () => {
  const assumptions = (text: string, from: readonly Ledger[] = []) =>
    rows(added(brief(text, from)), 'assumptions')
      ?.map(([first]) => first)
      .slice(0, -1);

  it('what was assumed before, the latest first, each once, with where it comes from and what became of it', () => {
    const earlier =
      head('', 'jars') + past('2026-03-01', 'They need cash | high | held', 'They are in haste | low |');
    const later =
      head('', 'lids') + past('2026-05-01', 'they  need cash. | low | open', 'A \\| *b* | 10 % | failed');
    const expected = ['they  need cash. (2026-03-01 jars: held)', 'A | *b* (2026-05-01 lids: failed)'];
    const haste = 'They are in haste (2026-03-01 jars)';
    const from = others(earlier, later);
    assert.deepEqual(assumptions(head(TALKS), from), [...expected, haste]);
    assert.deepEqual(assumptions(head(TALKS), from.toReversed()), [...expected, haste]);
    assert.deepEqual(assumptions(head(TALKS) + past('2026-12-11', 'Too late | |'), from), [
      ...expected,
      haste,
    ]);
  });

  it('what a debrief found out, and no second mark on what came over before', () => {
    const talks = 'negotiations: [{ id: N1, date: 2026-03-03, topic: talks }]\n';
    const found = table('Assumption | Confidence | Turned out', 'They need cash | | partly');
    const done = `${head(talks, 'jars')}${past('2026-03-01', 'They need cash | high | open', 'B (2025-01-01 old: held) | |')}
## Debrief\n### 2026-03-04 N1\n#### Assumptions that proved false\n${found}`;
    const expected = ['They need cash (2026-03-01 jars: partly)', 'B (2025-01-01 old: held)'];
    assert.deepEqual(assumptions(head(TALKS), others(done)), expected);
    const next = brief(head(TALKS, 'next'), others(done));
    assert.deepEqual(assumptions(head(TALKS), others(done, next)), expected);
  });

  it('no more than a handful, no comments and no empty rows', () => {
    const many = Array.from({ length: 20 }, (_, i) => `A${i} | |`);
    const text = head('', 'jars') + past('2026-03-01', '<!-- what? --> | |', ' | high |', ...many);
    assert.deepEqual(assumptions(head(TALKS), others(text))?.length, 8);
    assert.match(assumptions(head(TALKS), others(text))![0]!, /^A0 /);
  });

  it('answers to counterarguments, and what concessions cost, are worth and ask for', () => {
    const text = `${head('', 'jars')}## Reflection brief\n### 2026-03-01 talks
#### Counterarguments\n${table('Counterargument | Response | Turned out', 'Glass is dear | Share it | held')}
#### Concessions\n${table('Concession | Cost to us | Value to them | Ask in return | Turned out', 'Two years | a | b | c | partly')}`;
    const entry = added(brief(head(TALKS), others(text)));
    assert.deepEqual(rows(entry, 'counterarguments')?.[0], [
      'Glass is dear (2026-03-01 jars: held)',
      'Share it',
      '',
    ]);
    assert.deepEqual(rows(entry, 'concessions')?.[0], [
      'Two years (2026-03-01 jars: partly)',
      'a',
      'b',
      'c',
      '',
    ]);
  });

  it('lessons of debriefs, paragraph by paragraph, and those of earlier briefs with whether they held again', () => {
    const text = `${head('', 'jars')}## Reflection brief\n### 2026-02-01 talks
#### Lessons carried over\n${table('Lesson | Held again', 'Come early | yes')}
## Debrief\n### 2026-03-01 talks\n#### Lessons\nAll in all fine.\n##### Preparation\n- Ask for a | plan
- Come early\n  and stay <!-- x -->\n\n- [ ] \n##### Execution\n<!-- What would we do? -->\n**Relationship**: Call *Tom*.\n`;
    assert.deepEqual(
      rows(added(brief(head(TALKS), others(text))), 'lessons-carried-over')?.map(([lesson]) => lesson),
      [
        'All in all fine. (2026-03-01 jars)',
        'Ask for a | plan (2026-03-01 jars)',
        'Come early and stay (2026-03-01 jars)',
        'Call *Tom*. (2026-03-01 jars)',
        'Come early (2026-02-01 jars: yes)',
        '',
      ],
    );
  });

  it('nothing from agreements with somebody else, and what is owed in the others', () => {
    const stranger = head('', 'jars').replace(/orthwind/g, 'obody') + past('2026-03-01', 'A | |');
    assert.deepEqual(assumptions(head(TALKS), others(stranger)), []);
    const owing = head('milestones: [{ id: M1, title: Pilot, owner: tom, due: 2026-12-20 }]\n', 'jars');
    assert.match(brief(head(TALKS), others(owing)), /- jars: M1 Pilot \(Tom Reed, due 2026-12-20\)\n/);
  });

  it('its assumptions into the debrief', () => {
    const text = head(TALKS.replace('2026-12-10', '2026-12-04'));
    const prepared = brief(
      text,
      others(head('', 'jars') + past('2026-03-01', 'They need cash | high | held')),
    );
    const after = insert(prepared, 'N1');
    const agreement = read(after);
    const { parts } = debriefsOf(agreement).get(agreement.terms.negotiations[0]!)!;
    const carried = parts.find(({ key }) => key === 'false-assumptions')!.table!.rows[0]!.cells[0]!.value;
    assert.equal(carried, 'They need cash (2026-03-01 jars: held)');
    assert.equal(stateOf(after, 'N1'), 'due-soon');
  });
});

describe('Two agreements are with the same counterparty', () => {
  const parties = (first: string, second: string, owner = '') =>
    ledger(`---\nagreement: A\n${owner}parties: [${first}, ${second}]\n---\n`, 'file:///a.md', 'we');
  const we = '{ id: we, name: We Ltd }';
  /** What is told from who is who alone lets through whatever is so. */
  const share = (one: Ledger, other: Ledger) => {
    const told = shareCounterparty(one, other);
    assert.ok(!told || mayShareCounterparty(one, other.parties));
    return told;
  };
  const sharing = (a: string, b: string) => share(parties(we, a), parties(b, we));

  it('by a handle or a name, but not by our own, by a placeholder or by nothing', () => {
    assert.equal(sharing('{ id: nw, name: North }', '{ id: nw, name: N. Wind }'), true);
    assert.equal(sharing('{ name: North }', '{ id: b, name: north }'), true);
    assert.equal(sharing('{ id: a, name: NorthWind  Ltd. }', '{ id: b, name: northwind ltd }'), true);
    assert.equal(sharing('{ id: a, name: North }', '{ id: b, name: South }'), false);
    assert.equal(sharing('{ id: them, name: North }', '{ id: them, name: South }'), false);
    assert.equal(sharing('{ id: a, name: "." }', '{ id: b, name: "…" }'), false);
  });

  it('by two shared parties where one of them does not tell which of them “we” are', () => {
    const unknown = (...list: string[]) => ledger(`---\nagreement: A\nparties: [${list.join(', ')}]\n---\n`);
    const [a, b, c] = ['{ id: a }', '{ id: b }', '{ id: c }'];
    assert.equal(share(unknown(a!, b!), unknown(b!, c!)), false);
    assert.equal(share(unknown(a!, b!), unknown(b!, a!)), true);
    const owned = ledger('---\nagreement: A\nowner: x\nparties: [{ id: a, people: [x] }, { id: b }]\n---\n');
    assert.equal(share(owned, owned), true);
    assert.equal(
      share(
        owned,
        ledger('---\nagreement: A\nowner: x\nparties: [{ id: a, people: [x] }, { id: c }]\n---\n'),
      ),
      false,
    );
  });
});
