import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDay } from '../../../src/core/calendar/day.ts';
import type { Finding } from '../../../src/core/checks/check.ts';
import { ledgerSeenFrom, sharedLedger } from '../../../src/core/commitments/ledger.ts';
import { readAgreement } from '../../../src/core/document/agreement.ts';
import { isNoAgreement } from '../../../src/core/document/sniff.ts';
import { completeAll } from '../../../src/core/edits/complete.ts';
import { isRefusal } from '../../../src/core/edits/refusal.ts';
import type { Entry } from '../../../src/core/portfolio/entry.ts';
import { Portfolio } from '../../../src/core/portfolio/portfolio.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';

const RUNS = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };
const TODAY = parseDay('2026-11-27')!;
const DEAL = 'file:///w/deal.md';
const NOTES = 'file:///w/private/deal-notes.md';

const deal = `---
agreement: Deal
id: deal
owner: ana
parties: [{ id: we, people: [ana] }, { id: they, people: [tom] }]
people: { ana: Ana Sol, tom: Tom Reed }
negotiations:
  - { id: N1, date: 2026-11-20, topic: price, owner: ana }
objectives:
  - { id: O1, title: Cut cost, target: 2 }
milestones:
  - { id: M1, title: Pilot, owner: tom, due: 2026-12-20, indicator: A receipt }
risks:
  - { id: R1, title: Late parts, owner: ana, review: 2026-12-01 }
---
## Action items
- [ ] Send the plan @tom due:2026-12-11
`;
const notes = `---
notes-for: deal
we: we
negotiations:
  - { id: N2, date: 2026-11-24, topic: volumes, owner: ana }
objectives:
  - { id: O1, target: 1.80, limit: 1.95 }
risks:
  - { id: R1, mitigation: A second source, affects: [M9] }
---
## Debrief
### 2026-11-21 N1
Tom wavered.
#### Action items
- [ ] Ask for the list @anna due:2026-11-25
`;

const open = (...documents: [string, string][]) => {
  const told: string[] = [];
  const folder = new Portfolio(
    { now: () => 0, zone: 'UTC', today: TODAY },
    { changed: (uri) => told.push(uri) },
  );
  for (const [uri, text] of documents) folder.update(uri, text);
  return { folder, told };
};
const both = () => open([DEAL, deal], [NOTES, notes]).folder;
const owed = ({ ledger }: Entry) =>
  ledger.commitments.map(
    ({ kind, title, state, at }) => `${kind} ${title} ${state} ${at.document.split('/').at(-1)}`,
  );
const said = (findings: readonly Finding[] = []) =>
  findings.map(({ check, args, document, range }) => [check, args, document, range]);

/** All that a portfolio says. */
const everything = (folder: Portfolio) => ({
  agreements: [...folder.entries]
    .map((entry) => [entry.uri, owed(entry), said(entry.findings)])
    .sort(([a], [b]) => (a! < b! ? -1 : 1)),
  notes: [...folder.notes].map(({ uri, entry, findings }) => [uri, entry?.uri, said(findings)]),
});

