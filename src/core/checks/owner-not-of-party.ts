import type { Ledger } from '../commitments/ledger.ts';
import type { Agreement } from '../document/agreement.ts';
import { appendItems } from '../edits/list.ts';
import { isRefusal } from '../edits/refusal.ts';
import { scalarText } from '../edits/scalar.ts';
import type { Value } from '../text/value.ts';
import type { Check, Fix } from './check.ts';

/** A longer list of fixes is no help. */
const MOST_OFFERED = 4;

/** People who answer for something and stand on no side, in an agreement whose parties list their people. */
export const ownerNotOfParty: Check = {
  id: 'owner-not-of-party',
  title: 'Somebody answers for something and belongs to no party',
  severity: 'information',
  dependsOn: 'document',
  structural: true,
  run(ledger, report) {
    const { agreement, parties } = ledger;
    const { terms } = agreement;
    if (!terms.parties.some(({ people }) => people.length > 0)) return;
    const loose = terms.people.filter(({ key }) => parties.of(key.value) === undefined);
    if (loose.length === 0) return;
    const owners = firstOwned(ledger);
    for (const { key, value } of loose) {
      const owned = owners.get(key.value);
      if (!owned) continue;
      report({
        at: key,
        args: { name: value?.name?.value ?? key.value },
        item: { kind: 'person', id: key.value },
        related: [{ at: owned, message: 'owner-not-of-party/owned' }],
        fixes: () => joining(agreement, key.value),
      });
    }
  },
};

/** Where each person is first named as the one who answers for something. */
function firstOwned({ agreement, actions }: Ledger): ReadonlyMap<string, Value<string>> {
  const { owner, notice, negotiations, milestones, risks } = agreement.terms;
  const found = new Map<string, Value<string>>();
  const add = (one: Value<string> | undefined) => {
    if (one && !found.has(one.value)) found.set(one.value, one);
  };
  add(owner);
  add(notice?.owner);
  for (const negotiation of negotiations) add(negotiation.owner);
  for (const milestone of milestones) for (const one of milestone.owner) add(one);
  for (const risk of risks) add(risk.owner);
  for (const { item } of actions) for (const one of item.action.owners) add(one);
  return found;
}

function joining({ text, terms }: Agreement, handle: string): Fix[] {
  if (terms.parties.length > MOST_OFFERED) return [];
  return terms.parties.flatMap(({ id, source }) => {
    const edit = appendItems(text, source, 'people', [scalarText(handle, 'flow')]);
    if (!id || isRefusal(edit)) return [];
    return [{ title: 'fix/join-party', args: { name: handle, party: id.value }, edits: [edit] }];
  });
}
