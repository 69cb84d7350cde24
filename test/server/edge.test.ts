import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { agreement, TestClient, TestFolder } from './client.ts';

const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const MISSPELT = agreement('2026-11-24').replace('owner: tom', 'ownr: tom\nexpire: 2027-01-01');

describe('fixes', () => {
  let folder: TestFolder;
  let client: TestClient;
  let uri: string;

  beforeEach(async () => {
    folder = await TestFolder.with({ 'a.md': MISSPELT });
    client = await TestClient.start({ folders: [folder.uri] });
    uri = folder.of('a.md');
    await client.open(uri, MISSPELT);
  });

  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  const ask = (line: number, only?: string[]) =>
    client.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line, character: 1 }, end: { line, character: 1 } },
      context: { diagnostics: [], ...(only && { only }) },
    });

  function targetOf(action: CodeAction | undefined): unknown {
    const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    return change?.textDocument;
  }

  function applied(action: CodeAction, text: string): string {
    const [change] = action.edit!.documentChanges as TextDocumentEdit[];
    const edits = change!.edits.flatMap((one) => ('newText' in one ? [one] : []));
    return TextDocument.applyEdits(TextDocument.create('', '', 1, text), edits);
  }

  it('come for the finding at the cursor, for its version', async () => {
    const [action, ...others] = await ask(2);
    assert.equal(others.length, 0);
    assert.equal(action?.kind, 'quickfix');
    assert.equal(action.diagnostics?.[0]?.code, 'unknown-key');
    assert.deepEqual(targetOf(action), {
      uri,
      version: 1,
    });
    assert.equal(applied(action, MISSPELT), MISSPELT.replace('ownr', 'owner'));
    assert.deepEqual(await ask(1), []);
  });

  it('follow the text', async () => {
    await client.edit(uri, `---\n# A comment\n`, {
      start: { line: 0, character: 0 },
      end: { line: 1, character: 0 },
    });
    const [action] = await ask(3);
    assert.deepEqual(targetOf(action), { uri, version: 2 });
  });

  it('that are safe can be made all at once, when asked for', async () => {
    const [action, ...others] = await ask(0, ['source.fixAll']);
    assert.equal(others.length, 0);
    assert.equal(action?.kind, 'source.fixAll.parley');
    assert.equal(applied(action, MISSPELT), MISSPELT.replace('ownr', 'owner').replace('expire:', 'expires:'));
    assert.deepEqual(await ask(2, ['refactor']), []);
  });
});

describe('the server', () => {
  it('answers malformed requests with an error and goes on', async () => {
    const client = await TestClient.start();
    const methods = [
      ...[
        'tree/children',
        'commitments',
        'commitment/at',
        'filter/choices',
        'people',
        'edit',
        'day',
        'negotiations',
      ],
    ];
    for (const method of [...methods.map((name) => `parley/${name}`), 'textDocument/codeAction'])
      for (const params of [null, {}, { query: 3, uri: [], ids: 'x', action: 'complete', position: {} }])
        await assert.rejects(client.ask(method, params), { code: -32602 }, method);
    await assert.rejects(client.ask('parley/no-such-thing', {}), { code: -32601 });
    await client.idle();
    await client.stop();
  });

  it('has the same findings after any edits as for the same text at once', async () => {
    const client = await TestClient.start();
    const pieces = fc.constantFrom(
      ...[
        '\n',
        '  - id: M2\n',
        'due: 2026-11-01\n',
        '"',
        '---\n',
        '# x\n',
        'owner: tom\n',
        '- [ ] a @tom due:2026-11-02\n',
      ],
      ...[
        '&a ',
        '*a',
        '\r\n',
        '\t',
        '😀',
        'after: [M1]\n',
        'ownr: tom\n',
        '{',
        '## Debrief\n',
        '### 2026-11-20 x\n',
      ],
    );
    const edit = fc.record({
      at: fc.nat(),
      cut: fc.nat(30),
      text: fc.oneof(pieces, fc.string({ maxLength: 5 })),
    });
    let n = 0;
    const incremental = async (edits: { at: number; cut: number; text: string }[]) => {
      const [one, other] = [`untitled:one-${n}`, `untitled:other-${n++}`];
      const document = TextDocument.create(one, 'markdown', 1, agreement('2026-11-24'));
      await client.open(one, document.getText());
      for (const { at, cut, text } of edits) {
        const start = at % (document.getText().length + 1);
        const range = { start: document.positionAt(start), end: document.positionAt(start + cut) };
        TextDocument.update(document, [{ range, text }], document.version + 1);
        await client.edit(one, text, range);
      }
      await client.open(other, document.getText());
      await client.ask('parley/summary', null);
      const [edited, fresh] = [one, other].map((uri) => client.findings.get(uri) ?? []);
      const unnamed = (found: unknown) => JSON.stringify(found).replaceAll(other, one);
      assert.equal(unnamed(edited), unnamed(fresh));
      for (const uri of [one, other]) await client.close(uri);
    };
    await fc.assert(fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), incremental), {
      numRuns: Number(process.env['PARLEY_RUNS'] ?? 300),
    });
    await client.idle();
    await client.stop();
  });

  it('hides no agreement behind another one that cannot be read', async () => {
    const folder = await TestFolder.with({
      'broken.md': '---\nagreement: "x\nmilestones: [{{{\n\t- a: *b\n---\n',
      'nul.md': '---\nagreement: a\0b\n---\n',
      'utf16.md': Buffer.from(`\ufeff${agreement('2026-11-24')}`, 'utf16le'),
      'huge.md': `---\nagreement: Huge\n---\n${'x'.repeat(9 * 1024 * 1024)}`,
      'video.md': `${'x'.repeat(9 * 1024 * 1024)}`,
      'good.md': agreement('2026-11-24'),
    });
    const client = await TestClient.start({ folders: [folder.uri] });
    await client.idle();
    const checks = (name: string) => client.checks(folder.of(name));
    assert.deepEqual([checks('good.md'), checks('utf16.md')], [['overdue'], ['overdue']]);
    assert.deepEqual([checks('huge.md'), checks('video.md')], [['yaml-syntax'], []]);
    assert.ok(checks('broken.md').includes('yaml-syntax'));
    await client.stop();
    await folder.remove();
  });

  it('ends with the client’s pipe', async () => {
    const server = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'ignore', 'inherit'] });
    server.stdin.end();
    await once(server, 'exit');
  });

  it('speaks over IPC and ends with its channel', async () => {
    const server = fork(SERVER, ['--node-ipc']);
    server.send({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    const [answer] = await once(server, 'message');
    assert.equal(answer.result.serverInfo.name, 'parley');
    server.disconnect();
    await once(server, 'exit');
  });
});
