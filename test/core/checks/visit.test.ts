import assert from 'node:assert/strict';
import type { Check, Finding } from '../../../src/core/checks/check.ts';
import { runChecks } from '../../../src/core/checks/run.ts';
import { type Ledger, ledgerOf } from '../../../src/core/commitments/ledger.ts';
import { AgreementDocument } from '../../../src/core/document/agreement.ts';
import { TODAY } from './fixtures.ts';

const TEXT = `---
agreement: A
status: active
owner: ana
effective: 2026-09-01
expires: 2027-08-31
people: { ana: Ana, tom: Tom }
objectives: [{ id: O1, title: Cheaper }, { id: O2, title: Faster }]
milestones:
  - { id: M1, title: Pilot, due: 2027-01-15, objective: O1 }
  - { id: M2, title: Series, due: 2027-09-15, owner: tom, objective: O3 }
  - { id: M3, title: Report, owner: tim, due: signed + 1 week }
---
## Action items
- [ ] Call them
- [ ] Prepare M1

## Notes
- [ ] Ask @tim due:2026-11-01
`;

/** A document that is read, checked, written and checked again; each reading knows the ledger before it. */
class Written {
  readonly #document = new AgreementDocument('file:///a.md');
  #ledger: Ledger | undefined;

  write(text: string): Ledger {
    this.#ledger = ledgerOf(this.#document.read(text)!, TODAY, undefined, this.#ledger);
    return this.#ledger;
  }

  findings(text: string, which?: readonly Check[]): readonly Finding[] {
    return runChecks(this.write(text), undefined, which);
  }
}

/** A check that notes whom it is asked about, and says so. */
function asking(asked: string[], follows: () => readonly unknown[] = () => []): Check {
  return {
    id: 'asking',
    title: 'Asks',
    severity: 'hint',
    dependsOn: 'document',
    visit: (_, report) => ({
      follows: follows(),
      milestone({ milestone: { id, title } }) {
        asked.push(id!.value);
        report({ at: title!, args: { title: title!.value } });
      },
      action({ text }) {
        asked.push(text.value);
        report({ at: text, args: { title: text.value } });
      },
    }),
  };
}

const titles = (findings: readonly Finding[]) => findings.map(({ args }) => args['title']);
const ALL = ['Pilot', 'Series', 'Report', 'Call them', 'Prepare M1', 'Ask @tim due:2026-11-01'];

describe('What checks say again of an agreement that was written in', () => {
  for (const [what, from, to] of [
    ['contract owner', 'owner: ana\n', ''],
    ['place of the contract owner', 'owner: ana\n', 'owner:    ana\n'],
    ['status', 'status: active', 'status: terminated'],
    ['last day', 'expires: 2027-08-31', 'expires: 2027-12-31'],
    ['last day away', 'expires: 2027-08-31\n', ''],
    ['name of an objective', 'id: O2', 'id: O3'],
    ['name of a milestone', 'id: M1', 'id: M9'],
    ['people', 'tom: Tom }', 'tom: Tom, tim: Tim }'],
    ['first day', 'effective', 'signed'],
    ['only a title', 'title: Pilot', 'title: As soon as possible'],
  ] as const)
    it(`is what they would say of it the first time, after a change of the ${what}`, () => {
      for (const [before, after] of [
        [TEXT, TEXT.replace(from, to)],
        [TEXT.replace(from, to), TEXT],
      ] as const) {
        const document = new Written();
        document.findings(before);
        assert.deepEqual(shown(document.findings(after)), shown(new Written().findings(after)));
      }
    });
});

function shown(findings: readonly Finding[]): unknown[] {
  return findings.map(({ check, severity, range, args, item, related }) => [
    ...[check, severity, range, args, item, related],
  ]);
}

describe('A check that asks about each item', () => {
  it('is asked again only about the items that changed, and what it said of the others is repeated', () => {
    const asked: string[] = [];
    const document = new Written();
    const check = asking(asked);
    assert.deepEqual(titles(document.findings(TEXT, [check])), ALL);
    assert.deepEqual(asked.splice(0), ['M1', 'M2', 'M3', ...ALL.slice(3)]);
    const changed = TEXT.replace('title: Series', 'title: Full series');
    assert.deepEqual(titles(document.findings(changed, [check])), ALL.with(1, 'Full series'));
    assert.deepEqual(asked.splice(0), ['M2']);
    const called = changed.replace('Call them', 'Call @ana');
    assert.deepEqual(titles(document.findings(called, [check])), [
      ...['Pilot', 'Full series', 'Report', 'Call @ana', ...ALL.slice(4)],
    ]);
    assert.deepEqual(asked, ['Call @ana', 'Prepare M1'], 'a section of the body is read as a whole');
  });

  it('is asked about all once what it follows is another thing', () => {
    const asked: string[] = [];
    const document = new Written();
    let follows: readonly unknown[] = ['a', 'b'];
    const check = asking(asked, () => follows);
    document.findings(TEXT, [check]);
    asked.length = 0;
    for (const [next, times] of [
      [['a', 'b'], 0],
      [['a', 'c'], 6],
      [['a', 'c'], 0],
      [['a'], 6],
    ] as const) {
      follows = next;
      assert.deepEqual(titles(document.findings(TEXT, [check])), ALL);
      assert.equal(asked.splice(0).length, times, next.join());
    }
  });

  it('is asked about all where other checks ask with it than before', () => {
    const [one, other]: [string[], string[]] = [[], []];
    const document = new Written();
    const [first, second] = [asking(one), asking(other)];
    document.findings(TEXT, [first]);
    document.findings(TEXT, [first, second]);
    assert.deepEqual([one.length, other.length], [12, 6]);
    document.findings(TEXT, [second]);
    assert.deepEqual([one.length, other.length], [12, 12]);
  });

  it('is asked about milestones or action items alone, without a word about the others', () => {
    const asked: string[] = [];
    const document = new Written();
    const { visit } = asking(asked);
    const part = (name: 'milestone' | 'action', follows: unknown): Check => ({
      ...asking(asked),
      visit: (ledger, report) => ({ [name]: visit!(ledger, report)![name], follows: [follows] }),
    });
    const [milestones, actions] = [part('milestone', 1), part('action', 1)];
    document.findings(TEXT, [milestones, actions]);
    assert.deepEqual(asked.splice(0).length, 6);
    document.findings(TEXT, [milestones, part('action', 2)]);
    assert.deepEqual(asked.splice(0), ALL.slice(3), 'what is followed for action items alone');
    document.findings(TEXT, [part('milestone', 2), actions]);
    assert.deepEqual(asked.slice(0, 3), ['M1', 'M2', 'M3']);
  });
});
