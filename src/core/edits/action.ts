import { type Day, formatDay } from '../calendar/day.ts';
import type { ActionItem } from '../document/body/types.ts';
import type { TextEdit } from '../text/edit.ts';
import { range } from '../text/range.ts';

/** Ticks an action item and notes the day, in the style of its own markers. */
export function tickedItem(action: ActionItem, day: Day): readonly TextEdit[] {
  return [{ range: action.box.range, newText: 'x' }, dateEdit(action, 'done', day)];
}

/**
 * Writes a date of an action item: over the one that counts, readable or not, else as a new marker at the end of its
 * first paragraph.
 */
export function dateEdit(action: ActionItem, kind: 'due' | 'done', day: Day): TextEdit {
  const written = action[kind] ?? action.problems.find((one) => one.of === kind)?.text;
  if (written) return { range: written.range, newText: formatDay(day) };
  const { end } = action.text.range;
  const marker = /[📅✅❌]/u.test(action.text.value) ? `${EMOJI[kind]} ` : `${kind}:`;
  return { range: range(end), newText: ` ${marker}${formatDay(day)}` };
}

/**
 * Puts another mention in place of the first, or at the end of the first paragraph where there is none. Whoever is
 * mentioned behind it already changes places with the first.
 */
export function reassignedAction(action: ActionItem, to: string): readonly TextEdit[] {
  const [first, ...others] = action.owners;
  if (!first) return [{ range: range(action.text.range.end), newText: ` @${to}` }];
  const place = others.find(({ value }) => value === to);
  return [
    { range: first.range, newText: to },
    ...(place ? [{ range: place.range, newText: first.value }] : []),
  ];
}

const EMOJI = { due: '📅', done: '✅' } as const;
