import { fileURLToPath, pathToFileURL } from 'node:url';
import { canonicalUri } from '../core/text/uri.ts';

const WINDOWS = process.platform === 'win32';

/** A POSIX path that is its own URI path: no escapes, nothing to resolve. Nearly all are, and are thousands. */
const PLAIN = /^(?:\/(?!\.\.?(?:\/|$))[\w.~-]+)+$/;

/** The canonical `file:` URI of an absolute path. */
export function uriOfPath(path: string, windows = WINDOWS): string {
  if (!windows && PLAIN.test(path)) return `file://${path}`;
  return canonicalUri(pathToFileURL(path, { windows }).href);
}

/** The path of a `file:` URI; undefined for a URI that names no file on this machine. */
export function pathOfUri(uri: string, windows = WINDOWS): string | undefined {
  try {
    const path = fileURLToPath(uri, { windows });
    // `C:` by itself is the folder that a process works in on that drive.
    return windows && /^[a-z]:$/i.test(path) ? `${path}\\` : path;
  } catch {
    return undefined;
  }
}
