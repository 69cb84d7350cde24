/** The units of time of the format. `working day` is read as `business day`, a quarter (periods only) as 3 months. */
export type SpanUnit = 'day' | 'business day' | 'week' | 'month' | 'year';

/** The units as they are written, for a regular expression with the flag `i`. */
export const UNIT_PATTERN = '(?:business|working)[ \\t]+days?|days?|weeks?|months?|years?';

const UNIT = new RegExp(`^(?:${UNIT_PATTERN})$`, 'i');

/** The unit that a word of the format names, in any case, singular or plural; undefined for any other word. */
export function unitOf(word: string): SpanUnit | undefined {
  if (!UNIT.test(word)) return undefined;
  const unit = word.toLowerCase().replace(/s$/, '');
  return /\s/.test(unit) ? 'business day' : (unit as SpanUnit);
}
