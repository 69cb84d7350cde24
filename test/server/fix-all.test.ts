import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { reviewed } from '../core/checks/generate.ts';
import { TestClient, TestFolder } from './client.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
/** Agreements that generated notes can be about. */
const BESIDE = '---\nagreement: Rent of a harbour crane\nid: harbour-crane\n---\n';

describe('source.fixAll.parley', () => {
  const texts = fc
    .sample(reviewed, { numRuns: Math.ceil(Number(process.env['PARLEY_RUNS'] ?? 300) / 10), seed: 2 })
    .map(({ text }) => text.replace(/^\ufeff/, ''));
  const names = texts.map((_, i) => `${i}/a.md`);
  let folder: TestFolder;
  let client: TestClient;

  before(async () => {
    const files = texts.flatMap((text, i) => [
      // Each folder is by itself, so that notes find one agreement.
      [`${i}/.parley.yaml`, 'timezone: UTC\n'],
      [`${i}/beside.md`, BESIDE],
      [names[i]!, text],
    ]);
    folder = await TestFolder.with(Object.fromEntries(files));
    client = await TestClient.start({ folders: [folder.uri] });
    await client.idle();
  });

  after(async () => {
    await client.stop();
    await folder.remove();
  });

  /** The one edit of a document that fixes all, and the version that it is for. */
  async function asked(uri: string): Promise<TextDocumentEdit | undefined> {
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll.parley'] },
    });
    const edits = actions.flatMap(({ edit }) => (edit?.documentChanges ?? []) as TextDocumentEdit[]);
    assert.ok(edits.length <= 1);
    return edits[0];
  }

  it('makes the same bytes as `parley check --fix`, once, for the version that it speaks of', async () => {
    const fixed: string[] = [];
    for (const [i, text] of texts.entries()) {
      const uri = folder.of(names[i]!);
      await client.open(uri, text);
      const change = await asked(uri);
      if (change) assert.deepEqual(change.textDocument, { uri, version: 1 });
      const edits = (change?.edits ?? []).flatMap((edit) => ('newText' in edit ? [edit] : []));
      fixed.push(TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), edits));
      const said = client.findings.get(uri);
      await client.edit(uri, fixed[i]!);
      assert.equal(await asked(uri), undefined, 'nothing is left to fix');
      await client.edit(uri, text);
      await client.idle();
      assert.deepEqual(client.findings.get(uri), said, 'one undo restores what was said');
    }
    assert.ok(fixed.filter((text, i) => text !== texts[i]).length > texts.length / 4);

    const cli = spawn(process.execPath, [CLI, 'check', '--fix', '--today', '2026-11-27'], {
      cwd: folder.path,
      stdio: 'ignore',
    });
    assert.deepEqual(await once(cli, 'exit'), [1, null]);
    for (const [i, name] of names.entries())
      assert.equal(await readFile(join(folder.path, name), 'utf8'), fixed[i]!, texts[i]!);
  });

  it('mends .parley.yaml too, and what a fix makes room for', async () => {
    const uri = folder.of('0/.parley.yaml');
    await client.open(uri, 'timezon: UTC\nchekcs: { overdue: Hint }\n', 'yaml');
    const change = await asked(uri);
    assert.deepEqual(
      change?.edits.map((edit) => 'newText' in edit && edit.newText),
      ['timezone', 'checks', 'hint'],
    );
  });
});
