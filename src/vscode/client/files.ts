import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Decoded, decode } from '../../core/text/decode.ts';
import type {
  FilesExistAnswer,
  FilesExistParams,
  ListFilesAnswer,
  ListFilesParams,
  ReadFilesAnswer,
  ReadFilesParams,
} from '../../server/protocol.ts';

/** How many files of a folder are listed at most, and how many folders are entered to find them. */
const MOST_FILES = 20_000;
const MOST_FOLDERS = 2_000;
/** How many bytes a file may have to be handed over. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Folders that hold other people's Markdown. */
const FOREIGN = new Set(['node_modules', 'bower_components']);

/** Serves the files of folders that the server cannot read itself: virtual ones, and all of them in a browser. */
export function serveFiles(client: BaseLanguageClient, log: vscode.LogOutputChannel): void {
  client.onRequest('parley/files/list', async ({ folder }: ListFilesParams): Promise<ListFilesAnswer> => {
    const root = rootOf(vscode.Uri.parse(folder, true));
    const searched = await search(root).catch(() => ({ found: [], more: false }));
    const { found, more } = searched.found.length > 0 ? searched : await walk(root);
    if (more) log.warn(`${folder}: only ${found.length} files are looked at.`);
    return { uris: found.map((uri) => uri.toString()), more };
  });
  client.onRequest(
    'parley/files/read',
    ({ uris }: ReadFilesParams): Promise<ReadFilesAnswer> =>
      Promise.all(uris.map((uri) => read(vscode.Uri.parse(uri, true)))),
  );
  client.onRequest('parley/files/exist', ({ uris }: FilesExistParams): Promise<FilesExistAnswer> => {
    const folders = new Map<string, Promise<ReadonlySet<string> | null>>();
    return Promise.all(uris.map((uri) => exists(vscode.Uri.parse(uri, true), folders)));
  });
}

/** A folder's address; a file system's own root is `/`, which the server leaves away as any slash at the end. */
function rootOf(folder: vscode.Uri): vscode.Uri {
  return folder.path === '' ? folder.with({ path: '/' }) : folder;
}

/** The files of a folder, and whether there are more than that. */
interface Found {
  readonly found: readonly vscode.Uri[];
  readonly more: boolean;
}

/** Asks the editor's own search, which a folder on another machine answers fastest. */
async function search(root: vscode.Uri): Promise<Found> {
  const pattern = new vscode.RelativePattern(
    root,
    '**/{*.md,*.MD,*.Md,*.markdown,*.Markdown,*.MARKDOWN,.parley.yaml}',
  );
  const foreign = `**/{${[...FOREIGN].join(',')}}/**`;
  const found = await vscode.workspace.findFiles(pattern, foreign, MOST_FILES + 1);
  return { found: found.slice(0, MOST_FILES), more: found.length > MOST_FILES };
}

/** Goes through the folders: not every file system can be searched. */
async function walk(root: vscode.Uri): Promise<Found> {
  const found: vscode.Uri[] = [];
  const folders = [root];
  for (let entered = 0; entered < Math.min(folders.length, MOST_FOLDERS); entered++) {
    for (const [name, type] of await entriesOf(folders[entered]!)) {
      const uri = vscode.Uri.joinPath(folders[entered]!, name);
      // A link to a folder may lead back to where it stands.
      if (type === vscode.FileType.Directory && !FOREIGN.has(name) && !name.startsWith('.'))
        folders.push(uri);
      else if (type & vscode.FileType.File && /\.(md|markdown)$|^\.parley\.yaml$/i.test(name))
        found.push(uri);
      if (found.length > MOST_FILES) return { found: found.slice(0, MOST_FILES), more: true };
    }
  }
  return { found, more: folders.length > MOST_FOLDERS };
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    // It was there when its parent was listed: somebody is deleting or closing it off.
    return [];
  }
}

/** Looks for a file in its folder, which is listed once for all of its files. Null where the folder cannot be listed. */
async function exists(
  uri: vscode.Uri,
  folders: Map<string, Promise<ReadonlySet<string> | null>>,
): Promise<boolean | null> {
  const folder = vscode.Uri.joinPath(uri, '..');
  const listed = folders.get(folder.toString()) ?? namesIn(folder);
  folders.set(folder.toString(), listed);
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return (await listed)?.has(nameKey(name)) ?? null;
}

const GONE = vscode.FileSystemError.FileNotFound().code;

async function namesIn(folder: vscode.Uri): Promise<ReadonlySet<string> | null> {
  try {
    return new Set((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => nameKey(name)));
  } catch (error) {
    const gone = error instanceof vscode.FileSystemError && error.code === GONE;
    return gone ? new Set() : null;
  }
}

/** Which file systems tell case apart is not to be known here. */
function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

async function read(uri: vscode.Uri): Promise<Decoded | null> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MOST_BYTES) return null;
    return decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
