import { formatDay } from '../../core/calendar/day.ts';
import type { Commitment } from '../../core/commitments/commitment.ts';
import { figuresOf, type Parts, partsOf, progressOf } from '../../core/portfolio/overview.ts';
import { PARTS, type Part } from '../../core/report/agreement-words.ts';
import type { Branch, Sight } from './branch.ts';
import {
  actionBranches,
  dateBranches,
  isClosed,
  objectiveBranches,
  riskBranches,
  talksBranches,
} from './items.ts';
import { milestoneBranches } from './milestones.ts';
import type { PartRow } from './protocol.ts';

/** What an agreement has, part by part; those that are empty are left out. */
export function partBranches(sight: Sight): readonly Branch[] {
  const parts = partsOf(sight.entry.ledger);
  const items: Record<Part, readonly Branch[]> = {
    objectives: objectiveBranches(sight),
    milestones: milestoneBranches(sight, parts),
    actions: actionBranches(sight, parts),
    risks: riskBranches(sight, parts),
    talks: talksBranches(sight, parts),
    dates: dateBranches(sight, parts),
  };
  return PARTS.filter((part) => items[part].length > 0).map((part) => ({
    key: part,
    row: (id) => partRow(id, part, items[part].length, sight, parts),
    below: () => items[part],
  }));
}

function partRow(id: string, part: Part, count: number, { entry }: Sight, parts: Parts): PartRow {
  const { agreement, ledger } = entry;
  const { next, ...figures } = figuresOf(ledger, commitmentsOf(part, parts));
  const progress = progressOf(ledger);
  return {
    type: 'part',
    id,
    part,
    count,
    ...figures,
    ...(part === 'risks' && { open: agreement.terms.risks.filter((risk) => !isClosed(risk)).length }),
    ...(next !== undefined && { next: formatDay(next) }),
    ...(part === 'milestones' && progress.total > 0 && { progress }),
    today: formatDay(ledger.today),
  };
}

function commitmentsOf(part: Part, parts: Parts): readonly Commitment[] {
  const { milestones, actions, reviews, debriefs, checkIn, notice, expiry } = parts;
  const owed: Record<Part, readonly (Commitment | undefined)[]> = {
    objectives: [],
    milestones: [...milestones.values()].flat(),
    actions,
    risks: [...reviews.values()],
    talks: [...debriefs.values()],
    dates: [checkIn, notice, expiry],
  };
  return owed[part].filter((one) => one !== undefined);
}
