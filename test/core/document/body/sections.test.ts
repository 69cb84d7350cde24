import assert from 'node:assert/strict';
import { formatDay } from '../../../../src/core/calendar/day.ts';
import { entriesOf, hasOwnText, readBody, sectionsOf } from '../../../../src/core/document/body/body.ts';
import { sectionNames, withNames } from '../../../../src/core/document/body/section-names.ts';

const read = (text: string) => readBody(text, 0, 'file:///a.md');
const keys = (text: string) => read(text).sections.map(({ key, ours }) => (ours ? key : undefined));

describe('body: sections', () => {
  it('open at headings of level 1 and 2, underlined ones too', () => {
    const body = read('Intro\n\n# A\na\n## B\n### C\nTitle\n===\n');
    assert.deepEqual(
      body.sections.map(({ level, title }) => [level, title]),
      [
        [0, ''],
        [1, 'A'],
        [2, 'B'],
        [1, 'Title'],
      ],
    );
  });

  it('do not open in code, comments, lists and quotes', () => {
    assert.equal(read('```\n## a\n```\n<!--\n## b\n-->\n- ## c\n\n> ## d\n').sections.length, 1);
  });

  it('are known by their heading, less numbering, emphasis and a colon, in any case', () => {
    for (const heading of ['Debrief', '**Debrief**:', '7. debrief', '7.2 DEBRIEF', '§ 4 _Debrief_ :'])
      assert.deepEqual(keys(`## ${heading}\n`), ['debrief'], heading);
    assert.deepEqual(keys('## Debriefs\n'), [undefined]);
  });

  it('are ours by what they hold', () => {
    assert.deepEqual(keys('## Changes\n\n<!-- none yet -->\n'), ['changes']);
    assert.deepEqual(keys('## Changes\nChanges need a signature.\n'), [undefined]);
    assert.deepEqual(keys('## Changes\n| Item | Why |\n|---|---|\n'), [undefined]);
    assert.deepEqual(keys('## Changes\nSigned ones:\n\n| Item | **date** |\n|---|---|\n'), ['changes']);
    assert.deepEqual(keys('## Check-ins\nEvery month.\n'), [undefined]);
    assert.deepEqual(keys('## Post-mortem\n### Where gaps appeared\n'), ['post-mortem']);
  });

  it('of one name read in order as one', () => {
    const body = read('## Debrief\n### 2026-08-29 a\n## Other\n## Debrief\n### 2026-08-29 b\n');
    assert.equal(sectionsOf(body, 'debrief').length, 2);
    assert.deepEqual(
      entriesOf(body, 'debrief').map(({ topic, ordinal }) => [topic.value, ordinal]),
      [
        ['a', 1],
        ['b', 2],
      ],
    );
  });

  it('of level 1 keep headings of level 2 that open no known section', () => {
    const body = read('# Debrief\n## 2026-08-29 price\ntext\n## Changes\n');
    assert.deepEqual(
      body.sections.map(({ key }) => key),
      ['debrief', 'changes'],
    );
    assert.equal(entriesOf(body, 'debrief').length, 1);
  });

  it('may have further names', () => {
    const names = withNames(sectionNames.en, { debrief: ['Nachbesprechung'] });
    const body = readBody('## Nachbesprechung\n', 0, 'file:///a.md', undefined, names);
    assert.equal(body.sections[0]?.key, 'debrief');
  });

  it('that an edit leaves alone are kept, and move', () => {
    const text = '## A\na\n## B\nb\n## C\nc\n';
    const before = read(text);
    const kept = [...before.sections];
    const after = readBody(text.replace('b\n', 'bb\n'), 0, 'file:///a.md', before);
    assert.deepEqual(
      after.sections.map((section) => kept.includes(section)),
      [true, false, true],
    );
    assert.equal(after.sections[2]?.whole.range.start, text.indexOf('## C') + 1);
  });

  it('end where the text now says, not where they ended', () => {
    const before = read('## A\na\n#');
    assert.equal(before.sections.length, 2);
    assert.equal(readBody('## A\na\n#1', 0, 'file:///a.md', before).sections.length, 1);
  });

  it('that change places are kept too', () => {
    const before = read('## A\na\n## B\nb\n## C\nc\n');
    const kept = [...before.sections];
    const after = readBody('## C\nc\n## A\na\n## B\nb\n', 0, 'file:///a.md', before);
    assert.deepEqual(
      after.sections.map((section) => kept.indexOf(section)),
      [2, 0, 1],
    );
  });
});

