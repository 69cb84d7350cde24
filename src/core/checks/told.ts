import type { Problem } from '../document/problem.ts';
import { range } from '../text/range.ts';
import type { Value } from '../text/value.ts';
import type { Fix, Reported } from './check.ts';

/**
 * Suggestions that only write the same thing as the format does, so that nothing is guessed. Of the others each is
 * for its author to take: 2026-11-31 may have been the 30th, or December.
 */
const CERTAIN: ReadonlySet<string> = new Set([
  'at-sign',
  'block-sign',
  'inner-quote',
  'missing-count',
  'missing-space',
  'missing-spaces',
  'money-comma',
  'money-symbol',
  'not-a-choice',
  'not-a-flag',
  'not-a-handle',
  'not-a-number',
  'not-a-period',
  'not-iso',
  'not-money',
  'percent-sign',
  'reserved-sign',
  'reversed',
  'second-colon',
  'signed-count',
  'text-after-quote',
  'unknown-unit',
  'wrong-sign',
]);

/** A word and the words behind it, where a colon was forgotten between them; they must be able to stand as a value. */
const WORDS = /^((?:- +)*[a-z][a-z-]*) +([\p{L}\p{N}].*)$/u;

/** What the finding of a problem says, in an agreement or in `.parley.yaml`, and the fix that it suggests. */
export function told({ code, at, args, suggestion }: Problem): Pick<Reported, 'at' | 'args' | 'fixes'> {
  if (code === 'duplicate-key') return { at, args };
  if (code === 'unknown-key') return { at, args, fixes: () => renaming(at, args, suggestion) };
  const { reason = '' } = args;
  const words = reason === 'missing-colon' ? WORDS.exec(at.value) : undefined;
  const better = words ? `${words[1]}: ${words[2]}` : suggestion;
  return { at, args: { ...args, text: at.value }, fixes: (text) => replacement(text, at, reason, better) };
}

/** The fix that writes a suggestion in place of what stands there; none where there is none. */
export function replacement(
  text: string,
  at: Value<unknown>,
  reason: string,
  suggestion: string | undefined,
): Fix[] {
  const { start, end } = at.range;
  const whole = text.slice(start, end);
  const isBlock = /^[|>]/.test(whole);
  // The end of a block scalar's last line stays. A comment behind its sign would have no place any more.
  const written = isBlock ? whole.trimEnd() : whole;
  if (suggestion === undefined || (isBlock && /^[^\n]*#/.test(written))) return [];
  const edits = [{ range: range(start, start + written.length), newText: suggestion }];
  const fix: Fix = { title: 'fix/replace', args: { text: suggestion }, edits };
  return [CERTAIN.has(reason) ? { ...fix, safe: true } : fix];
}

function renaming(at: Value<string>, args: Problem['args'], suggestion: string | undefined): Fix[] {
  if (suggestion === undefined) return [];
  const edits = [{ range: at.range, newText: suggestion }];
  return [{ title: 'fix/rename-key', args, edits, safe: true }];
}
