import assert from 'node:assert/strict';
import { Names } from '../../../src/core/checks/nearest.ts';
import { LONGEST_WAY } from '../../../src/core/checks/way-round.ts';
import { sentence } from '../../../src/core/messages.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { findingsIn } from './fixtures.ts';

/** What the fixes of the findings of one check make of a text, by their titles. */
function mended(text: string, check: string): Record<string, string> {
  const fixes = findingsIn(text).flatMap((finding) => (finding.check === check ? finding.fixes : []));
  return Object.fromEntries(
    fixes.map(({ title, args, edits }) => [sentence(title, args), applyEdits(text, edits)]),
  );
}

const agreement = (...lines: string[]) => `---\nagreement: A\n${lines.join('\n')}\n---\n`;
const task = (text: string) => `${agreement('owner: ana')}## Action items\n- [ ] ${text}\n`;

describe('The fix', () => {
  it('of a second marker takes its sign, its brackets and the blank before it away', () => {
    for (const [marked, once] of [
      ['Call @tom due:2027-01-15 (due 2027-01-22) soon', 'Call @tom due:2027-01-15 soon'],
      ['Call @tom due:2027-01-15 due: 2027-01-22', 'Call @tom due:2027-01-15'],
      ['Call @tom 📅 2027-01-15 📅 2027-01-22, soon', 'Call @tom 📅 2027-01-15, soon'],
      ['Call @tom #high now #low', 'Call @tom #high now'],
      ['Call @tom #high (or #low)', 'Call @tom #high (or)'],
    ] as const)
      assert.deepEqual(Object.values(mended(task(marked), 'marker-twice')), [task(once)]);
  });

  it('of an action item of nobody mentions the contract owner at its end', () => {
    assert.deepEqual(mended(task('Call them\n  soon'), 'action-no-owner'), {
      'Give it to @ana': task('Call them\n  soon @ana'),
    });
  });

  it('of a missing fence writes it on a line of its own, with the line ending of the file', () => {
    const closed = (text: string) => Object.values(mended(text, 'unclosed-frontmatter'));
    assert.deepEqual(closed('---\r\nagreement: A\r\nowner: ana'), [
      '---\r\nagreement: A\r\nowner: ana\r\n---\r\n',
    ]);
    assert.deepEqual(closed('---\nagreement: A\n\n\n# A'), ['---\nagreement: A\n---\n\n\n# A']);
    assert.deepEqual(closed('---\nagreement: A\n'), ['---\nagreement: A\n---\n']);
  });

  it('of a notice day that passed moves the expiry on, absolute or relative, and records that', () => {
    const renewed = (expires: string, notice: string) =>
      Object.values(
        mended(
          agreement('signed: 2026-01-01', `expires: ${expires}`, 'renews: 1 year', notice),
          'notice-near',
        ),
      ).map((text) => [/^expires: (.*)$/m.exec(text)?.[1], ...text.split('\n').slice(-2, -1)]);
    assert.deepEqual(renewed('2026-12-31', 'notice: 90 days'), [
      [
        '2027-12-31',
        '| 2026-11-27 | agreement | expires | 2026-12-31 | 2027-12-31 | Renewed by 1 year: nobody gave notice by 2026-10-02 |             |',
      ],
    ]);
    const [relative] = renewed('signed + 1 year', 'notice: expires - 90 days');
    assert.equal(relative?.[0], 'signed + 1 year + 1 year');
    assert.match(
      relative[1]!,
      /\| signed \+ 1 year \| signed \+ 1 year \+ 1 year \| Renewed by 1 year: nobody/,
    );
    assert.deepEqual(renewed('2026-12-31', 'notice: 2026-10-01'), []);
  });

  it('of a renewal is one edit, opens the next notice day again, and is not offered where it cannot be recorded', () => {
    const ended = (notice: string, body = '') =>
      mended(`${agreement('expires: 2026-11-20', 'renews: 1 year', notice)}${body}`, 'past-expiry');
    const [waived] = Object.values(ended('notice: { last-day: 30 days, waived: 2026-10-01 }'));
    assert.match(waived!, /^expires: 2027-11-20\nrenews: 1 year\nnotice: \{ last-day: 30 days \}$/m);
    assert.match(waived!, /\| Renewed by 1 year: notice was waived on 2026-10-01 \|/);
    const [plain] = Object.values(ended('tags: []'));
    assert.match(plain!, /\| Renewed by 1 year \|/);
    assert.deepEqual(ended('tags: []', '```\nnever closed\n'), {});
  });

  it('of an id that is taken is the next number that is free', () => {
    const items = (...ids: string[]) =>
      agreement('objectives:', ...ids.map((id) => `  - { id: ${id}, title: T }`));
    assert.deepEqual(Object.keys(mended(items('O1', 'O2', 'O1'), 'duplicate-id')), ['Call it “O3”']);
    assert.deepEqual(Object.keys(mended(items('cost', 'Cost'), 'duplicate-id')), ['Call it “Cost-2”']);
  });

  it('of a missing owner is offered once for each of a few people, and not deep in a flow list', () => {
    const people = 'people: { tom: Tom, ana: Ana }';
    const item = '{ title: T, due: 2027-01-15, indicator: A note }';
    assert.deepEqual(Object.keys(mended(agreement(people, 'milestones:', `  - ${item}`), 'no-owner')), [
      'Name tom as the owner',
      'Name ana as the owner',
    ]);
    const few = `people: { ${[...'abcdef'].map((name) => `${name}: ${name}`).join(', ')} }`;
    assert.equal(Object.keys(mended(agreement(few, 'milestones:', `  - ${item}`), 'no-owner')).length, 6);
    const crowd = `people: { ${[...'abcdefg'].map((name) => `${name}: ${name}`).join(', ')} }`;
    assert.deepEqual(mended(agreement(crowd, 'milestones:', `  - ${item}`), 'no-owner'), {});
    const deep = agreement(people, `milestones: [${Array(100).fill(item).join(', ')}]`);
    const found = findingsIn(deep).filter(({ check }) => check === 'no-owner');
    assert.deepEqual([found.length, found[0]?.fixes.length, found.at(-1)?.fixes.length], [100, 2, 0]);
  });

  it('of a value on lines of its own leaves the line end, and is not offered where a comment would go', () => {
    const money = (sign: string) => agreement(`value: ${sign}`, '  12,500 EUR', 'owner: ana');
    assert.deepEqual(mended(money('>-'), 'invalid-value'), {
      'Write “12500 EUR”': agreement('value: 12500 EUR', 'owner: ana'),
    });
    assert.deepEqual(mended(money('>- # net'), 'invalid-value'), {});
  });

  it('of a forgotten colon is offered where what follows can stand as a value', () => {
    const item = (line: string) =>
      agreement('milestones:', '  - id: M1', `    ${line}`, '    due: 2027-01-01');
    assert.deepEqual(Object.values(mended(item('title Pilot'), 'yaml-syntax')), [item('title: Pilot')]);
    assert.deepEqual(mended(item('title "Pilot" [1]'), 'yaml-syntax'), {});
  });

  it('of a misspelt key is not offered where the key would be there twice', () => {
    const titles = (...lines: string[]) => Object.values(mended(agreement(...lines), 'unknown-key'));
    assert.deepEqual(titles('onwer: tom', 'owner: ana'), []);
    assert.deepEqual(titles('risks:', '  - { titel: T, title: U }'), []);
    assert.deepEqual(titles('onwer: tom', 'ownr: ana'), [agreement('owner: tom', 'ownr: ana')]);
    assert.deepEqual(titles('risks: [{ titel: T, tilte: U }]'), [
      agreement('risks: [{ title: T, tilte: U }]'),
    ]);
  });

  it('of what an alias repeats elsewhere is not offered, nor of the alias', () => {
    const due = (...dues: string[]) =>
      Object.values(
        mended(agreement('milestones:', ...dues.map((day) => `  - { due: ${day} }`)), 'invalid-value'),
      );
    assert.equal(due('&day 15.01.2027', '2027-01-16').length, 1);
    assert.equal(due('&day 15.01.2027', '*day').length, 0);
    assert.equal(due('&day 2027-01-15', '*day', '16.01.2027').length, 1);
    const held = (held: string) =>
      agreement('milestones:', `  - ${held}`, '  - *one', 'people: { tom: Tom, tim: Tim }');
    assert.deepEqual(mended(held('&one { title: T, owner: Tom }'), 'unknown-owner'), {});
    assert.equal(
      Object.keys(mended(held('{ id: &one M1, owner: Tom }'), 'unknown-owner')).length,
      1,
      'the anchor is that of another value',
    );
    const named = agreement('people: { tom: Tom }', 'risks: [{ x: &Tom Tom, owner: *Tom }]');
    assert.deepEqual(mended(named, 'unknown-owner'), {});
  });

  it('of a record is not offered where a carriage return stands alone', () => {
    const ended = (sign: string) =>
      mended(
        agreement('owner: ana', 'milestones:', `  - title: A # B${sign}    due: 2027-01-15`),
        'no-owner',
      );
    assert.deepEqual(Object.keys(ended('\n')), ['Name ana as the owner']);
    assert.deepEqual(ended('\r'), {});
  });

  it('of a tab is the indent of the line above, or one step deeper', () => {
    const tabbed = agreement(
      'notice:',
      '\tlast-day: 90 days',
      'milestones:',
      '  - title: T',
      '\t\towner: tom',
    );
    const [first, second] = Object.values(mended(tabbed, 'yaml-syntax').valueOf());
    assert.ok(second === undefined && first?.includes('\n    owner: tom'));
    const fixes = findingsIn(tabbed).flatMap(({ fixes: one }) => one.flatMap(({ edits }) => edits));
    assert.deepEqual(
      fixes.map(({ newText }) => newText.length),
      [2, 4],
    );
  });
});

