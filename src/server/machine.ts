import type { Cache } from '../core/portfolio/cache.ts';
import type { Finder } from '../core/portfolio/finder.ts';
import type { Workspace } from '../core/portfolio/workspace.ts';

/** What a server has that runs on a machine with files of its own. */
export interface Machine {
  /** Reads them. */
  readonly workspace: Workspace;
  /** Its other cores. */
  readonly finder?: Finder;
  /** Opens what was found in agreements earlier. @param path the file in which it is kept */
  openCache(path: string): Cache;
}
