import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stringsBelow, stringsIn } from '../../scripts/strings.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What takes words that only its developers read. */
const INTERNAL = /^(Error|log\.\w+|this\.#log\.\w+|reject|setTimeout|this\.#giveUp)$/;

/** Words that need no translation: names, and markup around translated parts. */
const NAMES = new Set(['Parley']);

/** Strings that people would read as words, and that are the same in every language. */
function untranslated(strings: ReturnType<typeof stringsIn>): readonly string[] {
  return strings
    .filter(({ text, translated, taker }) => !translated && !INTERNAL.test(taker ?? '') && !NAMES.has(text))
    .filter(({ text }) => /\p{L}{2,} \p{L}|^\p{Lu}\p{Ll}/u.test(text))
    .map(({ file, line, text }) => `${file.replace(root, '')}:${line} ${text}`);
}

describe('the words of the client', () => {
  it('are translated wherever people see them', () => {
    // What people type for a day is English for now, as the core reads it.
    const typed =
      / (tomorrow|next monday|next week|in 2 weeks|end of month|next month|end of quarter|in 7 days|in 31 days)$/;
    const found = untranslated(stringsBelow(`${root}src/vscode`)).filter((each) => !typed.test(each));
    assert.deepEqual(found, []);
  });

  it('would be found where they are not', () => {
    const source = "item.text = 'Late'; show('1 is late'); t('Late'); vscode.l10n.t('Late');";
    assert.deepEqual(untranslated(stringsIn('x.ts', source)), [
      'x.ts:1 Late',
      'x.ts:1 1 is late',
      'x.ts:1 Late',
    ]);
  });

  it('of the manifest stand in its table, and nothing else does', () => {
    const used = [...readFileSync(`${root}package.json`, 'utf8').matchAll(/"%([^%"]+)%"/g)].map(
      ([, key]) => key!,
    );
    const table = JSON.parse(readFileSync(`${root}package.nls.json`, 'utf8'));
    assert.deepEqual([...new Set(used)].sort(), Object.keys(table).sort());
    const { contributes } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
    for (const { title, category } of contributes.commands)
      assert.match(title + category, /^%[^%]+%%[^%]+%$/);
  });
});
