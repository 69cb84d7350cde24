import assert from 'node:assert/strict';
import { ledgerOf } from '../../../src/core/commitments/ledger.ts';
import { AgreementDocument } from '../../../src/core/document/agreement.ts';
import { completeAll, completeEdits } from '../../../src/core/edits/complete.ts';
import { canComplete } from '../../../src/core/edits/possible.ts';
import { isRefusal } from '../../../src/core/edits/refusal.ts';
import { sentence } from '../../../src/core/messages.ts';
import { commitmentOf, day, ledgerAt, outcome } from './helpers.ts';

const TODAY = '2026-11-20';

function agreement(frontmatter: string, body = ''): string {
  return `---\nagreement: A\nsigned: 2026-09-01\n${frontmatter}---\n${body}`;
}

/** The agreement after one of its commitments was done today. */
function done(text: string, id: string, occurrence?: string): string {
  const ledger = ledgerAt(text, TODAY);
  return outcome(text, completeEdits(ledger, commitmentOf(ledger, id, occurrence), day(TODAY)));
}

describe('marking a milestone done', () => {
  it('writes status and day behind the due day', () => {
    assert.equal(
      done(agreement('milestones:\n  - id: M1\n    due: 2026-11-19 # firm\n    indicator: note\n'), 'M1'),
      agreement(
        'milestones:\n  - id: M1\n    due: 2026-11-19 # firm\n    status: done\n    done: 2026-11-20\n    indicator: note\n',
      ),
    );
  });

  it('replaces the status that stands there, and leaves what blocked it', () => {
    assert.equal(
      done(agreement('milestones: [{ id: M1, status: blocked, blocked: mould out, title: T }]\n'), 'M1'),
      agreement('milestones: [{ id: M1, status: done, done: 2026-11-20, blocked: mould out, title: T }]\n'),
    );
  });

  for (const [where, before, after] of [
    ['behind its duration', '    duration: 2 weeks\n', '    indicator: note\n'],
    [
      'behind the day it was submitted',
      '    due: 2026-11-30\n    submitted: 2026-11-19\n',
      '    start: M2\n',
    ],
    ['at its end', '    title: T\n    indicator: note\n', ''],
  ] as const)
    it(`writes status and day ${where}`, () => {
      const with_ = (added: string) => agreement(`milestones:\n  - id: M1\n${before}${added}${after}`);
      assert.equal(done(with_(''), 'M1'), with_('    status: done\n    done: 2026-11-20\n'));
    });

  const ACCEPTED = 'milestones:\n  - id: M1\n    accepts: ana\n    due: 2026-11-19\n';

  it('notes first that it was submitted, where somebody has to accept it', () => {
    const submitted = done(agreement(ACCEPTED), 'M1');
    assert.equal(submitted, agreement(`${ACCEPTED}    submitted: 2026-11-20\n`));
    const ledger = ledgerAt(submitted, TODAY);
    assert.equal(commitmentOf(ledger, 'M1').owner, 'ana');
    assert.equal(
      done(submitted, 'M1'),
      agreement(`${ACCEPTED}    submitted: 2026-11-20\n    status: done\n    done: 2026-11-20\n`),
    );
  });

  it('notes that right behind its due day', () => {
    const rest = '    indicator: note\n';
    assert.equal(
      done(agreement(ACCEPTED + rest), 'M1'),
      agreement(`${ACCEPTED}    submitted: 2026-11-20\n${rest}`),
    );
  });

  it('is refused for one that is done or called off', () => {
    for (const status of ['done', 'cancelled'])
      assert.equal(done(agreement(`milestones:\n  - id: M1\n    status: ${status}\n`), 'M1'), 'edit/settled');
  });

  it('is refused for a milestone that stands behind an alias', () => {
    const text = agreement('negotiations: [&x { id: M1, date: 2026-09-01 }]\nmilestones: [*x]\n');
    const ledger = ledgerAt(text, TODAY);
    const milestone = ledger.commitments.find(({ kind }) => kind === 'milestone')!;
    assert.equal(outcome(text, completeEdits(ledger, milestone, day(TODAY))), 'edit/aliased');
  });

  it('is refused where an alias would carry it to another milestone', () => {
    const text = agreement('milestones:\n  - id: M1\n    status: &s planned\n  - id: M2\n    status: *s\n');
    assert.equal(done(text, 'M1'), 'edit/anchored');
    assert.match(done(text, 'M2'), /status: &s planned\n {2}- id: M2\n {4}status: done\n {4}done: /);
  });

  it('is refused against a ledger whose text has changed since', () => {
    const text = agreement('milestones:\n  - id: M1\n    title: T\n');
    const document = new AgreementDocument('file:///a.md');
    const ledger = ledgerOf(document.read(text)!, day(TODAY));
    document.read(text.replace('agreement: A', 'agreement: A longer title'));
    const result = completeEdits(ledger, commitmentOf(ledger, 'M1'), day(TODAY));
    assert.ok(isRefusal(result));
    assert.equal(
      outcome(text, completeEdits(ledgerAt(text, TODAY), commitmentOf(ledger, 'M1'), day(TODAY))),
      'edit/stale',
    );
  });
});

