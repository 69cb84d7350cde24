import assert from 'node:assert/strict';
import { canPostpone } from '../../../src/core/edits/possible.ts';
import { postponeAll, postponeEdits } from '../../../src/core/edits/postpone.ts';
import { isRefusal } from '../../../src/core/edits/refusal.ts';
import { typedDay } from '../../../src/core/edits/typed-day.ts';
import { sentence } from '../../../src/core/messages.ts';
import { commitmentOf, day, ledgerAt, outcome } from './helpers.ts';

const TODAY = '2026-11-20';

function agreement(frontmatter: string, body = ''): string {
  return `---\nagreement: A\nsigned: 2026-09-01\n${frontmatter}---\n${body}`;
}

function postponed(text: string, id: string, written: string): string {
  const ledger = ledgerAt(text, TODAY);
  return outcome(text, postponeEdits(ledger, commitmentOf(ledger, id), written));
}

describe('postponing a milestone', () => {
  const TWO =
    'milestones:\n  - id: M1\n    due: 2026-11-19 # firm\n  - { id: M2, after: [M1], duration: 2 weeks }\n';

  it('writes the new day over the old one, and nothing else', () =>
    assert.equal(
      postponed(agreement(TWO), 'M1', '2026-12-01'),
      agreement(TWO.replace('2026-11-19', '2026-12-01')),
    ));

  it('gives one that only has a duration a due day', () =>
    assert.equal(
      postponed(agreement(TWO), 'M2', 'M1 + 30 business days'),
      agreement(TWO.replace('2 weeks }', '2 weeks, due: M1 + 30 business days }')),
    ));

  for (const [where, before, after] of [
    ['behind its duration', '    duration: 2 weeks\n', '    start: 2026-10-01\n'],
    ['behind its start', '    start: 2026-10-01\n', '    owner: tom\n'],
    ['behind its owner', '    owner: tom\n', '    title: T\n'],
    ['behind its title', '    title: T\n', '    indicator: note\n'],
    ['at its end', '    indicator: note\n', ''],
  ] as const)
    it(`gives one without a day a due day ${where}`, () => {
      const with_ = (due: string) => agreement(`milestones:\n  - id: M1\n${before}${due}${after}`);
      assert.equal(postponed(with_(''), 'M1', '2026-12-01'), with_('    due: 2026-12-01\n'));
    });

  it('can make it wait for one that has no day yet', () => {
    const open = 'milestones: [{ id: M1, due: 2026-11-19 }, { id: M2 }]\n';
    assert.equal(
      postponed(agreement(open), 'M1', 'M2 + 1 week'),
      agreement(open.replace('2026-11-19', 'M2 + 1 week')),
    );
  });

  it('is refused for one that stands behind an alias', () =>
    assert.equal(
      postponed(
        agreement('negotiations: [&x { id: M1, date: 2026-09-01 }]\nmilestones: [*x]\n'),
        'milestone',
        '2026-12-01',
      ),
      'edit/aliased',
    ));

  it('changes nothing where the day is the same', () => {
    const ledger = ledgerAt(agreement(TWO), TODAY);
    assert.deepEqual(postponeEdits(ledger, commitmentOf(ledger, 'M1'), '2026-11-19'), []);
  });

  it('does several at once', () => {
    const ledger = ledgerAt(agreement(TWO), TODAY);
    assert.equal(
      outcome(agreement(TWO), postponeAll(ledger, ledger.commitments, '2027-01-15')),
      agreement(TWO.replace('2026-11-19', '2027-01-15').replace('weeks }', 'weeks, due: 2027-01-15 }')),
    );
  });

  for (const [why, milestone, written, code] of [
    ['is done', '{ id: M1, status: done }', '2026-12-01', 'edit/settled'],
    ['was called off', '{ id: M1, status: cancelled }', '2026-12-01', 'edit/settled'],
    ['comes round again', '{ id: M1, due: 2026-12-01, every: month }', '2026-12-02', 'edit/recurring'],
    [
      'waits for acceptance',
      '{ id: M1, accepts: ana, submitted: 2026-11-01 }',
      '2026-12-01',
      'edit/acceptance',
    ],
    ['would wait for itself', '{ id: M1 }', 'M1 + 1 day', 'edit/cycle'],
    ['would wait for what waits for it', '{ id: M1 }, { id: M2, after: [M1] }', 'M2 + 1 day', 'edit/cycle'],
    ['would wait for nothing', '{ id: M1 }', 'M7 + 1 day', 'edit/unknown-anchor'],
    [
      'would wait for a series',
      '{ id: M1 }, { id: M2, due: 2026-12-01, every: month }',
      'M2 + 1 day',
      'edit/recurring-anchor',
    ],
    ['would leave the calendar', '{ id: M1 }', 'signed + 9000 years', 'edit/out-of-range'],
    ['is given no day', '{ id: M1 }', 'soon', 'edit/not-a-day'],
  ] as const)
    it(`is refused for one that ${why}`, () =>
      assert.equal(postponed(agreement(`milestones: [${milestone}]\n`), 'M1', written), code));

  it('is refused where the end of the agreement waits for it', () =>
    assert.equal(
      postponed(
        agreement('expires: M1 + 1 year\nmilestones: [{ id: M1, due: 2026-12-01 }]\n'),
        'M1',
        'expires - 1 year',
      ),
      'edit/cycle',
    ));
});

