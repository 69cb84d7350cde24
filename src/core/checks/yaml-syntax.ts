import { quote } from '../document/frontmatter/mend.ts';
import type { Check, Fix } from './check.ts';
import { cutValues } from './cut-values.ts';
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
    for (const { at, args, suggestion } of problems.of('yaml-syntax')) {
      // The marks of one unfinished merge are one finding, at its beginning.
      if (args['reason'] === 'merge-marker' && problems.inConflict(at) && !at.value.startsWith('<')) continue;
      const fixes = replacement(at, suggestion, !GUESSED.has(args['reason'] ?? ''));
      const item = problems.itemAt(at);
      report({ at, args: { ...args, text: at.value }, fixes, ...(item && { item }) });
    }
    for (const { at, value, item } of cutValues(agreement, problems)) {
      const fix: Fix = {
        title: 'fix/quote',
        edits: [{ range: value, newText: quote(agreement.text.slice(value.start, value.end)) }],
      };
      const args = { reason: 'cut-by-hash', text: at.value };
      report({ at, args, severity: 'hint', fixes: [fix], ...(item && { item }) });
    }
  },
};
