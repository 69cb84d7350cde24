import type { Check } from './check.ts';
import { problemsOf, replacement } from './problems.ts';

/** Mistakes whose mend could still be another one than what was meant. */
const GUESSED = new Set(['unclosed-quote', 'text-after-bracket', 'dash-after-key']);

/** Places where the frontmatter is no YAML. */
export const yamlSyntax: Check = {
  id: 'yaml-syntax',
  title: 'The frontmatter is not YAML',
  severity: 'error',
  dependsOn: 'document',
  run({ agreement }, report) {
    const problems = problemsOf(agreement);
    let inConflict = false;
    for (const { at, args, suggestion } of problems.of('yaml-syntax')) {
      const reason = args.reason ?? '';
      if (reason === 'merge-marker') {
        const opens = at.value.startsWith('<');
        const first = opens || !inConflict;
        inConflict = opens || (inConflict && !at.value.startsWith('>'));
        if (!first) continue;
      }
      const fixes = replacement(at, suggestion, !GUESSED.has(reason));
      const item = problems.itemAt(at);
      report({ at, args: { ...args, text: at.value }, fixes, ...(item && { item }) });
    }
  },
};
