import type { InitializeParams } from 'vscode-languageserver';
import { type Day, parseDay } from '../core/calendar/day.ts';
import { canonicalUri } from '../core/text/uri.ts';
import { DEFAULT_PREFERENCES, objectOf, type Preferences, readPreferences } from './settings.ts';

/** Who the server talks to, and what was agreed at the start. */
export interface Client {
  /** Canonical URIs, without `/` at the end. */
  readonly folders: readonly string[];
  /** A fixed today. */
  readonly today: Day | undefined;
  readonly checkPages: string | undefined;
  /** Whether it serves `parley/files/*`. */
  readonly files: boolean;
  /** The file that keeps what was found in agreements. */
  readonly cache: string | undefined;
  readonly snippets: boolean;
  readonly preferences: Preferences;
  /** Whether it answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly registers: { readonly watchers: boolean; readonly configuration: boolean };
  readonly tellsFolders: boolean;
  readonly relatedInformation: boolean;
  readonly documentChanges: boolean;
}

/** Reads what a client says about itself. */
export function clientOf(params: InitializeParams): Client {
  const { workspace = {}, textDocument = {} } = params.capabilities;
  const options = objectOf(params.initializationOptions);
  const { today, checkPages, files, cache, snippets, settings } = options;
  return {
    folders: foldersOf(params),
    today: typeof today === 'string' ? parseDay(today) : undefined,
    checkPages: typeof checkPages === 'string' ? checkPages : undefined,
    files: files === true,
    cache: typeof cache === 'string' ? cache : undefined,
    snippets: snippets === true,
    preferences: settings === undefined ? DEFAULT_PREFERENCES : readPreferences(settings),
    configuration: workspace.configuration === true,
    registers: {
      watchers: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
      configuration: workspace.didChangeConfiguration?.dynamicRegistration === true,
    },
    tellsFolders: workspace.workspaceFolders === true,
    relatedInformation: textDocument.publishDiagnostics?.relatedInformation === true,
    documentChanges: workspace.workspaceEdit?.documentChanges === true,
  };
}

/** A folder's URI as we spell it. */
export function folderUri(uri: string): string {
  return canonicalUri(uri).replace(/\/+$/, '');
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => folderUri(uri));
  return rootUri ? [folderUri(rootUri)] : [];
}
