import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseWithYaml } from '../../../../src/core/document/frontmatter/parse.ts';
import { readSimple } from '../../../../src/core/document/frontmatter/simple.ts';
import { splitBlocks } from '../../../../src/core/document/frontmatter/split.ts';
import { yamlLines } from './yaml-text.ts';

const numRuns = Number(process.env.PARLEY_RUNS ?? 300);

const tame = fc.string({ unit: fc.constantFrom(...'aZ0é -+.,;:#/()'), maxLength: 8 });
const wild = fc.string({
  unit: fc.constantFrom(...'aZ0 -+.,;:#?!&*%@()[]{}<>|=~^"\'`/\\_€é\u0301日\t\u00a0\u2028😀'),
  maxLength: 10,
});

/** Blocks that are nearly simple: whatever the reader takes of them must be what `yaml` reads. */
const nearly = fc
  .tuple(
    fc.constantFrom('', '  - ', '- ', '  -   '),
    fc.array(
      fc.tuple(
        fc.constantFrom('id', 'due-day', 'x_1', 'id', 'é'),
        fc.constantFrom(':', ': ', ': ', ':  ', ' : '),
        fc.oneof(tame, tame, wild),
        fc.constantFrom('\n', '\r\n', ' \n', '\n\n', '\n  \n'),
      ),
      { minLength: 1, maxLength: 2 },
    ),
    fc.boolean(),
  )
  .map(([first, lines, cut]) => {
    const pad = ' '.repeat(first.length);
    const text = lines
      .map(([key, colon, value, end], i) => `${i === 0 ? first : pad}${key}${colon}${value}${end}`)
      .join('');
    return cut ? text.trimEnd() : text;
  });

function agrees(text: string): boolean {
  const simple = readSimple(text);
  if (simple)
    assert.deepEqual(
      { root: simple, errors: [] },
      { root: parseWithYaml(text).root, errors: parseWithYaml(text).errors },
    );
  return simple !== undefined;
}

/** The blocks of generated frontmatter that are read by themselves. */
const blocksOf = (yaml: string) => splitBlocks(yaml).filter(({ kind }) => kind !== 'whole');

describe('readSimple', () => {
  it('says of every block that it takes what `yaml` says', () => {
    fc.assert(
      fc.property(nearly, (text) => {
        agrees(text);
      }),
      { numRuns: numRuns * 5 },
    );
    fc.assert(
      fc.property(yamlLines(), (yaml) => {
        for (const { text } of blocksOf(yaml)) agrees(text);
      }),
      { numRuns },
    );
  });

  it('takes enough of what is generated for that to mean something', () => {
    const share = (texts: readonly string[]) => texts.filter(agrees).length / texts.length;
    assert.ok(share(fc.sample(nearly, { numRuns: 1000, seed: 1 })) > 0.05);
    assert.ok(
      share(
        fc
          .sample(yamlLines(), { numRuns: 300, seed: 1 })
          .flatMap((yaml) => blocksOf(yaml).map(({ text }) => text)),
      ) > 0.1,
    );
  });

  it('leaves alone what could mean anything else', () => {
    for (const text of [
      'a: "b"\n',
      'a: b # c\n',
      'a: &x b\n',
      'a: b: c\n',
      'a:\n  b: c\n',
      'a: b\n  c\n',
      'a: [b]\n',
      '# a\na: b\n',
      '\n',
      '',
    ])
      assert.equal(readSimple(text), undefined, text);
  });
});
