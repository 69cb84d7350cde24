import type { Day } from '../core/calendar/day.ts';
import { dayInZone, isTimeZone } from '../core/calendar/zone.ts';
import type { Clock } from '../core/portfolio/rules.ts';

/** The clock of this machine as it stands now, or one that stands still at a day. */
export function systemClock(today: Day | undefined): Clock {
  const now = Date.now();
  const local = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { now: () => now, zone: isTimeZone(local) ? local : 'UTC', ...(today !== undefined && { today }) };
}

/** What a clock says is today in a zone. */
export function dayOf(clock: Clock, zone: string): Day {
  return clock.today ?? dayInZone(clock.now(), zone);
}
