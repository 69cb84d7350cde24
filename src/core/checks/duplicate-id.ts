import type { Terms } from '../schema/agreement.ts';
import type { Value } from '../text/value.ts';
import type { Check, ItemRef } from './check.ts';
import { renaming } from './nearest.ts';
import { problemsOf } from './problems.ts';

type Named = { readonly at: Value<string>; readonly item: ItemRef };

/** Names that stand for two things, or that only their case tells apart. */
export const duplicateId: Check = {
  id: 'duplicate-id',
  title: 'Two items have the same id',
  severity: 'error',
  dependsOn: 'document',
  run({ agreement }, report) {
    const { terms, text } = agreement;
    const problems = problemsOf(agreement);
    for (const named of [itemIds(terms), handles(terms)]) {
      const first = new Map<string, Named>();
      for (const one of named) {
        const id = one.at.value;
        const other = first.get(id.toLowerCase());
        if (!other) {
          first.set(id.toLowerCase(), one);
          continue;
        }
        if (problems.inConflict(one.at)) continue;
        report({
          at: one.at,
          args: { id, other: other.at.value, what: other.at.value === id ? 'same' : 'case' },
          item: one.item,
          related: [{ at: other.at, message: 'duplicate-id/first', args: { id: other.at.value } }],
          fixes: renaming(text, one.at, id, freeId(id, first)).map((fix) => ({
            ...fix,
            title: 'fix/rename',
          })),
        });
      }
    }
  },
};

/** The ids of items: one namespace. */
function itemIds({ negotiations, objectives, milestones, risks }: Terms): Named[] {
  const lists = {
    negotiation: negotiations,
    objective: objectives,
    milestone: milestones,
    risk: risks,
  } as const;
  return (Object.keys(lists) as (keyof typeof lists)[]).flatMap((kind) =>
    lists[kind].flatMap(({ id }) => (id ? [{ at: id, item: { kind, id: id.value } }] : [])),
  );
}

/** The handles of parties and people: one namespace. */
function handles({ parties, people }: Terms): Named[] {
  return [
    ...parties.flatMap(({ id }) => (id ? [{ at: id, item: { kind: 'party' as const, id: id.value } }] : [])),
    ...people.map(({ key }) => ({ at: key, item: { kind: 'person' as const, id: key.value } })),
  ];
}

/** The next number that is not taken: M5 becomes M6, `north` becomes `north-2`. */
function freeId(id: string, taken: ReadonlyMap<string, unknown>): string {
  const [, stem, digits] = /^(.*?)(\d*)$/.exec(id)!;
  const base = digits === '' ? `${stem}-` : stem!;
  let number = digits === '' ? 2 : Number(digits) + 1;
  while (taken.has(`${base}${number}`.toLowerCase())) number++;
  return `${base}${number}`;
}
