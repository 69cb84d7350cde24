import assert from 'node:assert/strict';
import { entriesOf, hasOwnText, readBody, sectionsOf } from '../../../../src/core/document/body/body.ts';
import type { SectionKey } from '../../../../src/core/document/body/section-names.ts';

// Sizes at which quadratic time is minutes, and a pattern's stack would overflow: no clock is needed.
const MANY = 300_000;
const times = (text: string, count: number = MANY) => text.repeat(count);
const item = (text: string) => `- [ ] ${text}`;
const entry = (text: string) => `## Debrief\n### 2026-01-01\n${text}`;
const changes = (text: string) => `## Changes\n| Date |\n|---|\n${text}`;

const texts: Readonly<Record<string, string>> = {
  'nested emphasis in a task': item(times('*a **a ', 5_000_000 / 7)),
  'nested emphasis in a cell': changes(`| ${times('*a **a ', 9000)} |`),
  'nested emphasis in a long table': changes(times(`| ${times('*a **a ', 1000)} |\n`, 100)),
  'addresses in a cell': changes(`| ${times('a.', 30_000)} |`),
  'stars in a task': item(`${times('*')} a`),
  'underscores in a word': item(`a${times('_')}b`),
  'nested bullets': `${times('* ')}a`,
  'nested quotes': `${times('>')}a`,
  'blank lines in nested items': `${times('- ', 50_000)}a\n${times('\n')}`,
  'open brackets': item(times('[')),
  'open links': item(times('[a](')),
  'open link tails': item(times('[]((')),
  'links on lines': times('[a](b "c")\n'),
  'links within links': `${times('[')}a${times('](b)')}`,
  'white space in a link': `[a](${times(' ')}b${times(' ')})`,
  definitions: times('[a]: b\n'),
  'runs of backticks': item(Array.from({ length: 1000 }, (_, size) => '`'.repeat(size)).join(' ')),
  'open tags': item(times('<a ')),
  'open comments in a task': item(times('<!--')),
  'open comments in a section': entry(times('<!-- ')),
  'suppressions that are never closed': times('<!-- parley-disable-next-line ', 50_000),
  mentions: item(times('@a')),
  'mentions before a dot': item(times(' @a.b')),
  'markers and ids': item(times('due:x M1 ', 50_000)),
  'a date of commas': item(`due:${times(',')}a`),
  'white space in a task': item(`a${times(' ')}a`),
  'white space in an entry': entry(`${times(' ')}a`),
  'dates in a heading': `## Debrief\n### ${times('2026-01-', 50_000)}`,
  'colons in a heading': `## Debrief\n### 2026-01-01${times(' :')}a${times(' :')}`,
  'many entries': `## Debrief\n${times('### 2026-01-01 a\n', 10_000)}`,
  'many leads': entry(times('**Preparation**: x\n', 30_000)),
  'many tasks of one title': `## Action items\n${times('- [ ] same\n', 10_000)}`,
  'many sections': times('## a\nb\n', 50_000),
  'many rows': changes(times('| 2026-01-01 |\n', 5000)),
  'a row of many cells': changes(`|${times(' a |')}`),
  'open titles of definitions': `${times('[a]: b "\n')}===`,
  'parentheses in a definition': `[a]: ${times('(')}\n===`,
  'escapes in a label': `[${times('\\a')}]: x\n===`,
  'escapes in a title': `[a]: b "${times('\\a')}x\n===`,
  'attributes of a tag': `<a${times(' b')}\n===`,
  'a footnote label': `[^${times('a')}\n`,
  fences: times('```\n'),
  'table headers': times('a\n|-'),
  'carriage returns': times('\r'),
  pipes: entry(`${times('|')}-`),
};

describe('body: hostile input', () => {
  for (const [name, text] of Object.entries(texts))
    it(`reads ${name}`, () => {
      const body = readBody(text, 0, 'file:///a.md');
      assert.equal(body.sections.map((section) => section.text).join(''), text);
      for (const key of Object.keys(body.names) as SectionKey[]) {
        for (const section of sectionsOf(body, key)) assert.equal(section.table?.header.length ?? 1, 1);
        for (const found of entriesOf(body, key)) assert.equal(typeof hasOwnText(found), 'boolean');
      }
      assert.equal(body.suppressions.length, 0);
      assert.ok(body.sections.flatMap(({ links }) => links).every(({ value }) => value.length > 0));
      assert.ok(body.items.every(({ text }) => text.value.length > 0));
      assert.equal(readBody(`\n${text}`, 1, 'file:///a.md', body).items.length, body.items.length);
    });
});
