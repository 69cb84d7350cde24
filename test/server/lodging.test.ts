import assert from 'node:assert/strict';
import type { CommitmentRow, EditAnswer } from '../../src/server/protocol.ts';
import { agreement, begun, type TestClient, type TestFolder } from './client.ts';

const SUPPLY = agreement('2027-03-01');
const NEARER = agreement('2027-03-01', 'Nearer');
/** Private notes about the agreement in `supply.md`, with one action item that is late. */
const NOTES = `---
notes-for: supply
---

## Journal

- [ ] Read the offer again @tom due:2026-11-20
`;
const CONFIGURATION = 'timezone: UTC\n';

describe('private notes below a .parley.yaml of their own', () => {
  let folder: TestFolder;
  let client: TestClient;

  async function begin(files: Record<string, string | Uint8Array>): Promise<void> {
    ({ folder, client } = await begun({ 'mine/.parley.yaml': CONFIGURATION, ...files }));
  }

  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  const notes = () => folder.of('mine/supply.notes.md');

  /** What is said about the notes, and in which agreement their action item is owed. */
  async function state(): Promise<{ checks: string[]; agreement: string | undefined }> {
    await client.idle();
    const rows = await client.ask<CommitmentRow[]>('parley/commitments', { query: {} });
    const ours = rows.filter(({ title }) => title === 'Read the offer again');
    assert.ok(ours.length <= 1, 'owed twice');
    return { checks: client.checks(notes()), agreement: ours[0]?.agreement.title };
  }

  const joined = (title: string) => ({ checks: ['overdue'], agreement: title });
  const STRAY = { checks: ['notes-without-agreement'], agreement: undefined };

  async function create(name: string, text: string): Promise<void> {
    await client.watched({ [await folder.write(name, text)]: 'created' });
  }

  async function remove(name: string): Promise<void> {
    await folder.remove(name);
    await client.watched({ [folder.of(name)]: 'deleted' });
  }

  it('find an agreement above it', async () => {
    await begin({ 'supply.md': SUPPLY, 'mine/supply.notes.md': NOTES });
    assert.deepEqual(await state(), joined('Supply of jars'));
  });

  it('follow as agreements come and go above and beside them, to the nearest', async () => {
    await begin({ 'mine/supply.notes.md': NOTES });
    assert.deepEqual(await state(), STRAY);
    await create('supply.md', SUPPLY);
    assert.deepEqual(await state(), joined('Supply of jars'));
    await create('mine/deep/supply.md', NEARER);
    assert.deepEqual(await state(), joined('Nearer'));
    await remove('supply.md');
    assert.deepEqual(await state(), joined('Nearer'));
    await create('supply.md', SUPPLY);
    await remove('mine/deep/supply.md');
    assert.deepEqual(await state(), joined('Supply of jars'));
    await remove('supply.md');
    assert.deepEqual(await state(), STRAY);
  });

  it('follow while they or the agreements are being written', async () => {
    await begin({ 'supply.md': SUPPLY, 'mine/supply.notes.md': NOTES, 'mine/other.md': NEARER });
    await client.open(notes(), NOTES);
    assert.deepEqual(await state(), joined('Supply of jars'));
    await client.edit(notes(), NOTES.replace('notes-for: supply', 'notes-for: '));
    assert.equal((await state()).agreement, undefined);
    await client.edit(notes(), NOTES.replace('notes-for: supply', 'notes-for: other'));
    assert.deepEqual(await state(), joined('Nearer'));
    await client.edit(notes(), NOTES);
    assert.deepEqual(await state(), joined('Supply of jars'));
    await client.open(folder.of('mine/other.md'), NEARER);
    await client.edit(folder.of('mine/other.md'), NEARER.replace('owner: tom', 'id: supply\nowner: tom'));
    assert.deepEqual(await state(), joined('Nearer'));
    await client.close(folder.of('mine/other.md'));
    assert.deepEqual(await state(), joined('Supply of jars'));
    await client.close(notes());
    assert.deepEqual(await state(), joined('Supply of jars'));
  });

  it('follow as configurations come and go between them and the agreement', async () => {
    await begin({ 'supply.md': SUPPLY, 'mine/deep/supply.md': NEARER, 'mine/supply.notes.md': NOTES });
    assert.deepEqual(await state(), joined('Nearer'));
    await create('mine/deep/.parley.yaml', CONFIGURATION);
    assert.deepEqual(await state(), joined('Supply of jars'));
    await client.open(notes(), NOTES);
    await remove('mine/.parley.yaml');
    assert.deepEqual(await state(), joined('Supply of jars'));
    await remove('mine/deep/.parley.yaml');
    await remove('supply.md');
    assert.deepEqual(await state(), joined('Nearer'));
  });

  it('are still there when all configurations go at once', async () => {
    await begin({ 'mine/supply.md': NEARER, 'mine/deep/.parley.yaml': CONFIGURATION });
    await create('mine/deep/supply.notes.md', NOTES);
    assert.equal((await state()).agreement, 'Nearer');
    await folder.remove('mine/.parley.yaml');
    await remove('mine/deep/.parley.yaml');
    assert.equal((await state()).agreement, 'Nearer');
  });

  it('are told the near id of an agreement above, as it comes and goes', async () => {
    const text = NOTES.replace(': supply', ': suply-of-jars');
    await begin({ 'supply-of-jars.md': SUPPLY, 'mine/supply.notes.md': text });
    await client.open(notes(), text);
    const offered = async () => {
      await client.idle();
      const [diagnostic] = client.findings.get(notes()) ?? [];
      const actions = await client.ask<readonly { title: string }[]>('textDocument/codeAction', {
        textDocument: { uri: notes() },
        range: diagnostic?.range,
        context: { diagnostics: [diagnostic] },
      });
      return actions.some(({ title }) => title.includes('supply-of-jars'));
    };
    assert.equal(await offered(), true);
    await remove('supply-of-jars.md');
    assert.equal(await offered(), false);
    await create('supply-of-jars.md', SUPPLY);
    assert.equal(await offered(), true);
  });

  it('are governed by the configuration of their agreement', async () => {
    await begin({
      'supply.md': SUPPLY,
      '.parley.yaml': 'checks: { overdue: error }\n',
      'mine/.parley.yaml': 'checks: { overdue: hint }\n',
      'mine/supply.notes.md': NOTES,
    });
    assert.equal(client.findings.get(notes())?.[0]?.severity, 1);
  });

  it('lie with their own folder again once they are an agreement or nothing of ours', async () => {
    await begin({ 'supply.md': SUPPLY, 'mine/supply.notes.md': NOTES });
    await client.open(notes(), NOTES);
    await client.edit(notes(), agreement('2026-11-24', 'Own'));
    await create('mine/.parley.yaml', 'checks: { overdue: off }\n');
    assert.deepEqual((await state()).checks, []);
    await client.edit(notes(), '# Prose\n');
    assert.deepEqual(await state(), { checks: [], agreement: undefined });
    await client.edit(notes(), NOTES);
    assert.equal((await state()).agreement, 'Supply of jars');
  });

  it('are forgotten where they were never saved', async () => {
    await begin({ 'supply.md': SUPPLY });
    await client.open(notes(), NOTES);
    assert.deepEqual(await state(), joined('Supply of jars'));
    await client.close(notes());
    assert.deepEqual(await state(), { checks: [], agreement: undefined });
  });

  it('are edited where they stand, but not where bytes would be lost', async () => {
    const NAME = 'mine/supply.notes.md';
    await begin({ 'supply.md': SUPPLY, [NAME]: Buffer.from(`${NOTES}\nBr\xf6tchen\n`, 'latin1') });
    const complete = async () => {
      const rows = await client.ask<CommitmentRow[]>('parley/commitments', { query: {} });
      const ids = rows.filter(({ uri }) => uri === notes()).map(({ id }) => id);
      return client.ask<EditAnswer>('parley/edit', { action: 'complete', ids });
    };
    const refused = await complete();
    assert.ok('refused' in refused && refused.refused.includes('UTF-8'));
    await folder.write(NAME, NOTES);
    await client.watched({ [notes()]: 'changed' });
    await client.idle();
    assert.match((await folder.applied(await complete(), NAME)).text, /^- \[x\] Read the offer/m);
  });
});
