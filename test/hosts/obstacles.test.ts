import * as vscode from 'vscode';
import { agreementKinds } from '../../src/core/sections/kinds/kinds.ts';
import type { CommitmentRow, EditAnswer, EditParams } from '../../src/server/protocol.ts';
import type { Server } from '../../src/vscode/client/server.ts';
import { act } from '../../src/vscode/commands/apply.ts';
import { BRIEF, insertEntry } from '../../src/vscode/commands/insert-entry.ts';
import { begin } from '../../src/vscode/commands/new-agreement.ts';
import { accepting, findings, idOf, linesAdded, onFiles, store, stored } from './agreements.ts';
import { expect, expectEqual } from './expect.ts';
import { setWritable } from './node.ts';

const TEXT = `---
agreement: Care of the orchard
owner: ines
effective: 2026-01-01
negotiations:
  - { id: N1, date: 2026-01-02, topic: seedlings }
milestones:
  - { id: G1, title: Beds dug, owner: tom, due: 2026-01-15, indicator: A photo }
---

- [ ] Order seedlings @tom due:2026-01-20
`;

/** Every command that writes into an agreement, with the kind and the id of what it is called on. */
const COMMANDS = [
  ['parley.complete', 'milestone', 'G1'],
  ['parley.postpone', 'milestone', 'G1'],
  ['parley.reassign', 'milestone', 'G1'],
  ['parley.insertDebrief', 'debrief', 'N1'],
  ['parley.insertBrief', 'debrief', 'N1'],
] as const;

const run = (command: string, uri: vscode.Uri, kind: string, item: string) =>
  accepting(vscode.commands.executeCommand(command, idOf(uri, kind, item)));

/** Runs a test on a file of its own, closed. */
const onFile = (name: string, test: (uri: vscode.Uri) => Promise<void>) => () =>
  onFiles({ [`agreements/${name}.md`]: TEXT }, ([uri]) => test(uri!));

/** What is said where something cannot be done. */
const refusal = (doing: Promise<void>) =>
  doing.then(
    () => 'Nothing was refused.',
    (error: Error) => error.message,
  );

/** Sets a setting of VS Code's for a test alone. */
async function having(section: string, name: string, value: unknown, test: () => Promise<void>) {
  const { Workspace } = vscode.ConfigurationTarget;
  const settings = vscode.workspace.getConfiguration(section);
  await settings.update(name, value, Workspace);
  try {
    await test();
  } finally {
    await settings.update(name, undefined, Workspace);
  }
}

describe('An untitled agreement', () => {
  it('is written into like any other, stays untitled, and each step is undone at once', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: TEXT });
    await vscode.window.showTextDocument(document);
    try {
      await findings(document.uri, (codes) => codes.includes('overdue'));
      for (const [command, kind, item] of COMMANDS) {
        await run(command, document.uri, kind, item);
        expect(linesAdded(TEXT, document.getText()).length > 0, `${command} wrote nothing.`);
        expect(document.isUntitled && document.isDirty, `${command} saved it.`);
        await vscode.commands.executeCommand('undo');
        expectEqual(document.getText(), TEXT, `The text after ${command} and one undo`);
      }
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });
});

