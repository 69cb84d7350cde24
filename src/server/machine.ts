import type { Cache } from '../core/portfolio/cache.ts';
import type { Finder } from '../core/portfolio/finder.ts';
import type { Workspace } from '../core/portfolio/workspace.ts';

/** What a server has that runs on a machine with files of its own. */
export interface Machine {
  /** Reads them. */
  readonly workspace: Workspace;
  /** Its other cores. */
  readonly finder?: Finder;
  /** Hears how many files there are to be read, as often as that changes. */
  expect?(files: number): void;
  /** Gives memory back to the system that is no longer needed; it takes a moment. */
  giveBack?(): void;
  /** Opens what was found in agreements earlier. @param path the file in which it is kept */
  openCache(path: string): Cache;
}
