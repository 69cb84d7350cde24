import assert from 'node:assert/strict';
import { agreement, type Start, TestClient, TestFolder } from './client.ts';

const LATE = agreement('2026-11-24');
const FINE = agreement('2027-03-01');

describe('findings of a workspace', () => {
  let folder: TestFolder;
  let client: TestClient;

  async function begin(files: Record<string, string>, start: Start = {}): Promise<void> {
    folder = await TestFolder.with(files);
    client = await TestClient.start({ folders: [folder.uri], ...start });
  }

  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  it('come for files that nobody opened, and not for notes', async () => {
    await begin({ 'a.md': LATE, 'deep/B.Markdown': LATE, 'notes.md': '# Notes\n\n- [ ] due:2026-01-01\n' });
    await client.idle();
    assert.deepEqual(client.checks(folder.of('a.md')), ['overdue']);
    assert.deepEqual(client.checks(folder.of('deep/B.Markdown')), ['overdue']);
    assert.deepEqual([...client.findings.keys()].length, 2);
  });

  it('say where, how bad and about what', async () => {
    await begin({ 'a.md': LATE }, { options: { checkPages: 'https://parley.example/checks/' } });
    await client.idle();
    const [finding] = client.findings.get(folder.of('a.md'))!;
    assert.deepEqual(finding, {
      range: { start: { line: 10, character: 9 }, end: { line: 10, character: 19 } },
      severity: 2,
      code: 'overdue',
      codeDescription: { href: 'https://parley.example/checks/overdue.md' },
      source: 'parley',
      message: '“Moulds delivered” is 3 days late: it was due on 2026-11-24.',
      data: { check: 'overdue', item: { kind: 'milestone', id: 'M1' } },
    });
  });

  it('of an open document come for each version, with that version', async () => {
    await begin({ 'a.md': FINE });
    const uri = folder.of('a.md');
    await client.idle();
    assert.equal(client.findings.get(uri), undefined);
    await client.open(uri, FINE);
    await client.edit(uri, '6-11-24', {
      start: { line: 10, character: 12 },
      end: { line: 10, character: 19 },
    });
    await client.edit(uri, '7', { start: { line: 10, character: 12 }, end: { line: 10, character: 13 } });
    await client.idle();
    assert.deepEqual(
      client.published.filter((one) => one.uri === uri).map((one) => [one.version, one.diagnostics.length]),
      [
        [1, 0],
        [2, 1],
        [3, 0],
      ],
    );
  });

  it('return to what is saved when a document is closed without saving', async () => {
    await begin({ 'a.md': FINE });
    const uri = folder.of('a.md');
    await client.open(uri, LATE);
    await client.idle();
    assert.deepEqual(client.checks(uri), ['overdue']);
    await client.close(uri);
    await client.idle();
    assert.deepEqual(client.checks(uri), []);
    assert.equal(client.published.at(-1)?.version, undefined);
  });

  it('of an open document are not those of its file', async () => {
    await begin({ 'a.md': FINE });
    const uri = folder.of('a.md');
    await client.open(uri, LATE);
    await client.idle();
    await folder.write('a.md', `${FINE}\nMore.\n`);
    await client.watched({ [uri]: 'changed' });
    await client.idle();
    assert.deepEqual(client.checks(uri), ['overdue']);
  });

  it('follow files that change, come and go', async () => {
    await begin({ 'a.md': FINE, 'b.md': LATE });
    await client.idle();
    const [a, b] = [folder.of('a.md'), folder.of('b.md')];
    await folder.write('a.md', LATE);
    await folder.remove('b.md');
    const c = await folder.write('new/c.md', LATE);
    await client.watched({ [a]: 'changed', [b]: 'deleted', [c]: 'created' });
    await client.idle();
    assert.deepEqual(
      [a, b, c].map((uri) => client.checks(uri)),
      [['overdue'], [], ['overdue']],
    );
  });

  it('go with a folder that is deleted in one event, and come with one that appears', async () => {
    await begin({ 'old/a.md': LATE, 'old/b.md': LATE });
    await client.idle();
    await folder.write('fresh/c.md', LATE);
    await folder.remove('old');
    await client.watched({ [folder.of('old')]: 'deleted', [folder.of('fresh')]: 'created' });
    await client.idle();
    const names = ['old/a.md', 'old/b.md', 'fresh/c.md'];
    assert.deepEqual(
      names.map((name) => client.checks(folder.of(name))),
      [[], [], ['overdue']],
    );
  });

  it('are right after so many events that some may be missing', async () => {
    await begin({ 'a.md': FINE, 'b.md': FINE });
    await client.idle();
    await folder.write('a.md', LATE);
    const events = Object.fromEntries(
      Array.from({ length: 250 }, (_, n) => [folder.of(`gone-${n}.md`), 'deleted' as const]),
    );
    await client.watched(events);
    await client.idle();
    assert.deepEqual(client.checks(folder.of('a.md')), ['overdue']);
  });

  it('survive a rename of an open file', async () => {
    await begin({ 'a.md': LATE });
    const [a, b] = [folder.of('a.md'), folder.of('b.md')];
    await client.open(a, LATE);
    await client.idle();
    await folder.remove('a.md');
    await folder.write('b.md', LATE);
    await client.close(a);
    await client.open(b, LATE);
    await client.watched({ [a]: 'deleted', [b]: 'created' });
    await client.idle();
    assert.deepEqual([client.checks(a), client.checks(b)], [[], ['overdue']]);
  });

  it('come for untitled agreements, and not for what shows another time or lies elsewhere', async () => {
    await begin({});
    const others = [
      `git:${folder.of('a.md').slice('file:'.length)}?ref`,
      'file:///elsewhere/a.md',
      'vscode-vfs://host/a.md',
    ];
    await client.open('untitled:Untitled-1', LATE);
    for (const uri of others) await client.open(uri, LATE);
    await client.idle();
    assert.deepEqual([...client.findings.keys()], ['untitled:Untitled-1']);
    assert.deepEqual(client.checks('untitled:Untitled-1'), ['overdue']);
    await client.close('untitled:Untitled-1');
    await client.idle();
    assert.deepEqual(client.checks('untitled:Untitled-1'), []);
  });

  it('come for single files where the client has no folders', async () => {
    await begin({ 'a.md': LATE }, { folders: null });
    await client.idle();
    assert.equal(client.findings.size, 0);
    await client.open(folder.of('a.md'), LATE);
    await client.idle();
    assert.deepEqual(client.checks(folder.of('a.md')), ['overdue']);
  });

  it('are published under the spelling that the client uses', async () => {
    await begin({ 'a (b).md': LATE });
    await client.idle();
    const spelled = folder.of('a (b).md').replace('%28', '(').replace('%29', ')');
    await client.open(spelled, FINE);
    await client.idle();
    await client.edit(spelled, LATE);
    await client.idle();
    assert.deepEqual(client.checks(spelled), ['overdue']);
  });

  it('of a file do not stay beside those of its document under another spelling', async () => {
    await begin({ 'a (b).md': LATE });
    await client.idle();
    const [canonical, spelled] = [`${folder.uri}/a%20%28b%29.md`, `${folder.uri}/a%20(b).md`];
    assert.deepEqual(client.checks(canonical), ['overdue']);
    await client.open(spelled, LATE);
    await client.idle();
    assert.deepEqual([client.checks(canonical), client.checks(spelled)], [[], ['overdue']]);
  });

  it('number at most 901 in a file, the last of which counts the rest', async () => {
    const many = Array.from({ length: 1000 }, (_, n) => `  - { id: X${n}, due: 2026-13-01 }`).join('\n');
    const text = `---\nagreement: Many\nmilestones:\n${many}\n---\n`;
    await begin({ 'a.md': text });
    await client.idle();
    const findings = client.findings.get(folder.of('a.md'))!;
    assert.equal(findings.length, 901);
    assert.match(String(findings.at(-1)!.message), /^\d+ more findings of this file are not shown\.$/);
    assert.equal(findings[0]!.severity, 1);
  });
});
