import assert from 'node:assert/strict';
import { type Palette, PLAIN } from '../../../src/core/report/look.ts';
import { pageText } from '../../../src/core/report/page-text.ts';

const PAGE = `# no-owner

A milestone that [nobody](unknown-owner.md) answers for is
done by nobody. See [the format](https://parley.example/format).

## What to do

- Name one person, who can ask others
  for help.
- Or a party.

1. First.

| key | value |
| --- | ----- |

\`\`\`yaml
milestones:

  - { id: M1 }
\`\`\`

Prose   goes on.
[All checks](README.md)
`;

describe('A page of a check in a terminal', () => {
  it('has its prose wrapped, its examples indented, and its links as their words', () => {
    assert.equal(
      pageText(PAGE, { columns: 40, palette: PLAIN }),
      `no-owner

A milestone that nobody answers for is
done by nobody. See the format
(https://parley.example/format).

What to do

- Name one person, who can ask others
  for help.
- Or a party.

1. First.

| key | value |
| --- | ----- |

    milestones:

      - { id: M1 }

Prose   goes on.
`,
    );
  });

  it('is not wider than can be read, however wide the terminal is', () => {
    const long = `${'word '.repeat(100)}\n`;
    const widths = (columns?: number) =>
      Math.max(
        ...pageText(long, { columns, palette: PLAIN })
          .split('\n')
          .map((line) => line.length),
      );
    assert.equal(widths(), 94);
    assert.equal(widths(200), 94);
    assert.equal(widths(96), 94);
    assert.equal(widths(20), 19);
  });

  it('has strong headings and faint examples, and no colours on nothing', () => {
    const palette: Palette = { ...PLAIN, strong: (text) => `<${text}>`, faint: (text) => `(${text})` };
    const lines = pageText(PAGE, { palette }).split('\n');
    assert.deepEqual(
      lines.filter((line) => /[<(]/.test(line) && !line.includes('https')),
      ['<no-owner>', '<What to do>', '(    milestones:)', '(      - { id: M1 })'],
    );
  });
});
