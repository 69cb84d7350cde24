import type { Check } from './check.ts';
import { Names, renaming } from './nearest.ts';

/** Private notes that belong to no agreement: nothing in them counts. */
export const notesWithoutAgreement: Check = {
  id: 'notes-without-agreement',
  title: 'Private notes belong to no agreement',
  severity: 'warning',
  dependsOn: 'workspace',
  run({ agreement: { stray } }, report) {
    if (!stray) return;
    const { id: at, known } = stray;
    const id = at.value.trim();
    report({
      at,
      args: { id, what: id === '' ? 'empty' : 'unknown' },
      fixes: (text) => (id === '' ? [] : renaming(text, at, id, new Names(known).nearest(id))),
    });
  },
};
