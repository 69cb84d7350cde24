import assert from 'node:assert/strict';
import { formatDay } from '../../../../src/core/calendar/day.ts';
import { isCommitment, readBody } from '../../../../src/core/document/body/body.ts';
import type { ActionItem } from '../../../../src/core/document/body/types.ts';

const items = (text: string) => readBody(text, 0, 'file:///a.md').items;
const only = (text: string): ActionItem => {
  const [item, ...others] = items(text);
  assert.ok(item);
  assert.equal(others.length, 0);
  return item;
};
const task = (text: string) => only(`- [ ] ${text}`);
const values = (list: readonly { value: string }[]) => list.map(({ value }) => value);
const day = (value: ActionItem['due']) => value && formatDay(value.value);
const problems = (text: string) =>
  task(text).problems.map((problem) => [problem.code, problem.of, problem.text.value]);

describe('action items: text and box', () => {
  it('the box decides whether it is done', () => {
    assert.equal(only('- [ ] call').box.value, ' ');
    assert.equal(only('1. [x] call').box.value, 'x');
    assert.equal(only('* [X] call').box.value, 'x');
  });

  it('the text is the first paragraph, less indent and quote marks', () => {
    const text = '> - [ ] send the\n>   report\n>\n>   and much more';
    const { text: read } = only(text);
    assert.equal(read.value, 'send the\nreport');
    assert.equal(text.slice(read.range.start, read.range.end), 'send the\n>   report');
  });

  it('nested tasks are items of their own', () => {
    assert.deepEqual(
      items('- [ ] outer\n  - [x] inner\n').map(({ title }) => title),
      ['outer', 'inner'],
    );
  });

  it('boxes in code and comments are none', () => {
    assert.equal(items('```\n- [ ] a\n```\n\n    - [ ] b\n\n<!--\n- [ ] c\n-->\n').length, 0);
  });
});

describe('action items: markers', () => {
  it('the first mention is accountable, the others support', () => {
    assert.deepEqual(values(task('@ana with @tom and @ana').owners), ['ana', 'tom']);
  });

  it('mentions stand at a start, after a space or opening punctuation', () => {
    assert.deepEqual(values(task('@ana (@tom) “@ines” **@zoë**').owners), ['ana', 'tom', 'ines', 'zoë']);
    assert.deepEqual(values(task('a@ana.example x@tom @b@c @d/e @f.example').owners), []);
    assert.deepEqual(values(task('ask @ana.').owners), ['ana']);
  });

  it('code, links and HTML hold no markers', () => {
    const text = '`@a due:2026-09-01` [@b #high M1](x) <i title=" @c ">x</i> https://a.example/ @d';
    const item = task(text);
    assert.deepEqual(values(item.owners), ['d']);
    assert.deepEqual([item.due, item.priority, item.ids.length], [undefined, undefined, 0]);
  });

  for (const form of [
    'due:2026-09-05',
    'due: 2026-09-05',
    '(due 2026-09-05)',
    '📅 2026-09-05',
    'due:2026-09-05.',
  ])
    it(`a due day: ${form}`, () => {
      const text = `- [ ] send it ${form} to tom`;
      const { due, title } = only(text);
      assert.equal(day(due), '2026-09-05');
      assert.equal(text.slice(due?.range.start, due?.range.end), '2026-09-05');
      assert.match(title, /^send it \.? ?to tom$/);
    });

  it('done and cancelled days', () => {
    assert.equal(day(task('a done:2026-09-06').done), '2026-09-06');
    assert.equal(day(task('a ✅ 2026-09-06').done), '2026-09-06');
    assert.equal(day(task('a cancelled:2026-09-06').cancelled), '2026-09-06');
    assert.equal(day(task('a ❌ 2026-09-06').cancelled), '2026-09-06');
  });

  it('a date without a marker never counts, nor does the word due', () => {
    const item = task('minutes of 2026-09-05, late due: to the weather (due to rain)');
    assert.equal(item.dueMarker, false);
    assert.deepEqual(item.problems, []);
  });

  it('of two markers of a kind the first counts', () => {
    const text = 'a due:2026-09-05 📅 2026-09-06 #low #high';
    assert.equal(day(task(text).due), '2026-09-05');
    assert.equal(task(text).priority?.value, 'low');
    assert.deepEqual(problems(text), [
      ['repeated-marker', 'due', '2026-09-06'],
      ['repeated-marker', 'priority', 'high'],
    ]);
  });

  it('a day that does not exist is kept as a problem', () => {
    assert.equal(task('a due:2026-02-30').due, undefined);
    assert.equal(task('a due:2026-02-30').dueMarker, true);
    assert.deepEqual(problems('a due:2026-02-30'), [['invalid-value', 'due', '2026-02-30']]);
    assert.deepEqual(problems('a due:tomorrow'), [['invalid-value', 'due', 'tomorrow']]);
  });

  it('a priority, and tags', () => {
    const item = task('#legal check the clause #critical #42');
    assert.equal(item.priority?.value, 'critical');
    assert.deepEqual(values(item.tags), ['legal']);
  });

  it('words that can be ids hold a digit and stand whole', () => {
    assert.deepEqual(values(task('M1: see M2, v1.2. (R1) not 2M or x@M3 or #M4').ids), [
      'M1',
      'M2',
      'v1.2',
      'R1',
    ]);
  });
});

describe('action items: title and id', () => {
  it('the title is the text less markers and Markdown', () => {
    assert.equal(
      task('@ana: send the **report** to [Tom](x) due:2026-09-05 #high').title,
      'send the report to Tom',
    );
    assert.equal(task('ask @tom about it @ana #legal').title, 'ask @tom about it');
  });

  it('ticking and postponing keep the id, rewording does not', () => {
    const { id } = only('- [ ] send it due:2026-09-05');
    assert.match(id, /^a[0-9a-z]+$/);
    assert.equal(only('- [x] send it due:2026-10-05 done:2026-10-01').id, id);
    assert.notEqual(only('- [ ] send them').id, id);
  });

  it('comments are no part of the title, nor do they hide who stands beside them', () => {
    assert.equal(
      task('<!-- first --> @ana ask <!-- x --> it @tom #legal <!-- a @b --> <!-- c').title,
      'ask it @tom #legal <!-- c',
    );
    assert.equal(task('<!-- first --> @ana ask <!-- x --> it @tom #legal <!-- a @b -->').title, 'ask it');
    assert.equal(task('write `<!-- @ana -->` @tom').title, 'write <!-- @ana -->');
  });

  it('further items of a title are numbered', () => {
    const [first, second] = items('- [ ] call\n\n## Later\n\n- [ ] call\n');
    assert.equal(second?.id, `${first?.id}-2`);
  });
});

describe('action items: which boxes are commitments', () => {
  const owed = (text: string) => items(text).map((item) => isCommitment(item, new Set(['M1'])));

  it('those with a mention, a due marker or an id', () => {
    assert.deepEqual(
      owed('- [ ] @ana\n- [ ] a due:2026-09-05\n- [ ] step of M1\n- [ ] about M7\n- [ ] mine'),
      [...[true, true, true, false, false]],
    );
  });

  it('those below a heading Action items, at any depth', () => {
    assert.deepEqual(owed('## Delivery\n### Action items:\n#### Ours\n- [ ] a\n### Other\n- [ ] b\n'), [
      true,
      false,
    ]);
  });

  it('those in a known section, if it is one', () => {
    assert.deepEqual(owed('## Debrief\n### 2026-08-29 price\n- [ ] a\n'), [true]);
    assert.deepEqual(owed('## Changes\nProse.\n- [ ] a\n'), [false]);
  });
});
