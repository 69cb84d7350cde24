import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fit, isolated, oneLine, widthOf, wrap } from '../../../src/core/report/columns.ts';

const RUNS = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };
const text = fc.string({ unit: 'grapheme' }).map(oneLine);

describe('columns of a terminal', () => {
  const widths: readonly [string, number][] = [
    ['', 0],
    ['jars', 4],
    ['Verträge', 8],
    ['a\u0308', 1],
    ['契約', 4],
    ['ｶﾞﾗｽ', 4],
    ['👨‍👩‍👧‍👦', 2],
    ['🇮🇪', 2],
    ['✔', 1],
    ['✔️', 2],
    ['עברית', 5],
    ['\u200d\u2068', 0],
  ];
  for (const [written, width] of widths)
    it(`counts ${width} for ${JSON.stringify(written)}`, () => assert.equal(widthOf(written), width));

  it('fits a text into exactly as many', () => {
    assert.equal(fit('jars', 6), 'jars  ');
    assert.equal(fit('four moulds', 5), 'four…');
    assert.equal(fit('four moulds', 6), 'four… ', 'no space before the ellipsis');
    assert.equal(fit('契約書', 4), '契… ');
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (written, width) => {
        const fitted = fit(written, width);
        assert.ok(widthOf(fitted) === width, JSON.stringify(fitted));
      }),
      RUNS,
    );
  });

  it('breaks between words, loses none, and is too wide only for a word that is', () => {
    assert.deepEqual(wrap('due on the last day', 8), ['due on', 'the last', 'day']);
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (written, width) => {
        const lines = wrap(written, width);
        assert.equal(lines.join(' '), written);
        for (const line of lines) assert.ok(widthOf(line) <= width || !line.includes(' '));
      }),
      RUNS,
    );
  });

  it('lets nothing of a file’s reach the terminal but text', () => {
    assert.equal(oneLine('a\r\n  b\tc'), 'a b c');
    assert.equal(
      oneLine('\u001b[31mred\u0007\u009b1m\u202e\ud800'),
      '\ufffd[31mred\ufffd\ufffd1m\ufffd\ufffd',
    );
  });

  it('isolates what is written from right to left, and nothing else', () => {
    assert.equal(isolated('חוזה'), '\u2068חוזה\u2069');
    assert.equal(isolated('Verträge 契約'), 'Verträge 契約');
  });
});
