import assert from 'node:assert/strict';
import fc from 'fast-check';
import { divergence, withUnit } from '../../../src/core/sections/figures.ts';

const RUNS = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };

describe('The divergence of what was agreed from the target', () => {
  const cases: [agreed: string, target: string, unit: string, expected: string | undefined][] = [
    ['0.192', '0.185', 'EUR', '+0.007 EUR (+3.8 %)'],
    ['0.3', '0.1', '', '+0.2 (+200 %)'],
    ['1.90', '1.80', 'EUR', '+0.10 EUR (+5.6 %)'],
    ['97', '98', '%', '−1 pp'],
    ['97 %', '98%', '', '−1 pp'],
    ['84', '90', 'pallets', '−6 pallets (−6.7 %)'],
    ['50', '50', 'EUR', '0 EUR'],
    ['-5', '-10', '', '+5 (+50 %)'],
    ['−12', '-10', '', '−2 (−20 %)'],
    ['5', '0', 'days', '+5 days'],
    ['1', '-1', '', '+2 (+200 %)'],
    ['.5', '0.25', '', '+0.25 (+100 %)'],
    ['15 000 EUR', '14_500', 'EUR', '+500 EUR (+3.4 %)'],
    ['1000001', '1000000', '', '+1'],
    ['1000000', '1', '', '+999999'],
    ['12345678901234567890.1', '12345678901234567890', '', '+0.1'],
    ['10 EUR', '10 USD', '', undefined],
    ['two trucks', '3', '', undefined],
    ['1,85', '1.80', '', undefined],
    ['> 90', '90', '', undefined],
    ['3-4', '3', '', undefined],
    ['2026-10-01', '2026-09-01', '', undefined],
    ['', '1', '', undefined],
    ['9'.repeat(41), '1', '', undefined],
  ];
  for (const [agreed, target, unit, expected] of cases)
    it(`of “${agreed.slice(0, 25)}” from “${target}” ${unit} is ${expected ?? 'left to write'}`, () => {
      assert.equal(divergence(agreed, target, unit), expected);
    });

  it('is exact, and the same with the sign turned when the two change places', () => {
    const figure = fc.tuple(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.nat(4));
    const write = ([units, scale]: [number, number]): string => {
      const digits = String(Math.abs(units)).padStart(scale + 1, '0');
      const fraction = scale > 0 ? `.${digits.slice(-scale)}` : '';
      return `${units < 0 ? '-' : ''}${digits.slice(0, digits.length - scale)}${fraction}`;
    };
    const first = (text: string | undefined) => /^[+−]?[\d.]+/.exec(text ?? '')?.[0] ?? '';
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const there = first(divergence(write(a), write(b)));
        const back = first(divergence(write(b), write(a)));
        assert.equal(there.replace(/^[+−]/, ''), back.replace(/^[+−]/, ''));
        const exact = a[0] * 10 ** (4 - a[1]) - b[0] * 10 ** (4 - b[1]);
        assert.equal(Math.round(Number(there.replace('−', '-')) * 10_000), exact);
      }),
      RUNS,
    );
  });
});

describe('A figure', () => {
  it('carries its unit, unless it has one or is no figure', () => {
    assert.equal(withUnit('1.80', 'EUR'), '1.80 EUR');
    assert.equal(withUnit('98%', '%'), '98%');
    assert.equal(withUnit('as before', 'EUR'), 'as before');
    assert.equal(withUnit('98'), '98');
  });
});