describe('body: entries and parts', () => {
  it('an entry carries the first date of its heading, and its topic', () => {
    const topics = [
      '2026-08-29 price and volumes',
      '2026-08-29: **price**',
      'Price (2026-08-29)',
      '2026-08-29',
    ];
    const body = read(`## Debrief\n${topics.map((topic) => `### ${topic}\n`).join('')}`);
    assert.deepEqual(
      entriesOf(body, 'debrief').map(({ date, topic }) => [formatDay(date.value), topic.value]),
      [
        ['2026-08-29', 'price and volumes'],
        ['2026-08-29', 'price'],
        ['2026-08-29', 'Price'],
        ['2026-08-29', ''],
      ],
    );
  });

  it('a heading with a day that does not exist is a problem, and the others still work', () => {
    const [section] = read('## Check-ins\n### 2026-02-30\n### 2026-03-01\n').sections;
    assert.equal(section?.ours, true);
    assert.deepEqual(
      section?.problems.map(({ code, text }) => [code, text.value]),
      [['invalid-value', '2026-02-30']],
    );
    assert.equal(section?.entries.length, 1);
  });

  it('an entry reaches to the next heading of its level or above; deeper dates are part of it', () => {
    const body = read('## Debrief\n### 2026-08-29\n#### 2026-08-30 later\nx\n### Notes\ny\n### 2026-09-01\n');
    assert.deepEqual(
      entriesOf(body, 'debrief').map(({ content }) => content.value),
      ['#### 2026-08-30 later\nx\n', ''],
    );
  });

  it('parts stand under headings or after bold leads', () => {
    const text =
      '## Check-ins\n### 2026-09-30\n#### Completed\nM1\n\n**Remaining**: M2\n**Obstacles:**\nnone\n\n**so** x\n';
    const [entry] = entriesOf(read(text), 'check-ins');
    assert.deepEqual(
      entry?.parts.map(({ key, content }) => [key, content.value.trim()]),
      [
        ['completed', 'M1'],
        ['remaining', 'M2'],
        ['obstacles', 'none\n\n**so** x'],
      ],
    );
  });

  it('names of parts count only in their section', () => {
    const [entry] = entriesOf(read('## Debrief\n### 2026-09-30\n#### Completed\n#### Anchors\n'), 'debrief');
    assert.deepEqual(
      entry?.parts.map(({ key }) => key),
      ['anchors'],
    );
  });
});

describe('body: tables', () => {
  it('cells are read as written, with escaped pipes and line breaks', () => {
    const text = '## Changes\n| Date | Why |\n|:--|---|\n| 2026-09-01 | a \\| b<br>`c` |\n| | x\n';
    const table = read(text).sections[0]?.table;
    assert.deepEqual(
      table?.rows.map(({ cells }) => cells.map(({ value }) => value)),
      [
        ['2026-09-01', 'a | b\n`c`'],
        ['', 'x'],
      ],
    );
    const why = table?.rows[0]?.cell('WHY');
    assert.equal(text.slice(why?.range.start, why?.range.end), 'a \\| b<br>`c`');
    assert.equal(table?.rows[0]?.cell('Approved by'), undefined);
  });

  it('longer ones than one parse may take are read whole', () => {
    const rows = 5000;
    const text = `## Changes\nDate | Item\n--|--\n${'2026-09-01 | a due day\n'.repeat(rows)}`;
    const table = read(text).sections[0]?.table;
    assert.equal(table?.rows.length, rows);
    const last = table?.rows.at(-1)?.cell('Item');
    assert.equal(text.slice(last?.range.start, last?.range.end), 'a due day');
    assert.equal(last?.range.end, text.length - 1);
  });
});

describe('body: own text', () => {
  const own = (content: string, template?: string[]) =>
    hasOwnText(entriesOf(read(`## Debrief\n### 2026-08-29\n${content}`), 'debrief')[0]!, template);

  it('frames are none', () => {
    const frame =
      '#### Anchors\n\n<!-- hint\nmore -->\n| Anchor | By |\n|---|---|\n|  | |\n\n- \n- [ ] \n1.\n**Lessons**:\n***\n>\n';
    assert.equal(own(frame), false);
  });

  it('anything that somebody wrote is', () => {
    for (const text of [
      'x',
      '- x',
      '- [ ] x',
      '- [x]',
      '| Anchor |\n|---|\n| x |',
      '**Lessons**: x',
      '```\n```',
    ])
      assert.equal(own(text), true, text);
  });

  it('lines of the template are none', () => {
    const template = ['| Unit cost | 1.80 |', 'Present: Ana, Tom'];
    assert.equal(own('| O | T |\n|--|--|\n| Unit cost  | 1.80 |\n\nPresent: Ana, Tom\n', template), false);
    assert.equal(own('Present: Ana, Tom, Ines\n', template), true);
  });
});

describe('body: suppression comments', () => {
  const silenced = (text: string) =>
    read(text).suppressions.map(({ checks, line }) => [checks.map(({ value }) => value), line.value]);

  it('name checks and silence the next line', () => {
    const text = '<!-- parley-disable-next-line no-owner, overdue -->\n- [ ] a\n- [ ] b\n';
    assert.deepEqual(silenced(text), [[['no-owner', 'overdue'], '- [ ] a']]);
  });

  it('in code are examples', () => {
    assert.deepEqual(silenced('```\n<!-- parley-disable-next-line overdue -->\n```\n'), []);
  });
});
