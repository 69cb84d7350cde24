import * as vscode from 'vscode';
import { accepting, findings, idOf, stored, uriOf } from './agreements.ts';
import { expect, expectEqual } from './expect.ts';

const SHARED = `---
agreement: Fleet of delivery bikes
id: fleet
owner: ines
people:
  ines: { name: Inés Prado }
negotiations:
  - { id: N1, date: 2026-01-08, topic: repairs, owner: ines }
---
`;
const PRIVATE = `---
notes-for: fleet
---

## Journal

- [ ] Ask the other shop @ines due:2026-01-12
`;

/** Runs a test on an agreement and its private notes, both closed, and throws them away. */
function onPair(
  name: string,
  test: (shared: vscode.Uri, notes: vscode.Uri) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const [shared, notes] = [uriOf(`agreements/${name}.md`), uriOf(`agreements/${name}.notes.md`)];
    const write = (uri: vscode.Uri, text: string) =>
      vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text.replaceAll('fleet', name)));
    await write(shared, SHARED);
    await write(notes, PRIVATE);
    await findings(notes, (codes) => codes.includes('overdue'));
    try {
      await test(shared, notes);
    } finally {
      await vscode.window.showTextDocument(notes);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      for (const uri of [shared, notes]) await vscode.workspace.fs.delete(uri);
    }
  };
}

/** Calls a command on the talks of an agreement twice: it writes once, into the notes, and is undone at once. */
async function writesOnce(
  command: string,
  shared: vscode.Uri,
  notes: vscode.Uri,
  wanted: RegExp,
): Promise<void> {
  const [before, untouched] = [await stored(notes), await stored(shared)];
  const talks = idOf(shared, 'debrief', 'N1');
  await vscode.commands.executeCommand(command, talks);
  const document = vscode.window.activeTextEditor?.document;
  expectEqual(document?.uri.toString(), notes.toString(), 'The file that is shown');
  const after = document?.getText() ?? '';
  expect(after.startsWith(before) && wanted.test(after), `The notes read ${after}`);
  await vscode.commands.executeCommand(command, talks);
  expectEqual(document?.getText(), after, 'The text after the second time');
  await vscode.commands.executeCommand('undo');
  expectEqual(document?.getText(), before, 'The text after one undo');
  expectEqual(await stored(shared), untouched, 'The agreement');
}

describe('private notes', () => {
  it(
    'take the debrief of the talks that the agreement names',
    onPair('fleet-debriefed', (shared, notes) =>
      writesOnce('parley.insertDebrief', shared, notes, /^## Debrief\n\n### \d{4}-\d{2}-\d{2} N1 repairs$/m),
    ),
  );

  it(
    'take the reflection brief',
    onPair('fleet-prepared', (shared, notes) =>
      writesOnce(
        'parley.insertBrief',
        shared,
        notes,
        /^## Reflection brief\n\n### \d{4}-\d{2}-\d{2} N1 repairs$/m,
      ),
    ),
  );
});

describe('Insert Reflection Brief', () => {
  it('asks for the talks of the agreement in the editor, and writes into it where it has no notes', async () => {
    const uri = uriOf('agreements/bikes.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(SHARED));
    await findings(uri, (codes) => codes.includes('debrief-overdue'));
    const { document } = await vscode.window.showTextDocument(uri);
    try {
      await accepting(vscode.commands.executeCommand('parley.insertBrief'));
      expect(/^## Reflection brief\n\n### .* N1 repairs$/m.test(document.getText()), document.getText());
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(uri);
    }
  });
});
