import type { Check } from './check.ts';
import { milestoneRef, nameOf } from './item.ts';

/** Words that add nothing to what a title says. The list is English; in other languages they count as said. */
const EMPTY = new Set(
  (
    'a an the this that it its is are was were be been has have had will of to in on at by for with from and ' +
    'done complete completed finished achieved reached'
  ).split(' '),
);

/** Milestones whose indicator says no more than the title, so that nobody knows what to look at. */
export const indicatorRepeatsTitle: Check = {
  id: 'indicator-repeats-title',
  title: 'An indicator says no more than the title',
  // Some titles can be verified as they stand, such as “Lease signed”, so this is never more than a hint.
  severity: 'hint',
  dependsOn: 'document',
  visit(_ledger, report) {
    return {
      open({ milestone }) {
        const { title, indicator, metric, target } = milestone;
        if (!title || !indicator || (metric && target) || !repeats(indicator.value, title.value)) return;
        report({ at: indicator, args: { title: nameOf(milestone) }, item: milestoneRef(milestone) });
      },
    };
  },
};

function repeats(indicator: string, title: string): boolean {
  const said = wordsOf(title);
  const indicated = wordsOf(indicator);
  return (
    said.length > 0 &&
    indicated.length > 0 &&
    indicated.every((word) => EMPTY.has(word) || said.some((other) => isForm(word, other)))
  );
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** Whether two words are forms of one, as far as their beginnings tell: deliver, delivered, delivery. */
function isForm(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return a === b || (same >= 4 && !/\d/.test(a) && a.length - same <= 3 && b.length - same <= 3);
}
