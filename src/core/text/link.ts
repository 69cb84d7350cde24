import { canonicalUri, folderOf } from './uri.ts';

/** A scheme or a drive letter, an absolute path, a place in the same document, or what no file is called. */
const ELSEWHERE = /^(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\#?~]|$)|[{}<>*|"$\p{Cc}\p{Cs}]|&#?\w+;/u;
/** A host's name with something behind it, where the scheme was left away. */
const HOST = /^(?:www\.|[\w-]+(?:\.[\w-]+)+[/\\])/i;
/** What a site or a wiki finds under a name without an extension: a page, or that of a folder. */
const PAGES = ['.md', '.markdown', '.html', '/index.md', '/README.md'];

/**
 * The files that a relative link in a document may mean, as canonical URIs: any of them will do. People write names as
 * they are or with percent escapes, with a fragment or a query, with `\` for `/`, and pages as a site calls them. None
 * where the link leads to a URL, an absolute path or a place within the document, or where a template has still to
 * fill it in: nothing can be said of those.
 * @param document the URI of the document
 * @param link as written, without the brackets of `<…>`
 */
export function filesOfLink(document: string, link: string): readonly string[] {
  const written = link.trim();
  if (ELSEWHERE.test(written) || HOST.test(written)) return [];
  const files = new Set<string>();
  for (const path of spellingsOf(written)) {
    const file = resolved(folderOf(document), path);
    const pages = /[?#]/.test(path) ? [] : pagesOf(file);
    for (const one of [file, ...pages]) files.add(one);
  }
  return [...files];
}

/** The ways to read a link as a path: with and without what may be a fragment, a query or an escape. */
function spellingsOf(written: string): ReadonlySet<string> {
  const cut = [written, written.replace(/#.*$/, ''), written.replace(/[?#].*$/, '')];
  const bare = cut.flatMap((path) => [path, path.replace(/\\([!-/:-@[-`{-~])/g, '$1')]);
  const decoded = bare.flatMap((path) => [path, decodedPath(path)]);
  // Some systems take letters and their marks apart.
  const composed = decoded.flatMap((path) => [path, path.normalize('NFC'), path.normalize('NFD')]);
  return new Set(composed.map((path) => path.replaceAll('\\', '/')));
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function resolved(folder: string, path: string): string {
  const segments = folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(encodeURIComponent(segment));
  }
  return canonicalUri(segments.join('/'));
}

/** Where a link to a page of a site or a wiki may lead among its sources. */
function pagesOf(file: string): readonly string[] {
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (/\.html?$/i.test(name)) return [file.replace(/\.html?$/i, '.md')];
  return /\.[A-Za-z][A-Za-z0-9]*$/.test(name) ? [] : PAGES.map((page) => file + page);
}
