import type {
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import type { Client } from './client.ts';
import { type Heard, hearing } from './edge.ts';
import type { Session } from './session.ts';
import { objectOf, readPreferences } from './settings.ts';

/** What notifications ask of others than the session. */
interface Hooks {
  readonly start: () => void;
  readonly pullSettings: () => void;
  /** Lets go of all that was answered. */
  readonly forget: () => void;
}

/** What is done about each notification of a client, by method. */
export function notificationsFor(
  session: Session,
  client: Client,
  { start, pullSettings, forget }: Hooks,
): ReadonlyMap<string, Heard> {
  return new Map([
    hearing('initialized', start),
    hearing<DidOpenTextDocumentParams>('textDocument/didOpen', (params) => session.opened(params)),
    hearing<DidChangeTextDocumentParams>('textDocument/didChange', (params) => session.edited(params)),
    hearing<DidCloseTextDocumentParams>('textDocument/didClose', (params) => session.closed(params)),
    hearing<DidChangeWatchedFilesParams>('workspace/didChangeWatchedFiles', (params) =>
      session.filesChanged(params),
    ),
    hearing<DidChangeWorkspaceFoldersParams>('workspace/didChangeWorkspaceFolders', ({ event }) => {
      session.foldersChanged(event);
      // A folder may have settings of its own.
      if (event.added.length > 0) pullSettings();
      forget();
    }),
    hearing<DidChangeConfigurationParams>('workspace/didChangeConfiguration', ({ settings }) => {
      if (client.configuration) pullSettings();
      else session.preferAll(readPreferences(objectOf(settings)['parley']));
    }),
    hearing('parley/wake', () => session.tick()),
    hearing('parley/reading/stop', () => session.stopReading()),
    hearing('parley/reading/resume', () => session.resumeReading()),
  ]);
}
