import { formatDay } from '../calendar/day.ts';
import type { Commitment } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import { isDraft } from '../commitments/state.ts';
import { sentence } from '../messages.ts';
import { ourParty } from './counterparties.ts';
import { inlineText } from './markdown.ts';
import type { Snippet } from './snippet.ts';

/** More of one side than this is a list for another place. */
const MOST_OWED = 10;

interface Owed {
  readonly ledger: Ledger;
  readonly commitment: Commitment;
}

/**
 * What each side still owes, as lists under bold leads, the late first: “We owe” and “They owe” or, where nobody says
 * who “we” are, each party by its name. Empty where nothing is owed.
 * @param ledger that of the agreement itself; @param others those with the same counterparty
 */
export function owedLists(ledger: Ledger, others: readonly Ledger[]): Snippet {
  const sides = new Map<string, Owed[]>();
  for (const one of [ledger, ...others].flatMap(openIn)) {
    const side = sideOf(one);
    sides.set(side, [...(sides.get(side) ?? []), one]);
  }
  const order = ['we', 'they'].map((side) => sentence(`section/owes/${side}`));
  const ranked = [...sides].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b) || (a < b ? -1 : 1));
  return ranked.flatMap(([side, owed]) => {
    const lines = owed
      .sort(byUrgency)
      .slice(0, MOST_OWED)
      .map((one) => lineOf(one, ledger));
    const left = owed.length - lines.length;
    if (left > 0) lines.push(sentence('section/owed-more', { count: left }));
    return [`**${inlineText(side)}**:\n\n`, ...lines.map((line) => `- ${inlineText(line)}\n`), '\n'];
  });
}

/** Milestones and action items that somebody of a party owes; of a series the first open occurrence. */
function openIn(ledger: Ledger): Owed[] {
  const series = new Set<string>();
  return ledger.commitments
    .filter(({ kind, id, state, party, occurrence }) => {
      if (state === 'done' || state === 'cancelled' || party === undefined) return false;
      if (kind === 'action') return true;
      if (kind !== 'milestone' || isDraft(ledger.agreement) || series.has(id)) return false;
      if (occurrence !== undefined) series.add(id);
      return true;
    })
    .map((commitment) => ({ ledger, commitment }));
}

function sideOf({ ledger, commitment: { party = '' } }: Owed): string {
  const ours = ourParty(ledger);
  if (ours !== undefined) return sentence(`section/owes/${party === ours ? 'we' : 'they'}`);
  return sentence('section/owes/party', { party: ledger.parties.nameOf(party) });
}

function byUrgency({ commitment: a }: Owed, { commitment: b }: Owed): number {
  return b.daysLate - a.daysLate || (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER);
}

function lineOf({ ledger, commitment }: Owed, own: Ledger): string {
  const { kind, id, title, owner = '', due, daysLate } = commitment;
  const where = ledger === own ? '' : `${ledger.agreement.id}: `;
  const what = where + [kind === 'action' || title === id ? '' : id, title].filter(Boolean).join(' ');
  const when = daysLate > 0 ? 'late' : due === undefined ? 'open' : 'due';
  const day = due === undefined ? '' : formatDay(due);
  return sentence('section/owed', {
    what,
    owner: ledger.parties.nameOf(owner),
    when,
    due: day,
    days: daysLate,
  });
}
