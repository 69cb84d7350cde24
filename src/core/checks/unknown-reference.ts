import type { Ledger } from '../commitments/ledger.ts';
import type { Milestone } from '../schema/agreement.ts';
import type { Value } from '../text/value.ts';
import type { Check, ItemRef, Report } from './check.ts';
import { countedDays } from './expressions.ts';
import { itemRef, milestoneRef, nameOf } from './item.ts';
import { Names, partOf, renaming } from './nearest.ts';
import { strangeDays } from './strange-days.ts';

/** What a name is expected to be. */
type Wanted = 'objective' | 'milestone' | 'party' | 'anchor';

/** Names of items that lead nowhere, or to something that cannot be meant. */
export const unknownReference: Check = {
  id: 'unknown-reference',
  title: 'A reference leads nowhere',
  severity: 'warning',
  dependsOn: 'document',
  visit(ledger, report) {
    const { objectives } = ledger.agreement.terms;
    const refer = referrer(ledger, report);
    return {
      milestone({ milestone }) {
        const { objective } = milestone;
        if (objective) refer(objective, objective.value, 'objective', milestoneRef(milestone));
      },
      follows: objectives.map(({ id }) => id?.value),
    };
  },
  run(ledger, report) {
    const { agreement, schedule } = ledger;
    const { objectives, milestones, risks } = agreement.terms;
    const refer = referrer(ledger, report);
    for (const objective of objectives) {
      const { party } = objective;
      if (party) refer(party, party.value, 'party', itemRef('objective', objective));
    }
    for (const { milestone } of schedule.bound) {
      for (const one of milestone.after) {
        const other = schedule.milestone(one.value);
        if (!other) refer(one, one.value, 'milestone', milestoneRef(milestone));
        else inSeries(other.milestone, one, report, milestoneRef(milestone));
      }
    }
    for (const risk of risks)
      for (const one of risk.affects) refer(one, one.value, 'milestone', itemRef('risk', risk));
    for (const { at, expression, item } of countedDays(ledger)) {
      const { anchor } = expression;
      const other = schedule.milestone(anchor);
      if (other && !other.milestone.every) continue;
      const place = partOf(agreement.text, at, anchor);
      if (other) inSeries(other.milestone, place, report, item);
      else refer(place, anchor, 'anchor', item);
    }
    if (milestones.some(({ every }) => every)) strangeDays(ledger, report);
  },
};

function referrer(ledger: Ledger, report: Report) {
  const known = knownNames(ledger);
  return (at: Value<unknown>, name: string, wanted: Wanted, item: ItemRef) => {
    if (known[wanted].has(name)) return;
    const fixes = (text: string) => renaming(text, at, name, known[wanted].names.nearest(name));
    report({ at, args: { what: wanted, name }, item, fixes });
  };
}

/** A series has no one day to wait for. */
function inSeries(other: Milestone, at: Value<unknown>, report: Report, item: ItemRef): void {
  if (!other.every) return;
  const args = { title: nameOf(other) };
  report({
    at,
    args: { ...args, what: 'recurring' },
    item,
    related: [{ at: other.every, message: 'unknown-reference/every', args }],
  });
}

/** The names that there are, by what they name; the ones to compare with are put in order only where one is missing. */
function knownNames({ agreement, schedule, parties }: Ledger) {
  const { objectives, milestones } = agreement.terms;
  const ids = (items: readonly { readonly id?: Value<string> }[]) =>
    items.flatMap(({ id }) => (id ? [id.value] : []));
  const isObjective = new Set(ids(objectives));
  const anchors = ['signed', 'effective', 'expires'];
  return {
    objective: lazily(
      (name) => isObjective.has(name),
      () => isObjective,
    ),
    milestone: lazily(
      (name) => schedule.milestone(name) !== undefined,
      () => ids(milestones),
    ),
    party: lazily(
      (name) => parties.all.length === 0 || parties.all.includes(name),
      () => parties.all,
    ),
    anchor: lazily(
      (name) => anchors.includes(name),
      () => [...anchors, ...ids(milestones)],
    ),
  } satisfies Record<Wanted, unknown>;
}

function lazily(has: (name: string) => boolean, all: () => Iterable<string>) {
  let names: Names | undefined;
  return {
    has,
    get names(): Names {
      names ??= new Names(all());
      return names;
    },
  };
}
