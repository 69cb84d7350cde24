import assert from 'node:assert/strict';
import fc from 'fast-check';
import { debriefsOf } from '../../../src/core/commitments/debriefs.ts';
import { entriesOf } from '../../../src/core/document/body/body.ts';
import { plainText, snippetText } from '../../../src/core/sections/snippet.ts';
import { apply, ask, expand, insert, othersOwed, read, refusal, stateOf } from './helpers.ts';

const RUNS = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };
const HEAD = '---\nagreement: A\nnegotiations: [{ id: N1, date: 2026-12-02, topic: price }]\n---\n';

/** The document's headings of the first three levels, and its other lines, but those of the debrief's parts. */
function outline(body: string): string[] {
  const after = insert(HEAD + body).slice(HEAD.length);
  return after
    .replace(/\*\*Talks[\s\S]*?due:YYYY-MM-DD -->/, '…')
    .split('\n')
    .filter((line) => line !== '');
}

const NEW = ['### 2026-12-04 N1 price', '…'];

describe('A debrief goes', () => {
  it('into a body that is empty, under a title, and behind the clauses', () => {
    assert.deepEqual(outline(''), ['## Debrief', ...NEW]);
    assert.deepEqual(outline('# Title\n\n## 1. Clause\nWords\n'), [
      '# Title',
      '## 1. Clause',
      'Words',
      '## Debrief',
      ...NEW,
    ]);
  });

  it('between the known sections by their order in the format', () => {
    assert.deepEqual(outline('## Changes\n## Reflection brief\n## Journal\n'), [
      '## Changes',
      '## Reflection brief',
      '## Debrief',
      ...NEW,
      '## Journal',
    ]);
    assert.deepEqual(outline('## Clause\n## Check-ins\n## Journal\n').slice(0, 2), [
      '## Clause',
      '## Debrief',
    ]);
  });

  it('past a clause that is only called so', () => {
    assert.deepEqual(outline('## Debrief\nThe parties debrief each other.\n## Scope\nAll\n').slice(2), [
      '## Scope',
      'All',
      '## Debrief',
      ...NEW,
    ]);
  });

  it('to the end of the first section of its name, or on top where the newest stands first', () => {
    const rising = '## Debrief\n### 2026-01-01 a\nA\n### 2026-02-01 b\nB\n## Debrief\n### 2026-03-01 c\nC\n';
    assert.deepEqual(outline(rising).slice(3, 7), ['### 2026-02-01 b', 'B', ...NEW]);
    const falling = '## Debrief\nWords\n### 2026-02-01 b\nB\n### 2026-01-01 a\nA\n';
    assert.deepEqual(outline(falling).slice(0, 5), ['## Debrief', 'Words', ...NEW, '### 2026-02-01 b']);
  });

  it('a level below its section, or level with the entries there', () => {
    const level = (body: string) => /^(#+) 2026-12-04/m.exec(insert(HEAD + body))?.[1]?.length;
    assert.equal(level('# Debrief\n'), 2);
    assert.equal(level('# Debrief\n## 2026-01-01 a\n'), 2);
    assert.equal(level('## Debrief\n#### 2026-01-01 a\n'), 4);
    assert.equal(level('## Debrief\n#### 2026-01-01 a\n### 2026-02-01 b\n'), 3);
    assert.equal(level('## Debrief\n##### 2026-02-01 b\n##### 2026-01-01 a\n'), 5);
    assert.match(
      insert(`${HEAD}## Debrief\n##### 2026-01-01 a\n`),
      /\n##### 2026-12-04[\s\S]*\n###### Lessons\n\n###### Prep/,
    );
  });

  it('beside the sections of its file, never into one', () => {
    assert.match(
      insert(`${HEAD}# Reflection brief\n## 2026-01-01 x\n## Notes\n`),
      /\n# Debrief\n\n## 2026-12-04/,
    );
    assert.match(insert(`${HEAD}# One\n# Two\n## Two and a half\n`), /\n# Debrief\n\n## 2026-12-04/);
    assert.match(insert(`${HEAD}# Title\n## Clause\n`), /\n## Debrief\n\n### 2026-12-04/);
  });

  it('nowhere while something above is never closed, nor where it would end up in a list', () => {
    for (const open of ['```\ncode', '~~~~\n```\n', '<!-- note', '<pre>\n', '<script>', '<?php'])
      assert.deepEqual(refusal(`${HEAD}## Clause\n${open}`), ['section/no-place', 'Clause'], open);
    const indented = `${HEAD}## Debrief\n### 2026-01-01 a\n\n  ## Check-ins\n  ### 2026-01-02\n`;
    assert.equal(refusal(indented)[0], 'section/no-place');
  });

  it('behind lists, quotes, HTML and code that are closed by its heading', () => {
    for (const block of [
      '- a\n  - b',
      '> quote',
      '<div>\n<p>',
      '    code',
      '- ```\n  code',
      '[^1]: note',
      '| a |\n|-|\n| b |',
    ])
      assert.deepEqual(outline(`${block}\n`).slice(-3), ['## Debrief', ...NEW], block);
  });

  it('between blank lines, one on each side, whatever stood there', () => {
    const around = (before: string, after = '') => {
      const text = HEAD + before + after;
      const result = insert(text).slice(HEAD.length);
      return [result.slice(0, result.indexOf('## Debrief')), result.slice(result.lastIndexOf(' -->') + 4)];
    };
    assert.deepEqual(around(''), ['\n', '\n']);
    assert.deepEqual(around('\n'), ['\n', '\n']);
    assert.deepEqual(around('Words'), ['Words\n\n', '\n']);
    assert.deepEqual(around('Words\n'), ['Words\n\n', '\n']);
    assert.deepEqual(around('Words\n\n'), ['Words\n\n', '\n']);
    assert.deepEqual(around('Words\n  '), ['Words\n\n', '\n  ']);
    assert.deepEqual(around('Words\n\n\n'), ['Words\n\n', '\n\n']);
    for (const blank of ['', '\n', '\n\n', ' \t\n'])
      assert.deepEqual(
        around(`Words\n${blank}`, '## Check-ins\n').map((part) => part.replace(/[ \t]+$/gm, '')),
        ['Words\n\n', '\n\n## Check-ins\n'],
        JSON.stringify(blank),
      );
    assert.equal(insert(HEAD.trimEnd()).startsWith(`${HEAD}\n## Debrief\n`), true);
  });

  it('begins at column 0, also behind a last line that is indented and has no ending', () => {
    const text = `${HEAD}- a\n  b $1}`;
    const result = ask(text);
    assert.ok(!('refused' in result));
    assert.equal(text.slice(result.range.start, result.range.end), '  b $1}');
    assert.ok(snippetText(result.snippet).startsWith('  b \\$1\\}\n\n## Debrief\n'));
  });

  it('with the line endings of its file', () => {
    const crlf = insert(`${HEAD}# Title\n\nWords`.replace(/\n/g, '\r\n'));
    assert.equal(crlf.replace(/\r\n/g, '').search(/[\r\n]/), -1);
    assert.equal(stateOf(crlf, 'N1'), 'due-today');
  });
});

describe('Inserting a debrief into any body', () => {
  const line = fc.constantFrom(
    ...[
      '',
      '',
      '  ',
      'Words',
      '# Title',
      '## Clause',
      '## Debrief',
      '# Debrief',
      '## Check-ins',
      '## Reflection brief',
    ],
    ...[
      '### 2026-11-03 talks',
      '### 2026-10-03 N9',
      '#### 2026-10-01',
      '#### Assumptions',
      '##### Lessons',
      'Title\n===',
    ],
    ...[
      '| Assumption | Confidence |\n|-|-|\n| a $1 | } |',
      '- [ ] Call @tom due:2026-12-01',
      '- a\n  - b',
      '> ## Debrief',
    ],
    ...[
      '```',
      '~~~',
      '<!-- x',
      '-->',
      '<div>',
      '</div>',
      '<pre>',
      '    ## Debrief',
      '  ## Journal',
      'שלום',
      '[a]: b',
      '---',
    ],
  );
  const body = fc
    .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([lines, eol, ended]) => (HEAD + lines.join('\n') + (ended ? '\n' : '')).replace(/\n/g, eol));

  it('changes no other byte, reads back as one more, is not done, and is not made twice', () => {
    let inserted = 0;
    fc.assert(
      fc.property(body, (text) => {
        const before = read(text);
        const result = ask(text);
        if ('refused' in result) {
          if (result.refused === 'section/no-place') assert.match(text, /```|~~~|<!--|<pre>| {2}## Journal/);
          return;
        }
        inserted++;
        const { range, snippet, reveal } = result;
        const after = apply(text, result);
        const added = plainText(snippet);
        const kept = text.slice(range.start, range.end);
        assert.equal(range.start === 0 || /[\r\n]/.test(text.charAt(range.start - 1)), true);
        assert.equal(added.startsWith(kept) && (kept === '' || range.end === text.length), true);
        assert.equal(
          after.slice(0, range.start) + after.slice(range.start + added.length),
          text.slice(0, range.start) + text.slice(range.end),
        );
        const now = read(after);
        assert.equal(entriesOf(now.body, 'debrief').length, entriesOf(before.body, 'debrief').length + 1);
        const entry = debriefsOf(now).get(now.terms.negotiations[0]!)!;
        assert.equal(entry.text.range.start, reveal.start);
        assert.match(after.slice(reveal.start, reveal.end), /^#+ 2026-12-04 N1 price\r?\n$/);
        assert.equal(entry.parts.length, Object.keys(now.body.names.debrief.parts!).length);
        assert.deepEqual(othersOwed(after), othersOwed(text));
        assert.equal(stateOf(after, 'N1'), 'due-today');
        assert.equal(refusal(after, 'N1')[0], 'section/debrief-exists');
        assert.equal(expand(snippetText(snippet)).plain, added);
        const [blankBefore, blankAfter] = [added.slice(kept.length), after.slice(range.start + added.length)];
        assert.doesNotMatch(blankBefore, /^(?:\r?\n){3}/);
        assert.equal(
          blankAfter === '' || /^[ \t]*(?:\r?\n|$)/.test(blankAfter) || /\n\r?\n$/.test(added),
          true,
        );
      }),
      RUNS,
    );
    assert.ok(inserted > 0);
  });
});
