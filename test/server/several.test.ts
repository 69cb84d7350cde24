import assert from 'node:assert/strict';
import type { CommitmentRow, EditAnswer, PersonRow } from '../../src/server/protocol.ts';
import { agreement, TestClient, TestFolder } from './client.ts';

const SUPPLY = `---
agreement: Supply
owner: tom
effective: 2026-09-01
cadence: month
parties:
  - { id: alder, name: Alder Works, people: [tom] }
  - { id: brook, name: Brook Foods, role: buyer, people: [ana] }
people:
  tom: { name: Tom Reed, role: foreman }
  ana: { name: Ana Sol }
milestones:
  - { id: M1, title: Pilot, owner: &o tom, due: 2026-11-20 }
  - { id: M2, title: Volume, owner: *o, due: 2026-12-20 }
  - { id: M3, title: Audit, owner: [tom, ana], due: 2026-12-21 }
---

- [ ] Send the plan @tom
`;
const NOTES = `---
notes-for: supply
risks:
  - { id: R1, title: They waver, review: 2026-12-01 }
---

## Journal

- [ ] Ask the other shop @tom
`;

describe('several commitments at once', () => {
  let folder: TestFolder;
  let client: TestClient;
  let rows: readonly CommitmentRow[];

  beforeEach(async () => {
    folder = await TestFolder.with({
      'supply.md': SUPPLY,
      'notes.md': NOTES,
      'b.md': agreement('2026-11-24'),
    });
    client = await TestClient.start({ folders: [folder.uri] });
    await client.idle();
    rows = await client.ask<CommitmentRow[]>('parley/commitments', { query: {} });
  });

  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  const ids = (...titles: string[]) =>
    titles.map((title) => rows.find((row) => row.title === title)?.id ?? assert.fail(`There is no ${title}`));
  const edit = (params: object) => client.ask<EditAnswer>('parley/edit', params);
  const left = (answer: EditAnswer) =>
    'edit' in answer ? (answer.left ?? []).map(({ title, why }) => `${title}: ${why}`) : [answer.refused];

  it('are marked done where that can be, and what is left says why', async () => {
    const answer = await edit({ action: 'complete', ids: ids('Pilot', 'Check-in', 'Moulds delivered') });
    assert.match(
      (await folder.applied(answer, 'supply.md')).text,
      /due: 2026-11-20, status: done, done: 2026-11-27 }/,
    );
    assert.match((await folder.applied(answer, 'b.md')).text, /status: done\n/);
    assert.deepEqual(left(answer), ['Check-in: A check-in is done by its record. Insert a check-in.']);
  });

  it('are postponed where that can be', async () => {
    const chosen = ids('Check-in', 'Pilot', 'Volume');
    const answer = await edit({ action: 'postpone', ids: chosen, to: 'M1 + 2 weeks' });
    assert.match((await folder.applied(answer, 'supply.md')).text, /owner: \*o, due: M1 \+ 2 weeks }/);
    assert.deepEqual(left(answer), [
      'Check-in: The next check-in follows from “cadence”.',
      'Pilot: Unexpected “M1”: it waits for “Pilot” itself.',
    ]);
  });

  it('are given to somebody else, each in the document that names its owner', async () => {
    const chosen = ids('Volume', 'Audit', 'Send the plan', 'Ask the other shop', 'Review risk: They waver');
    const answer = await edit({ action: 'reassign', ids: chosen, to: 'ana' });
    assert.equal(
      (await folder.applied(answer, 'supply.md')).text,
      SUPPLY.replace('*o', 'ana').replace('[tom, ana]', '[ana, tom]').replace('plan @tom', 'plan @ana'),
    );
    assert.equal(
      (await folder.applied(answer, 'notes.md')).text,
      NOTES.replace('shop @tom', 'shop @ana').replace('2026-12-01 }', '2026-12-01, owner: ana }'),
    );
    assert.deepEqual(left(answer), []);
  });

  it('leave alone what an alias repeats, and do the rest', async () => {
    const answer = await edit({ action: 'reassign', ids: ids('Pilot', 'Audit', 'Check-in'), to: 'ana' });
    assert.equal(
      (await folder.applied(answer, 'supply.md')).text,
      SUPPLY.replace('[tom, ana]', '[ana, tom]'),
    );
    assert.deepEqual(left(answer), [
      'Pilot: An alias repeats “&o” elsewhere in the file, and would change too. Change it by hand.',
      'Check-in: The contract owner answers for check-ins. Change “owner” of the agreement.',
    ]);
  });

  it('leave alone what the client cannot write, and do the rest', async () => {
    const chosen = ids('Pilot', 'Moulds delivered');
    const readOnly = [folder.of('supply.md')];
    const answer = await edit({ action: 'complete', ids: chosen, readOnly });
    assert.match((await folder.applied(answer, 'b.md')).text, /status: done\n/);
    assert.deepEqual(left(answer), ['Pilot: The file is read-only. Make it writable first.']);
    const none = await edit({ action: 'complete', ids: ids('Pilot'), readOnly });
    assert.deepEqual(left(none), ['The file is read-only. Make it writable first.']);
    assert.equal(
      await edit({ action: 'complete', ids: chosen, readOnly: 'all' }).catch(() => 'wrong'),
      'wrong',
    );
  });

  it('are refused as a whole where nothing can be done, or one is no longer there', async () => {
    const nothing = await edit({ action: 'complete', ids: ids('Check-in') });
    assert.deepEqual(left(nothing), ['A check-in is done by its record. Insert a check-in.']);
    const gone = await edit({ action: 'complete', ids: [...ids('Pilot'), 'nonsense'] });
    assert.deepEqual(left(gone), ['The file has changed since. Try again.']);
    const name = await edit({ action: 'reassign', ids: ids('Pilot'), to: 'Somebody Else' });
    assert.ok('refused' in name && name.refused.includes('handle'));
  });

  it('can be given to whoever their agreements know', async () => {
    const people = await client.ask<PersonRow[]>('parley/people', { ids: ids('Pilot', 'Moulds delivered') });
    assert.deepEqual(people, [
      { handle: 'tom', name: 'Tom Reed', role: 'foreman', party: 'Alder Works', unknownIn: [] },
      { handle: 'ana', name: 'Ana Sol', party: 'Brook Foods', unknownIn: ['Supply of jars'] },
      { handle: 'ines', name: 'Ines Roca', unknownIn: ['Supply'] },
      { handle: 'alder', name: 'Alder Works', unknownIn: ['Supply of jars'] },
      { handle: 'brook', name: 'Brook Foods', role: 'buyer', unknownIn: ['Supply of jars'] },
    ]);
    assert.deepEqual(await client.ask('parley/people', { ids: ['nonsense'] }), []);
  });
});
