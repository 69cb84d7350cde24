import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS, STATES } from '../../src/core/commitments/commitment.ts';
import { parley, ROOT } from './run.ts';

const ELLIPSIS = '…';

/** What the shown lines promise; a line `…` stands for any number of lines. */
function promised(shown: string): RegExp {
  const lines = shown.trimEnd().split('\n');
  const patterns = lines.map((line) =>
    line === ELLIPSIS ? '(?:.*\n)*?' : `${line.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}\n`,
  );
  return new RegExp(`^${patterns.join('')}$`);
}

describe('docs/command-line.md', () => {
  const page = readFileSync(join(ROOT, 'docs/command-line.md'), 'utf8');

  it('shows what parley prints', async () => {
    const blocks = [...page.matchAll(/^```console\n\$ parley (.*)\n([\s\S]*?)^```$/gm)];
    assert.ok(blocks.length >= 5);
    for (const [, command = '', shown = ''] of blocks) {
      const { out, err } = await parley(command.split(' '));
      assert.match((out + err).replaceAll('\r\n', '\n'), promised(shown), `parley ${command}`);
    }
  });

  it('names every flag, kind and state', async () => {
    const words: string[] = [...KINDS, ...STATES];
    for (const command of ['check', 'list', 'explain', 'new']) {
      const { out } = await parley([command, '--help']);
      words.push(...[...out.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, flag]) => flag!));
    }
    for (const word of words) if (word !== '--help') assert.ok(page.includes(word), word);
  });
});
