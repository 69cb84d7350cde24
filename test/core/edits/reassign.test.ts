import assert from 'node:assert/strict';
import { canReassign } from '../../../src/core/edits/possible.ts';
import { reassignAll, reassignEdits } from '../../../src/core/edits/reassign.ts';
import { isRefusal } from '../../../src/core/edits/refusal.ts';
import { sentence } from '../../../src/core/messages.ts';
import { commitmentOf, ledgerAt, outcome } from './helpers.ts';

const TODAY = '2026-11-20';

function agreement(frontmatter: string, body = ''): string {
  return `---\nagreement: A\nowner: eve\n${frontmatter}---\n${body}`;
}

function reassigned(text: string, id: string, to: string): string {
  const ledger = ledgerAt(text, TODAY);
  return outcome(text, reassignEdits(ledger, commitmentOf(ledger, id), to));
}

/** Reassigns M1 of milestones written so. */
const milestone = (written: string, to = 'ana') => reassigned(agreement(written), 'M1', to);
const BLOCK = 'milestones:\n  - id: M1\n    title: Pilot\n';

describe('reassigning a milestone', () => {
  for (const [how, before, after] of [
    ['a single owner', `${BLOCK}    owner: tom # for now\n`, `${BLOCK}    owner: ana # for now\n`],
    ['one in flow style', 'milestones: [{id: M1,owner: tom}]\n', 'milestones: [{id: M1,owner: ana}]\n'],
    ['one in quotes', `${BLOCK}    owner: "tom"\n`, `${BLOCK}    owner: "ana"\n`],
    ['one in single quotes', `${BLOCK}    owner: 'tom'\n`, `${BLOCK}    owner: 'ana'\n`],
    ['one on a line of its own', `${BLOCK}    owner:\n      tom\n`, `${BLOCK}    owner:\n      ana\n`],
    ['a folded one', `${BLOCK}    owner: >-\n      tom\n`, `${BLOCK}    owner: ana\n`],
    ['an anchored one that nothing repeats', `${BLOCK}    owner: &o tom\n`, `${BLOCK}    owner: &o ana\n`],
    ['an alias', `x: &o tom\n${BLOCK}    owner: *o\n`, `x: &o tom\n${BLOCK}    owner: ana\n`],
    ['the first of a list', `${BLOCK}    owner: [tom, joe]\n`, `${BLOCK}    owner: [ana, joe]\n`],
    [
      'the first of a list in lines',
      `${BLOCK}    owner:\n      - 'tom' # a\n      - joe\n`,
      `${BLOCK}    owner:\n      - 'ana' # a\n      - joe\n`,
    ],
    [
      'one alias in a list',
      `x: &o tom\n${BLOCK}    owner: [*o, joe]\n`,
      `x: &o tom\n${BLOCK}    owner: [ana, joe]\n`,
    ],
    [
      'one who changes places with support',
      `${BLOCK}    owner: [tom, "ana"]\n`,
      `${BLOCK}    owner: [ana, "tom"]\n`,
    ],
    [
      'nobody, behind the title',
      `${BLOCK}    due: 2026-12-01\n`,
      `${BLOCK}    owner: ana\n    due: 2026-12-01\n`,
    ],
    [
      'nobody, at the end of the file',
      'milestones: [{ id: M1 }]\n',
      'milestones: [{ id: M1, owner: ana }]\n',
    ],
    ['a key that holds nothing', `${BLOCK}    owner: # who?\n`, `${BLOCK}    owner: ana # who?\n`],
    ['an empty list', `${BLOCK}    owner: []\n`, `${BLOCK}    owner: ana\n`],
    ['what cannot be read', `${BLOCK}    owner: ""\n`, `${BLOCK}    owner: ana\n`],
  ] as const)
    it(`replaces ${how}`, () => assert.equal(milestone(before), agreement(after)));

  it('keeps Windows line ends and a missing last one', () => {
    const text = `---\r\nagreement: A\r\nmilestones:\r\n  - id: M1\r\n    due: 2026-12-01\r\n---`;
    assert.equal(reassigned(text, 'M1', 'ana'), text.replace('id: M1\r\n', 'id: M1\r\n    owner: ana\r\n'));
  });

  it('takes names of any script', () => {
    const before = `${BLOCK}    owner: [מרים, tom]\n`;
    assert.equal(milestone(before, 'أمينة'), agreement(before.replace('מרים', 'أمينة')));
  });

  it('quotes a name that YAML would read as something else', () =>
    assert.equal(milestone(`${BLOCK}    owner: tom\n`, 'null'), agreement(`${BLOCK}    owner: 'null'\n`)));

  it('takes a name that is no handle where the agreement knows it', () => {
    const names = `${BLOCK}    owner: [Tom Ash, Ana Sol]\n`;
    assert.equal(milestone(names, 'Ana Sol'), agreement(`${BLOCK}    owner: [Ana Sol, Tom Ash]\n`));
    assert.equal(milestone(names, 'Eve Poe'), 'edit/not-a-handle');
  });

  it('changes who is to accept, once it was submitted', () => {
    const written = `${BLOCK}    owner: tom\n    accepts: joe\n    submitted: 2026-11-01\n`;
    assert.equal(milestone(written), agreement(written.replace('joe', 'ana')));
  });

  it('gives a series away as a whole, whichever of its occurrences were chosen', () => {
    const text = agreement(`${BLOCK}    owner: tom\n    due: 2026-10-01\n    every: month\n`);
    const ledger = ledgerAt(text, TODAY);
    const two = ledger.commitments.slice(0, 2);
    assert.equal(outcome(text, reassignAll(ledger, two, 'ana')), text.replace('tom', 'ana'));
  });

  it('does several at once, and leaves what is theirs already', () => {
    const written = 'milestones: [{ id: M1, owner: tom }, { id: M2, owner: ana }, { id: M3 }]\n';
    const ledger = ledgerAt(agreement(written), TODAY);
    assert.equal(
      outcome(agreement(written), reassignAll(ledger, ledger.commitments, 'ana')),
      agreement(written.replace('tom', 'ana').replace('id: M3', 'id: M3, owner: ana')),
    );
    assert.deepEqual(
      reassignEdits(ledger, commitmentOf(ledger, 'M3'), 'eve'),
      [],
      'the contract owner has it',
    );
  });

  for (const [why, written, code] of [
    [
      'an alias elsewhere repeats the name',
      `${BLOCK}    owner: &o tom\n  - { id: M2, owner: *o }\n`,
      'edit/anchored',
    ],
    ['a list stands elsewhere', `x: &o [tom, joe]\n${BLOCK}    owner: *o\n`, 'edit/aliased'],
    ['the item stands elsewhere', 'x: &m { id: M1, owner: tom }\nmilestones: [*m]\n', 'edit/aliased'],
    [
      'a name is written over several lines',
      `${BLOCK}    owner:\n      - >-\n        tom\n      - joe\n`,
      'edit/unclear',
    ],
    ['it is done', 'milestones: [{ id: M1, owner: tom, status: done }]\n', 'edit/settled'],
  ] as const)
    it(`is refused where ${why}`, () => assert.equal(milestone(written), code));

  it('is refused for what is no handle', () => {
    for (const name of ['', 'Ana', '@ana', 'ana sol', 'a: b'])
      assert.equal(milestone(`${BLOCK}    owner: tom\n`, name), 'edit/not-a-handle', name);
  });
});

