import type { Value } from '../text/value.ts';
import type { Check, Fix } from './check.ts';
import { problemsOf } from './problems.ts';
import { told } from './told.ts';

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
    for (const problem of problems.of('yaml-syntax')) {
      const { at, args } = problem;
      // The marks of one unfinished merge are one finding, at its beginning.
      if (args['reason'] === 'merge-marker' && problems.inConflict(at) && !at.value.startsWith('<')) continue;
      const fixes = args['reason'] === 'tab-indent' ? { fixes: (text: string) => [indenting(at, text)] } : {};
      report({ ...told(problem), ...problems.about(problem), ...fixes });
    }
  },
};

function indenting(at: Value<string>, text: string): Fix {
  const edits = [{ range: at.range, newText: indentAbove(text, at.range.start) }];
  return { title: 'fix/indent', edits, safe: true };
}

/** The column, in blanks, of the key on the nearest line above that says something; one step deeper under a bare key. */
function indentAbove(text: string, at: number): string {
  const above = text.slice(Math.max(0, at - REACH), text.lastIndexOf('\n', at - 1) + 1).split('\n');
  const line = above.findLast((one) => /^[^#]*[^#\s]/.test(one)) ?? '';
  const column = /^ *(?:- +)*/.exec(line)![0].length;
  return ' '.repeat(/:\s*$/.test(line) ? column + 2 : column);
}
