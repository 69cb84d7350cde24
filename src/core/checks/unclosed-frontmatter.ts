import type { Agreement } from '../document/agreement.ts';
import type { TextEdit } from '../text/edit.ts';
import { range } from '../text/range.ts';
import { Place, Value } from '../text/value.ts';
import type { Check } from './check.ts';

/** Frontmatter whose second `---` is missing, so that nothing says where the body begins. */
export const unclosedFrontmatter: Check = {
  id: 'unclosed-frontmatter',
  title: 'The frontmatter is not closed',
  severity: 'error',
  dependsOn: 'document',
  run({ agreement }, report) {
    const { open, close } = agreement.frontmatter;
    if (close) return;
    const at = new Value('---', new Place(agreement.uri, open.start), 0, open.end - open.start);
    report({
      at,
      fixes: () => [{ title: 'fix/close-frontmatter', edits: [closing(agreement)], safe: true }],
    });
  },
};

/** A line `---` behind the last line of YAML that says something. */
function closing({ text, frontmatter: { open, content } }: Agreement): TextEdit {
  const end = open.end + text.slice(open.end, content.end).trimEnd().length;
  const [ending] = /\r?\n/.exec(text)!;
  return { range: range(end), newText: `${ending}---${end === text.length ? ending : ''}` };
}
