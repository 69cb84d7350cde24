import type { LogOutputChannel, Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** How a host runs the server: as a process of its own, or as a worker. The client that comes back is not started. */
export type Launch = (
  server: Uri,
  options: LanguageClientOptions,
  log: LogOutputChannel,
) => BaseLanguageClient;

/** The name of the server in VS Code's lists and in the log. */
export const SERVER_NAME = 'Parley';
