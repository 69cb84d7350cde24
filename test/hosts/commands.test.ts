import * as vscode from 'vscode';
import { accepting, idOf, linesAdded, onFiles, stored, uriOf } from './agreements.ts';
import { expect, expectEqual } from './expect.ts';

const TODAY = String.raw`\d{4}-\d{2}-\d{2}`;

let copies = 0;

/** Runs one test on a copy of a file. */
function onCopy(
  path: string,
  test: (uri: vscode.Uri, before: string) => Promise<void>,
  change = (text: string) => text,
): () => Promise<void> {
  return async () => {
    copies += 1;
    const before = change(await stored(uriOf(path))).replace('id: crates', `id: crates-${copies}`);
    await onFiles({ [path.replace('.md', `-${copies}.md`)]: before }, ([uri]) => test(uri!, before));
  };
}

describe('Mark Done', () => {
  it(
    'writes the status and the day of a milestone, saves the closed file, and is undone at once',
    onCopy('agreements/supply.md', async (uri, before) => {
      await vscode.commands.executeCommand('parley.complete', idOf(uri, 'milestone', 'M1'));
      const after = await stored(uri);
      const added = linesAdded(before, after);
      expectEqual(added.length, 2, 'The number of new lines');
      expect(/^ {4}status: done$/.test(added[0] ?? ''), `The status reads ${added[0]}`);
      expect(new RegExp(`^ {4}done: ${TODAY}$`).test(added[1] ?? ''), `The day reads ${added[1]}`);
      expectEqual(linesAdded(after, before), [], 'The lines that are gone');
      const { document } = await vscode.window.showTextDocument(uri);
      expect(!document.isDirty, 'The file was not saved.');
      await vscode.commands.executeCommand('undo');
      expectEqual(document.getText(), before, 'The text after one undo');
    }),
  );

  it(
    'ticks the action item at the cursor of an open file and leaves saving to its author',
    onCopy('agreements/supply.md', async (uri, before) => {
      const editor = await vscode.window.showTextDocument(uri);
      const at = editor.document.positionAt(before.indexOf('Book the lorry'));
      editor.selection = new vscode.Selection(at, at);
      await vscode.commands.executeCommand('parley.complete');
      const [line, ...more] = linesAdded(before, editor.document.getText());
      expect(/^- \[x\] Book the lorry @ines due:2026-01-20 /.test(line ?? ''), `The item reads ${line}`);
      expectEqual(more, [], 'What else changed');
      expect(editor.document.isDirty, 'The file was saved.');
      await vscode.commands.executeCommand('undo');
      expectEqual(editor.document.getText(), before, 'The text after one undo');
    }),
  );
});

describe('Postpone', () => {
  it(
    'writes the day that was chosen and nothing else',
    onCopy('agreements/supply.md', async (uri, before) => {
      await accepting(vscode.commands.executeCommand('parley.postpone', idOf(uri, 'milestone', 'M1')));
      const after = await stored(uri);
      const [line, ...more] = linesAdded(before, after);
      expect(new RegExp(`^ {4}due: ${TODAY}$`).test(line ?? ''), `The due day reads ${line}`);
      expectEqual(more, [], 'What else is new');
      expectEqual(linesAdded(after, before), ['    due: 2026-01-15'], 'The lines that are gone');
    }),
  );
});

describe('Postpone in a signed agreement', () => {
  it(
    'asks why, and records the change in the same undo step',
    onCopy(
      'agreements/supply.md',
      async (uri, before) => {
        const { document } = await vscode.window.showTextDocument(uri);
        await accepting(vscode.commands.executeCommand('parley.postpone', idOf(uri, 'milestone', 'M1')));
        const added = linesAdded(before, document.getText()).filter((line) => line !== '');
        expectEqual(added.length, 5, `The number of new lines in ${added.join('\n')}`);
        expect(new RegExp(`^ {4}due: ${TODAY}$`).test(added[0]!), `The due day reads ${added[0]}`);
        expectEqual(added[1], '## Changes', 'The heading');
        const row = new RegExp(String.raw`^\| ${TODAY} \| M1 +\| due +\| 2026-01-15 \| ${TODAY} \| +\| +\|$`);
        expect(row.test(added[4]!), `The row reads ${added[4]}`);
        await vscode.commands.executeCommand('undo');
        expectEqual(document.getText(), before, 'The text after one undo');
      },
      (text) => text.replace('effective: 2026-01-05', 'signed: 2026-01-02\neffective: 2026-01-05'),
    ),
  );
});

describe('Insert Debrief', () => {
  it(
    'writes the debrief of the talks once, as one undo step',
    onCopy('agreements/lease.md', async (uri, before) => {
      const { document } = await vscode.window.showTextDocument(uri);
      const debrief = idOf(uri, 'debrief', 'N1');
      await vscode.commands.executeCommand('parley.insertDebrief', debrief);
      const after = document.getText();
      expect(
        /^## Debrief\n\n### \d{4}-\d{2}-\d{2} .*rent$/m.test(after),
        `It reads ${after.slice(before.length)}`,
      );
      expect(vscode.window.activeTextEditor?.document === document, 'The debrief is not shown.');
      await vscode.commands.executeCommand('parley.insertDebrief', debrief);
      expectEqual(document.getText(), after, 'The text after the second time');
      await vscode.commands.executeCommand('undo');
      expectEqual(document.getText(), before, 'The text after one undo');
    }),
  );
});

describe('New Agreement', () => {
  it('begins a draft in a file of its own', async () => {
    await accepting(vscode.commands.executeCommand('parley.newAgreement'));
    const document = vscode.window.activeTextEditor?.document;
    expect(document, 'No editor is open.');
    try {
      expectEqual(vscode.workspace.asRelativePath(document.uri), 'agreement.md', 'The file');
      expect(/^---\nagreement: .+\nstatus: draft\n/.test(document.getText()), document.getText());
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(document.uri);
    }
  });
});
