import { isSettled } from '../commitments/state.ts';
import { Value } from '../text/value.ts';
import type { Check } from './check.ts';
import { milestoneRef, refOf } from './item.ts';

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
  visit(_ledger, report) {
    return {
      open({ milestone }) {
        for (const text of [milestone.title, milestone.indicator]) {
          const at = text && vaguePart(text);
          if (at) report({ at, args: argsOf(at.value), item: milestoneRef(milestone) });
        }
      },
      action({ text }, commitment) {
        const at = isSettled(commitment) ? undefined : vaguePart(text);
        if (at) report({ at, args: argsOf(at.value), item: refOf(commitment) });
      },
    };
  },
};

function argsOf(words: string): { readonly instead: string; readonly words: string } {
  return { instead: insteadOf.get(words.toLowerCase()) ?? 'deed', words };
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
