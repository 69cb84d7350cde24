import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { register } from './activation.ts';
import { type Launch, SERVER_NAME } from './client/launch.ts';

/** The part of a browser's workers that is used here; the project is checked without a browser's types. */
interface ServerWorker {
  onerror: (event: { readonly message?: string }) => void;
}
declare const Worker: new (url: string) => ServerWorker;

/** Called by VS Code once, in the web worker extension host of browser windows. */
export function activate(context: vscode.ExtensionContext): void {
  register(context, launch);
}

const launch: Launch = ({ extensionUri }, options, log) => {
  const worker = new Worker(vscode.Uri.joinPath(extensionUri, 'dist', 'server.web.js').toString(true));
  // A worker that cannot even be loaded says nothing else.
  worker.onerror = ({ message }) => log.error(`The server's worker failed: ${message}`);
  return new LanguageClient('parley', SERVER_NAME, worker, options);
};
