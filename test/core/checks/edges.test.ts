import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/checks/check.ts';
import { safeFixes } from '../../../src/core/checks/safe-fixes.ts';
import { sentence } from '../../../src/core/messages.ts';
import { findingsIn } from './fixtures.ts';

const agreement = (...lines: string[]) => `---\nagreement: A\n${lines.join('\n')}\n---\n`;
/** A flow mapping of a milestone that says all that a finished agreement must have, and more. */
const item = (more: string) => `  - { title: T, owner: ana, indicator: A note, ${more} }`;

const of = (check: string, text: string): readonly Finding[] =>
  findingsIn(text).filter((finding) => finding.check === check);
const words = (text: string, { range }: Pick<Finding, 'range'>) => text.slice(range.start, range.end);
const places = (check: string, text: string) => of(check, text).map((finding) => words(text, finding));
const related = (check: string, text: string) =>
  of(check, text).flatMap((finding) => finding.related.map((one) => words(text, one)));
const fixes = (check: string, text: string) =>
  of(check, text).map((finding) => finding.fixes.map(({ title, args }) => sentence(title, args)));

describe('An item without a title or an id', () => {
  const milestone = '{ due: 2026-11-20, blocked: { since: 2026-11-01 } }';
  const risk = '{ impact: high, affects: [M9], review: effective + 1 day }';
  const text = agreement(
    'people: { ana: Ana }',
    'parties: [{ people: [zoe] }]',
    'negotiations:\n  - { date: 2026-11-20, owner: bob }',
    'objectives:\n  - { unit: EUR, party: nobody }',
    `milestones:\n  - ${milestone}`,
    `risks:\n  - ${risk}\n  - { owner: bob, review: 2026-11-01 }`,
  );

  it('is called “…” in sentences, and has an empty id as data', () => {
    const findings = findingsIn(text);
    assert.ok(findings.length >= 14);
    for (const { check, item: ref, args } of findings) {
      // Talks go by their day.
      const day = ref?.kind === 'debrief' ? '2026-11-20' : undefined;
      assert.equal(ref?.id, day ?? '', check);
      if ('title' in args) assert.equal(args['title'], day ?? '…', check);
      if (args['kind'] === 'unlisted') assert.equal(args['party'], '…');
    }
  });

  it('is pointed at as a whole where nothing in it is at fault', () => {
    for (const check of ['no-owner', 'no-indicator']) assert.deepEqual(places(check, text), [milestone]);
    for (const check of ['risk-no-owner', 'risk-no-mitigation'])
      assert.deepEqual(places(check, text), [risk]);
  });

  it('is told by its kind', () => {
    const kinds = new Set(findingsIn(text).map(({ item: ref }) => ref?.kind));
    for (const kind of ['party', 'negotiation', 'objective', 'milestone', 'risk', 'risk-review'] as const)
      assert.ok(kinds.has(kind), kind);
  });
});

describe('A finding about a day', () => {
  it('stands at the duration that it is counted by, in a series too', () => {
    const text = agreement('effective: 2026-09-01', 'milestones:', item('duration: 2 weeks, every: month'));
    assert.deepEqual(places('overdue', text), ['2 weeks']);
    assert.deepEqual(of('overdue', text)[0]?.args['count'], 3);
  });

  it('names what it waits for, by its day or by itself', () => {
    const text = agreement(
      'effective: 2026-12-01',
      'milestones:',
      item('id: M1, duration: 2 weeks'),
      item('id: M2, due: 2026-12-20'),
      item('due: 2026-12-05, after: [M1, M2]'),
      item('duration: 1 week, start: 2026-12-01, after: [M1]'),
      item('due: 2026-11-25, after: [M1]'),
    );
    assert.deepEqual(places('due-before-predecessor', text), [
      '2026-12-05',
      '2026-12-05',
      '1 week',
      '2026-11-25',
    ]);
    assert.deepEqual(related('due-before-predecessor', text), ['T', '2026-12-20', 'T', 'T']);
    assert.deepEqual(related('overdue', text), ['T'], 'late, and waiting for M1');
  });

  it('offers to let a milestone survive only where nothing is written of it', () => {
    const text = agreement(
      'signed: 2026-09-01',
      'expires: 2026-12-31',
      'milestones:',
      item('due: 2027-01-10, survives: maybe'),
      item('duration: 2 months, start: 2026-12-15'),
    );
    assert.deepEqual(places('due-after-expiry', text), ['2027-01-10', '2 months']);
    assert.deepEqual(fixes('due-after-expiry', text), [[], ['Say that it is owed after the end']]);
  });

  it('stands at the duration that leaves the calendar', () => {
    const text = agreement('effective: 2026-09-01', 'milestones:', item('duration: 99999 years'));
    assert.deepEqual(places('unresolved-date', text), ['99999 years']);
  });

  it('offers no renewal where it cannot tell the new last day, or cannot write it', () => {
    for (const [expires, notice] of [
      ['owner: ana', '2026-10-01'],
      ['expires: signed + 1 year', '2026-10-01'],
      ['effective: 2026-01-01\nexpires: 2026-12-31', 'effective + 9 months'],
      ['expires: &end 2026-12-31', '90 days'],
    ] as const) {
      const text = agreement(
        expires,
        'renews: 1 year',
        `notice: ${notice}`,
        'milestones:',
        item('due: *end'),
      );
      assert.deepEqual(
        fixes('notice-near', expires.includes('&') ? text : text.replace('*end', '2027-01-01')),
        [[]],
      );
    }
  });
});

