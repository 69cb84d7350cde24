import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/protocol.ts';
import { checkPages, SHOW_CHECK } from '../commands/show-check.ts';

/** What every host tells the language client, apart from how it runs the server. */
export function clientOptions(
  { extensionUri, storageUri }: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    checkPages: `${checkPages(extensionUri)}/`,
    files: true,
    snippets: true,
    // A workspace without a folder has no storage, and a browser's is not one of files.
    ...(storageUri?.scheme === 'file' && { cache: vscode.Uri.joinPath(storageUri, 'agreements').fsPath }),
  };
  return {
    documentSelector: schemes().flatMap((scheme) => [
      { scheme, language: 'markdown' },
      { scheme, pattern: '**/.parley.yaml' },
    ]),
    diagnosticCollectionName: 'parley',
    outputChannel: log,
    initializationOptions,
    middleware: {
      handleDiagnostics(uri, diagnostics, next) {
        for (const { code } of diagnostics) linkToPage(code);
        next(uri, diagnostics);
      },
    },
  };
}

/** Makes a finding's link show the check's page as it is meant to be read, not as Markdown in an editor. */
function linkToPage(code: vscode.Diagnostic['code']): void {
  if (typeof code !== 'object') return;
  const check = encodeURIComponent(JSON.stringify([code.value]));
  code.target = vscode.Uri.parse(`command:${SHOW_CHECK}?${check}`);
}

/**
 * The schemes of documents that can belong to somebody's agreements: those of the folders, files and what is not
 * saved yet. A `git:` document shows what was, and is left alone.
 */
export function schemes(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)])];
}
