import assert from 'node:assert/strict';
import { ledgerOf } from '../../../src/core/commitments/ledger.ts';
import { postponeAll } from '../../../src/core/edits/postpone.ts';
import { reassignAll } from '../../../src/core/edits/reassign.ts';
import { recorded } from '../../../src/core/sections/agreed.ts';
import { recordChanges } from '../../../src/core/sections/changes.ts';
import { day } from '../commitments/listing.ts';
import { commitmentOf, ledgerAt, outcome } from '../edits/helpers.ts';
import { read } from './helpers.ts';

const TODAY = '2026-11-20';
const HEAD = '| Date | Item | Field | From | To | Why | Approved by |';
const RULE = '| --- | --- | --- | --- | --- | --- | --- |';
const ROW = '| 2026-11-20 | M1 | due | 2026-11-24 | 2026-12-01 | Mould out |  |';

/** A signed agreement with a milestone and an action item, and whatever its body says. */
function signed(body: string, head = 'signed: 2026-09-01'): string {
  return `---
agreement: Supply
${head}
owner: ana
milestones:
  - { id: M1, title: Pilot, owner: tom, due: 2026-11-24 }
  - { id: M2, title: Volume, owner: tom, due: M1 + 2 weeks }
---
${body}`;
}

function postponed(
  text: string,
  ids: readonly string[] = ['M1'],
  to = '2026-12-01',
  why = 'Mould out',
): string {
  const ledger = ledgerAt(text, TODAY);
  const chosen = ids.map((id) => commitmentOf(ledger, id));
  return outcome(text, recorded(ledger, postponeAll(ledger, chosen, to), why));
}

/** What is recorded where commitments are given to Ana: the cells of each new row but for the day. */
function handedOver(text: string, ...ids: readonly string[]): string[] {
  const ledger = ledgerAt(text, TODAY);
  const chosen = ids.map((id) => commitmentOf(ledger, id));
  const after = outcome(text, recorded(ledger, reassignAll(ledger, chosen, 'ana'), 'On leave'));
  return [...after.matchAll(/^\| 2026-11-20 \| (.*?) *\| *\|$/gm)].map(([, cells]) =>
    cells!.replaceAll(/ *\| */g, ' | '),
  );
}

/** The body after M1 was postponed. */
const bodyAfter = (body: string, ...more: [(readonly string[])?, string?, string?]) =>
  postponed(signed(body), ...more)
    .split('---\n')
    .slice(2)
    .join('---\n');

