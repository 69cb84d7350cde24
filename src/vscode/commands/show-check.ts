import * as vscode from 'vscode';

/** The command that a finding's link runs, with the check's id. */
export const SHOW_CHECK = 'parley.showCheck';

/** The folder with the page of each check. */
export function checkPages(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'docs', 'checks');
}

/** Shows the page of a check; ids are words and hyphens, so that no link leads anywhere else. */
export async function showCheck(extensionUri: vscode.Uri, check: unknown): Promise<void> {
  if (typeof check !== 'string' || !/^[a-z]+(?:-[a-z]+)*$/.test(check)) return;
  const page = vscode.Uri.joinPath(checkPages(extensionUri), `${check}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}
