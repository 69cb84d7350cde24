import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayOrPeriod, noticeDay } from '../../../src/core/schema/days.ts';
import {
  choice,
  flag,
  handle,
  id,
  isTypo,
  money,
  number,
  percent,
  person,
  typoOf,
} from '../../../src/core/schema/scalars.ts';
import { keyOf, type ScalarType } from '../../../src/core/schema/type.ts';

const numRuns = Number(process.env.PARLEY_RUNS ?? 300);

/** What a type makes of a plain scalar: its value, or `reason → suggestion`. */
function read<T>(type: ScalarType<T>, text: string): T | string {
  const outcome = type.read(text, 'plain');
  if (outcome.ok) return outcome.value;
  return outcome.suggestion === undefined ? outcome.reason : `${outcome.reason} → ${outcome.suggestion}`;
}

describe('An id', () => {
  it('is letters, digits, "_", "." and "-", first a letter, as written', () => {
    for (const name of ['M1', 'm-1.2_b', 'Übergabe', '納品1', 'é1'])
      assert.equal(read(id, name), name.normalize('NFC'));
  });

  it('is mended where it can be', () => {
    assert.equal(read(id, 'first pilot'), 'not-an-id → first-pilot');
    assert.equal(read(id, '1st'), 'not-an-id → st');
    assert.equal(read(id, '12'), 'not-an-id');
    assert.equal(read(id, 'signed'), 'id-reserved');
  });

  it('is the same however its accents were typed', () => {
    assert.equal(read(id, 'e\u0301'), 'é');
  });
});

describe('A handle', () => {
  it('is lower-case or caseless', () => {
    for (const name of ['ines', 'ana-2', '田中', 'אנה', 'o_k']) assert.equal(read(handle, name), name);
    assert.equal(read(handle, 'Ines'), 'not-a-handle → ines');
    assert.equal(read(handle, '@tom'), 'not-a-handle → tom');
    assert.equal(read(handle, 'Inés Prado'), 'not-a-handle → inés-prado');
    assert.equal(read(handle, '7up'), 'not-a-handle');
  });

  it('need not be one where a file names nobody', () => {
    assert.equal(read(person, 'Inés Prado'), 'Inés Prado');
    assert.equal(read(person, '@tom'), 'at-sign → tom');
    assert.equal(read(person, '  '), 'empty');
  });
});

describe('Money', () => {
  it('is a decimal number and a currency, exactly as written', () => {
    assert.deepEqual(read(money, '240000 EUR'), { amount: '240000', currency: 'EUR' });
    assert.deepEqual(read(money, '240 000.50 USDC'), { amount: '240000.50', currency: 'USDC' });
    assert.deepEqual(read(money, '1_000 JPY'), { amount: '1000', currency: 'JPY' });
    assert.deepEqual(read(money, '-5 EUR'), { amount: '-5', currency: 'EUR' });
  });

  it('gets a message of its own for each thing that people type first', () => {
    assert.equal(read(money, '15,000 EUR'), 'money-comma → 15000 EUR');
    assert.equal(read(money, '15.000,50 EUR'), 'money-comma → 15000.50 EUR');
    assert.equal(read(money, '€15,000'), 'money-symbol → 15000 EUR');
    assert.equal(read(money, '£ 5'), 'money-symbol → 5 GBP');
    assert.equal(read(money, 'EUR 15000'), 'not-money → 15000 EUR');
    assert.equal(read(money, '15000 eur'), 'not-money → 15000 EUR');
    assert.equal(read(money, '15000'), 'money-currency');
    assert.equal(read(money, 'a lot'), 'not-money');
  });

  it('does not guess where a separator could be either thing', () => {
    assert.equal(read(money, '1,2345 EUR'), 'money-comma');
  });

  it('suggests only what can be read', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0159.,_ €$EURusd-'), maxLength: 14 }), (text) => {
        const outcome = money.read(text, 'plain');
        if (!outcome.ok && outcome.suggestion !== undefined)
          assert.ok(money.read(outcome.suggestion, 'plain').ok);
      }),
      { numRuns },
    );
  });
});

describe('Numbers, shares and truth values', () => {
  it('are YAML’s', () => {
    assert.equal(read(number, '2.10'), 2.1);
    assert.equal(read(number, '1e3'), 1000);
    assert.equal(read(number, '-.5'), -0.5);
    assert.equal(read(number, '20,000'), 'not-a-number → 20000');
    assert.equal(read(number, 'many'), 'not-a-number');
    assert.equal(read(percent, '40%'), 40);
    assert.equal(read(percent, '40'), 40);
    assert.equal(read(percent, '140%'), 'not-a-percent');
    assert.equal(read(flag, 'true'), true);
    assert.equal(read(flag, 'False'), false);
    assert.equal(read(flag, 'yes'), 'not-a-flag → true');
    assert.equal(read(flag, 'off'), 'not-a-flag → false');
    assert.equal(read(flag, 'perhaps'), 'not-a-flag');
    assert.equal(flag.read('true', 'double').ok, false);
  });
});

describe('A choice', () => {
  const status = choice('planned', 'in-progress', 'done');
  it('has one spelling, and knows the others', () => {
    assert.equal(read(status, 'in-progress'), 'in-progress');
    assert.equal(read(status, 'In Progress'), 'not-a-choice → in-progress');
    assert.equal(read(status, 'plannd'), 'not-a-choice → planned');
    assert.equal(read(status, 'finished'), 'not-a-choice');
  });
});

describe('A day or something else', () => {
  it('is told apart by how it is written, and complains as what it looks like', () => {
    assert.deepEqual(read(noticeDay, '90 days'), { before: { count: 90, unit: 'day' } });
    assert.deepEqual(read(noticeDay, 'expires - 3 months'), {
      on: { kind: 'relative', anchor: 'expires', steps: [{ count: -3, unit: 'month' }] },
    });
    assert.equal(read(noticeDay, '2026-02-30'), 'no-such-day → 2026-02-28');
    assert.equal(read(noticeDay, '1.5 months'), 'fractional-count → 45 days');
    assert.ok('every' in (read(dayOrPeriod, 'month') as object));
    assert.ok('on' in (read(dayOrPeriod, '2026-12-01') as object));
  });
});

describe('A typo', () => {
  it('is one edit away, or two from six letters on; neighbours that changed places are one edit', () => {
    assert.ok(isTypo('onwer', 'owner'));
    assert.ok(isTypo('du', 'due'));
    assert.ok(isTypo('milestons', 'milestones'));
    assert.ok(isTypo('milstone', 'milestones'));
    assert.ok(!isTypo('dudu', 'due'));
    assert.ok(!isTypo('owned-by', 'owner'));
    assert.ok(!isTypo('owner', 'owner'));
  });

  it('is found among names as by trying each', () => {
    const names = ['owner', 'due', 'milestones', 'effective', 'id'];
    const near = fc
      .tuple(fc.constantFrom(...names), fc.nat(9), fc.constantFrom('', 'x', 'ö', 'e'))
      .map(([name, at, put]) => name.slice(0, at) + put + name.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ maxLength: 8 })), (written) => {
        assert.equal(
          typoOf(written, names),
          names.find((name) => isTypo(written, name)),
        );
      }),
      { numRuns },
    );
  });
});

describe('keyOf', () => {
  it('writes a property’s name as its key stands in the file', () => {
    assert.equal(keyOf('changeApproval'), 'change-approval');
    assert.equal(keyOf('due'), 'due');
  });
});
