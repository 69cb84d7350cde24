import * as vscode from 'vscode';
import { canonicalUri } from '../../src/core/text/uri.ts';
import { expect } from './expect.ts';

/** The URI of a file of the workspace. */
export function uriOf(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  expect(folder, 'No folder is open.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** How hovers name a commitment of a file. */
export function idOf(uri: vscode.Uri, kind: string, item: string): string {
  return [canonicalUri(uri.toString()), kind, item].join('\n');
}

/** A file's text as it is stored. */
export async function stored(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Waits until the findings of a file are as wanted, and returns them. */
export function findings(
  uri: vscode.Uri,
  wanted: (codes: readonly string[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return new Promise((resolve) => {
    const look = () => {
      const found = vscode.languages.getDiagnostics(uri);
      if (!wanted(found.map(codeOf))) return;
      listener.dispose();
      resolve(found);
    };
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}

/** Stores a file's text. */
export async function store(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/**
 * Runs a test on agreements by path, all closed and each with its findings, and throws them away. Files that were put
 * back instead would be known to the editor, the watcher and the server at three different moments.
 */
export async function onFiles(
  texts: Readonly<Record<string, string>>,
  test: (uris: readonly vscode.Uri[]) => Promise<void>,
): Promise<void> {
  const uris = Object.keys(texts).map(uriOf);
  for (const [i, text] of Object.values(texts).entries()) await store(uris[i]!, text);
  for (const uri of uris) await findings(uri, (codes) => codes.length > 0);
  try {
    await test(uris);
  } finally {
    for (const uri of uris) {
      await vscode.window.showTextDocument(uri);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const uri of uris) await vscode.workspace.fs.delete(uri);
  }
}

/** The check that a finding is of. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Accepts whatever box is open, again and again, until what opened it has ended. */
export async function accepting(opened: Thenable<unknown>): Promise<void> {
  let ended = false;
  const end = Promise.resolve(opened).finally(() => {
    ended = true;
  });
  while (!ended) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 50))]);
  }
  await end;
}

/** The lines that a text has and another one has not. */
export function linesAdded(before: string, after: string): readonly string[] {
  const known = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !known.has(line));
}
