import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { register } from './activation.ts';
import { type Launch, SERVER_NAME } from './client/launch.ts';

/** Called by VS Code once, in the Node extension host of desktop and remote windows. */
export function activate(context: vscode.ExtensionContext): void {
  register(context, launch);
}

const launch: Launch = ({ extensionUri }, options) => {
  const module = vscode.Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath;
  return new LanguageClient('parley', SERVER_NAME, { module, transport: TransportKind.ipc }, options);
};
