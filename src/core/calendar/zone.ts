import { Temporal } from 'temporal-polyfill';
import { type Day, dayOf } from './day.ts';

const known = new Set<string>();

/**
 * Whether a text names a time zone of the IANA database that this machine knows (`Europe/Madrid`, `UTC`,
 * `Etc/GMT+12`), in any case. Offsets such as `+02:00` are none: they know nothing of summer time.
 */
export function isTimeZone(text: string): boolean {
  if (known.has(text)) return true;
  // Temporal also takes offsets and whole ISO 8601 strings for zones.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(text)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
  } catch {
    return false;
  }
  known.add(text);
  return true;
}

/** The second in which a zone was asked for last, and the day that it was in it: days begin with whole seconds. */
const last = new Map<string, { readonly second: number; readonly day: Day }>();

/**
 * The day that it is in a zone at a moment, in milliseconds since 1970-01-01T00:00Z.
 * @throws RangeError when `isTimeZone(zone)` is false, or the moment is outside the years 1 to 9999.
 */
export function dayInZone(epochMs: number, zone: string): Day {
  const second = Math.floor(epochMs / 1000);
  const known = last.get(zone);
  if (known?.second === second) return known.day;
  const { year, month, day } = zonedAt(epochMs, zone);
  const found = dayOf(year, month, day);
  if (found === undefined) throw new RangeError('The moment is outside the years 1 to 9999');
  last.set(zone, { second, day: found });
  return found;
}

/**
 * The first moment of the next day in a zone, after `epochMs`; both in milliseconds since 1970-01-01T00:00Z. That
 * is not always midnight (Santiago, 2026-09-06 begins at 01:00), nor on the next date (Apia has no 2011-12-30).
 * @throws RangeError when `isTimeZone(zone)` is false.
 */
export function startOfNextDay(epochMs: number, zone: string): number {
  const tomorrow = zonedAt(epochMs, zone).toPlainDate().add({ days: 1 });
  const start = tomorrow.toZonedDateTime(zone).epochMilliseconds;
  if (start > epochMs) return start;
  // Clocks that go back over midnight bring the old day back for a while: then its second end is meant.
  return tomorrow.toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
}

function zonedAt(epochMs: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs)).toZonedDateTimeISO(zone);
}
