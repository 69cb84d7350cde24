import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  FilesExistAnswer,
  FilesExistParams,
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
  client.onRequest('parley/files/list', async ({ folder }: ListFilesParams): Promise<readonly string[]> => {
    const root = rootOf(vscode.Uri.parse(folder, true));
    const found = await search(root);
    const files = found.length > 0 ? found : await walk(root);
    if (files.length >= MOST_FILES) log.warn(`${folder}: only ${MOST_FILES} files are looked at.`);
    return files.map((uri) => uri.toString());
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

/** Asks the editor's own search, which a folder on another machine answers fastest. */
async function search(root: vscode.Uri): Promise<vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(root, '**/{*.md,*.markdown,.parley.yaml}');
  return vscode.workspace.findFiles(pattern, `**/{${[...FOREIGN].join(',')}}/**`, MOST_FILES);
}

/** Goes through the folders: not every file system can be searched. */
async function walk(root: vscode.Uri): Promise<vscode.Uri[]> {
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
      if (found.length >= MOST_FILES) return found;
    }
  }
  return found;
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

async function read(uri: vscode.Uri): Promise<string | null> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MOST_BYTES) return null;
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
