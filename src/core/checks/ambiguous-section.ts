import type { Section } from '../document/body/section.ts';
import type { Check } from './check.ts';

/** A heading with figures in it that may be meant for a day. */
const FIGURES = /^#{2,6}[ \t]+[^\n]*\d{1,4}/m;
const TABLE = /^[ \t]*\|[^\n]*\|[ \t]*\r?\n[ \t]*\|[ \t:|-]+\|/m;

/** Sections that have a known name and nearly the known shape: they read as prose, and what they record is lost. */
export const ambiguousSection: Check = {
  id: 'ambiguous-section',
  title: 'A section has a known name, and reads as prose',
  severity: 'hint',
  dependsOn: 'document',
  run({ agreement }, report) {
    for (const section of agreement.body.sections) {
      const { key, heading } = section;
      if (!key || !heading || section.ours) continue;
      const args = nearly(section);
      if (args) report({ at: heading, args: { ...args, title: section.title } });
    }
  },
};

function nearly({ key, names, content }: Section): { readonly [name: string]: string } | undefined {
  const { dated, columns } = names[key!];
  if (dated) return FIGURES.test(content.value) ? { what: 'dated' } : undefined;
  const [column] = Object.values(columns ?? {});
  return column !== undefined && TABLE.test(content.value) ? { what: 'table', column } : undefined;
}
