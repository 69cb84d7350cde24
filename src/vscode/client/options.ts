import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/protocol.ts';

/** What every host tells the language client, apart from how it runs the server. */
export function clientOptions(
  { extensionUri }: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    checkPages: vscode.Uri.joinPath(extensionUri, 'docs', 'checks', '/').toString(),
    files: true,
    snippets: true,
  };
  return {
    documentSelector: schemes().flatMap((scheme) => [
      { scheme, language: 'markdown' },
      { scheme, pattern: '**/.parley.yaml' },
    ]),
    diagnosticCollectionName: 'parley',
    outputChannel: log,
    initializationOptions,
  };
}

/**
 * The schemes of documents that can belong to somebody's agreements: those of the folders, files and what is not
 * saved yet. A `git:` document shows what was, and is left alone.
 */
export function schemes(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)])];
}
