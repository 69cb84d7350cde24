import * as vscode from 'vscode';
import { codeOf, findings, uriOf } from './agreements.ts';
import { expect, expectEqual } from './expect.ts';

describe('findings', () => {
  it('are shown for agreements that nobody has opened', async () => {
    const uri = uriOf('agreements/grant.md');
    const [finding] = await findings(uri, (codes) => codes.includes('invalid-value'));
    const open = vscode.workspace.textDocuments.some(
      (document) => document.uri.toString() === uri.toString(),
    );
    expect(!open, 'The agreement was opened to be checked.');
    expectEqual(finding?.range.start.line, 11, 'The line of the due day');
    expectEqual(finding?.severity, vscode.DiagnosticSeverity.Error, 'The severity');
  });

  it('lead to the page of their check', async () => {
    const [first] = await findings(uriOf('agreements/supply.md'), (codes) => codes.includes('overdue'));
    const code = first?.code;
    expect(typeof code === 'object', 'The finding has no page.');
    expectEqual(code.target.scheme, 'command', 'The kind of link');
    await vscode.commands.executeCommand(code.target.path, codeOf(first!));
    const extension = vscode.extensions.getExtension('parley.parley');
    const page = vscode.Uri.joinPath(extension!.extensionUri, 'docs/checks', `${code.value}.md`);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
    expect(text.startsWith(`# ${code.value}`), `The page begins ${text.slice(0, 40)}`);
    const [tab] = vscode.window.tabGroups.activeTabGroup.tabs.filter(({ isActive }) => isActive);
    expect(tab?.input instanceof vscode.TabInputWebview, 'The page is not shown.');
    await vscode.window.tabGroups.close(tab);
  });

  it('go when an agreement is closed without its edit, and come when it is edited', async () => {
    const uri = uriOf('agreements/lease.md');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const before = document.getText();
    const at = document.positionAt(before.indexOf('owner: joan'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(at, at.translate(0, 'owner: joan'.length)), 'owner: nobody');
    await vscode.workspace.applyEdit(edit);
    await findings(uri, (codes) => codes.includes('unknown-owner'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await findings(uri, (codes) => !codes.includes('unknown-owner'));
  });

  it('tell of files that are not there, and go once they come', async () => {
    const uri = uriOf('agreements/yard.md');
    const plan = uriOf('agreements/plan.txt');
    const text =
      '---\nagreement: Use of the yard\n---\n\nSee the [plan](plan.txt) and [crates](supply.md).\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const [finding, ...more] = await findings(uri, (codes) => codes.includes('missing-file'));
    expectEqual(finding?.range.start.character, 15, 'Where the link begins');
    expectEqual(more.length, 0, 'The number of other findings');
    await vscode.workspace.fs.writeFile(plan, new Uint8Array());
    await findings(uri, (codes) => codes.length === 0);
    await vscode.workspace.fs.delete(plan);
    await findings(uri, (codes) => codes.includes('missing-file'));
    await vscode.workspace.fs.delete(uri);
    await findings(uri, (codes) => codes.length === 0);
  });

  it('stay away from Markdown that is no agreement', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf('README.md'));
    await vscode.window.showTextDocument(document);
    await findings(uriOf('agreements/supply.md'), (codes) => codes.length > 0);
    expectEqual(vscode.languages.getDiagnostics(document.uri).length, 0, 'The number of findings');
  });
});
