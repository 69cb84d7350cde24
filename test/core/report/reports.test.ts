import assert from 'node:assert/strict';
import { query } from '../../../src/core/portfolio/query.ts';
import { listText } from '../../../src/core/report/commitments-text.ts';
import { checkText, skippedText } from '../../../src/core/report/findings-text.ts';
import { checkJson, listJson } from '../../../src/core/report/json.ts';
import { type Palette, PLAIN } from '../../../src/core/report/look.ts';
import type { Source } from '../../../src/core/report/source.ts';
import { agreement, sourceOf } from './source.ts';

function listed(source: Source, columns?: number, palette: Palette = PLAIN): string {
  return listText(source, query(source.entries), 'owner', false, { columns, palette });
}

describe('reports as text', () => {
  it('break messages beneath themselves where the terminal is wide enough', () => {
    const source = sourceOf({ 'a.md': agreement('Jars', '2026-11-24', 'Four moulds running on line 3') });
    const lines = checkText(source, { columns: 75, palette: PLAIN }).split('\n');
    assert.ok(lines[1]!.startsWith('  a.md:5:70  warning  “Four moulds'));
    assert.ok(lines[2]!.startsWith(' '.repeat(22)) && lines[2]![22] !== ' ');
    for (const line of lines) assert.ok(line.length <= 75 && !line.endsWith(' '));
  });

  it('break them on lines of their own where it is narrow', () => {
    const source = sourceOf({ 'a.md': agreement('Jars', '2026-11-24', 'Four moulds running on line 3') });
    const lines = checkText(source, { columns: 44, palette: PLAIN }).split('\n');
    assert.equal(lines[1], '  a.md:5:70  warning');
    assert.ok(lines[2]!.startsWith('    “Four moulds'));
    for (const line of lines.slice(0, -2)) assert.ok(line.length <= 44, line);
  });

  it('put whose it is and where beneath, and cut titles, where a row is too long', () => {
    const source = sourceOf({ 'a.md': agreement('Jars', '2026-11-24', 'Four moulds running on line 3') });
    assert.equal(
      listed(source, 60),
      `Tom Ash (tom)  1 commitment, 1 overdue
  overdue  24 Nov · 3 days late  M1 Four moulds running on…
           a · a.md:5:22

In one agreement: 1 commitment, 1 overdue.
`,
    );
  });

  it('stay aligned in scripts of any width', () => {
    const source = sourceOf({
      'a.md': agreement('A', '2026-12-24', '最初の納品'),
      'b.md': agreement('B', '2026-12-24', 'מסירת מפתחות'),
      'c.md': agreement('C', '2026-12-24', 'First lorry'),
    });
    assert.equal(
      listed(source),
      `Tom Ash (tom)  3 commitments
  open  24 Dec · in 27 days  M1 最初の納品    a  a.md:5:22
  open  24 Dec · in 27 days  \u2068M1 מסירת מפתחות\u2069  b  b.md:5:22
  open  24 Dec · in 27 days  M1 First lorry   c  c.md:5:22

In 3 agreements: 3 commitments.
`,
    );
  });

  it('colour words without moving them', () => {
    const source = sourceOf({
      'a.md': agreement('Jars', '2026-11-24'),
      'b.md': agreement('B', '2026-12-01'),
    });
    const marked = (text: string) => `<${text}>`;
    const palette: Palette = {
      strong: marked,
      faint: marked,
      error: marked,
      warning: marked,
      information: marked,
      good: marked,
    };
    assert.equal(listed(source, undefined, palette).replace(/[<>]/g, ''), listed(source));
    const coloured = checkText(source, { palette });
    assert.match(coloured, /<warning>/);
    assert.equal(coloured.replace(/[<>]/g, ''), checkText(source, { palette: PLAIN }));
  });

  it('say kindly that there is nothing', () => {
    const say = (files: Readonly<Record<string, string>>) => checkText(sourceOf(files), { palette: PLAIN });
    assert.equal(say({}), 'There are no Markdown files here, and so no agreements.\n');
    assert.match(say({ 'a.md': 'a', 'b.md': 'b' }), /^None of the 2 Markdown files is an agreement/);
    const calm = { 'a.md': agreement('A', '2027-06-01'), 'b.md': agreement('B', '2027-06-01') };
    assert.equal(say(calm), 'Nothing stands out in the 2 agreements.\n');
    assert.match(
      listed(sourceOf({ 'a.md': '---\nagreement: A\n---\n' })),
      /^Nothing is owed in the one agreement\./,
    );
  });

  it('say why a file was left out', () => {
    for (const reason of ['too-large', 'unreadable', 'gone', 'no-agreement', 'not-markdown'] as const)
      assert.match(skippedText({ file: 'a\u001b.md', reason }), /^a\ufffd\.md: it /);
  });
});

describe('reports as data', () => {
  it('order findings by path, then by place', () => {
    const source = sourceOf({
      'b.md': agreement('B', '2026-11-24'),
      'B.md': agreement('B', '2026-11-24'),
      'a b.md': agreement('A', '2026-11-24'),
    });
    assert.deepEqual(
      [...checkJson(source).findings].map(({ file }) => file),
      ['B.md', 'a b.md', 'b.md'],
    );
  });

  it('count columns in UTF-16 units', () => {
    const source = sourceOf({ 'a.md': agreement('Jars', '2026-11-24', '👨‍👩‍👧‍👦') });
    const [finding] = checkJson(source).findings;
    assert.deepEqual([finding?.column, finding?.endColumn], [52, 62]);
  });

  it('name an agreement by its id, and by its path only where file names are equal', () => {
    const named = agreement('N', '2026-12-24').replace('people:', 'id: keys\npeople:');
    const source = sourceOf({
      'a/keys.md': agreement('A', '2026-12-24'),
      'b/keys.markdown': agreement('B', '2026-12-24'),
      'c/any.md': named,
      'd/locks.md': agreement('D', '2026-12-24'),
    });
    const commitments = [...listJson(source, query(source.entries)).commitments];
    assert.deepEqual(
      commitments.map((commitment) => commitment.agreement),
      ['a/keys', 'b/keys', 'locks', 'keys'],
    );
  });
});