describe('A circle', () => {
  it('can be one of the expiry day alone', () => {
    const text = agreement('expires: expires + 1 year');
    assert.deepEqual(places('circular-dependency', text), ['expires']);
    assert.equal(of('circular-dependency', text)[0]?.args['way'], 'expires → expires');
  });

  it('is told by a shortest way, whatever other ways there are', () => {
    const text = agreement(
      'milestones:',
      item('id: A1, after: [B1, C1]'),
      item('id: B1, after: [D1]'),
      item('id: C1, after: [D1]'),
      item('id: D1, after: [A1]'),
      item('id: E1, after: [A1]'),
    );
    assert.deepEqual(
      of('circular-dependency', text).map(({ args }) => args['way']),
      ['A1 → B1 → D1 → A1', 'B1 → D1 → A1 → B1', 'C1 → D1 → A1 → C1', 'D1 → A1 → B1 → D1'],
    );
  });
});

describe('What a value explains by being unreadable', () => {
  it('is not said to be missing', () => {
    const text = agreement(
      'milestones:',
      item('id: M1, status: done, done: 2026-11-01, evidence: [./a.pdf]'),
      item('id: M2, status: done, done: 2026-11-01, amount: 5 EUR, evidence: [[1]]'),
      'risks:',
      '  - { title: R, owner: ana, impact: high, mitigation: [x] }',
      '  - { title: S, owner: ana, impact: high, contingency: { a: b } }',
    );
    for (const check of ['done-without-evidence', 'risk-no-mitigation'])
      assert.deepEqual(places(check, text), [], check);
  });

  it('but a document without a title, or one without an indicator, can lack its proof', () => {
    const done = 'status: done, done: 2026-11-01';
    const text = agreement(
      'milestones:',
      item(`id: M1, ${done}, evidence: [./a.pdf]`),
      `  - { id: M2, indicator: Receipt, ${done} }`,
      `  - { id: M3, title: Audit, ${done} }`,
      `  - { id: M4, ${done} }`,
    );
    assert.deepEqual(places('done-without-evidence', text), ['M2', 'Audit']);
  });
});

describe('A name that leads nowhere', () => {
  it('is pointed at by its whole value where it cannot be seen in it', () => {
    const text = agreement(
      'milestones:',
      item('id: M1, due: &day M9 + 1 day'),
      item('id: M2, due: *day'),
      item('id: M3, due: "M\\u0039 + 1 day"'),
    );
    assert.deepEqual(places('unknown-reference', text), ['M9', '*day', '"M\\u0039 + 1 day"']);
  });

  it('is looked for in all that names somebody', () => {
    const text = agreement(
      'people: { ana: Ana }',
      'governance:',
      '  decision-rights: { price: , dates: bob }',
      '  change-approval: [eve]',
      '  escalation: [{ late: 3 days, to: zoe }, { late: 5 days }]',
    );
    assert.deepEqual(places('unknown-owner', text), ['bob', 'eve', 'zoe']);
  });

  it('has no fix where the key behind an alias is misspelt', () => {
    const text = agreement('negotiations:', '  - &x { id: N1, tilte: T }', 'milestones:', '  - *x');
    assert.deepEqual(fixes('unknown-key', text), [[]]);
  });
});

