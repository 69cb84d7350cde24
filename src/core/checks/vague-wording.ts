import type { Milestone } from '../schema/agreement.ts';
import { Value } from '../text/value.ts';
import type { Check } from './check.ts';
import { milestoneRef, openPlans, refOf } from './item.ts';

/** Words that promise nothing that can be verified, by what is to be written instead. A short list: each is plain. */
const VAGUE = {
  day: ['as soon as possible', 'as soon as practicable', 'asap', 'in due course', 'in a timely manner'],
  frequency: ['regularly', 'periodically', 'from time to time', 'on a regular basis'],
  deed: ['try to', 'tries to', 'attempt to', 'strive to', 'strives to'],
  condition: [
    'if possible',
    'where possible',
    'as appropriate',
    'where appropriate',
    'as needed',
    'if needed',
  ],
  rest: ['and so on', 'and so forth', 'among others', 'etc'],
} as const;

const insteadOf = new Map(
  Object.entries(VAGUE).flatMap(([instead, words]) =>
    words.map((word) => [word as string, instead] as const),
  ),
);
const WORDS = new RegExp(`(?<![\\p{L}\\d])(?:${[...insteadOf.keys()].join('|')})(?![\\p{L}\\d])`, 'iu');

/** Titles, indicators and action items that leave open what is promised. In clauses such words are terms of art. */
export const vagueWording: Check = {
  id: 'vague-wording',
  title: 'A promise is worded vaguely',
  severity: 'information',
  dependsOn: 'document',
  structural: true,
  run(ledger, report) {
    for (const { milestone } of openPlans(ledger))
      for (const at of vagueIn(milestone))
        report({ at, args: argsOf(at.value), item: milestoneRef(milestone) });
    for (const commitment of ledger.commitments) {
      const { item, state } = commitment;
      if (item.kind !== 'action' || state === 'done' || state === 'cancelled') continue;
      const at = vaguePart(item.action.text);
      if (at) report({ at, args: argsOf(at.value), item: refOf(commitment) });
    }
  },
};

function argsOf(words: string): { readonly instead: string; readonly words: string } {
  return { instead: insteadOf.get(words.toLowerCase()) ?? 'deed', words };
}

/** A milestone is searched once; as long as it is the same object, its words are the same. */
const searched = new WeakMap<Milestone, readonly Value<string>[]>();
const NONE: readonly never[] = [];

function vagueIn(milestone: Milestone): readonly Value<string>[] {
  const known = searched.get(milestone);
  if (known) return known;
  const { title, indicator } = milestone;
  const found: Value<string>[] = [];
  for (const text of [title, indicator]) {
    const at = text && vaguePart(text);
    if (at) found.push(at);
  }
  searched.set(milestone, found.length > 0 ? found : NONE);
  return found;
}

/** The first vague words of a text; where escapes or folds make it longer in the file, the whole of it stands for them. */
function vaguePart(text: Value<string>): Value<string> | undefined {
  const match = WORDS.exec(text.value);
  if (!match) return undefined;
  const [words] = match;
  const quotes = text.to - text.from - text.value.length;
  if (quotes !== 0 && quotes !== 2) return new Value(words, text.place, text.from, text.to);
  const from = text.from + quotes / 2 + match.index;
  return new Value(words, text.place, from, from + words.length);
}