describe('The nearest name', () => {
  const nearest = (written: string, ...known: string[]) => new Names(known).nearest(written);

  it('is the one that differs in case, else the only one that is a slip away', () => {
    assert.equal(nearest('Ana', 'anna', 'ana'), 'ana');
    assert.equal(nearest('northwnd', 'northwind', 'southwind'), 'northwind');
    assert.equal(nearest('tam', 'tom', 'tim'), undefined);
    assert.equal(nearest('zoe', 'tom', 'tim'), undefined);
  });

  it('has the same digits, and more than a letter or two', () => {
    assert.equal(nearest('pilot-2', 'pilot-1'), undefined);
    assert.equal(nearest('pliot-2', 'pilot-1', 'pilot-2'), 'pilot-2');
    assert.equal(nearest('M1', 'O1'), undefined);
    assert.equal(nearest('m1', 'M1'), 'M1');
  });

  it('is not looked for any more once the search has taken too long', () => {
    const names = new Names(
      Array.from({ length: 15_000 }, (_, i) => `name${String.fromCharCode(97 + (i % 26))}`),
    );
    assert.equal(names.nearest('NAMEA'), 'namea');
    assert.equal(names.nearest('NAMEA'), undefined);
  });
});

describe('The way round a circle', () => {
  const item = (id: string, after: string) =>
    `  - { id: ${id}, title: T, owner: tom, due: 2027-01-15, after: [${after}], indicator: A note }`;
  /** A circle M0, M1, … whose members all wait for one of a longer circle beside it too. */
  const circles = (size: number) =>
    agreement(
      'milestones:',
      ...Array.from({ length: 20 }, (_, i) => item(`X${i}`, `X${(i + 1) % 20}`)),
      ...Array.from({ length: size }, (_, i) => item(`M${i}`, `X0, M${(i + 1) % size}`)),
    );
  const waysOf = (size: number) =>
    findingsIn(circles(size))
      .map(({ args }) => (args['way'] as string).split(' → '))
      .filter(([first]) => first?.startsWith('M'));

  it('is told whole up to a length, and stays within the circle', () => {
    const ways = waysOf(LONGEST_WAY);
    assert.equal(ways.length, LONGEST_WAY);
    for (const [i, way] of ways.entries()) {
      assert.equal(way.length, LONGEST_WAY + 1);
      assert.equal(way[0], `M${i}`);
      assert.equal(way.at(-1), `M${i}`);
    }
  });

  it('is told by its beginning where it is longer', () => {
    const ways = waysOf(LONGEST_WAY + 1);
    assert.equal(ways.length, LONGEST_WAY + 1);
    for (const way of ways) {
      assert.equal(way.at(-1), '…');
      assert.equal(way.length, LONGEST_WAY + 2);
      assert.ok(!way.some((name) => name.startsWith('X')));
    }
  });
});
