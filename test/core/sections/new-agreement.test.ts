import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runChecks } from '../../../src/core/checks/run.ts';
import { ledgerOf } from '../../../src/core/commitments/ledger.ts';
import { type NewAgreement, newAgreementText } from '../../../src/core/sections/new-agreement.ts';
import { plainText, snippetText } from '../../../src/core/sections/snippet.ts';
import { day } from '../commitments/listing.ts';
import { expand, read } from './helpers.ts';

const RUNS = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };
const today = day('2026-12-04');
const given = (facts: Partial<NewAgreement>): NewAgreement => ({
  title: 'Supply of jars',
  parties: ['Quillmoor Pantry', 'Brackenfold, Ltd'],
  owner: 'Inés Prado',
  today,
  zone: 'Europe/Madrid',
  ...facts,
});

describe('A new agreement', () => {
  it('is a draft that says what is known, in the shape of the format', () => {
    const text = plainText(newAgreementText(given({})));
    assert.ok(
      text.startsWith(`---
agreement: Supply of jars
status: draft
owner: ines
effective: 2027-01-01
expires: effective + 1 year - 1 day
timezone: Europe/Madrid

parties:
  - { id: quillmoor-pantry, name: Quillmoor Pantry, role: our role, people: [ines] }
  - { id: brackenfold-ltd, name: 'Brackenfold, Ltd', role: their role }
people:
  ines: { name: Inés Prado }
`),
      text,
    );
    assert.match(text, /\n---\n\n# Supply of jars\n\n## 1\. Purpose\n/);
  });

  it('asks for what is not known', () => {
    const { terms } = read(plainText(newAgreementText(given({ title: ' ', parties: [], owner: '' }))));
    assert.deepEqual(
      terms.parties.map(({ id }) => id?.value),
      ['us', 'them'],
    );
    assert.equal(terms.agreement?.value, 'New agreement');
    assert.equal(terms.owner, undefined);
  });

  it('passes its own checks but for hints, whatever it is called, and keeps the words', () => {
    const words = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'a: b',
        'yes',
        '# x',
        '@ines',
        '1.0',
        '"q',
        "it's",
        'ÉON {x}',
        'שלום',
        '日本',
        'us',
        '- a',
        'İx',
        '---',
      ),
    );
    const facts = fc.record({ title: words, parties: fc.array(words, { maxLength: 4 }), owner: words });
    fc.assert(
      fc.property(facts, (some) => {
        const snippet = newAgreementText(given(some));
        const text = plainText(snippet);
        const agreement = read(text);
        const found = runChecks(ledgerOf(agreement, today)).filter(({ severity }) => severity !== 'hint');
        assert.deepEqual(
          found.map(({ check, args }) => [check, args]),
          [],
        );
        assert.deepEqual(agreement.problems, []);
        const line = (value: string) => value.replace(/\s+/g, ' ').trim();
        assert.equal(line(agreement.terms.agreement!.value), line(some.title) || 'New agreement');
        const names = agreement.terms.parties.map(({ name }) => name?.value);
        for (const [index, name] of some.parties.entries())
          if (name.trim()) assert.equal(names[index], name.trim());
        assert.equal(expand(snippetText(snippet)).plain, text);
        assert.doesNotMatch(text, /[ \t]\n/);
      }),
      RUNS,
    );
  });
});
