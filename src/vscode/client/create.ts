// The library of the protocol is most of the extension: this module, which brings it along, is loaded to start a server.

import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { serveFiles } from './files.ts';
import type { Launch } from './launch.ts';
import { clientOptions } from './options.ts';

/** Loads what runs the server in this host, of which the other one lacks the modules. */
export async function loadLaunch(): Promise<Launch> {
  const inNode = globalThis.process?.versions?.node !== undefined;
  const { launch } = await (inNode ? import('./node.ts') : import('./browser.ts'));
  return launch;
}

/**
 * Makes a client for the server that is not started.
 * @param closed called when the server ended without being asked to; says whether to start it again
 */
export function createClient(
  launch: Launch,
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  closed: () => boolean,
): BaseLanguageClient {
  const server = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js');
  const client = launch(server, { ...clientOptions(context, log), ...onFailure(closed) }, log);
  // It has messages of its own for what is told once by us.
  client.error = (message, data) => log.error(message, data ?? '');
  serveFiles(client, log);
  return client;
}

/** What goes wrong in one request goes to the log; people hear of it where they asked for something. */
function onFailure(closed: () => boolean): LanguageClientOptions {
  return {
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => ({ action: closed() ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true }),
    },
  };
}
