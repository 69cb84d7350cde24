import { type DidChangeWatchedFilesParams, FileChangeType } from 'vscode-languageserver';
import { isConfiguration, isMarkdown } from '../core/portfolio/workspace.ts';
import { canonicalUri, folderOf } from '../core/text/uri.ts';
import type { Folder, Library } from './library.ts';

/** More changed files at once are a change of branch, whose events cannot be relied on one by one. */
const BURST = 200;

/** What is to be done about a folder after files changed outside of the client. */
export interface Touched {
  /** The files that came or went, wherever they lie; undefined where anything may have. */
  readonly moved: readonly string[] | undefined;
  /** The files to be read again; undefined for all. */
  readonly uris: ReadonlySet<string> | undefined;
  /** The files must be listed anew: some may have come or gone. */
  readonly list: boolean;
}

/** What a watcher's events mean for a folder. */
export function touchedIn(
  folder: Folder,
  { changes }: DidChangeWatchedFilesParams,
  library: Pick<Library, 'folderOf'>,
): Touched {
  const uris = new Set<string>();
  const moved: string[] = [];
  let list = false;
  let ignores = false;
  for (const { uri: spelled, type } of changes) {
    const uri = canonicalUri(spelled);
    if (isIgnoreFile(uri)) {
      ignores = true;
      list ||= isIn(folder.uri, folderOf(uri)) || isIn(uri, folder.uri);
      continue;
    }
    if (type !== FileChangeType.Changed) moved.push(uri);
    list ||= type !== FileChangeType.Changed && isIn(folder.uri, uri);
    if (library.folderOf(uri) !== folder) continue;
    if (isMarkdown(uri) || isConfiguration(uri)) {
      uris.add(uri);
      list ||= type !== FileChangeType.Changed || !folder.listed.has(uri);
    } else list ||= mayHoldOurs(folder, uri, type);
  }
  const burst = uris.size > BURST;
  return {
    moved: ignores || moved.length > BURST ? undefined : moved,
    uris: burst ? undefined : uris,
    list: list || burst,
  };
}

/** Whether a file decides which others are read, and which that are not there are missed. */
function isIgnoreFile(uri: string): boolean {
  return uri.endsWith('/.gitignore');
}

/** Whether something is a folder or lies in it. */
function isIn(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(`${folder}/`);
}

/** What files end with, in small or in capital letters; `Acme.Inc` is a folder. */
const EXTENSION = /\.(?:[a-z][a-z0-9]*|[A-Z][A-Z0-9]*)$/;

/** Whether something else that came or went may be a folder with files of ours. */
function mayHoldOurs(folder: Folder, uri: string, type: FileChangeType): boolean {
  if (type === FileChangeType.Changed) return false;
  if (type === FileChangeType.Created) return !EXTENSION.test(uri);
  for (const known of folder.listed) if (known.startsWith(`${uri}/`)) return true;
  return false;
}
