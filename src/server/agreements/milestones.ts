import { formatDay } from '../../core/calendar/day.ts';
import type { Commitment } from '../../core/commitments/commitment.ts';
import type { Plan } from '../../core/commitments/plan.ts';
import { isSettled } from '../../core/commitments/state.ts';
import { figuresOf, type Parts } from '../../core/portfolio/overview.ts';
import { type Branch, itemValue, keyed, type Sight, titleOf } from './branch.ts';
import type { MilestoneRow } from './protocol.ts';

/** The milestones of an agreement in the order of its file; below each, what is owed of it and what it waits for. */
export function milestoneBranches(sight: Sight, { milestones }: Parts): readonly Branch[] {
  const keys = keyed(milestones.keys(), ({ milestone }) => milestone.id);
  return [...milestones].map(([plan, owed]) => ({
    key: keys.get(plan)!,
    row: (id) => milestoneRow(id, sight, plan, owed, milestones),
    below: () => [
      ...occurrencesOf(owed).map((one) => occurrence(one, sight)),
      ...plan.predecessors.map((one) => predecessor(keys.get(one)!, milestones.get(one)![0]!, sight)),
    ],
  }));
}

/** The open occurrences of a series, where they are several. */
function occurrencesOf(owed: readonly Commitment[]): readonly Commitment[] {
  const open = owed.filter((one) => !isSettled(one));
  return open.length > 1 ? open : [];
}

function occurrence(commitment: Commitment, sight: Sight): Branch {
  const day = commitment.occurrence === undefined ? '' : formatDay(commitment.occurrence);
  return { key: `on ${day}`, row: () => sight.commitment(commitment) };
}

function predecessor(key: string, commitment: Commitment, sight: Sight): Branch {
  return {
    key: `after ${key}`,
    row: (id) => ({ type: 'predecessor', id, commitment: sight.commitment(commitment) }),
  };
}

function milestoneRow(
  id: string,
  sight: Sight,
  plan: Plan,
  owed: readonly Commitment[],
  milestones: Parts['milestones'],
): MilestoneRow {
  const { milestone, predecessors } = plan;
  const { ledger } = sight.entry;
  const { open, late, next } = figuresOf(ledger, owed);
  const first = owed.find((one) => !isSettled(one)) ?? owed.at(-1);
  const single = open > 1 ? undefined : first;
  const waitsFor = single?.waiting
    ? predecessors.filter((one) => milestones.get(one)!.some((each) => !isSettled(each)))
    : [];
  const progress = milestone.progress?.value;
  return {
    type: 'milestone',
    id,
    ...sight.place(itemValue(milestone)),
    itemId: milestone.id?.value ?? '',
    title: titleOf(milestone),
    ...(single && { commitment: sight.commitment(single) }),
    ...(first && { state: first.state }),
    open,
    late,
    ...(next !== undefined && { next: formatDay(next) }),
    today: formatDay(ledger.today),
    waitsFor: waitsFor.map((one) => one.milestone.id?.value ?? titleOf(one.milestone)),
    recurs: milestone.every !== undefined,
    ...(progress !== undefined && { progress }),
    expandable: open > 1 || predecessors.length > 0,
  };
}