describe('A change of what was signed', () => {
  it('is recorded in a section of its own, where the format has it', () => {
    assert.equal(
      bodyAfter('# Supply\n\n## Check-ins\n\n### 2026-11-01\n\n## Decisions\n'),
      `# Supply

## Check-ins

### 2026-11-01

## Changes

| Date       | Item | Field | From       | To         | Why       | Approved by |
| ---------- | ---- | ----- | ---------- | ---------- | --------- | ----------- |
| 2026-11-20 | M1   | due   | 2026-11-24 | 2026-12-01 | Mould out |             |

## Decisions
`,
    );
  });

  it('is one more row at the end of the table that is there', () => {
    const first = '| 2026-10-01 | M2 | due | 2026-12-24 | M1 + 2 weeks | So agreed | ana |';
    const table = [HEAD, RULE, first].join('\n');
    assert.equal(bodyAfter(`## Changes\n${table}\n\nEnd.\n`), `## Changes\n${table}\n${ROW}\n\nEnd.\n`);
    assert.equal(bodyAfter(`## Changes\n\n${table}`), `## Changes\n\n${table}\n${ROW}`);
    assert.equal(
      bodyAfter(`## Changes\n  ${HEAD}\n  ${RULE}\n`),
      `## Changes\n  ${HEAD}\n  ${RULE}\n  ${ROW}\n`,
    );
  });

  it('is as wide as the columns are drawn', () => {
    const once = postponed(signed(''));
    const rows = postponed(once, ['M2'], '2026-12-20', 'Later').split('\n').slice(-4, -1);
    assert.deepEqual(rows, [
      '| ---------- | ---- | ----- | ---------- | ---------- | --------- | ----------- |',
      '| 2026-11-20 | M1   | due   | 2026-11-24 | 2026-12-01 | Mould out |             |',
      '| 2026-11-20 | M2   | due   | M1 + 2 weeks | 2026-12-20 | Later     |             |',
    ]);
  });

  it('goes to the top where the newest stands there', () => {
    const rows = ['2026-10-02', '2026-10-01'].map((date) => `| ${date} | M2 | due | a | b | c | ana |`);
    assert.equal(
      bodyAfter(`## Changes\n${[HEAD, RULE, ...rows].join('\n')}\n`, ['M1', 'M2'], '2026-12-01'),
      `## Changes\n${[HEAD, RULE, ROW.replace('M1', 'M2').replace('2026-11-24', 'M1 + 2 weeks'), ROW, ...rows].join('\n')}\n`,
    );
  });

  it('keeps the columns, line endings and names of the file', () => {
    const body = '## 9. Changes:\r\n| date | x | To | From | Field | Item | why |\r\n|-|-|-|-|-|-|-|\r\n';
    assert.equal(
      postponed(signed(body).replaceAll(/\r?\n/g, '\r\n'), ['M1'], '2026-12-01', 'a | b\nc <!-- d')
        .split('\r\n')
        .at(-2),
      '| 2026-11-20 |  | 2026-12-01 | 2026-11-24 | due | M1 | a \\| b<br>c <\\!-- d |',
    );
  });

  it('is recorded with no reason, for several at once, and from nothing', () => {
    const text = signed(`## Changes\n${HEAD}\n${RULE}\n`).replace(', due: M1 + 2 weeks', '');
    assert.equal(
      postponed(text, ['M1', 'M2'], '2026-12-01', ' ').split(`${RULE}\n`)[1],
      '| 2026-11-20 | M1 | due | 2026-11-24 | 2026-12-01 |  |  |\n| 2026-11-20 | M2 | due |  | 2026-12-01 |  |  |\n',
    );
  });

  it('is who answers too, as it stood and as it stands', () => {
    const text = signed('')
      .replace('tom, due: 2026-11-24', '[tom, "ana"], due: 2026-11-24')
      .replace('owner: tom, due: M1', 'due: M1');
    assert.deepEqual(handedOver(text, 'M1'), ['M1 | owner | tom, ana | ana, tom | On leave']);
    assert.deepEqual(handedOver(text.replace('owner: ana', 'owner: eve'), 'M1', 'M2'), [
      'M1 | owner | tom, ana | ana, tom | On leave',
      'M2 | owner |  | ana | On leave',
    ]);
    assert.deepEqual(handedOver(text, 'M2'), [], 'the contract owner has it already');
  });

  it('is who accepts, once it was submitted', () => {
    const text = signed('').replace('due: 2026-11-24', 'accepts: joe, submitted: 2026-11-18');
    assert.deepEqual(handedOver(text, 'M1'), ['M1 | accepts | joe | ana | On leave']);
  });

  it('is told once of a series, however many of its days were chosen', () => {
    const text = signed('').replace('due: 2026-11-24', 'due: 2026-09-24, every: month');
    const ledger = ledgerAt(text, TODAY);
    const days = ledger.commitments.filter(({ id }) => id === 'M1');
    assert.ok(days.length > 2);
    const after = outcome(text, recorded(ledger, reassignAll(ledger, days, 'ana'), ''));
    assert.equal(after.split('| 2026-11-20 |').length, 2);
  });

  it('is none where one’s own work changes hands: risks, debriefs, notice and tasks', () => {
    const own = `expires: 2027-08-31
notice: { last-day: 90 days, owner: tom }
risks: [{ id: R1, review: month, owner: tom }]
negotiations: [{ id: N1, date: 2026-11-19, owner: tom }]`;
    const text = signed('## Action items\n- [ ] Call @tom\n', `signed: 2026-09-01\n${own}`);
    assert.deepEqual(handedOver(text, 'risk-review', 'N1', 'notice', 'action'), []);
  });

  it('is none in a draft, before the signature, in tasks, or where nothing changes', () => {
    for (const head of ['status: draft\nsigned: 2026-09-01', 'signed: 2026-11-21', 'tags: []'])
      assert.equal(postponed(signed('', head)), signed('', head).replace('2026-11-24', '2026-12-01'));
    const task = signed('## Action items\n- [ ] Call @tom due:2026-11-24\n');
    assert.equal(postponed(task, ['action']), task.replace('due:2026-11-24', 'due:2026-12-01'));
    assert.equal(postponed(signed(''), ['M1'], '2026-11-24'), signed(''));
  });

  it('is refused where it would not be read, or not be said', () => {
    assert.equal(postponed(signed('```\nnever closed\n')), 'section/no-place');
    assert.equal(postponed(signed('<!-- never closed\n')), 'section/no-place');
    const narrow = '## Changes\n| Date | Item | Field | From | To |\n| - | - | - | - | - |\n';
    assert.equal(postponed(signed(narrow)), 'section/no-column');
    assert.match(postponed(signed(narrow), ['M1'], '2026-12-01', ''), /\| 2026-12-01 \|\n$/);
  });

  it('leaves a clause called Changes to its authors', () => {
    const clause = '## Changes\n\nIn writing only.\n';
    const after = bodyAfter(clause);
    assert.ok(after.startsWith(`${clause}\n## Changes\n\n| Date `), after);
  });

  it('can be of the agreement itself', () => {
    const text = signed('');
    const change = { item: 'agreement', field: 'expires', from: '2026-12-31', to: '2027-12-31' };
    const { agreement } = ledgerOf(read(text), day(TODAY));
    const after = outcome(text, recordChanges(agreement, day(TODAY), [change], 'Renewed'));
    assert.match(after, /\| agreement \| expires \| 2026-12-31 \| 2027-12-31 \| Renewed \|/);
  });
});
