import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runChecks } from '../../../src/core/checks/run.ts';
import { ledgerOf } from '../../../src/core/commitments/ledger.ts';
import type { Agreement } from '../../../src/core/document/agreement.ts';
import { agreementKinds } from '../../../src/core/sections/kinds/kinds.ts';
import { type NewAgreement, newAgreementText, partyFrom } from '../../../src/core/sections/new-agreement.ts';
import { plainText, snippetText } from '../../../src/core/sections/snippet.ts';
import { day } from '../commitments/listing.ts';
import { expand, read } from './helpers.ts';

const RUNS = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };
const today = day('2026-12-04');
const findings = (agreement: Agreement) =>
  runChecks(ledgerOf(agreement, today)).map(({ check, args }) => [check, args]);
const given = (facts: Partial<NewAgreement>): NewAgreement => ({
  title: 'Supply of jars',
  parties: [
    { name: 'Quillmoor Pantry', people: ['Inés Prado', 'Bo Lind'] },
    { name: 'Brackenfold, Ltd', people: ['Ines Vass'] },
  ],
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
  - { id: quillmoor-pantry, name: Quillmoor Pantry, role: our role, people: [ines, bo] }
  - { id: brackenfold-ltd, name: 'Brackenfold, Ltd', role: their role, people: [ines-2] }
people:
  ines: { name: Inés Prado }
  bo: { name: Bo Lind }
  ines-2: { name: Ines Vass }
`),
      text,
    );
    assert.match(text, /\n---\n\n# Supply of jars\n\n## 1\. Purpose\n/);
  });

  it('asks for what is not known', () => {
    const { terms } = read(plainText(newAgreementText(given({ title: ' ', parties: [] }))));
    assert.deepEqual(
      terms.parties.map(({ id }) => id?.value),
      ['us', 'them'],
    );
    assert.equal(terms.agreement?.value, 'New agreement');
    assert.equal(terms.owner, undefined);
  });

  it('passes its own checks, whatever it is called, and keeps the words', () => {
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
    const facts = fc.record({
      kind: fc.constantFrom(...agreementKinds),
      title: words,
      parties: fc.array(fc.record({ name: words, people: fc.array(words, { maxLength: 3 }) }), {
        maxLength: 4,
      }),
    });
    fc.assert(
      fc.property(facts, (some) => {
        const snippet = newAgreementText(given(some));
        const text = plainText(snippet);
        const agreement = read(text);
        assert.deepEqual(findings(agreement), []);
        assert.deepEqual(agreement.problems, []);
        const line = (value: string) => value.replace(/\s+/g, ' ').trim();
        assert.equal(line(agreement.terms.agreement!.value), line(some.title) || 'New agreement');
        const names = agreement.terms.parties.map(({ name }) => name?.value);
        for (const [index, { name }] of some.parties.entries())
          if (name.trim()) assert.equal(names[index], name.trim());
        const people = some.parties.flatMap((party) => party.people.map((one) => one.trim()).filter(Boolean));
        assert.deepEqual(
          agreement.terms.people.map(({ value }) => value?.name?.value),
          people,
        );
        assert.equal(expand(snippetText(snippet)).plain, text);
        assert.doesNotMatch(text, /[ \t]\n/);
      }),
      RUNS,
    );
  });
});

describe('A side as it is typed', () => {
  it('is a name, and whoever acts for it behind a colon', () => {
    assert.deepEqual(partyFrom(' Quillmoor Pantry: Maren Holt ,Oskar Bley,'), {
      name: 'Quillmoor Pantry',
      people: ['Maren Holt', 'Oskar Bley'],
    });
    assert.deepEqual(partyFrom('Northwind (UK), Ltd'), { name: 'Northwind (UK), Ltd', people: [] });
    assert.deepEqual(partyFrom(':Ana'), { name: '', people: ['Ana'] });
    assert.deepEqual(partyFrom(''), { name: '', people: [] });
    assert.deepEqual(partyFrom('供給: 花子、太郎').people, ['花子', '太郎']);
  });
});

describe('The kinds of agreement', () => {
  it('have names of their own, for programs and for people', () => {
    assert.equal(new Set(agreementKinds.map(({ id }) => id)).size, 9);
    assert.equal(new Set(agreementKinds.map(({ label }) => label)).size, 9);
    for (const { id } of agreementKinds) assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
  });

  for (const kind of agreementKinds) {
    describe(kind.label, () => {
      const all = kind.roles.flatMap((role) =>
        [[], [{ name: '', people: ['Inés Prado'] }], given({}).parties].map((parties) =>
          newAgreementText(given({ kind, role, parties })),
        ),
      );

      it('is a draft without a finding, whoever begins it', () => {
        for (const text of all.map(plainText)) {
          assert.deepEqual(findings(read(text)), []);
          assert.deepEqual(read(text).problems, []);
        }
      });

      it('would say the same once it is active, on the day before it begins', () => {
        for (const text of all.map(plainText))
          assert.deepEqual(findings(read(text.replace('status: draft', 'status: active'))), []);
      });

      it('leaves every example to be written over', () => {
        for (const snippet of all) {
          const { plain, stops } = expand(snippetText(snippet));
          assert.equal(plain, plainText(snippet));
          assert.ok(stops.length > 8);
        }
        assert.doesNotMatch(plainText(all[0]!), /[{}]\S*[{}]|undefined|\n\n\n|[ \t]\n/);
      });

      it('has a milestone for each objective, a clause for each milestone, and somebody on each side who acts', () => {
        const { terms, body } = read(plainText(all[0]!));
        const served = new Set(terms.milestones.map(({ objective }) => objective?.value));
        for (const { id } of terms.objectives) assert.ok(served.has(id?.value), id?.value);
        const headings = [
          ...body.sections
            .map(({ text }) => text)
            .join('')
            .matchAll(/^#+ ([\d.]+) /gm),
        ];
        const clauses = new Set(headings.map(([, number]) => number!.replace(/\.$/, '')));
        for (const { id, clause } of terms.milestones)
          if (kind.id !== 'blank') assert.ok(clauses.has(clause?.value ?? ''), id?.value);
        const acting = new Set(terms.milestones.flatMap(({ owner }) => owner.map(({ value }) => value)));
        if (kind.id !== 'blank') assert.deepEqual([...acting].sort(), ['them', 'us']);
        for (const risk of terms.risks)
          assert.ok(risk.owner && risk.mitigation && risk.trigger && risk.review);
      });
    });
  }

  it('give the first role to whoever begins, unless the other one is theirs', () => {
    const supply = agreementKinds[0]!;
    const owners = (role?: string) => {
      const facts = given({ kind: supply, ...(role !== undefined && { role }) });
      const { terms } = read(plainText(newAgreementText(facts)));
      return [terms.parties[0]?.role?.value, terms.milestones[0]?.owner[0]?.value];
    };
    assert.deepEqual(owners(), ['buyer', 'ines-2']);
    assert.deepEqual(owners('supplier'), ['supplier', 'ines']);
  });

  it('mark what is open in their clauses with brackets', () => {
    assert.match(
      plainText(newAgreementText(given({ kind: agreementKinds[0]! }))),
      /makes and delivers \[goods\] to/,
    );
  });
});
