import { quote } from '../document/frontmatter/mend.ts';
import type { Value } from '../text/value.ts';
import type { Check, Fix } from './check.ts';
import { cutValues } from './cut-values.ts';
import { problemsOf, replacement } from './problems.ts';

/** Mistakes whose mend could still be another one than what was meant. */
const GUESSED = new Set(['unclosed-quote', 'text-after-bracket', 'dash-after-key']);

/** A word and the words behind it, where a colon was forgotten between them. */
const WORDS = /^((?:- +)*)([a-z][a-z-]*) +(\S.*)$/;

/** How far back a line's indent is compared, in characters. */
const REACH = 2000;

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
      const fixes = fixesOf(at, args['reason'] ?? '', suggestion, agreement.text);
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

function fixesOf(at: Value<string>, reason: string, suggestion: string | undefined, text: string): Fix[] {
  if (reason === 'tab-indent') {
    const edits = [{ range: at.range, newText: indentAbove(text, at.range.start) }];
    return [{ title: 'fix/indent', edits, safe: true }];
  }
  if (reason === 'missing-colon') {
    const [, dashes, key, value] = WORDS.exec(at.value) ?? [];
    return key === undefined ? [] : replacement(at, `${dashes}${key}: ${value}`, false);
  }
  return replacement(at, suggestion, !GUESSED.has(reason));
}

/** The column, in blanks, of the key on the nearest line above that says something; one step deeper under a bare key. */
function indentAbove(text: string, at: number): string {
  const above = text.slice(Math.max(0, at - REACH), text.lastIndexOf('\n', at - 1) + 1).split('\n');
  const line = above.findLast((one) => /^[^#]*[^#\s]/.test(one)) ?? '';
  const column = /^ *(?:- +)*/.exec(line)![0].length;
  return ' '.repeat(/:\s*$/.test(line) ? column + 2 : column);
}
