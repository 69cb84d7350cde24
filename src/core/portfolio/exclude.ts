import picomatch from 'picomatch/posix.js';

/** A glob of more characters was not written by a person, and compiling it may take long. */
const MAX_GLOB = 1000;

/**
 * Makes the predicate for the `exclude` globs of a `.parley.yaml`. It takes paths below the folder of that file,
 * with `/`. A glob that matches a folder leaves out everything below it; `archive`, `archive/` and `archive/**`
 * are the same.
 */
export function excluder(globs: readonly string[]): (path: string) => boolean {
  const usable = globs
    .map((glob) => glob.replace(/^\.?\/+/, '').replace(/\/+$/, ''))
    .filter((glob) => glob !== '' && glob.length <= MAX_GLOB);
  if (usable.length === 0) return () => false;
  const matches = picomatch(usable, { dot: true, nonegate: true });
  return (path) => {
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1))
      if (matches(path.slice(0, end))) return true;
    return matches(path);
  };
}
