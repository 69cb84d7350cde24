import type { State } from '../commitments/commitment.ts';
import { english, type Messages, sentence } from '../messages.ts';
import type { Entry } from '../portfolio/portfolio.ts';
import type { DueBucket, Group, Grouping } from '../portfolio/query.ts';
import { bucketWord, stateWord } from './words.ts';

/** A person or a party as an agreement calls them in full; the handle where it gives no name. */
export function nameOf(handle: string, { ledger }: Entry): string {
  return ledger.parties.nameOf(handle);
}

/** The title of a group, as people call it: `Judit Vass`, `Supply of jars`, `Next 7 days`, `Nobody`. */
export function groupTitle({ key, rows }: Group, grouping: Grouping, messages: Messages = english): string {
  if (grouping === 'due') return bucketWord(key as DueBucket, messages);
  if (grouping === 'state') return capitalised(stateWord(key as State, messages));
  const entry = rows[0]!.entry;
  if (grouping === 'agreement') return entry.agreement.title;
  return key === '' ? sentence('report/nobody', { grouping }, messages) : nameOf(key, entry);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