describe('reassigning an action item', () => {
  const item = (line: string) => agreement('', `\n- [ ] ${line}\n`);
  for (const [what, before, after] of [
    ['its mention', '@tom Send it due:2026-11-19', '@ana Send it due:2026-11-19'],
    ['the first of its mentions', 'Send it @tom @joe #high', 'Send it @ana @joe #high'],
    ['one within the words', 'Ask @tom for the bill', 'Ask @ana for the bill'],
    ['one in brackets', 'Send it (@tom)', 'Send it (@ana)'],
    ['one beside a longer one', 'Send it @tom @tommy', 'Send it @ana @tommy'],
    ['one that stands twice, once', '@tom Send it to @tom', '@ana Send it to @tom'],
    ['one who changes places with support', '@tom Send it @ana', '@ana Send it @tom'],
    ['nothing, at the end', 'Send it due:2026-11-19', 'Send it due:2026-11-19 @ana'],
    [
      'nothing, at the end of the first paragraph',
      'Send it\n  due:2026-11-19\n\n  More',
      'Send it\n  due:2026-11-19 @ana\n\n  More',
    ],
  ] as const)
    it(`replaces ${what}`, () => assert.equal(reassigned(item(before), 'action', 'ana'), item(after)));

  it('leaves another item of the same words alone', () => {
    const text = agreement('', '\n- [ ] Ask @tom again\n- [ ] Ask @tom again\n');
    assert.equal(reassigned(text, 'action', 'ana'), text.replace('@tom', '@ana'));
  });

  it('is refused for a name that cannot be mentioned', () =>
    assert.equal(
      reassigned(
        agreement('milestones: [{ id: M1, owner: Ana Sol }]\n', '\n- [ ] @tom Send it\n'),
        'action',
        'Ana Sol',
      ),
      'edit/not-a-handle',
    ));
});

describe('reassigning other commitments', () => {
  for (const [kind, before, after] of [
    [
      'risk-review',
      'risks: [{ id: R1, review: month, owner: tom }]\n',
      'risks: [{ id: R1, review: month, owner: ana }]\n',
    ],
    [
      'risk-review',
      'risks:\n  - id: R1\n    review: month\n',
      'risks:\n  - id: R1\n    review: month\n    owner: ana\n',
    ],
    ['debrief', 'negotiations: [{ id: N1, owner: tom }]\n', 'negotiations: [{ id: N1, owner: ana }]\n'],
    [
      'debrief',
      'negotiations: [{ id: N1, topic: price }]\n',
      'negotiations: [{ id: N1, topic: price, owner: ana }]\n',
    ],
    ['notice', 'notice: { last-day: 90 days, owner: tom }\n', 'notice: { last-day: 90 days, owner: ana }\n'],
    ['notice', 'notice: 90 days # firm\n', 'notice: { last-day: 90 days, owner: ana } # firm\n'],
    ['notice', 'notice:\n  last-day: 90 days\n', 'notice:\n  last-day: 90 days\n  owner: ana\n'],
  ] as const)
    it(`changes ${before.trim()}`, () => {
      const text = (written: string) => agreement(`effective: 2026-09-01\nexpires: 2027-08-31\n${written}`);
      assert.equal(reassigned(text(before), kind, 'ana'), text(after));
    });

  const text = agreement('effective: 2026-09-01\nexpires: 2027-08-31\ncadence: month\n');
  for (const kind of ['check-in', 'expiry'])
    it(`is refused for ${kind}, and says who answers`, () => {
      const ledger = ledgerAt(text, TODAY);
      const commitment = commitmentOf(ledger, kind);
      assert.equal(canReassign(commitment), false);
      const result = reassignEdits(ledger, commitment, 'ana');
      assert.ok(isRefusal(result));
      assert.match(sentence(result.refused, result.args), /contract owner answers/);
    });
});
