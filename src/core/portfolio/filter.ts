import type { Day } from '../calendar/day.ts';
import { isFailure } from '../calendar/failure.ts';
import { parseTypedDay } from '../calendar/typed.ts';
import type { Commitment, Kind, State } from '../commitments/commitment.ts';
import { isSettled } from '../commitments/state.ts';
import type { Entry } from './entry.ts';

/** Which commitments are asked for: each condition that is given must hold, by any of its values. */
export interface Filter {
  /** Handles, as accountable owner or in support; an empty one asks for what nobody owns. */
  readonly owners?: readonly string[];
  /** Whoever looks, by handles or e-mail addresses: what is theirs, as accountable owner or in support. */
  readonly mine?: readonly string[];
  /** Handles of those who owe it; an empty one asks for what no party owes. */
  readonly parties?: readonly string[];
  readonly states?: readonly State[];
  readonly kinds?: readonly Kind[];
  /** Tags of the agreement or of the action item itself, in any case. */
  readonly tags?: readonly string[];
  readonly due?: Period;
  /** Words that must all stand in the title, the ids, the owner, the agreement's title or the tags; any case. */
  readonly text?: string;
  /** Whether what is done or cancelled is asked for too. States say so by themselves. */
  readonly settled?: boolean;
}

/** A stretch of time in which something is due, its ends included; without a start it reaches back to what is late. */
export interface Period {
  readonly from?: Limit;
  readonly until?: Limit;
}

/** A day; or a day as people type it, such as `+2 weeks` or `end of quarter`, read anew each day. */
export type Limit = Day | string;

/** Decides for the commitments of one agreement after another which ones a filter lets through. */
export function filtering(filter: Filter): (entry: Entry) => (commitment: Commitment) => boolean {
  const { owners, mine, parties, states, kinds, due, settled } = filter;
  const tags = filter.tags && new Set(filter.tags.map(folded));
  const words = folded(filter.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return (entry) => {
    const me = mine && handlesOf(mine, entry);
    const isDue = due && within(due, entry);
    return (commitment) => {
      const { state, party, kind } = commitment;
      if (states ? !states.includes(state) : !settled && isSettled(commitment)) return false;
      if (owners && !isOwned(commitment, owners)) return false;
      if (me && !isOwned(commitment, me)) return false;
      if (parties && !parties.includes(party ?? '')) return false;
      if (kinds && !kinds.includes(kind)) return false;
      if (isDue && !isDue(commitment)) return false;
      if (tags && !tagsOf(commitment, entry).some((tag) => tags.has(folded(tag)))) return false;
      if (words.length === 0) return true;
      const text = folded(textOf(commitment, entry));
      return words.every((word) => text.includes(word));
    };
  };
}

/** The tags that a commitment is found by: those of its agreement and, of an action item, its own. */
export function tagsOf(commitment: Commitment, entry: Entry): readonly string[] {
  return [...entry.tags, ...commitment.tags];
}

/** A text in the form in which it is compared. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function isOwned({ owner, support }: Commitment, handles: readonly string[]): boolean {
  return handles.some((handle) => handle === (owner ?? '') || support.includes(handle));
}

/** Handles and e-mail addresses as the handles that they are in an agreement. */
function handlesOf(mine: readonly string[], { parties }: Entry): readonly string[] {
  const asked = mine.map(folded).filter(Boolean);
  return [...asked, ...parties.mailedAt(new Set(asked))];
}

function within({ from, until }: Period, entry: Entry): (commitment: Commitment) => boolean {
  const [first, last] = [dayOfLimit(from, entry), dayOfLimit(until, entry)];
  return ({ due }) =>
    due !== undefined && (first === undefined || due >= first) && (last === undefined || due <= last);
}

/** The day of a limit; undefined for none. Words that lead to no day let nothing through. */
function dayOfLimit(limit: Limit | undefined, { today, calendar }: Entry): number | undefined {
  if (typeof limit !== 'string') return limit;
  const read = parseTypedDay(limit, { today, calendar });
  return !isFailure(read) && read.kind === 'day' ? read.day : Number.NaN;
}

function textOf(commitment: Commitment, entry: Entry): string {
  const { title, id, owner } = commitment;
  const name = owner === undefined ? '' : entry.parties.nameOf(owner);
  const tags = tagsOf(commitment, entry).map((tag) => `#${tag}`);
  return [title, id, owner, name, entry.title, entry.id, ...tags].join(' ');
}