describe('Private notes', () => {
  it('are joined with the agreement whose id they name: what they say is owed where it stands', () => {
    assert.deepEqual(owed(both().get(DEAL)!), [
      'milestone Pilot open deal.md',
      'action Send the plan open deal.md',
      'action Ask for the list overdue deal-notes.md',
      'debrief Debrief: price done deal.md',
      'debrief Debrief: volumes overdue deal-notes.md',
      'risk-review Review risk: Late parts due-soon deal.md',
    ]);
  });

  it('win where both say something, and leave the rest; each value keeps its document', () => {
    const { terms } = both().get(DEAL)!.agreement;
    const [objective] = terms.objectives;
    assert.deepEqual(
      [objective?.title, objective?.target, objective?.limit].map((one) => [one?.value, one?.document]),
      [
        ['Cut cost', DEAL],
        ['1.80', NOTES],
        ['1.95', NOTES],
      ],
    );
    assert.equal(terms.objectives.length, 1);
    assert.deepEqual(terms.risks[0]?.review?.document, DEAL);
    assert.deepEqual(terms.risks[0]?.mitigation?.value, 'A second source');
  });

  it('say whose side “we” are', () => {
    assert.equal(both().get(DEAL)!.ledger.configuration.we, 'we');
    assert.equal(open([DEAL, deal]).folder.get(DEAL)!.ledger.configuration.we, undefined);
  });

  it('have the findings that stand in them, with fixes for their own text, and the agreement has its own', () => {
    const folder = both();
    const there = folder.notesIn(NOTES)!;
    assert.deepEqual(
      there.findings.map(({ check }) => check),
      ['debrief-overdue', 'unknown-reference', 'unknown-owner', 'overdue'],
    );
    const owner = there.findings.find(({ check }) => check === 'unknown-owner')!;
    assert.match(applyEdits(notes, owner.fixes[0]!.edits), /@ana due:2026-11-25\n$/);
    assert.deepEqual(
      folder.get(DEAL)!.findings.map(({ check, document }) => [check, document]),
      [['due-soon', DEAL]],
    );
  });

  it('are read past their first bytes, but are no agreement', () => {
    assert.equal(isNoAgreement(notes), false);
    assert.equal(isNoAgreement('---\n"notes-for": deal\n---\n'), false);
    assert.equal(isNoAgreement('---\nnotes: deal\n---\n'), true);
    const folder = both();
    assert.equal(folder.totals.agreements, 1);
    assert.equal(folder.get(NOTES), undefined);
    assert.equal(folder.update(NOTES, notes), undefined);
    assert.equal(open([NOTES, notes.replace('we: we', 'agreement: Both')]).folder.totals.agreements, 1);
  });

  it('of a broken frontmatter are still notes, and say what is wrong', () => {
    const { folder } = open([DEAL, deal], [NOTES, notes.replace('we: we', 'we: @we')]);
    assert.ok(folder.notesIn(NOTES)!.findings.some(({ check }) => check === 'yaml-syntax'));
    assert.equal(owed(folder.get(DEAL)!).length, 6);
  });

  it('belong to the agreement of the same folder where several have the id', () => {
    const near = 'file:///w/private/deal.md';
    const { folder } = open([NOTES, notes], ['file:///w/a.md', deal], [near, deal]);
    assert.equal(folder.notesIn(NOTES)!.entry?.uri, near);
    assert.equal(folder.get('file:///w/a.md')!.agreement.join, undefined);
    folder.remove(near);
    assert.equal(folder.notesIn(NOTES)!.entry?.uri, 'file:///w/a.md');
    assert.ok(folder.get('file:///w/a.md')!.agreement.join);
  });

  it('of two files both count, and the first one’s words win', () => {
    const second = 'file:///w/private/zz.md';
    const other =
      '---\nnotes-for: deal\nobjectives:\n  - { id: O1, limit: 3, baseline: 4 }\n  - { id: O2, title: B }\n---\n';
    const { folder } = open([second, other], [NOTES, notes], [DEAL, deal]);
    const [first, next] = folder.get(DEAL)!.agreement.terms.objectives;
    assert.deepEqual([first?.limit?.value, first?.baseline?.value, next?.id?.value], ['1.95', '4', 'O2']);
  });

  it('never show in what the agreement’s file says by itself', () => {
    const shared = sharedLedger(both().get(DEAL)!.ledger);
    const alone = open([DEAL, deal]).folder.get(DEAL)!.ledger;
    assert.deepEqual(JSON.stringify(shared.commitments), JSON.stringify(alone.commitments));
    assert.deepEqual(JSON.stringify(shared.agreement.terms), JSON.stringify(alone.agreement.terms));
    assert.equal(shared.agreement.join, undefined);
    assert.doesNotMatch(
      JSON.stringify([shared.agreement, shared.commitments]),
      /wavered|1\.95|second source/,
    );
  });

  it('can be changed by edits made as seen from them, and by no others', () => {
    const { ledger } = both().get(DEAL)!;
    const index = ledger.commitments.findIndex(({ title }) => title === 'Ask for the list');
    const there = ledgerSeenFrom(ledger, NOTES);
    const edits = completeAll(there, [there.commitments[index]!], TODAY);
    assert.ok(!isRefusal(edits));
    assert.match(
      applyEdits(notes, edits),
      /- \[x\] Ask for the list @anna due:2026-11-25 done:2026-11-27\n$/,
    );
    assert.ok(isRefusal(completeAll(ledger, [ledger.commitments[index]!], TODAY)));
    const here = completeAll(ledger, [ledger.commitments[0]!], TODAY);
    assert.ok(!isRefusal(here));
    assert.ok(readAgreement(applyEdits(deal, here), DEAL));
  });
});

