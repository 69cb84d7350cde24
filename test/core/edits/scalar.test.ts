import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { scalarText } from '../../../src/core/edits/scalar.ts';

const RUNS = { numRuns: Number(process.env.PARLEY_RUNS ?? 300) };
const PIECES = [
  ...[': ', ' #', ',', '[', ']', '{', '}', "'", '"', '\\', '- ', '? ', '-', '&a', '*a', '!t', '|', '>', '%'],
  ...[
    '@',
    '`',
    '~',
    'null',
    'true',
    '0x1F',
    '0o7',
    '.5',
    '1e3',
    '012',
    '1.80',
    '.inf',
    '---',
    '...',
    ' ',
    'é',
  ],
  ...[
    '\t',
    '\n',
    '\r',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\u0000',
    '\u007f',
    '😀',
    '\ud800',
    'a',
    '2026-10-15',
    ':',
  ],
];
const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme' })), {
  maxLength: 5,
});

describe('a text as a YAML scalar', () => {
  for (const [value, block, flow] of [
    ['2026-10-15', '2026-10-15', '2026-10-15'],
    ['M1 + 2 weeks', 'M1 + 2 weeks', 'M1 + 2 weeks'],
    ['15000 EUR', '15000 EUR', '15000 EUR'],
    ['1.80', '1.80', '1.80'],
    ['-5', '-5', '-5'],
    ['012', "'012'", "'012'"],
    ['1e3', "'1e3'", "'1e3'"],
    ['true', "'true'", "'true'"],
    ['', "''", "''"],
    ['late ', "'late '", "'late '"],
    ['a\u0085b', '"a\\u0085b"', '"a\\u0085b"'],
    ['price, and volumes', 'price, and volumes', "'price, and volumes'"],
    ['Pilot: accepted', "'Pilot: accepted'", "'Pilot: accepted'"],
    ['lot #3', "'lot #3'", "'lot #3'"],
    ['lot#3', 'lot#3', 'lot#3'],
    ["tom's", "tom's", "tom's"],
    ["tom's: it", '"tom\'s: it"', '"tom\'s: it"'],
    ['@tom', "'@tom'", "'@tom'"],
    ['one\ntwo', '"one\\ntwo"', '"one\\ntwo"'],
  ] as const)
    it(`writes ${JSON.stringify(value)} as ${block}`, () => {
      assert.equal(scalarText(value, 'block'), block);
      assert.equal(scalarText(value, 'flow'), flow);
    });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(text, (pieces) => {
        const value = pieces.join('');
        const [block, flow] = [scalarText(value, 'block'), scalarText(value, 'flow')];
        assert.ok(!/[\r\n]/.test(block + flow));
        const back = [
          parse(`k: ${block}\nl: 1\n`).k,
          parse(`k: ${block} # c`).k,
          parse(`{ k: ${flow}, l: 1 }`).k,
          parse(`[ ${flow} ]`)[0],
          parse(`- ${block}`)[0],
        ];
        for (const one of back)
          assert.ok(one === value || (typeof one === 'number' && one === Number(value)), `${one}`);
      }),
      RUNS,
    );
  }).timeout(0);
});
