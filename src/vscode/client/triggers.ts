import * as vscode from 'vscode';
import type { Server } from './server.ts';

/** Where a workspace remembers that it has agreements. */
const SEEN = 'parley.seen';
/** An agreement says so within its first so many characters. */
const HEAD = 4_096;

/**
 * Starts the server where there is something for it to do: where agreements were seen before, a `.parley.yaml`
 * stands in a folder or an agreement is open. Nothing here is waited for.
 */
export function startWhereNeeded(
  { workspaceState }: vscode.ExtensionContext,
  server: Server,
): vscode.Disposable {
  const listeners: vscode.Disposable[] = [];
  const start = () => {
    // Whoever is told of a failure is told by the server itself.
    server.start().catch(() => undefined);
  };
  const look = (document: vscode.TextDocument) => {
    if (server.state === 'off' && isOurs(document)) start();
  };
  listeners.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
    server.onDidChange(({ agreements, incomplete }) => {
      const seen = agreements > 0;
      if ((seen || !incomplete) && seen !== workspaceState.get(SEEN, false))
        workspaceState.update(SEEN, seen);
    }),
  );
  if (workspaceState.get(SEEN, false)) start();
  else if (vscode.workspace.textDocuments.some(isOurs)) start();
  else startWhereConfigured(start);
  return vscode.Disposable.from(...listeners);
}

/** Whether a document begins as an agreement does or as private notes about one; the server knows for sure. */
export function isOurs(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'markdown' || !/^\ufeff?---\s*$/.test(document.lineAt(0).text)) return false;
  const head = document.getText(new vscode.Range(document.positionAt(0), document.positionAt(HEAD)));
  return /^(?:agreement|notes-for):/m.test(head);
}

async function startWhereConfigured(start: () => void): Promise<void> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const there = await vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, '.parley.yaml')).then(
      () => true,
      () => false,
    );
    if (there) return start();
  }
}
