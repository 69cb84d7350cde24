import assert from 'node:assert/strict';
import { excluder } from '../../../src/core/portfolio/exclude.ts';
import { isConfiguration, isMarkdown } from '../../../src/core/portfolio/workspace.ts';

describe('A file', () => {
  it('is Markdown by the end of its name, in any case', () => {
    for (const name of ['file:///w/deal.md', 'DEAL.MD', 'deal.markdown']) assert.ok(isMarkdown(name), name);
    for (const name of ['deal.mdx', 'md', 'deal.md.txt', 'dealmd']) assert.ok(!isMarkdown(name), name);
  });

  it('is a configuration by its whole name', () => {
    for (const name of ['.parley.yaml', 'file:///w/.parley.yaml']) assert.ok(isConfiguration(name), name);
    for (const name of ['a.parley.yaml', 'parley.yaml', '.parley.yml', '.parley.yaml/a'])
      assert.ok(!isConfiguration(name), name);
  });
});

describe('What is left out', () => {
  const leavesOut = (glob: string, ...paths: string[]) => paths.filter(excluder([glob]));

  it('is everything below a folder, however its glob is written', () => {
    for (const glob of ['archive', 'archive/', 'archive/**', './archive', '/archive//'])
      assert.deepEqual(
        leavesOut(glob, 'archive/a.md', 'archive/2025/.old/b.md', 'archive.md', 'new/archive/c.md'),
        ['archive/a.md', 'archive/2025/.old/b.md'],
        glob,
      );
  });

  it('is what a glob matches, hidden or not', () => {
    assert.deepEqual(leavesOut('**/templates', 'a/templates/b.md', 'templates/c.md', 'a/b.md'), [
      'a/templates/b.md',
      'templates/c.md',
    ]);
    assert.deepEqual(leavesOut('*.draft.md', 'a.draft.md', '.b.draft.md', 'c/d.draft.md'), [
      'a.draft.md',
      '.b.draft.md',
    ]);
    assert.deepEqual(leavesOut('!a.md', 'a.md', 'b.md'), [], 'a “!” is a character like any other');
  });

  it('is nothing where no glob says anything, or where none was written by a person', () => {
    for (const globs of [[], [''], ['/'], ['{a,b}'.repeat(300)]])
      assert.equal(excluder(globs)('a.md'), false);
    assert.equal(excluder(['', 'a.md'])('a.md'), true);
  });
});
