import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { oneLine } from '../../core/report/columns.ts';
import type { Refused } from '../../node/replace.ts';
import { aside } from '../failure.ts';
import type { Fixed, Written } from '../fix.ts';
import type { Reading } from '../read.ts';

/**
 * What would change, as a unified diff that `patch -p1` and `git apply` take: a path with a blank ends with a tab there, as
 * git writes it.
 */
export function diffOf(fixed: readonly Fixed[], { pathOf }: Reading): string {
  return fixed
    .map(({ uri, before, after }) => {
      const path = pathOf(uri);
      const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
        headerOptions: FILE_HEADERS_ONLY,
      });
      return path.includes(' ') ? patch.replace(/^(.*)\n(.*)\n/, '$1\t\n$2\t\n') : patch;
    })
    .join('');
}

/** What is to be said on stderr about what was written, or would be, and what was not. */
export function fixesAside({ written, refused, remaining }: Written, dry = false): string {
  const nothing = dry && refused.length === 0 ? [aside('there is nothing to fix.')] : [];
  const done = written.length > 0 ? [aside(`${counted(written)} ${dry ? 'to be made' : 'made'}.`)] : nothing;
  const not = refused.map(({ uri, why }) => aside(`${oneLine(remaining.pathOf(uri))}: ${sentenceOf(why)}`));
  return [...done, ...not].join('');
}

/** `3 fixes in 2 files`. */
function counted(fixed: readonly Fixed[]): string {
  const fixes = fixed.reduce((sum, one) => sum + one.fixes, 0);
  const what = fixes === 1 ? 'one fix' : `${fixes} fixes`;
  return `${what} in ${fixed.length === 1 ? 'one file' : `${fixed.length} files`}`;
}

function sentenceOf({ reason, detail }: Refused): string {
  switch (reason) {
    case 'changed':
      return 'it changed while it was read, and was left as it is. Try again.';
    case 'damaged':
      return 'some of its bytes are no text, so it was left as it is.';
    case 'read-only':
      return 'it is read-only, and was left as it is.';
    case 'unwritable':
      return `it could not be written (${detail}), and was left as it is.`;
  }
}
