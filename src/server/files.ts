import type { Connection } from 'vscode-languageserver';
import { MAX_AGREEMENT } from '../core/document/agreement.ts';
import { HEAD, isNoAgreement } from '../core/document/sniff.ts';
import { type FileRead, isConfiguration, isMarkdown, type Workspace } from '../core/portfolio/workspace.ts';
import type { Decoded } from '../core/text/decode.ts';
import { canonicalUri, pathBelow } from '../core/text/uri.ts';
import type {
  FilesExistAnswer,
  FilesExistParams,
  ListFilesAnswer,
  ListFilesParams,
  ReadFilesAnswer,
  ReadFilesParams,
} from './protocol.ts';

/** Files that the client reads for us, because only it can reach where they are. */
export function clientWorkspace(connection: Connection): Workspace {
  return {
    async list(folder, leavesOut = () => false) {
      const params: ListFilesParams = { folder };
      const listed = await connection.sendRequest<ListFilesAnswer>('parley/files/list', params);
      const uris = listed.uris.map(canonicalUri).filter((uri) => {
        const path = pathBelow(folder, uri);
        if (path === undefined || !(isMarkdown(uri) || isConfiguration(uri))) return false;
        return !/(?:^|\/)(?:\.[^/]*|node_modules)\//.test(path) && !leavesOut(path);
      });
      return { uris, more: listed.more };
    },

    async readMany(uris) {
      const params: ReadFilesParams = { uris };
      const texts = await connection.sendRequest<ReadFilesAnswer>('parley/files/read', params);
      return uris.map((uri, n) => fileOf(uri, texts[n] ?? null));
    },

    async exist(uris) {
      const params: FilesExistParams = { uris };
      // A client may have been made before this was asked; then nobody can tell.
      const answers = await connection
        .sendRequest<FilesExistAnswer>('parley/files/exist', params)
        .catch(() => []);
      return uris.map((_, n) => answers[n] ?? undefined);
    },
  };
}

function fileOf(uri: string, read: Decoded | null): FileRead {
  if (read === null) return { skipped: 'gone' };
  const { text, damaged } = read;
  if (!isConfiguration(uri) && isNoAgreement(text.slice(0, HEAD))) return { skipped: 'no-agreement' };
  return text.length > MAX_AGREEMENT
    ? { skipped: 'too-large' }
    : { text: text.replace(/^\uFEFF/, ''), ...(damaged && { damaged }) };
}

/** Sends each request to who can read the scheme: `local` for `file:`, else `remote`; nobody finds nothing. */
export function routed(local: Workspace | undefined, remote: Workspace | undefined): Workspace {
  const serving = (uri: string) => (local && uri.startsWith('file:') ? local : remote) ?? NOWHERE;
  return {
    list: (folder, leavesOut) => serving(folder).list(folder, leavesOut),
    readMany: (uris) => (uris[0] === undefined ? Promise.resolve([]) : serving(uris[0]).readMany(uris)),
    exist: (uris) => (uris[0] === undefined ? Promise.resolve([]) : serving(uris[0]).exist(uris)),
  };
}

const NOWHERE: Workspace = {
  list: () => Promise.resolve({ uris: [], more: false }),
  readMany: (uris) => Promise.resolve(uris.map(() => ({ skipped: 'gone' }))),
  exist: (uris) => Promise.resolve(uris.map(() => undefined)),
};
