import assert from 'node:assert/strict';
import { type Copied, type CopyFormat, copiedText } from '../../../src/core/report/copied.ts';
import { day, ledgerAt } from '../edits/helpers.ts';

const TODAY = '2026-11-27';
const { commitments } = ledgerAt(
  '---\nagreement: A\nmilestones:\n  - { id: M1, title: "Jars *ready* [x] at $5\\n& more", due: 2026-11-24 }\n  - { id: M2, title: Keys, status: done, done: 2026-11-01 }\n---\n',
  TODAY,
);
const item = (index: number, more: Partial<Copied> = {}): Copied => ({
  standing: commitments[index]!,
  today: day(TODAY),
  names: { owner: 'Tom_Reed', agreement: 'Supply' },
  path: 'agreements/supply.md',
  line: 12,
  ...more,
});
const copied = (format: CopyFormat, ...items: readonly Copied[]) => copiedText(items, format);

describe('Copied commitments', () => {
  it('are one line of text each, with days that hold on another day', () => {
    assert.equal(
      copied('text', item(0), item(1)),
      'Jars *ready* [x] at $5 & more, milestone, overdue, due 24 November 2026, 3 days late, owner Tom_Reed, in Supply\n' +
        'Keys, milestone, done 1 November 2026, owner Tom_Reed, in Supply',
    );
  });

  it('are a sentence of Markdown whose title leads there, or a list of several', () => {
    assert.equal(
      copied('markdown', item(1)),
      '[Keys](/agreements/supply.md#L12), milestone, done 1 November 2026, owner Tom\\_Reed, in Supply',
    );
    assert.match(
      copied('markdown', item(0), item(1)),
      /^- \[Jars \\\*ready\\\* \\\[x\\\] at \\\$5 \\& more\]\(\/agreements\/supply\.md#L12\), .*\n- \[Keys\]/,
    );
  });

  it('are links to the very line', () => {
    assert.equal(
      copied('link', item(0), item(1, { line: 7 })),
      'agreements/supply.md#L12\nagreements/supply.md#L7',
    );
  });

  it('have links that no name of a file can break', () => {
    const path = 'a b/(draft) 100% #1 [x].md';
    assert.equal(copied('link', item(0, { path })), 'a%20b/%28draft%29%20100%25%20%231%20%5Bx%5D.md#L12');
    assert.equal(copied('link', item(0, { path: 'عقد/يناير.md' })), 'عقد/يناير.md#L12');
  });

  it('name the whole address of a file that lies in no folder, and none for one that was never saved', () => {
    const path = 'file:///tmp/a%20b.md';
    assert.equal(copied('link', item(0, { path })), 'file:///tmp/a%20b.md#L12');
    assert.match(copied('markdown', item(1, { path })), /^\[Keys\]\(file:\/\/\/tmp\/a%20b\.md#L12\)/);
    const { path: _, ...unsaved } = item(1);
    assert.match(copied('markdown', unsaved), /^Keys, milestone/);
    assert.equal(copied('link', unsaved), '');
  });
});
