import type { State } from '../commitments/commitment.ts';
import { english, type Messages, sentence } from '../messages.ts';
import type { Entry } from '../portfolio/entry.ts';
import type { DueBucket, Group, Grouping } from '../portfolio/query.ts';
import { bucketWord, capitalised, stateWord } from './words.ts';

/** A person or a party as an agreement calls them in full; the handle where it gives no name. */
export function nameOf(handle: string, { parties }: Entry): string {
  return parties.nameOf(handle);
}

/**
 * Groups in an order that stays while what is in them is done, moves and comes back: by their titles, nobody last.
 * For what people work in; a list that is read once begins with whoever has something late.
 */
export function steadily(groups: readonly Group[], grouping: Grouping): readonly Group[] {
  if (grouping === 'due' || grouping === 'state') return groups;
  const titled = groups.map((group) => ({ group, title: groupTitle(group, grouping) }));
  titled.sort(
    (a, b) =>
      Number(a.group.key === '') - Number(b.group.key === '') ||
      alphabet.compare(a.title, b.title) ||
      (a.group.key < b.group.key ? -1 : 1),
  );
  return titled.map(({ group }) => group);
}

const alphabet = new Intl.Collator('en', { numeric: true });

/** The title of a group, as people call it: `Judit Vass`, `Supply of jars`, `Next 7 days`, `Nobody`. */
export function groupTitle(
  { key, rows, named }: Group,
  grouping: Grouping,
  messages: Messages = english,
): string {
  if (grouping === 'due') return bucketWord(key as DueBucket, messages);
  if (grouping === 'state') return capitalised(stateWord(key as State, messages));
  if (grouping === 'agreement') return rows[0]!.entry.title;
  if (key === '') return sentence('report/nobody', { grouping }, messages);
  return named ? nameOf(key, named) : key;
}
