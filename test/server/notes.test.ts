import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CommitmentAtAnswer,
  CommitmentRow,
  EditAnswer,
  NegotiationRow,
} from '../../src/server/protocol.ts';
import { agreement, begun, type TestClient, type TestFolder } from './client.ts';

const SUPPLY = agreement('2027-03-01').replace(
  'milestones:',
  'negotiations:\n  - { id: N1, date: 2026-11-20, topic: price }\nmilestones:',
);
/** Private notes about the agreement in `supply.md`. */
const NOTES = `---
notes-for: supply
negotiations:
  - { id: N2, date: 2027-01-20, topic: volumes, owner: tom }
---

## Journal

- [ ] Read the offer again @tom due:2026-11-20
`;

describe('private notes', () => {
  let folder: TestFolder;
  let client: TestClient;

  async function begin(files: Record<string, string | Uint8Array>): Promise<void> {
    ({ folder, client } = await begun(files, { options: { snippets: true } }));
  }

  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  const supply = () => folder.of('supply.md');
  const notes = () => folder.of('supply.notes.md');
  const rows = () => client.ask<CommitmentRow[]>('parley/commitments', { query: {} });
  const edit = (params: object) => client.ask<EditAnswer>('parley/edit', params);

  /** What an edit makes of the files, by name, and for which versions. */
  async function applied(
    answer: EditAnswer,
  ): Promise<Record<string, { text: string; version: number | null }>> {
    assert.ok('edit' in answer, JSON.stringify(answer));
    const result: Record<string, { text: string; version: number | null }> = {};
    for (const change of (answer.edit.documentChanges ?? []) as TextDocumentEdit[]) {
      const name = change.textDocument.uri.split('/').at(-1)!;
      const document = TextDocument.create('', '', 1, await readFile(`${folder.path}/${name}`, 'utf8'));
      const text = TextDocument.applyEdits(document, change.edits as TextEdit[]);
      result[name] = { text, version: change.textDocument.version };
    }
    return result;
  }

  it('have their findings in their own file, and the agreement has its own', async () => {
    await begin({ 'supply.md': agreement('2026-11-24'), 'supply.notes.md': NOTES });
    assert.deepEqual([client.checks(supply()), client.checks(notes())], [['overdue'], ['overdue']]);
    const [late] = client.findings.get(notes()) ?? [];
    assert.equal(late?.range.start.line, 8);
  });

  it('are never said to lack their agreement while it is still to be read', async () => {
    const many = Array.from({ length: 80 }, (_, n) => [`a${n}.md`, agreement('2027-03-01', `No ${n}`)]);
    await begin({ ...Object.fromEntries(many), 'a.notes.md': NOTES, 'supply.md': SUPPLY });
    const said = client.published.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
    assert.ok(!said.includes('notes-without-agreement'), said.join());
  });

  it('are said to lack their agreement once all is read, and as it goes and comes', async () => {
    await begin({ 'supply.notes.md': NOTES });
    assert.deepEqual(client.checks(notes()), ['notes-without-agreement']);
    await client.open(notes(), NOTES);
    await client.watched({ [await folder.write('supply.md', SUPPLY)]: 'created' });
    await client.idle();
    assert.deepEqual(client.checks(notes()), ['overdue']);
    await folder.remove('supply.md');
    await client.watched({ [supply()]: 'deleted' });
    await client.idle();
    assert.deepEqual(client.checks(notes()), ['notes-without-agreement']);
    await client.close(notes());
    await folder.remove('supply.notes.md');
    await client.watched({ [notes()]: 'deleted' });
    await client.idle();
    assert.deepEqual(client.checks(notes()), []);
  });

  it('change what is said about their agreement, open or closed, and tell trees', async () => {
    await begin({ 'supply.md': SUPPLY.replace('id: M1', 'id: M1\n    objective: O9') });
    assert.ok(client.checks(supply()).includes('unknown-reference'));
    const told = client.changes.length;
    const objectives = NOTES.replace(
      'negotiations:',
      'objectives:\n  - { id: O9, title: Margin }\nnegotiations:',
    );
    await client.open(notes(), objectives);
    await client.idle();
    assert.ok(!client.checks(supply()).includes('unknown-reference'));
    assert.ok(client.changes.length > told);
    await client.open(supply(), SUPPLY.replace('id: M1', 'id: M1\n    objective: O9'));
    await client.edit(notes(), NOTES);
    await client.idle();
    assert.ok(client.checks(supply()).includes('unknown-reference'));
  });

  it('tell trees nothing while only prose is written in them', async () => {
    await begin({ 'supply.md': SUPPLY, 'supply.notes.md': NOTES });
    await client.open(notes(), NOTES);
    await client.edit(notes(), `${NOTES}\nOne line.\n`);
    await client.idle();
    const before = client.changes.length;
    await client.edit(notes(), `${NOTES}\nAnother line.\n`);
    await client.idle();
    assert.equal(client.changes.length, before);
    await client.edit(notes(), NOTES.replace('2026-11-20\n', '2026-12-20\n'));
    await client.idle();
    assert.deepEqual(
      client.changes.slice(before).map(({ overdue }) => overdue),
      [1],
    );
  });

  it('take the debrief, whichever of the two files is asked for, at their own version', async () => {
    await begin({ 'supply.md': SUPPLY, 'supply.notes.md': NOTES });
    await client.open(supply(), SUPPLY);
    for (const [uri, version] of [
      [supply(), null],
      [notes(), 1],
    ] as const) {
      if (uri === notes()) await client.open(notes(), NOTES);
      const answer = await edit({ action: 'insert-debrief', uri, negotiation: 'N1' });
      const files = await applied(answer);
      assert.deepEqual(Object.keys(files), ['supply.notes.md']);
      const { text, version: written } = files['supply.notes.md']!;
      assert.ok(text.startsWith(NOTES) && /\n## Debrief\n\n### 2026-11-27 N1 price\n/.test(text), text);
      assert.equal(written, version);
      assert.ok('edit' in answer && answer.snippet);
      assert.deepEqual([answer.snippet.uri, answer.snippet.version], [notes(), version]);
      assert.equal(answer.reveal?.uri, notes());
      assert.match(text.split('\n')[answer.reveal?.range.start.line ?? 0] ?? '', /^### .* N1/);
    }
  });

  it('are where a debrief is found again', async () => {
    await begin({
      'supply.md': SUPPLY,
      'supply.notes.md': `${NOTES}\n## Debrief\n\n### 2026-11-21 N1 price\n\nGood.\n`,
    });
    const talks = await client.ask<NegotiationRow[]>('parley/negotiations', { uri: supply() });
    assert.deepEqual(
      talks.map(({ id, next, debrief }) => [id, next, debrief?.uri, debrief?.range.start.line]),
      [
        ['N2', true, undefined, undefined],
        ['N1', false, notes(), 12],
      ],
    );
    assert.deepEqual(await client.ask('parley/negotiations', { uri: notes() }), talks);
    const again = await edit({ action: 'insert-debrief', uri: supply(), negotiation: 'N1' });
    assert.ok('refused' in again);
    assert.equal(again.reveal?.uri, notes());
  });

  it('take the reflection brief, which knows the other agreements of the folder', async () => {
    const parties =
      'parties:\n  - { id: us, name: Quillmoor Ltd, people: [tom] }\n  - { id: them, name: Brackenfold Ltd }\n';
    const other = `${agreement('2026-11-24', 'Storage').replace('milestones:', `${parties}milestones:`)}
## Reflection brief

### 2026-10-02 fees

#### Assumptions

| Assumption | Confidence | Turned out |
| --- | --- | --- |
| They need the money at once | high | wrong |
`;
    await begin({
      'supply.md': SUPPLY.replace('milestones:', `${parties}milestones:`),
      'supply.notes.md': NOTES,
      'storage.md': other,
      '.parley.yaml': 'we: us\n',
    });
    const answer = await edit({ action: 'insert-brief', uri: notes() });
    const { text } = (await applied(answer))['supply.notes.md']!;
    assert.match(text, /\n## Reflection brief\n\n### 2026-11-27 N2 volumes\n/);
    assert.match(text, /They need the money at once \(2026-10-02 storage: wrong\)/);
    await client.open(notes(), text);
    const [talks] = await client.ask<NegotiationRow[]>('parley/negotiations', { uri: supply() });
    assert.deepEqual([talks?.id, talks?.brief?.uri], ['N2', notes()]);
    const again = await edit({ action: 'insert-brief', uri: supply(), negotiation: 'N2' });
    assert.ok('refused' in again);
  });

  it('have commitments that are found at their place and edited there, with others elsewhere', async () => {
    await begin({ 'supply.md': SUPPLY, 'supply.notes.md': NOTES });
    const at = (line: number, uri = notes()) =>
      client.ask<CommitmentAtAnswer | null>('parley/commitment/at', {
        uri,
        position: { line, character: 8 },
        query: { groupBy: 'agreement' },
      });
    assert.equal((await at(8))?.row.title, 'Read the offer again');
    assert.equal((await at(3))?.row.itemId, 'N2');
    assert.equal(await at(6), null);
    assert.equal((await at(11, supply()))?.row.itemId, 'M1');
    const wanted = (await rows()).filter(({ can }) => can.complete);
    assert.deepEqual(
      wanted.map(({ uri }) => uri),
      [notes(), supply()],
    );
    await client.open(notes(), NOTES);
    const answer = await edit({ action: 'complete', ids: wanted.map(({ id }) => id) });
    const files = await applied(answer);
    assert.match(files['supply.notes.md']!.text, /^- \[x\] Read the offer again @tom due:2026-11-20 /m);
    assert.match(files['supply.md']!.text, /^ {4}status: done$/m);
    assert.deepEqual([files['supply.notes.md']!.version, files['supply.md']!.version], [1, null]);
  });

  it('with bytes that would be lost are not written into, and the agreement is', async () => {
    const damaged = Buffer.from(`${NOTES}\nBr\xf6tchen\n`, 'latin1');
    await begin({ 'supply.md': SUPPLY, 'supply.notes.md': damaged });
    const refused = await edit({ action: 'insert-debrief', uri: supply(), negotiation: 'N1' });
    assert.ok('refused' in refused && refused.refused.includes('UTF-8'));
    const milestone = (await rows()).find(({ kind }) => kind === 'milestone')!;
    assert.deepEqual(Object.keys(await applied(await edit({ action: 'complete', ids: [milestone.id] }))), [
      'supply.md',
    ]);
  });
});
