import { type Day, type DayInterval, FIRST_DAY, LAST_DAY } from './day.ts';
import { type Weekday, weekdayOf } from './weekday.ts';

/**
 * What counts as a working day in an agreement. Holidays may overlap and come in any order. A calendar is never
 * changed once it is in use: what is derived from it is kept by its identity.
 */
export interface WorkCalendar {
  readonly workweek: ReadonlySet<Weekday>;
  readonly holidays: readonly DayInterval[];
}

/** Monday to Friday without holidays: what counts when an agreement says nothing. */
export const DEFAULT_CALENDAR: WorkCalendar = { workweek: new Set<Weekday>([1, 2, 3, 4, 5]), holidays: [] };

/**
 * The calendar of something that says itself on which days people work, or when holidays are, or neither: what it does
 * not say is as elsewhere.
 */
export function calendarWith(
  workweek: readonly Weekday[],
  holidays: readonly DayInterval[],
  elsewhere: WorkCalendar,
): WorkCalendar {
  if (workweek.length + holidays.length === 0) return elsewhere;
  return {
    workweek: workweek.length > 0 ? new Set(workweek) : elsewhere.workweek,
    holidays: holidays.length > 0 ? holidays : elsewhere.holidays,
  };
}

/** Whether a day is in the workweek and in no holiday. */
export function isBusinessDay(day: Day, calendar: WorkCalendar): boolean {
  return calendar.workweek.has(weekdayOf(day)) && !isHoliday(day, indexOf(calendar));
}

/**
 * The `count`-th business day from `day`: above 0 it counts from the next day, below 0 from the day before, and 0
 * is the day itself, business day or not. Undefined where the years 1 to 9999 hold too few business days, as with
 * an empty workweek. The cost does not grow with `count`.
 */
export function addBusinessDays(day: Day, count: number, calendar: WorkCalendar): Day | undefined {
  if (count === 0) return day;
  const index = indexOf(calendar);
  const target = count > 0 ? rank(day, index) + count : rank(day - 1, index) + count + 1;
  return select(target, index);
}

/** Business days made countable. Holidays are merged and ascending; `lost[i]` workdays fall in those before the i-th. */
interface BusinessIndex {
  /** How many workdays a week has up to and with each weekday; index 0 is 0, index 7 the whole week. */
  readonly upTo: readonly number[];
  readonly holidays: readonly DayInterval[];
  readonly lost: readonly number[];
}

const indexes = new WeakMap<WorkCalendar, BusinessIndex>();

function indexOf(calendar: WorkCalendar): BusinessIndex {
  let index = indexes.get(calendar);
  if (!index) {
    index = buildIndex(calendar);
    indexes.set(calendar, index);
  }
  return index;
}

function buildIndex(calendar: WorkCalendar): BusinessIndex {
  const upTo = [0];
  for (let weekday = 1; weekday <= 7; weekday++)
    upTo.push(upTo[weekday - 1]! + (calendar.workweek.has(weekday as Weekday) ? 1 : 0));
  const holidays = merge(calendar.holidays);
  const lost = [0];
  for (const { start, end } of holidays)
    lost.push(lost.at(-1)! + workdaysUpTo(end, upTo) - workdaysUpTo(start - 1, upTo));
  return { upTo, holidays, lost };
}

function merge(intervals: readonly DayInterval[]): DayInterval[] {
  const merged: { start: Day; end: Day }[] = [];
  for (const { start, end } of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end + 1) last.end = Math.max(last.end, end) as Day;
    else merged.push({ start, end });
  }
  return merged;
}

/** Workdays from `FIRST_DAY` to `day`, both included, holidays or not. */
function workdaysUpTo(day: number, upTo: readonly number[]): number {
  // FIRST_DAY is a Monday: what is left over after whole weeks begins on a Monday too.
  const days = day - FIRST_DAY + 1;
  const weeks = Math.floor(days / 7);
  return weeks * upTo[7]! + upTo[days - weeks * 7]!;
}

/** How many holidays begin on or before `day`. */
function holidaysUpTo(day: number, { holidays }: BusinessIndex): number {
  let low = 0;
  let high = holidays.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holidays[middle]!.start <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isHoliday(day: number, index: BusinessIndex): boolean {
  return day <= (index.holidays[holidaysUpTo(day, index) - 1]?.end ?? Number.NEGATIVE_INFINITY);
}

/** Business days from `FIRST_DAY` to `day`, both included. */
function rank(day: number, index: BusinessIndex): number {
  const begun = holidaysUpTo(day, index);
  const last = index.holidays[begun - 1];
  // Within a holiday nothing is counted since the day before it began.
  if (last && day <= last.end) return workdaysUpTo(last.start - 1, index.upTo) - index.lost[begun - 1]!;
  return workdaysUpTo(day, index.upTo) - index.lost[begun]!;
}

/** The business day with that rank, counted from 1: the first day on which `rank` reaches it. */
function select(target: number, index: BusinessIndex): Day | undefined {
  if (!(target >= 1 && target <= rank(LAST_DAY, index))) return undefined;
  // In whole weeks: not before all workdays up to it are used, and not after all holidays are made up for.
  const inWeek = index.upTo[7]!;
  let low = FIRST_DAY + Math.floor((target - 1) / inWeek) * 7;
  let high = Math.min(LAST_DAY, FIRST_DAY + Math.ceil((target + index.lost.at(-1)!) / inWeek) * 7);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (rank(middle, index) >= target) high = middle;
    else low = middle + 1;
  }
  return low as Day;
}
