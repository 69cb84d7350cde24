import type { Check } from './check.ts';
import { fileLinksIn } from './file-links.ts';
import { milestoneRef, nameOf } from './item.ts';

/** Evidence and links to files that are not there. Silent about what nobody could look up. */
export const missingFile: Check = {
  id: 'missing-file',
  title: 'Evidence or a link leads to a file that is not there',
  severity: 'information',
  dependsOn: 'workspace',
  structural: true,
  run({ agreement, missing }, report) {
    if (!missing || missing.size === 0) return;
    for (const { at, files, milestone } of fileLinksIn(agreement)) {
      if (!files.every((file) => missing.has(file))) continue;
      const file = at.value.trim();
      if (milestone)
        report({
          at,
          args: { what: 'evidence', file, title: nameOf(milestone) },
          item: milestoneRef(milestone),
        });
      else report({ at, args: { what: 'link', file } });
    }
  },
};