describe('marking an occurrence done', () => {
  const SERIES = 'milestones:\n  - id: M3\n    due: 2026-08-31\n    every: month\n    title: Report\n';

  it('begins the list with a bare day for the earliest', () => {
    assert.equal(
      done(agreement(SERIES), 'M3', '2026-08-31'),
      agreement(SERIES.replace('month\n', 'month\n    completed: [2026-11-20]\n')),
    );
  });

  it('names the due day of a later one', () => {
    assert.equal(
      done(agreement(SERIES), 'M3', '2026-10-31'),
      agreement(SERIES.replace('month\n', 'month\n    completed: [{ due: 2026-10-31, done: 2026-11-20 }]\n')),
    );
  });

  it('lets what was skipped and what is named out of the count', () => {
    const rest = '    skipped: [2026-08-31]\n    completed: [{ due: 2026-09-30, done: 2026-09-30 }]\n';
    assert.equal(
      done(agreement(SERIES + rest), 'M3', '2026-10-31'),
      agreement(SERIES + rest.replace('30 }]', '30 }, 2026-11-20]')),
    );
  });

  for (const [style, before, after] of [
    ['a flow list', 'completed: [2026-08-30] # late', 'completed: [2026-08-30, 2026-11-20] # late'],
    ['an empty flow list', 'completed: [ ]', 'completed: [2026-11-20 ]'],
    ['a key with nothing behind it', 'completed:', 'completed: [2026-11-20]'],
    ['a single day', 'completed: 2026-08-30 # c', 'completed: [2026-08-30, 2026-11-20] # c'],
    [
      'a single record',
      'completed: { due: 2026-08-31, done: 2026-08-30 }',
      'completed: [{ due: 2026-08-31, done: 2026-08-30 }, 2026-11-20]',
    ],
    [
      'a block list',
      'completed:\n      - 2026-08-30 # c\n    # note',
      'completed:\n      - 2026-08-30 # c\n      - 2026-11-20\n    # note',
    ],
    [
      'a block list in the column of its key',
      'completed:\n    - due: 2026-08-31\n      done: 2026-08-30',
      'completed:\n    - due: 2026-08-31\n      done: 2026-08-30\n    - 2026-11-20',
    ],
    [
      'a flow list of several lines',
      'completed: [\n      2026-08-30 # late\n    ]',
      'completed: [\n      2026-08-30, # late\n      2026-11-20\n    ]',
    ],
    [
      'a flow list of several lines with a trailing comma',
      'completed: [\n      2026-08-30, # late\n    ]',
      'completed: [\n      2026-08-30, # late\n      2026-11-20,\n    ]',
    ],
  ] as const)
    it(`adds to ${style}`, () => {
      const occurrence = /\[ \]|:$/.test(before) ? '2026-08-31' : '2026-09-30';
      for (const end of ['\n', '\r\n'])
        assert.equal(
          done(agreement(`${SERIES}    ${before}\n`).replaceAll('\n', end), 'M3', occurrence),
          agreement(`${SERIES}    ${after}\n`).replaceAll('\n', end),
        );
    });

  it('is refused for a list that stands behind an alias, and for the one that it repeats', () => {
    const other = SERIES.replace('milestones:\n', '').replace('M3', 'M4');
    const text = agreement(`${SERIES}    completed: &c [2026-08-30]\n${other}    completed: *c\n`);
    assert.equal(done(text, 'M4', '2026-09-30'), 'edit/aliased');
    assert.equal(done(text, 'M3', '2026-09-30'), 'edit/anchored');
  });

  it('goes into the list of its own series, accepted by somebody or not', () => {
    const other = SERIES.replace('milestones:\n', '').replace('M3', 'M4').replace('title', 'accepts');
    const text = agreement(SERIES + other);
    const ledger = ledgerAt(text, TODAY);
    const some = [commitmentOf(ledger, 'M4', '2026-08-31'), commitmentOf(ledger, 'M3', '2026-09-30')];
    assert.equal(
      outcome(text, completeAll(ledger, some, day(TODAY))),
      agreement(
        SERIES.replace('month\n', 'month\n    completed: [{ due: 2026-09-30, done: 2026-11-20 }]\n') +
          other.replace('month\n', 'month\n    completed: [2026-11-20]\n'),
      ),
    );
  });

  it('needs bare days only where all are done', () => {
    const text = agreement(SERIES);
    const ledger = ledgerAt(text, TODAY);
    const days = ledger.commitments.map(() => '2026-11-20').join(', ');
    assert.equal(
      outcome(text, completeAll(ledger, ledger.commitments, day(TODAY))),
      agreement(SERIES.replace('month\n', `month\n    completed: [${days}]\n`)),
    );
  });

  it('does several at once, in one list', () => {
    const text = agreement(SERIES);
    const ledger = ledgerAt(text, TODAY);
    const some = ['2026-10-31', '2026-08-31'].map((due) => commitmentOf(ledger, 'M3', due));
    assert.equal(
      outcome(text, completeAll(ledger, some, day(TODAY))),
      agreement(
        SERIES.replace(
          'month\n',
          'month\n    completed: [2026-11-20, { due: 2026-10-31, done: 2026-11-20 }]\n',
        ),
      ),
    );
  });
});

