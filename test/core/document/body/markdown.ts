import fc from 'fast-check';
import type { ListItem, Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

/** How often a property is tried. */
export const numRuns = Number(process.env['PARLEY_RUNS'] ?? 300);

/** Frontmatter before a generated body, as every agreement has it. */
export const FRONT = '---\nagreement: Supply\n---\n';

const prefix = fc.constantFrom(
  ...['', '', '', '', ' ', '  ', '   ', '    ', '      ', '\t', '> ', '>', '- ', '* ', '+ ', '-\t', '-   '],
  ...['-     ', '1. ', '2) ', '10. ', '  - ', '    - ', '- > ', '> - ', '[^a]: '],
);

const words = fc.constantFrom(
  ...[
    '',
    '',
    '',
    'a',
    'word more',
    '    x',
    '# h',
    '## h ##',
    '#',
    '### x',
    '===',
    '---',
    '--',
    '-',
    '- - -',
  ],
  ...[
    '***',
    '```',
    '```js',
    '~~~',
    '````',
    '[ ] todo',
    '[x] done',
    '[X]',
    '[ ]',
    '[ ] ',
    '[x]a',
    '[a]: /url',
  ],
  ...['[a]: /url "t"', '[a]: <', '[^b]: note', '"title"', '<div>', '</div>', '<!-- c -->', '<!--', '-->'],
  ...[
    '<a href="x">',
    '<b> t',
    '<pre>',
    '</pre>',
    '<?x',
    '?>',
    '<!D',
    '| a | b |',
    '|---|---|',
    '| --- |',
    ':-:',
  ],
  ...[
    'a | b',
    '--|--',
    '| x \\| y |',
    '| a |',
    '||',
    '|-|',
    '- [ ] t',
    '- [x] t',
    '1. [ ] n',
    '1.',
    '+',
    '*',
  ],
  ...[
    '## Changes',
    '# Debrief',
    '### 2026-08-29 price',
    '| Date | Item |',
    '- [ ] @ana due:2026-09-05',
    '`code',
  ],
  ...['**Completed**: x', '## Check-ins', '<!-- parley-disable-next-line overdue -->'],
);

const line = fc
  .tuple(fc.array(prefix, { maxLength: 3 }), words)
  .map(([prefixes, text]) => prefixes.join('') + text);

/** Lines that collide: every block of Markdown in every container, with one kind of line ending. */
export const markdown = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\n', '\r\n', '\r'))
  .map(([lines, ending]) => lines.join(ending));

/** A task item as remark reads it: the offset of its `[`, and where its first paragraph ends. */
export interface RemarkTask {
  readonly box: number;
  readonly end: number;
}

/** Reads a whole document with remark, frontmatter and GFM. */
export function remark(text: string): { tree: Root; tasks: RemarkTask[] } {
  const boxes: number[] = [];
  function noteBoxes(this: Processor): void {
    this.data().fromMarkdownExtensions?.push({
      exit: {
        taskListCheck(token) {
          const item = this.stack.at(-2);
          if (item?.type === 'listItem' && isFirstContent(item.children.slice(0, -1)))
            boxes.push(token.start.offset);
        },
      },
    });
  }
  const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(noteBoxes);
  const tree = processor.parse(text);
  const ends = checkedItems(tree).map((item) => {
    const paragraph = item.children.find(({ type }) => type === 'paragraph');
    return paragraph ? offsetsOf(paragraph)[1] : -1;
  });
  return { tree, tasks: boxes.map((box, index) => ({ box, end: ends[index] ?? -1 })) };
}

/** micromark also finds a box in a paragraph that follows an empty item: "*\n[x] a" ticks nothing in our reading. */
function isFirstContent(before: readonly Nodes[]): boolean {
  return before.every(({ type }) => type === 'definition');
}

function checkedItems(node: Nodes): ListItem[] {
  const below = 'children' in node ? node.children.flatMap((child) => checkedItems(child)) : [];
  if (node.type !== 'listItem' || typeof node.checked !== 'boolean') return below;
  const before = node.children.slice(
    0,
    node.children.findIndex(({ type }) => type === 'paragraph'),
  );
  return isFirstContent(before) ? [node, ...below] : below;
}

/** Where a node begins and ends. */
export function offsetsOf(node: Nodes): readonly [start: number, end: number] {
  return [node.position?.start.offset ?? -1, node.position?.end.offset ?? -1];
}