describe('A read-only agreement', () => {
  /** Tries all commands on it, closed at first and then open. */
  async function resists(uri: vscode.Uri): Promise<void> {
    for (const isOpen of [false, true]) {
      if (isOpen) await vscode.window.showTextDocument(uri);
      for (const [command, kind, item] of COMMANDS) {
        await run(command, uri, kind, item);
        const document = await vscode.workspace.openTextDocument(uri);
        expectEqual([document.getText(), document.isDirty], [TEXT, false], `The text after ${command}`);
        expectEqual(await stored(uri), TEXT, `What is stored after ${command}`);
      }
    }
  }

  it(
    'stays as it is where a setting makes it so',
    onFile('kept', (uri) => having('files', 'readonlyInclude', { '**/kept.md': true }, () => resists(uri))),
  );

  // Files in a worker have no permissions.
  if (typeof process !== 'undefined')
    it(
      'stays as it is where its permissions make it so',
      onFile('sealed', async ({ fsPath }) => {
        await setWritable(fsPath, false);
        try {
          await having('files', 'readonlyFromPermissions', true, () => resists(vscode.Uri.file(fsPath)));
        } finally {
          await setWritable(fsPath, true);
        }
      }),
    );

  it('is left alone among others, which are done', () =>
    onFiles({ 'agreements/kept.md': TEXT, 'agreements/changed.md': TEXT }, ([kept, changed]) =>
      having('files', 'readonlyInclude', { '**/kept.md': true }, async () => {
        const can = { complete: true, postpone: true, reassign: true };
        const nodes = [kept!, changed!].map((uri) => {
          const id = idOf(uri, 'milestone', 'G1');
          return { id, row: { type: 'commitment', id, title: 'Beds dug', can, support: [] } };
        });
        await vscode.commands.executeCommand('parley.complete', nodes[0], nodes);
        const { document } = await vscode.window.showTextDocument(kept!);
        expectEqual([await stored(kept!), document.getText()], [TEXT, TEXT], 'What is read-only');
        expect((await stored(changed!)).includes('status: done'), 'The other was not done.');
      }),
    ));
});

