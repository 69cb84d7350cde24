import * as vscode from 'vscode';
import { accepting, idOf, linesAdded, onFiles, stored } from './agreements.ts';
import { expect, expectEqual } from './expect.ts';

const TEXT = `---
agreement: Care of the NAME garden
id: NAME
owner: ines
effective: 2026-01-01
cadence: month
people:
  ines: { name: Inés Prado }
  tom: { name: Tom Reed }
milestones:
  - { id: G1, title: Beds dug, owner: [tom, ines], due: 2026-01-15, indicator: A photo }
  - { id: G2, title: Hedge cut, owner: tom, due: 2026-02-15, indicator: A photo }
---

- [ ] Order seeds @tom due:2026-01-20
`;

/** What the tree hands over for a selected commitment. */
function node(uri: vscode.Uri, kind: string, item: string) {
  const id = idOf(uri, kind, item);
  const can = { complete: true, postpone: true, reassign: true };
  return {
    id,
    row: { type: 'commitment', id, title: item, can, support: [], agreement: { id: '', title: '' } },
  };
}

/** Runs a test on two agreements, both closed, and throws them away. */
function onGardens(name: string, test: (uris: readonly [vscode.Uri, vscode.Uri]) => Promise<void>) {
  const texts = Object.fromEntries([0, 1].map((i) => [`agreements/${name}-${i + 1}.md`, textOf(name, i)]));
  return () => onFiles(texts, ([one, other]) => test([one!, other!]));
}

const textOf = (name: string, index: number) => TEXT.replaceAll('NAME', `${name}-${index + 1}`);

/** Undoes the last step of a file once, and returns what it reads then. */
async function undone(uri: vscode.Uri): Promise<string> {
  const { document } = await vscode.window.showTextDocument(uri);
  await vscode.commands.executeCommand('undo');
  return document.getText();
}

describe('Reassign', () => {
  it(
    'changes who is accountable, and is undone at once',
    onGardens('reassigned', async ([uri]) => {
      const before = await stored(uri);
      await vscode.window.showTextDocument(uri);
      await accepting(vscode.commands.executeCommand('parley.reassign', idOf(uri, 'milestone', 'G2')));
      const document = vscode.window.activeTextEditor?.document;
      expectEqual(document?.getText(), before.replace('cut, owner: tom', 'cut, owner: ines'), 'The text');
      expectEqual(await undone(uri), before, 'The text after one undo');
    }),
  );

  it(
    'asks why where the agreement is signed, and records the change in the same undo step',
    onGardens('signed', async ([uri]) => {
      const { document } = await vscode.window.showTextDocument(uri);
      const signed = new vscode.WorkspaceEdit();
      signed.insert(
        uri,
        document.positionAt(document.getText().indexOf('effective')),
        'signed: 2026-01-01\n',
      );
      await vscode.workspace.applyEdit(signed);
      const before = document.getText();
      await accepting(vscode.commands.executeCommand('parley.reassign', idOf(uri, 'milestone', 'G2')));
      const added = linesAdded(before, document.getText()).filter((line) => line !== '');
      expect(added[0]?.includes('title: Hedge cut, owner: ines,'), `The milestone reads ${added[0]}`);
      expectEqual(added[1], '## Changes', 'The heading');
      const row = /^\| \d{4}-\d{2}-\d{2} \| G2 +\| owner \| tom +\| ines \| +\| +\|$/;
      expect(row.test(added[4] ?? ''), `The row reads ${added[4]}`);
      expectEqual(added.length, 5, 'The number of new lines');
      expectEqual(await undone(uri), before, 'The text after one undo');
    }),
  );
});

describe('several commitments', () => {
  it(
    'of one file are marked done as one undo step, whatever else is selected',
    onGardens('several', async ([uri]) => {
      const before = await stored(uri);
      const nodes = [
        node(uri, 'milestone', 'G1'),
        node(uri, 'check-in', 'check-in'),
        node(uri, 'milestone', 'G2'),
      ];
      await vscode.commands.executeCommand('parley.complete', nodes[0], nodes);
      const after = await stored(uri);
      expectEqual(after.match(/status: done/g)?.length, 2, 'How many are done');
      expectEqual(await undone(uri), before, 'The text after one undo');
    }),
  );

  it(
    'of two files are reassigned together, one undo step in each',
    onGardens('together', async (uris) => {
      const nodes = uris.map((uri) => node(uri, 'milestone', 'G2'));
      for (const uri of uris) await vscode.window.showTextDocument(uri, { preview: false });
      await accepting(vscode.commands.executeCommand('parley.reassign', nodes[0], nodes));
      const texts = () =>
        uris.map((uri) =>
          vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString())?.getText(),
        );
      const wanted = uris.map((_, i) => textOf('together', i).replace('cut, owner: tom', 'cut, owner: ines'));
      expectEqual(texts(), wanted, 'The texts');
      for (const uri of uris) await undone(uri);
      expectEqual(
        texts(),
        uris.map((_, i) => textOf('together', i)),
        'The texts after undo',
      );
    }),
  );
});
