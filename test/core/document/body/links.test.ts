import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { readLinks } from '../../../../src/core/document/body/links.ts';
import { Place } from '../../../../src/core/text/value.ts';
import { FRONT, numRuns, offsetsOf, remark } from './markdown.ts';

/** Links as `FROM TARGET`. */
const read = (text: string) =>
  readLinks(new Place('file:///a.md', 0), text).map(({ range, value }) => {
    assert.equal(text.slice(range.start, range.end), value);
    return `${range.start} ${value}`;
  });
const targets = (text: string) => read(text).map((link) => link.replace(/^\d+ /, ''));

/** Pieces of which links, and what only looks like one, are made. */
const piece = fc.constantFrom(
  ...[
    '[a](b.pdf)',
    '![i](c.png "t")',
    '[a](<d e.md>)',
    '[r]: f.md',
    '[r]: <g h.md> (t)',
    '[',
    ']',
    '](',
    '(',
  ],
  ...[
    ')',
    '\\',
    '`',
    '``',
    '<',
    '>',
    '<!--',
    '-->',
    '<a href="x">',
    '*',
    '"',
    'word',
    ' ',
    ' ',
    '[ ] ',
    '[^a]: ',
  ],
  ...['\n', '\n', '\n\n', '> ', '- ', '    ', '# ', '| a | b |\n|-|-|\n', ' | ', '```\n', '---\n', '<div>\n'],
);
const markdown = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

/** Links, images and definitions as remark reads them. */
function theirs(node: Nodes): Nodes[] {
  const below = 'children' in node ? node.children.flatMap(theirs) : [];
  return node.type === 'link' || node.type === 'image' || node.type === 'definition'
    ? [node, ...below]
    : below;
}

describe('body: links', () => {
  it('are inline links, images and definitions, wherever text can stand', () => {
    assert.deepEqual(
      targets('# [a](1.md)\n\n> - ![b](2.png "B")\n\n| [c](<3 3.md>) |\n|-|\n| [d](4.md) |\n'),
      [...['1.md', '2.png', '3 3.md', '4.md']],
    );
    assert.deepEqual(targets('[a]: 1.md\n[b]: <2 2.md>\n  "B"\n[c](3.md)\n[d](4.md)'), [
      ...['1.md', '2 2.md', '3.md', '4.md'],
    ]);
    assert.deepEqual(targets('[![a](1.png)](2.md) and [b](3_(c).md)'), ['1.png', '2.md', '3_(c).md']);
    assert.deepEqual(targets('Title\n[a](1.md)\n===\n'), ['1.md']);
  });

  it('are nothing in code, comments and HTML, nor where the parentheses hold more than a link', () => {
    const none = ['`[a](b)`', '    [a](b)', '```\n[a](b)\n```', '<!-- [a](b) -->', '<p>\n[a](b)', '\\[a](b)'];
    for (const text of [...none, '[a](b c)', '[a]()', '[a] (b)', '[a](<b)', '[a](b "c)', '- [ ] (b)', '[a]:'])
      assert.deepEqual(read(text), [], text);
  });

  it('are never read where remark reads none', () =>
    fc.assert(
      fc.property(markdown, (body) => {
        const text = FRONT + body;
        const nodes = theirs(remark(text).tree).map((node) => ({ node, at: offsetsOf(node) }));
        for (const { range } of readLinks(new Place('', FRONT.length), body))
          assert.ok(
            nodes.some(({ at }) => at[0] <= range.start && range.end <= at[1]),
            `${JSON.stringify(text)} at ${range.start}`,
          );
      }),
      { numRuns },
    ));
});
