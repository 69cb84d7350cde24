import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { checks } from '../../../src/core/checks/registry.ts';
import { runChecks } from '../../../src/core/checks/run.ts';
import { ledgerOf } from '../../../src/core/commitments/ledger.ts';
import { readAgreement } from '../../../src/core/document/agreement.ts';
import { readConfiguration, type Severity } from '../../../src/core/document/configuration.ts';
import { sentence } from '../../../src/core/messages.ts';
import { configurationFindings, unreadableFinding } from '../../../src/core/portfolio/own-findings.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { findingsIn, fixtures, TODAY } from './fixtures.ts';

const RUNS = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };

const configured = (yaml: string) => readConfiguration(yaml, 'file:///.parley.yaml').configuration;

function severities(text: string, yaml = '', preferences: Readonly<Record<string, Severity>> = {}): string[] {
  const ledger = ledgerOf(readAgreement(text, 'file:///a.md')!, TODAY, configured(yaml));
  return runChecks(ledger, new Map(Object.entries(preferences))).map(
    ({ check, severity }) => `${check} ${severity}`,
  );
}

const ONE = '---\nagreement: One\nmilestones:\n  - { id: M1, title: A, owner: tom, due: 2027-01-15 }\n---\n';
const DRAFT = ONE.replace('agreement', 'status: draft\nagreement');

describe('A severity', () => {
  it('is the check’s own where nobody sets one', () => {
    assert.deepEqual(severities(ONE), ['no-indicator information']);
  });

  it('is one’s own preference, and before that what the folder’s configuration says', () => {
    assert.deepEqual(severities(ONE, '', { 'no-indicator': 'error' }), ['no-indicator error']);
    const folder = 'checks: { no-indicator: warning }';
    assert.deepEqual(severities(ONE, folder, { 'no-indicator': 'error' }), ['no-indicator warning']);
  });

  it('can be off', () => {
    assert.deepEqual(severities(ONE, '', { 'no-indicator': 'off' }), []);
    assert.deepEqual(severities(ONE, 'checks: { no-indicator: off }', { 'no-indicator': 'error' }), []);
  });

  it('of what a draft lacks is a hint, whatever was set, unless that was off', () => {
    assert.deepEqual(severities(DRAFT, 'checks: { no-indicator: error }'), ['no-indicator hint']);
    assert.deepEqual(severities(DRAFT, 'checks: { no-indicator: off }'), []);
  });
});

describe('People of the folder’s vocabulary', () => {
  it('are known in every agreement, and offered where a name is a slip for one', () => {
    const text = ONE.replace('milestones', 'people: { ana: Ana Sol }\nmilestones').replace('tom', 'leoo');
    const configuration = configured('vocabulary: { leoo: Leo }');
    assert.ok(findingsIn(text).some(({ check }) => check === 'unknown-owner'));
    assert.ok(!findingsIn(text, configuration).some(({ check }) => check === 'unknown-owner'));
    const findings = findingsIn(text, configured('vocabulary: { leo: Leo }'));
    const near = findings.find(({ check }) => check === 'unknown-owner');
    assert.deepEqual(near?.fixes[0]?.args, { text: 'leo' });
  });
});

describe('What is wrong in .parley.yaml itself', () => {
  const text =
    'we: Quillmoor\nholidays: [2026-13-01]\nvocabluary: {}\nlanguage: english: really\nchecks: { overdu: off }\n';
  const findings = (yaml = text) =>
    configurationFindings(readConfiguration(yaml, 'file:///.parley.yaml'), yaml);

  it('is said in whole sentences', () => {
    assert.deepEqual(
      findings().map(({ check, args }) => [check, sentence(check, args)]),
      [
        [
          'invalid-value',
          'Unexpected “Quillmoor”, expected a handle: lower-case letters, digits, "_" and "-", first a letter.',
        ],
        ['invalid-value', 'Unexpected day “2026-13-01”: the calendar has no such day.'],
        ['unknown-key', 'Unexpected key “vocabluary”, expected “vocabulary”.'],
        ['yaml-syntax', 'Unexpected second colon, expected quotes around “english: really”.'],
        ['unused-suppression', 'Unexpected “overdu”, expected the name of a check.'],
      ],
    );
  });

  it('can be mended', () => {
    const edits = findings().flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
    assert.equal(
      applyEdits(text, edits),
      "we: quillmoor\nholidays: [2026-13-01]\nvocabulary: {}\nlanguage: 'english: really'\nchecks: { overdue: off }\n",
    );
  });

  it('weighs as the configuration says where a check is misspelled', () => {
    const weights = (yaml: string) => findings(yaml).map(({ severity }) => severity);
    assert.deepEqual(weights('checks: { overdu: off }\n'), ['hint']);
    assert.deepEqual(weights('checks: { overdu: off, unused-suppression: error }\n'), ['error']);
    assert.deepEqual(weights('checks: { overdu: off, unused-suppression: off }\n'), []);
  });

  it('is a stretch of days that is none', () => {
    for (const days of ['-1', '3.5', 'soon', '1000000000000'])
      assert.deepEqual(
        findings(`due-soon: ${days}\n`).map(({ check, args }) => sentence(check, args)),
        [`Unexpected “${days}”, expected a whole number, 0 or more.`],
      );
    assert.deepEqual(findings('due-soon: 0\nchecks: { overdue: error, due-soon: off }\n'), []);
  });

  it('or that a file could not be read at all, has a sentence too', () => {
    for (const reason of ['too-large', 'unreadable'] as const) {
      const { check, args } = unreadableFinding('file:///a.md', reason);
      assert.match(sentence(check, args), /^This [^{“]*\.$/);
    }
  });
});

describe('Any text', () => {
  const samples = readdirSync(new URL('../../../examples/', import.meta.url))
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(new URL(`../../../examples/${name}`, import.meta.url), 'utf8'));
  const texts = [...samples, ...fixtures().map(({ text }) => text)];
  const scrap = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom(
      ': ',
      '\n',
      '"',
      "'",
      '[',
      '}',
      '\t',
      ' #x',
      '@',
      '- ',
      '<<<<<<< a\n',
      '2026-02-30',
      '&a ',
      '*a',
    ),
  );
  const slip = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    gone: fc.nat({ max: 30 }),
    scrap,
  });

  it('is checked without an exception, with findings inside it, whole sentences and fixes that apply', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(slip, { minLength: 1, maxLength: 3 }),
        (text, slips) => {
          let broken = text;
          for (const { at, gone, scrap: put } of slips) {
            const start = Math.floor(at * broken.length);
            broken = broken.slice(0, start) + put + broken.slice(start + gone);
          }
          if (!readAgreement(broken, 'file:///fixture.md')) return;
          for (const { check, args, range, related, fixes } of findingsIn(broken)) {
            assert.ok(0 <= range.start && range.start <= range.end && range.end <= broken.length, check);
            assert.doesNotMatch(sentence(check, args), /undefined/);
            for (const one of related) assert.ok(one.range.end <= broken.length);
            for (const { edits } of fixes) assert.notEqual(applyEdits(broken, edits), broken, check);
          }
        },
      ),
      RUNS,
    );
  });

  it('has findings in its own order, each of a check that there is', () => {
    const ids = new Set(checks.map(({ id }) => id));
    for (const text of texts) {
      const findings = findingsIn(text);
      const starts = findings.map(({ range }) => range.start);
      assert.deepEqual(
        starts,
        starts.toSorted((a, b) => a - b),
      );
      for (const { check } of findings) assert.ok(ids.has(check));
    }
  });
});
