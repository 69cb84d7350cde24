import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Publisher, type Written } from '../../src/server/publisher.ts';
import { Work } from '../../src/server/work.ts';

const URI = 'file:///w/a.md';
const NOTHING: Written = { findings: [], diagnostics: [] };

describe('What is published of a closed file', () => {
  it('is what holds then, though the document was opened and closed while it was written', async () => {
    const start = { line: 0, character: 0 };
    let now: readonly Diagnostic[] = [{ range: { start, end: start }, message: 'late' }];
    const shown = new Map<string, readonly Diagnostic[]>();
    const live = { uri: URI, document: TextDocument.create(URI, 'markdown', 1, '') };
    let meanwhile: (() => void) | undefined = () => {
      now = [];
      publisher.open(live, NOTHING);
      publisher.close(live);
    };
    const write = (uri: string): Written => {
      if (uri === URI) {
        if (meanwhile) setImmediate(meanwhile);
        meanwhile = undefined;
        return { findings: [], diagnostics: now };
      }
      // Another one of the same slice takes longer than that lasts.
      for (const end = performance.now() + 10; performance.now() < end; );
      return NOTHING;
    };
    const work = new Work((doing, error) => assert.fail(`${doing}: ${error}`));
    const publisher = new Publisher(({ uri, diagnostics }) => shown.set(uri, diagnostics), write, work);
    publisher.later(URI);
    for (let n = 0; n < 5; n++) publisher.later(`file:///w/${n}.md`);
    await work.whenIdle();
    assert.deepEqual(shown.get(URI), []);
  });
});
