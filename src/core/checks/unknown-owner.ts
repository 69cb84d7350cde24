import type { Ledger } from '../commitments/ledger.ts';
import type { Value } from '../text/value.ts';
import type { Check, ItemRef } from './check.ts';
import { milestoneRef, refOf } from './item.ts';
import { Names, renaming, sameWord } from './nearest.ts';

/** Names of people and parties that the agreement does not list. */
export const unknownOwner: Check = {
  id: 'unknown-owner',
  title: 'A name is neither a person nor a party of the agreement',
  severity: 'warning',
  dependsOn: 'document',
  run(ledger, report) {
    const { agreement, parties, configuration } = ledger;
    const { people } = agreement.terms;
    const handles = new Set([...people, ...configuration.vocabulary].map(({ key }) => key.value));
    let names: Names | undefined;
    const tell = (at: Value<string>, args: { kind: string; party?: string }, item?: ItemRef) => {
      names ??= new Names([...handles, ...parties.all]);
      const called = people.find(({ value }) => value?.name && sameWord(value.name.value, at.value));
      const meant = called?.key.value ?? names.nearest(at.value);
      const fixes = renaming(agreement.text, at, at.value, meant);
      report({ at, args: { name: at.value, ...args }, fixes, ...(item && { item }) });
    };
    namedPeople(ledger, (at, item) => {
      if (!parties.knows(at.value)) tell(at, { kind: 'unknown' }, item?.());
    });
    if (people.length === 0) return;
    for (const { id, people: members } of agreement.terms.parties)
      for (const member of members)
        if (!handles.has(member.value))
          tell(member, { kind: 'unlisted', party: id?.value ?? '…' }, { kind: 'party', id: id?.value ?? '' });
  },
};

/** Visits every place that names somebody who answers for something, with a way to the item that it belongs to. */
function namedPeople(
  { agreement, commitments }: Ledger,
  visit: (at: Value<string>, item?: () => ItemRef) => void,
): void {
  const { owner, notice, negotiations, milestones, risks, governance } = agreement.terms;
  if (owner) visit(owner);
  if (notice?.owner) visit(notice.owner, () => ({ kind: 'notice', id: 'notice' }));
  for (const { id, owner: one } of negotiations)
    if (one) visit(one, () => ({ kind: 'negotiation', id: id?.value ?? '' }));
  for (const milestone of milestones) {
    const { owner: owners, to, accepts, blocked } = milestone;
    const item = () => milestoneRef(milestone);
    for (const one of owners) visit(one, item);
    for (const one of to) visit(one, item);
    if (accepts) visit(accepts, item);
    if (blocked?.on) visit(blocked.on, item);
  }
  for (const { id, owner: one } of risks) if (one) visit(one, () => ({ kind: 'risk', id: id?.value ?? '' }));
  for (const { value } of governance?.decisionRights ?? []) for (const one of value ?? []) visit(one);
  for (const one of governance?.changeApproval ?? []) visit(one);
  for (const { to } of governance?.escalation ?? []) if (to) visit(to);
  for (const commitment of commitments)
    if (commitment.item.kind === 'action')
      for (const one of commitment.item.action.owners) visit(one, () => refOf(commitment));
}
