import type { State } from '../commitments/commitment.ts';
import { english, type Messages, sentence } from '../messages.ts';
import type { Entry } from '../portfolio/entry.ts';
import type { DueBucket, Group, Grouping, Row } from '../portfolio/query.ts';
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
  const titled = groups.map((group) => ({ group, title: titleOf(group, grouping) }));
  titled.sort(
    (a, b) =>
      Number(a.group.key === '') - Number(b.group.key === '') ||
      alphabet.compare(a.title, b.title) ||
      (a.group.key < b.group.key ? -1 : 1),
  );
  return titled.map(({ group }) => group);
}

const titles = new WeakMap<Group, string>();

/** A group's title: to find it, all of the group's agreements may be looked at. */
function titleOf(group: Group, grouping: Grouping): string {
  const title = titles.get(group) ?? groupTitle(group, grouping);
  titles.set(group, title);
  return title;
}

const alphabet = new Intl.Collator('en', { numeric: true });

/** The title of a group, as people call it: `Judit Vass`, `Supply of jars`, `Next 7 days`, `Nobody`. */
export function groupTitle({ key, rows }: Group, grouping: Grouping, messages: Messages = english): string {
  if (grouping === 'due') return bucketWord(key as DueBucket, messages);
  if (grouping === 'state') return capitalised(stateWord(key as State, messages));
  const entry = rows[0]!.entry;
  if (grouping === 'agreement') return entry.title;
  return key === '' ? sentence('report/nobody', { grouping }, messages) : nameAmong(key, rows);
}

/** A handle's name in the first agreement, by its URI, that has one: which row comes first changes from day to day. */
function nameAmong(handle: string, rows: readonly Row[]): string {
  let best: { readonly uri: string; readonly name: string } | undefined;
  const seen = new Set<Entry>();
  for (const { entry } of rows) {
    if (seen.has(entry) || (best && entry.uri >= best.uri)) continue;
    seen.add(entry);
    const name = nameOf(handle, entry);
    if (name !== handle) best = { uri: entry.uri, name };
  }
  return best?.name ?? handle;
}