describe('Somebody of no party', () => {
  const people = 'people: { ana: , tom: { name: Tom Ash }, eve: Eve }';
  const action = '## Action items\n- [ ] Call @tom due:2027-01-01\n';

  it('can be listed with each party that can be told and written to', () => {
    const text =
      agreement(
        people,
        'notice: { last-day: 2027-01-01, owner: ana }',
        'parties: [{ id: p, people: [eve] }, { people: [] }, { id: q, people: &x [eve] }, { id: r, people: *x }]',
      ) + action;
    assert.deepEqual(
      of('owner-not-of-party', text).map(({ args }) => args['name']),
      ['ana', 'Tom Ash'],
    );
    assert.deepEqual(fixes('owner-not-of-party', text), [['List ana with p'], ['List tom with p']]);
    assert.deepEqual(related('owner-not-of-party', text), ['ana', 'tom']);
  });

  it('is given no long list to choose from', () => {
    const parties = ['q', 'r', 's', 't'].map((id) => `{ id: ${id} }`).join(', ');
    const text = agreement(people, `parties: [{ id: p, people: [eve] }, ${parties}]`) + action;
    assert.deepEqual(fixes('owner-not-of-party', text), [[]]);
  });
});

describe('Safe fixes', () => {
  const finding = (...fixes: readonly (readonly [start: number, end: number, safe?: true])[]) =>
    ({
      fixes: fixes.map(([start, end, safe]) => ({
        title: `${start}`,
        edits: [{ range: { start, end }, newText: '' }],
        ...(safe && { safe }),
      })),
    }) as unknown as Finding;

  it('are made at once, one a finding, but for those that touch one before', () => {
    const made = safeFixes([
      finding([0, 1], [2, 3, true], [4, 5, true]),
      finding([3, 6, true]),
      finding([6, 7, true]),
      finding([0, 2, true]),
      finding([0, 1, true]),
      finding([9, 10]),
      finding(),
    ]);
    assert.deepEqual(
      made.map(({ title }) => title),
      ['2', '6', '0'],
    );
    assert.deepEqual(made[2]!.edits[0]!.range, { start: 0, end: 1 });
  });
});

describe('A fix', () => {
  it('is not offered deep in one long list, where it would cost too much', () => {
    const one = '{ id: M1, title: T, status: planned, done: 2026-11-01 }';
    const text = agreement(`milestones: [${Array(60).fill(one).join(', ')}]`);
    const offered = fixes('status-contradiction', text);
    assert.deepEqual([offered[0]?.length, offered.at(-1)?.length], [2, 0]);
  });

  it('is not offered for an id of which the next two hundred are taken', () => {
    const taken = (last: number) =>
      agreement(
        'milestones:',
        ...Array.from({ length: last }, (_, i) => item(`id: M${i + 1}`)),
        item('id: M1'),
      );
    assert.deepEqual(fixes('duplicate-id', taken(200)), [['Call it “M201”']]);
    assert.deepEqual(fixes('duplicate-id', taken(201)), [[]]);
  });

  it('of a tab below a comment that never ends begins in the first column', () => {
    const text = `---\n${'#'.repeat(3000)}\n\towner: ana\nagreement: A\n---\n`;
    assert.deepEqual(
      of('yaml-syntax', text).flatMap((finding) => finding.fixes.flatMap(({ edits }) => edits[0]?.newText)),
      [''],
    );
  });
});

describe('Vague words', () => {
  it('stand for the whole text where the file writes it otherwise', () => {
    const text = agreement(
      'milestones:',
      '  - title: "Send it \\u0061s soon as possible"',
      '    owner: ana',
      '    due: 2027-01-01',
      '    indicator: >-\n      Sent, and so\n      on',
    );
    assert.deepEqual(
      of('vague-wording', text).map(({ args }) => args['words']),
      ['as soon as possible', 'and so on'],
    );
    assert.match(places('vague-wording', text)[1]!, /^>-\n/);
  });
});

describe('A section that nearly has its shape', () => {
  it('is no finding where it has no shape, table or not', () => {
    const table = '\n\n| A | B |\n| - | - |\n\n';
    const text = `${agreement('owner: ana')}## Post-mortem${table}## Changes${table}`;
    assert.deepEqual(places('ambiguous-section', text), ['Changes']);
  });
});