describe('postponing other commitments', () => {
  const item = (line: string) => agreement('', `\n- [ ] ${line}\n`);
  for (const [name, before, after] of [
    [
      'replaces the date of a marker',
      '@tom Send it (due 2026-11-19), please',
      '@tom Send it (due 2026-12-01), please',
    ],
    ['replaces a date that is none', 'Send it due:soon', 'Send it due:2026-12-01'],
    ['adds a marker', '@tom Send it', '@tom Send it due:2026-12-01'],
    [
      'adds a marker in the style of the others',
      '@tom Send it ✅ 2026-11-01',
      '@tom Send it ✅ 2026-11-01 📅 2026-12-01',
    ],
  ] as const)
    it(`${name} of an action item`, () =>
      assert.equal(postponed(item(before), 'action', '2026-12-01'), item(after)));

  it('moves the one review of a risk', () => {
    const risks = 'risks:\n  - { id: R1, review: 2026-11-19 }\n  - { id: R2, review: 2026-11-20 }\n';
    for (const [id, day] of [
      ['R1', '2026-11-19'],
      ['R2', '2026-11-20'],
    ] as const)
      assert.equal(
        postponed(agreement(risks), id, '2026-12-01'),
        agreement(risks.replace(day, '2026-12-01')),
      );
  });

  const text = agreement(
    'effective: 2026-09-02\nexpires: 2027-08-31\nnotice: 90 days\ncadence: month\n' +
      'negotiations: [{ id: N1, date: 2026-11-19 }]\nrisks: [{ id: R1, review: month }]\n',
  );
  for (const [kind, words] of [
    ['notice', /record the change/],
    ['expiry', /record the change/],
    ['check-in', /cadence/],
    ['debrief', /two days/],
    ['risk-review', /comes round again/],
  ] as const)
    it(`is refused for ${kind}, and says why`, () => {
      const ledger = ledgerAt(text, TODAY);
      const commitment = commitmentOf(ledger, kind);
      assert.equal(canPostpone(commitment), false);
      const result = postponeEdits(ledger, commitment, '2026-12-01');
      assert.ok(isRefusal(result));
      assert.match(sentence(result.refused, result.args), words);
      assert.doesNotMatch(sentence(result.refused, result.args), /[{}]/);
    });
});

describe('a typed day', () => {
  const text = agreement(
    'holidays: [2026-12-08]\nmilestones:\n  - { title: T }\n  - { id: M1, due: 2026-12-04 }\n  - { id: M2, due: M1 + 1 week }\n' +
      '  - { id: M3 }\n  - { id: M4, after: [M5, M6] }\n  - { id: M5, after: [M4] }\n  - { id: M6, after: [M4] }\n',
    '\n- [ ] @tom Send it due:2026-12-04\n',
  );
  const typed = (id: string, words: string) => {
    const ledger = ledgerAt(text, TODAY);
    return typedDay(ledger, commitmentOf(ledger, id), words);
  };

  for (const [id, words, written, comesTo] of [
    ['M1', '+2 business days', '2026-12-09', '2026-12-09'],
    ['M1', 'tomorrow', '2026-11-21', '2026-11-21'],
    ['M2', '2 weeks', '2026-12-25', '2026-12-25'],
    ['M2', 'M1+2 business days', 'M1 + 2 business days', '2026-12-09'],
    ['M3', '+3 days', '2026-11-23', '2026-11-23'],
    ['action', '+3', '2026-12-07', '2026-12-07'],
  ] as const)
    it(`reads ${words} for ${id} as ${written}`, () =>
      assert.deepEqual(typed(id, words), { written, day: day(comesTo) }));

  it('comes to no day where its anchor has none', () =>
    assert.deepEqual(typed('M1', 'M3 + 1 week'), { written: 'M3 + 1 week' }));

  it('may count from one of a circle that it is not part of', () =>
    assert.deepEqual(typed('M1', 'M4 + 1 week'), { written: 'M4 + 1 week' }));

  for (const [id, words, problem, suggestion] of [
    ['M1', 'M2 + 1 day', 'edit/cycle', undefined],
    ['M2', 'm1 + 1 day', 'edit/unknown-anchor', 'M1 + 1 day'],
    ['M2', 'Signed + 1 day', 'edit/unknown-anchor', 'signed + 1 day'],
    ['M2', 'Effective + 1 day', 'edit/unknown-anchor', 'effective + 1 day'],
    ['M2', 'EXPIRES - 1 day', 'edit/unknown-anchor', 'expires - 1 day'],
    ['M2', 'X1 + 1 day', 'edit/unknown-anchor', undefined],
    ['action', 'M3 + 1 day', 'edit/day-only', undefined],
    ['action', 'M1 + 1 day', 'edit/day-only', '2026-12-05'],
    ['M1', '2026-02-30', 'invalid-value', '2026-02-28'],
    ['M1', 'whenever', 'invalid-value', undefined],
    ['M1', '', 'invalid-value', undefined],
  ] as const)
    it(`says what is wrong with “${words}” for ${id}`, () => {
      const found = typed(id, words);
      assert.ok('problem' in found);
      assert.deepEqual([found.problem, found.suggestion], [problem, suggestion]);
      assert.equal('suggestion' in found, suggestion !== undefined);
      assert.doesNotMatch(sentence(found.problem, found.args), /[{}]/);
    });
});
