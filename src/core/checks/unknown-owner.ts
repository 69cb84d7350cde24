import type { Ledger } from '../commitments/ledger.ts';
import type { Terms } from '../schema/agreement.ts';
import type { Value } from '../text/value.ts';
import type { Check, ItemRef, Report } from './check.ts';
import { itemRef, milestoneRef, refOf } from './item.ts';
import { Names, renaming, sameWord } from './nearest.ts';

/** Names of people and parties that the agreement does not list. */
export const unknownOwner: Check = {
  id: 'unknown-owner',
  title: 'A name is neither a person nor a party of the agreement',
  severity: 'warning',
  dependsOn: 'document',
  visit(ledger, report) {
    const { parties } = ledger;
    const tell = teller(ledger, report);
    const look = (at: Value<string> | undefined, item: () => ItemRef) => {
      if (at && !parties.knows(at.value)) tell(at, { kind: 'unknown' }, item());
    };
    return {
      milestone({ milestone }) {
        const { owner: owners, to, accepts, blocked } = milestone;
        const item = () => milestoneRef(milestone);
        for (const one of owners) look(one, item);
        for (const one of to) look(one, item);
        look(accepts, item);
        look(blocked?.on, item);
      },
      action({ owners }, commitment) {
        for (const one of owners) look(one, () => refOf(commitment));
      },
    };
  },
  run(ledger, report) {
    const { agreement, parties } = ledger;
    const { people } = agreement.terms;
    const tell = teller(ledger, report);
    namedElsewhere(agreement.terms, (at, item) => {
      if (!parties.knows(at.value)) tell(at, { kind: 'unknown' }, item);
    });
    if (people.length === 0) return;
    const handles = handlesOf(ledger);
    for (const party of agreement.terms.parties)
      for (const member of party.people)
        if (!handles.has(member.value))
          tell(member, { kind: 'unlisted', party: party.id?.value ?? '…' }, itemRef('party', party));
  },
};

function teller(ledger: Ledger, report: Report) {
  const { people } = ledger.agreement.terms;
  let names: Names | undefined;
  return (at: Value<string>, args: { kind: string; party?: string }, item?: ItemRef) => {
    const meant = () => {
      names ??= new Names([...handlesOf(ledger), ...ledger.parties.all]);
      const called = people.find(({ value }) => value?.name && sameWord(value.name.value, at.value));
      return called?.key.value ?? names.nearest(at.value);
    };
    report({
      at,
      args: { name: at.value, ...args },
      fixes: (text) => renaming(text, at, at.value, meant()),
      ...(item && { item }),
    });
  };
}

function handlesOf({ agreement, configuration }: Ledger): ReadonlySet<string> {
  return new Set([...agreement.terms.people, ...configuration.vocabulary].map(({ key }) => key.value));
}

/** Visits every place outside of milestones and action items that names somebody who answers for something. */
function namedElsewhere(
  { owner, notice, negotiations, risks, governance }: Terms,
  visit: (at: Value<string>, item?: ItemRef) => void,
): void {
  if (owner) visit(owner);
  if (notice?.owner) visit(notice.owner, { kind: 'notice', id: 'notice' });
  for (const talks of negotiations) if (talks.owner) visit(talks.owner, itemRef('negotiation', talks));
  for (const risk of risks) if (risk.owner) visit(risk.owner, itemRef('risk', risk));
  for (const { value } of governance?.decisionRights ?? []) for (const one of value ?? []) visit(one);
  for (const one of governance?.changeApproval ?? []) visit(one);
  for (const { to } of governance?.escalation ?? []) if (to) visit(to);
}
