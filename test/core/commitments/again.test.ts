import assert from 'node:assert/strict';
import { type Ledger, ledgerOf, ledgerSeenFrom, sharedLedger } from '../../../src/core/commitments/ledger.ts';
import { AgreementDocument } from '../../../src/core/document/agreement.ts';
import { type Configuration, DEFAULT_CONFIGURATION } from '../../../src/core/document/configuration.ts';
import { agreementOf, day } from './listing.ts';

const TEXT = `---
agreement: A
status: active
owner: ana
workweek: [mon, tue, wed, thu, fri]
holidays: [2026-12-25]
acceptance: 5 business days
parties: [{ id: us, people: [ana] }, { id: them, people: [tom] }]
people: { ana: Ana, tom: Tom }
milestones:
  - { id: M1, title: Keys, owner: tom, due: 2026-12-04 }
  - { id: M2, title: Locks, accepts: ana, submitted: 2026-11-23, due: 2026-12-10 }
  - { id: M3, title: Doors, due: M1 + 10 business days }
  - { title: Paint }
---
- [ ] Call @tom due:2026-12-01
`;

/** Reads a text, then another one of the same document, and works out both, the second from the first. */
function twice(
  before: string,
  after: string,
  {
    today = '2026-11-27',
    configuration = DEFAULT_CONFIGURATION,
  }: { today?: string; configuration?: Configuration } = {},
): { first: Ledger; second: Ledger; anew: Ledger } {
  const document = new AgreementDocument('file:///a.md');
  const first = ledgerOf(document.read(before)!, day('2026-11-27'));
  const second = ledgerOf(document.read(after)!, day(today), configuration, first);
  const anew = ledgerOf(new AgreementDocument('file:///a.md').read(after)!, day(today), configuration);
  return { first, second, anew };
}

/** What commitments say, without the objects that they come from. */
const said = ({ commitments }: Ledger) =>
  commitments.map(({ item: _, at, dueAt, ...rest }) => ({ ...rest, at: at.range, dueAt: dueAt?.range }));

describe('A ledger that is worked out again', () => {
  for (const [what, from, to] of [
    ['status', 'status: active', 'status: terminated'],
    ['status into a draft', 'status: active', 'status: draft'],
    ['status away', 'status: active\n', ''],
    ['contract owner', 'owner: ana\n', 'owner: tom\n'],
    ['contract owner away', 'owner: ana\n', ''],
    ['time to accept', '5 business days', '9 business days'],
    ['workweek', '[mon, tue, wed, thu, fri]', '[mon, tue]'],
    ['holidays', '2026-12-25', '2026-12-01'],
    ['parties', 'people: [tom] }', 'people: [] }'],
    ['number of parties', '{ id: them,', '{ id: more }, { id: them,'],
    ['people', 'tom: Tom }', 'tim: Tim }'],
    ['milestone', 'due: 2026-12-04', 'due: 2026-11-24'],
    ['anchor by name', 'id: M1', 'id: M9'],
    ['anchor in number', 'id: M1', 'id: M3'],
    ['number of milestones', '  - { title: Paint }', '  - { id: M0 }\n  - { title: Paint }'],
    ['order of milestones', '  - { id: M1, title: Keys', '  - { id: M7 }\n  - { id: M1, title: Keys'],
    ['action item', '@tom due:2026-12-01', '@ana due:2026-11-01'],
    ['title', 'agreement: A', 'agreement: Another'],
  ] as const)
    it(`says what one does that is worked out anew, after a change of the ${what}`, () => {
      for (const [before, after] of [
        [TEXT, TEXT.replace(from, to)],
        [TEXT.replace(from, to), TEXT],
      ] as const) {
        const { second, anew } = twice(before, after);
        assert.deepEqual(said(second), said(anew));
      }
    });

  it('says so on another day, and where the configuration is another', () => {
    for (const change of [
      { today: '2026-12-30' },
      { configuration: { ...DEFAULT_CONFIGURATION, dueSoon: 0 } },
    ]) {
      const { second, anew } = twice(TEXT, TEXT, change);
      assert.deepEqual(said(second), said(anew));
    }
  });

  it('takes over what nothing that it follows from has changed', () => {
    const { first, second } = twice(TEXT, TEXT.replace('title: Keys', 'title: New keys'));
    const [keys, locks, , paint] = second.commitments;
    assert.equal(second.key, first.key);
    assert.notEqual(keys, first.commitments[0]);
    assert.equal(locks, first.commitments[1]);
    assert.equal(paint, first.commitments[3]);
    assert.equal(second.schedule.ids, first.schedule.ids);
  });

  it('takes nothing over where the owner of all is another', () => {
    const { first, second } = twice(TEXT, TEXT.replace('owner: ana', 'owner: tom'));
    assert.notEqual(second.key, first.key);
    assert.notEqual(second.commitments[3], first.commitments[3]);
  });
});

describe('The ids of milestones', () => {
  const idsOf = (...ids: string[]) =>
    ledgerOf(agreementOf(`milestones:\n${ids.map((id) => `  - { ${id} }\n`).join('')}`), day('2026-11-27'))
      .schedule.ids;

  it('name the first of those that have one', () => {
    const ids = idsOf('id: M1', 'title: T', 'id: M2', 'id: M1');
    assert.deepEqual(
      ['M1', 'M2', 'm2', 'undefined'].map((id) => ids.indexOf(id)),
      [0, 2, undefined, undefined],
    );
  });

  it('are distinct where none is another’s, whatever their case', () => {
    assert.equal(idsOf('id: M1', 'title: T', 'title: U', 'id: M2').distinct, true);
    assert.equal(idsOf('id: M1', 'id: M1').distinct, false);
    assert.equal(idsOf('id: M1', 'id: m1').distinct, false);
    assert.deepEqual([...idsOf('id: M1', 'id: Ab').folded], ['m1', 'ab']);
  });
});

describe('A ledger without notes', () => {
  it('is its own shared part, and its own from where it stands', () => {
    const ledger = ledgerOf(agreementOf('owner: ana\n'), day('2026-11-27'));
    assert.equal(sharedLedger(ledger), ledger);
    assert.equal(ledgerSeenFrom(ledger, ledger.agreement.uri), ledger);
  });
});