describe('Private notes without their agreement', () => {
  const finding = (folder: Portfolio) => folder.notesIn(NOTES)!.findings.map(({ check }) => check);

  it('say so, and nothing else, until it comes', () => {
    const { folder, told } = open([NOTES, notes]);
    assert.deepEqual(finding(folder), ['notes-without-agreement']);
    folder.update(DEAL, deal);
    assert.ok(told.includes(NOTES));
    assert.equal(finding(folder).includes('notes-without-agreement'), false);
    told.length = 0;
    folder.update(DEAL, deal.replace('id: deal', 'id: dael'));
    assert.deepEqual(finding(folder), ['notes-without-agreement']);
    assert.deepEqual(folder.notesIn(NOTES)!.findings[0]!.fixes[0]!.args, { text: 'dael' });
    assert.ok(told.includes(NOTES));
  });

  it('are told when the last agreement of their name goes, and it is told when they go', () => {
    const { folder, told } = open([DEAL, deal], [NOTES, notes]);
    told.length = 0;
    assert.equal(folder.remove(NOTES), true);
    assert.deepEqual(told, [DEAL]);
    assert.equal(owed(folder.get(DEAL)!).length, 4);
    folder.update(NOTES, notes);
    told.length = 0;
    folder.remove(DEAL);
    assert.deepEqual(told, [NOTES]);
    assert.equal(folder.remove(DEAL), false);
  });
});

describe('A portfolio with notes, however its documents come, change and go,', () => {
  const uris = [DEAL, NOTES, 'file:///w/other.md', 'file:///w/private/b.md'];
  const texts = [
    deal,
    notes,
    deal.replace('id: deal', 'id: other'),
    notes.replace('notes-for: deal', 'notes-for: other'),
    notes.replace('notes-for: deal', 'notes-for:'),
    notes.replace('N2', 'N1').replace('wavered', 'wavered\n\n- [ ] More @tom'),
    deal.replace('## Action', '\n\n## Action'),
    '# Words\n',
  ];
  const step = fc.tuple(fc.constantFrom(...uris), fc.option(fc.constantFrom(...texts)));

  it('says what one says that reads them as they are, in any order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { folder } = open();
        const now = new Map<string, string>();
        for (const [uri, text] of steps) {
          if (text === null) folder.remove(uri);
          else folder.update(uri, text);
          if (text === null) now.delete(uri);
          else now.set(uri, text);
          if (steps.length % 2 === 0) everything(folder);
        }
        assert.deepEqual(everything(folder), everything(open(...now).folder));
        assert.deepEqual(everything(folder), everything(open(...[...now].reverse()).folder));
      }),
      RUNS,
    );
  });

  it('tells of every document about which something else is said', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), step, (steps, [last, text]) => {
        const { folder, told } = open();
        for (const [uri, one] of steps) folder.update(uri, one ?? '');
        const view = (uri: string) =>
          JSON.stringify(
            [folder.get(uri), folder.notesIn(uri)].map((one) => one && [owedIn(one), said(one.findings)]),
          );
        const owedIn = (one: object) => ('ledger' in one && 'zone' in one ? owed(one as Entry) : []);
        const before = uris.map(view);
        told.length = 0;
        folder.update(last, text ?? '');
        for (const [index, uri] of uris.entries())
          if (uri !== last && view(uri) !== before[index]) assert.ok(told.includes(uri), uri);
      }),
      RUNS,
    );
  });
});
