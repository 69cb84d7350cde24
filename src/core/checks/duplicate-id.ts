import type { Ids } from '../commitments/ids.ts';
import type { Terms } from '../schema/agreement.ts';
import type { Value } from '../text/value.ts';
import type { Check, ItemRef } from './check.ts';
import { renaming } from './nearest.ts';
import { problemsOf } from './problems.ts';

/** Items of a kind, with the names that have to differ. */
interface Named {
  readonly kind: ItemRef['kind'];
  readonly items: readonly { readonly id?: Value<string> }[];
}

/** Names that stand for two things, or that only their case tells apart. */
export const duplicateId: Check = {
  id: 'duplicate-id',
  title: 'Two items have the same id',
  severity: 'error',
  dependsOn: 'document',
  run({ agreement, schedule }, report) {
    const problems = problemsOf(agreement);
    for (const named of namespaces(agreement.terms)) {
      if (isDistinct(named, schedule.ids)) continue;
      const first = new Map<string, Value<string>>();
      const again: { at: Value<string>; kind: ItemRef['kind'] }[] = [];
      for (const { kind, items } of named) {
        for (const { id } of items) {
          if (!id) continue;
          const key = id.value.toLowerCase();
          if (!first.has(key)) first.set(key, id);
          else if (!problems.inConflict(id)) again.push({ at: id, kind });
        }
      }
      const taken = new Set(first.keys());
      for (const { at, kind } of again) {
        const id = at.value;
        const other = first.get(id.toLowerCase())!;
        const free = freeId(id, taken);
        report({
          at,
          args: { id, other: other.value, what: other.value === id ? 'same' : 'case' },
          item: { kind, id },
          related: [{ at: other, message: 'duplicate-id/first', args: { id: other.value } }],
          fixes: (text) => renaming(text, at, id, free).map((fix) => ({ ...fix, title: 'fix/rename' })),
        });
      }
    }
  },
};

/** Items share one namespace, parties and people another. */
function namespaces({ negotiations, objectives, milestones, risks, parties, people }: Terms): Named[][] {
  return [
    [
      { kind: 'negotiation', items: negotiations },
      { kind: 'objective', items: objectives },
      { kind: 'milestone', items: milestones },
      { kind: 'risk', items: risks },
    ],
    [
      { kind: 'party', items: parties },
      { kind: 'person', items: people.map(({ key }) => ({ id: key })) },
    ],
  ];
}

/** Whether all names differ, told without a look at each milestone again. */
function isDistinct(named: readonly Named[], ids: Ids): boolean {
  const others = named.filter(({ kind }) => kind !== 'milestone');
  const taken = others.length < named.length ? ids.folded : NOBODY;
  const seen = new Set<string>();
  for (const { items } of others) {
    for (const { id } of items) {
      const key = id?.value.toLowerCase();
      if (key === undefined) continue;
      if (seen.has(key) || taken.has(key)) return false;
      seen.add(key);
    }
  }
  return taken === NOBODY || ids.distinct;
}

const NOBODY: ReadonlySet<string> = new Set();

/** The next number that is not taken, taken from now on: M5 becomes M6, `north` becomes `north-2`. */
function freeId(id: string, taken: Set<string>): string | undefined {
  const digits = /\d{0,9}$/.exec(id)![0];
  const stem = id.slice(0, id.length - digits.length);
  const base = digits === '' ? `${stem}-` : stem;
  const from = digits === '' ? 2 : Number(digits) + 1;
  for (let number = from; number < from + FARTHEST; number++) {
    const free = `${base}${number}`;
    if (taken.has(free.toLowerCase())) continue;
    taken.add(free.toLowerCase());
    return free;
  }
  return undefined;
}

/** How many numbers are tried: a file in which all of these are taken needs another name. */
const FARTHEST = 200;
