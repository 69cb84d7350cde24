import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runChecks } from '../../../src/core/checks/run.ts';
import { ledgerOf } from '../../../src/core/commitments/ledger.ts';
import type { Agreement } from '../../../src/core/document/agreement.ts';
import { agreementKinds } from '../../../src/core/sections/kinds/kinds.ts';
import { type NewAgreement, newAgreementText } from '../../../src/core/sections/new-agreement.ts';
import { plainText, snippetText } from '../../../src/core/sections/snippet.ts';
import { day } from '../commitments/listing.ts';
import { expand, read } from './helpers.ts';

const RUNS = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };
const today = day('2026-12-04');
const findings = (agreement: Agreement) =>
  runChecks(ledgerOf(agreement, today)).map(({ check, args }) => [check, args]);
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
      parties: fc.array(words, { maxLength: 4 }),
      owner: words,
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
        for (const [index, name] of some.parties.entries())
          if (name.trim()) assert.equal(names[index], name.trim());
        assert.equal(expand(snippetText(snippet)).plain, text);
        assert.doesNotMatch(text, /[ \t]\n/);
      }),
      RUNS,
    );
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
        ['', 'Inés Prado'].map((owner) => newAgreementText(given({ kind, role, owner, parties: [] }))),
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
    assert.deepEqual(owners(), ['buyer', 'brackenfold-ltd']);
    assert.deepEqual(owners('supplier'), ['supplier', 'ines']);
  });

  it('mark what is open in their clauses with brackets', () => {
    assert.match(
      plainText(newAgreementText(given({ kind: agreementKinds[0]! }))),
      /makes and delivers \[goods\] to/,
    );
  });
});
