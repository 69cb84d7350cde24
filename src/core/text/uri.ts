/**
 * The one spelling of a URI that we compare by: percent escapes for everything but unreserved characters and `/`,
 * a drive letter in lower case with its colon escaped (RFC 3986 6.2, as VS Code writes URIs). Clients spell the
 * same file in different ways (`file:///C:/a b.md`, `file:///c%3A/a%20b.md`).
 */
export function canonicalUri(uri: string): string {
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(uri);
  if (!match) return uri;
  const [, scheme = '', authority, path = '', query = '', fragment = ''] = match;
  const spelled = recode(path).replace(/^\/([A-Za-z])(?:%3A)(?=\/|$)/i, (_, drive: string) => {
    return `/${drive.toLowerCase()}%3A`;
  });
  const host = authority === undefined ? '' : `//${authority.toLowerCase()}`;
  return `${scheme.toLowerCase()}:${host}${spelled}${query}${fragment}`;
}

/** The path of a document below a folder, decoded, with `/`; undefined where it does not lie below it. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const prefix = asFolder(folder);
  if (!uri.startsWith(prefix) || uri.length === prefix.length) return undefined;
  return decode(uri.slice(prefix.length));
}

/** The folder that a document lies in. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

function asFolder(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}

/** What is spelled in one way only: nearly all paths are. */
const PLAIN = /^[\w.~/-]*$/;

function recode(path: string): string {
  return PLAIN.test(path) ? path : path.split('/').map(recodeSegment).join('/');
}

function recodeSegment(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment)).replace(
      /[!'()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch {
    // Bytes that are no UTF-8, or a lone surrogate: there is only the one spelling that we were given.
    return segment;
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