describe('marking an action item done', () => {
  const item = (line: string) => agreement('', `\n## Action items\n\n${line}\n`);
  for (const [name, before, after] of [
    [
      'with a word for a marker',
      '- [ ] Send it due:2026-11-19',
      '- [x] Send it due:2026-11-19 done:2026-11-20',
    ],
    ['with a sign for a marker', '* [ ] Send it 📅 2026-11-19', '* [x] Send it 📅 2026-11-19 ✅ 2026-11-20'],
    ['without a marker', '1. [ ] Send it', '1. [x] Send it done:2026-11-20'],
    ['over a day that stands there', '- [ ] Send it done:2026-10-01.', '- [x] Send it done:2026-11-20.'],
    ['over a day that is none', '- [ ] Send it ✅ 2026-13-01', '- [x] Send it ✅ 2026-11-20'],
    [
      'and not over a due day that is none',
      '- [ ] Send it due:soon',
      '- [x] Send it due:soon done:2026-11-20',
    ],
    [
      'at the end of its first paragraph',
      '> - [ ] Send it\n>   today  \n>\n>   With a note.\n>   - [ ] Step',
      '> - [x] Send it\n>   today done:2026-11-20  \n>\n>   With a note.\n>   - [ ] Step',
    ],
  ] as const)
    it(`ticks it and notes the day ${name}`, () => assert.equal(done(item(before), 'action'), item(after)));
});

describe('marking other commitments done', () => {
  const text = agreement(
    'effective: 2026-09-02\nexpires: 2027-08-31\nnotice: 90 days\ncadence: month\n' +
      'negotiations: [{ id: N1, date: 2026-11-19 }]\nrisks: [{ id: R1, review: month }]\n' +
      'milestones: [{ id: M1, every: month }]\n',
  );
  for (const [kind, words] of [
    ['notice', /given.*waived/],
    ['expiry', /status/],
    ['check-in', /check-in/],
    ['debrief', /debrief/],
    ['risk-review', /review.*R1/],
    ['M1', /no due day/],
  ] as const)
    it(`is refused for ${kind}, and says what to write`, () => {
      const ledger = ledgerAt(text, TODAY);
      const commitment = commitmentOf(ledger, kind);
      assert.equal(canComplete(commitment), false);
      const result = completeEdits(ledger, commitment, day(TODAY));
      assert.ok(isRefusal(result));
      assert.match(sentence(result.refused, result.args), words);
      assert.doesNotMatch(sentence(result.refused, result.args), /[{}]/);
    });

  it('is refused whole where one of several is', () => {
    const both = agreement('milestones: [{ id: M1 }, { id: M2, status: done }]\n');
    const ledger = ledgerAt(both, TODAY);
    assert.equal(outcome(both, completeAll(ledger, ledger.commitments, day(TODAY))), 'edit/settled');
  });
});