describe('An agreement that changes while a question is asked', () => {
  const MILESTONE = /^ {2}- \{ id: G1.*\n/m;

  /** Begins to postpone its milestone, changes the text meanwhile, and answers then. */
  async function postponed(uri: vscode.Uri, written: string): Promise<string> {
    const { document } = await vscode.window.showTextDocument(uri);
    const doing = vscode.commands.executeCommand('parley.postpone', idOf(uri, 'milestone', 'G1'));
    const change = new vscode.WorkspaceEdit();
    const end = document.positionAt(TEXT.length);
    change.replace(uri, new vscode.Range(document.positionAt(0), end), written);
    await vscode.workspace.applyEdit(change);
    await accepting(doing);
    return document.getText();
  }

  it(
    'is edited where the commitment stands now',
    onFile('moved', async (uri) => {
      const row = '  - { id: G0, title: Shed built, owner: tom, due: 2026-01-15, indicator: A photo }';
      const now = TEXT.replace(MILESTONE, (own) => `${row}\n${own}`);
      const [line, ...more] = linesAdded(now, await postponed(uri, now));
      expect(/id: G1, title: Beds dug, owner: tom, due: (?!2026-01-15)/.test(line ?? ''), `It reads ${line}`);
      expectEqual(more, [], 'What else is new');
    }),
  );

  it(
    'is left alone where the commitment is no longer there',
    onFile('felled', async (uri) => {
      const now = TEXT.replace(MILESTONE, '');
      expectEqual(await postponed(uri, now), now, 'The text');
    }),
  );
});

describe('An agreement that changes just before an edit is applied', () => {
  const ROW = { id: 'G1', title: 'Beds dug' } as CommitmentRow;
  const DONE: EditParams = { action: 'complete', ids: ['G1'] };

  /** A server whose edits come too late: somebody else writes first. */
  function late(document: vscode.TextDocument, answer: (version: number) => Partial<EditAnswer>): Server {
    const request = async (method: string) => {
      if (method === 'parley/negotiations') return [{ id: 'N1', topic: 'seedlings', next: true }];
      const { version } = document;
      const change = new vscode.WorkspaceEdit();
      change.insert(document.uri, document.positionAt(TEXT.length), 'Water them.\n');
      await vscode.workspace.applyEdit(change);
      return answer(version);
    };
    return { request } as unknown as Server;
  }

  const CHANGED = 'The file has changed meanwhile. Nothing was written; please try again.';
  const start = { line: 0, character: 0 };
  const range = { start, end: start };

  it(
    'keeps what was written meanwhile, and nothing else is written',
    onFile('watered', async (uri) => {
      const { document } = await vscode.window.showTextDocument(uri);
      const server = late(document, (version) => ({
        edit: {
          documentChanges: [
            { textDocument: { uri: uri.toString(), version }, edits: [{ range, newText: 'done' }] },
          ],
        },
      }));
      expectEqual(await refusal(act(server, [ROW], DONE, () => 'Done.')), CHANGED, 'What is said');
      expectEqual(document.getText(), `${TEXT}Water them.\n`, 'The text');
    }),
  );

  it(
    'has no section inserted',
    onFile('prepared', async (uri) => {
      const { document } = await vscode.window.showTextDocument(uri);
      const server = late(document, (version) => ({
        edit: { documentChanges: [{ textDocument: { uri: uri.toString(), version }, edits: [] }] },
        snippet: { uri: uri.toString(), version, range, text: '## Reflection brief' },
      }));
      const row = { type: 'commitment', uri: uri.toString(), kind: 'debrief', itemId: 'N1' };
      const node = { id: 'N1', row: row as CommitmentRow, parent: undefined };
      expectEqual(await refusal(insertEntry(BRIEF, server, node)), CHANGED, 'What is said');
      expectEqual(document.getText(), `${TEXT}Water them.\n`, 'The text');
    }),
  );

  it(
    'is opened where it was closed and cannot be saved, as somebody else just saved it',
    onFile('crossed', async (uri) => {
      const other = `${TEXT}Water them.\n`;
      const crossing = vscode.workspace.onWillSaveTextDocument((event) => {
        if (event.document.uri.toString() === uri.toString()) event.waitUntil(store(uri, other));
      });
      try {
        await run('parley.complete', uri, 'milestone', 'G1');
      } finally {
        crossing.dispose();
      }
      expectEqual(await stored(uri), other, 'What is stored');
      const document = vscode.window.activeTextEditor?.document;
      expectEqual(document?.uri.toString(), uri.toString(), 'What is shown');
      expect(document?.isDirty, 'What could not be saved counts as saved.');
      expectEqual(linesAdded(TEXT, document.getText()).length, 1, 'The number of new lines');
    }),
  );
});

describe('A new agreement in a folder that cannot be written', () => {
  it('stands in an editor with all that was answered, has no file, and says so', async () => {
    const sealed = vscode.Uri.parse('parley-sealed:/archive');
    const none = () => {
      throw vscode.FileSystemError.FileNotFound();
    };
    const provider: vscode.FileSystemProvider = {
      onDidChangeFile: () => new vscode.Disposable(() => undefined),
      watch: () => new vscode.Disposable(() => undefined),
      stat: none,
      readDirectory: none,
      readFile: none,
      createDirectory: none,
      writeFile: none,
      delete: none,
      rename: none,
    };
    const registered = vscode.workspace.registerFileSystemProvider(sealed.scheme, provider, {
      isReadonly: true,
    });
    try {
      const answers = { kind: agreementKinds[0]!, title: 'Care of the hedge', role: 'buyer', parties: [] };
      expectEqual(
        await refusal(begin({ name: 'archive', uri: sealed }, answers)),
        'Nothing can be written in the folder archive. The agreement is open and has no file yet: save it where you like.',
        'What is said',
      );
      const document = vscode.window.activeTextEditor?.document;
      expect(document?.isUntitled, 'It has a file.');
      expect(document.getText().startsWith('---\nagreement: Care of the hedge\n'), document.getText());
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      registered.dispose();
    }
  });
});

describe('An agreement in two groups of editors', () => {
  it(
    'shows an edit in both, as one step',
    onFile('twice', async (uri) => {
      for (const viewColumn of [vscode.ViewColumn.One, vscode.ViewColumn.Two])
        await vscode.window.showTextDocument(uri, { viewColumn });
      const texts = () =>
        vscode.window.visibleTextEditors
          .filter(({ document }) => document.uri.toString() === uri.toString())
          .map(({ document }) => document.getText());
      for (const [command, kind, item] of COMMANDS) {
        await run(command, uri, kind, item);
        const [one, other, ...more] = texts();
        expect(one !== undefined && linesAdded(TEXT, one).length > 0, `${command} wrote nothing.`);
        expectEqual([other, more], [one, []], `The text after ${command} in the other group`);
        expectEqual(await stored(uri), TEXT, 'What is stored');
        await vscode.commands.executeCommand('undo');
        expectEqual(texts(), [TEXT, TEXT], `The texts after ${command} and one undo`);
      }
    }),
  );
});
