import { type Day, parseDay } from '../../../src/core/calendar/day.ts';
import type { Standing } from '../../../src/core/report/words.ts';

/** A day by its date. */
export const day = (text: string): Day => parseDay(text)!;
/** The day on which the words are asked for. */
export const TODAY = day('2026-11-27');

/** A milestone that is due in a month, changed as a test needs it. */
export function standing(changes: Partial<Standing> = {}): Standing {
  return {
    kind: 'milestone',
    title: 'Four moulds running',
    state: 'open',
    daysLate: 0,
    due: day('2026-12-27'),
    blocked: false,
    waiting: false,
    provisional: false,
    atRisk: false,
    acceptance: false,
    ...changes,
  };
}
