import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Launch, SERVER_NAME } from './launch.ts';

/** Runs the server as a process, from the Node extension host of desktop and remote windows. */
export const launch: Launch = (server, options) =>
  new LanguageClient('parley', SERVER_NAME, { module: server.fsPath, transport: TransportKind.ipc }, options);
