import { fileURLToPath, pathToFileURL } from 'node:url';
import { canonicalUri } from '../core/text/uri.ts';

const WINDOWS = process.platform === 'win32';

/** The canonical `file:` URI of an absolute path. */
export function uriOfPath(path: string, windows = WINDOWS): string {
  return canonicalUri(pathToFileURL(path, { windows }).href);
}

/** The path of a `file:` URI; undefined for a URI that names no file on this machine. */
export function pathOfUri(uri: string, windows = WINDOWS): string | undefined {
  try {
    return fileURLToPath(uri, { windows });
  } catch {
    return undefined;
  }
}
