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

/** Values and blocks as people write them, with something odd here and there. */
const flow = fc.letrec<{ value: string; word: string }>((tie) => ({
  word: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        'a',
        'b c',
        '2026-10-15',
        '1.5',
        "'it'",
        '"x, y"',
        'é',
        "''",
        '""',
        'M1 + 3 days',
      ),
    },
    { weight: 1, arbitrary: wild.filter((text) => !text.includes('\n')) },
  ),
  value: fc.oneof(
    { maxDepth: 3 },
    tie('word'),
    fc.array(tie('value'), { maxLength: 3 }).map((all) => `[${all.join(', ')}]`),
    fc
      .array(fc.tuple(fc.constantFrom('a: ', 'b:  ', 'c:', 'é: '), tie('value')), { maxLength: 3 })
      .map((all) => `{ ${all.map((one) => one.join('')).join(' ,')} }`),
  ),
})).value;
const nested = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '', '  ', '    ', '      '),
      fc.constantFrom('', '', '', '- ', '-   '),
      fc.constantFrom('id: ', 'of: ', 'of:', 'b:', '', 'é: '),
      fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 3, arbitrary: flow }),
      fc.constantFrom('\n', '\n', '\r\n', '  \n', '\n\n'),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((lines) => lines.map((line) => line.join('')).join(''));

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
    for (const generated of [flow.map((value) => `a: ${value}\n`), nested])
      fc.assert(
        fc.property(generated, (text) => {
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
    assert.ok(share(fc.sample(flow, { numRuns: 1000, seed: 1 }).map((value) => `a: ${value}\n`)) > 0.4);
    assert.ok(share(fc.sample(nested, { numRuns: 1000, seed: 1 })) > 0.05);
    assert.ok(
      share(
        fc
          .sample(yamlLines(), { numRuns: 300, seed: 1 })
          .flatMap((yaml) => blocksOf(yaml).map(({ text }) => text)),
      ) > 0.1,
    );
  });

  it('takes values in quotes and in brackets, and what stands below a key', () => {
    for (const text of [
      'a: "b # c"\n',
      "- a: 'b: c'\n",
      '  - { id: a, people: [tom, "Ana Sol"], of: { b: 1 } }\n',
      'a: []\n',
      'people:\n  tom: { name: Tom }\n  inés:\n    name: Inés\n\n',
      '  - id: M1\n    blocked:\n      since: 2026-11-09\n    completed:\n      - 2026-10-30\n      - { due: 2026-11-30 }\n    every: month\n',
    ])
      assert.ok(agrees(text), text);
  });

  it('leaves alone what could mean anything else', () => {
    for (const text of [
      'a: "b\\n"\n',
      'a: "b" c\n',
      'a: b # c\n',
      'a: &x b\n',
      'a: b: c\n',
      'a: b\n  c\n',
      'a: [b,\n  c]\n',
      'a: [b: c]\n',
      'a: { b }\n',
      'a: [[[[[b]]]]]\n',
      'a:\n- b\n',
      '# a\na: b\n',
      '\n',
      '',
    ])
      assert.equal(readSimple(text), undefined, text);
  });
});
