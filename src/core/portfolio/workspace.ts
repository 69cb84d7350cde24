/** Where files come from: the disk, or an editor that knows other places. Nothing else reads files. */
export interface Workspace {
  /**
   * The Markdown and `.parley.yaml` files below a folder, as canonical URIs in no particular order. Links are not
   * followed; hidden folders, `node_modules` and what git ignores are left out. An unreadable folder has none.
   * @param leavesOut tells by a path below `folder`, with `/`, which files and folders need not be listed
   */
  list(folder: string, leavesOut?: (path: string) => boolean): Promise<Listing>;
  /** Reads files, at most `MAX_READ` at a time; the answers come in the order of `uris`. Never rejects for a file. */
  readMany(uris: readonly string[]): Promise<readonly FileRead[]>;
  /**
   * Whether files or folders are there, at most `MAX_ASKED` at a time, in the order of `uris`. Undefined where nobody can
   * tell: access was refused, or git ignores what is not there, so that it need not be on every machine. Never rejects
   * for a file.
   */
  exist(uris: readonly string[]): Promise<readonly (boolean | undefined)[]>;
}

/** The files below a folder. */
export interface Listing {
  readonly uris: readonly string[];
  /** There are more, which are too many to be looked at. */
  readonly more: boolean;
}

/** How many files one `readMany` may ask for. */
export const MAX_READ = 64;

/** How many files one `exist` may ask for. */
export const MAX_ASKED = 1000;

/** A file's text without its byte order mark, or why it was not read. */
export type FileRead =
  | {
      readonly text: string;
      /** Some bytes are no characters of its encoding: its text cannot be written back as it was. */
      readonly damaged?: true;
    }
  | { readonly skipped: SkipReason; readonly detail?: string };

/**
 * `no-agreement`: its first bytes say so. `gone`: it is no more. `too-large`: it begins like an agreement and is
 * larger than `MAX_AGREEMENT`. `unreadable`: access was refused or the disk failed; `detail` has the system's words.
 */
export type SkipReason = 'no-agreement' | 'gone' | 'too-large' | 'unreadable';

/** The name of a folder's configuration file. */
export const CONFIGURATION_FILE = '.parley.yaml';

/** Whether a URI's or path's last part names a Markdown file, in any case. */
export function isMarkdown(uri: string): boolean {
  return /\.(?:md|markdown)$/i.test(uri);
}

/** Whether a URI or path names a configuration file. */
export function isConfiguration(uri: string): boolean {
  return uri === CONFIGURATION_FILE || uri.endsWith(`/${CONFIGURATION_FILE}`);
}
