import type { Commitment } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import { isCancelled, isDone } from '../commitments/plan.ts';
import { hasEnded } from '../commitments/state.ts';
import type { Milestone } from '../schema/agreement.ts';
import type { Source } from '../schema/type.ts';
import { Value } from '../text/value.ts';
import type { ItemRef } from './check.ts';

/** How findings name a commitment's item. */
export function refOf({ kind, id }: Commitment): ItemRef {
  return { kind, id };
}

/** How findings name an item of the frontmatter; one without an id has an empty one. */
export function itemRef(kind: ItemRef['kind'], { id }: Pick<Milestone, 'id'>): ItemRef {
  return { kind, id: id?.value ?? '' };
}

/** How findings name a milestone. */
export function milestoneRef(milestone: Milestone): ItemRef {
  return itemRef('milestone', milestone);
}

/** What people call an item: its title, else its id. */
export function nameOf({ title, id }: Pick<Milestone, 'title' | 'id'>): string {
  return title?.value ?? id?.value ?? '…';
}

/** Where findings about a whole item stand: at its title, else its id, else all of it. */
export function placeOf({ title, id, source }: Pick<Milestone, 'title' | 'id' | 'source'>): Value<unknown> {
  return title ?? id ?? new Value(undefined, source.place, source.from, source.to);
}

/** Where a key of a record stands, whatever its value; undefined where the record does not have it. */
export function keyPlace({ keys, place, aliased }: Source, name: string): Value<string> | undefined {
  const found = aliased ? undefined : keys.find((key) => key.name === name);
  return found && new Value(found.key.text, place, found.key.from, found.key.to);
}

/** Whether a milestone is still owed: neither done nor called off, nor ended with the agreement. */
export function isOwed(milestone: Milestone, { agreement }: Ledger): boolean {
  if (isDone(milestone) || isCancelled(milestone)) return false;
  return !hasEnded(agreement) || milestone.survives?.value === true;
}

/** What people call a commitment: its title, or that of the talks or the risk that it is about. */
export function calledBy({ item, id, title }: Commitment): string {
  if (item.kind === 'debrief') return item.negotiation.topic?.value ?? id;
  if (item.kind === 'risk-review') return nameOf(item.risk);
  return title || '…';
}
