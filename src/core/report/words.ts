import { type Day, partsOf } from '../calendar/day.ts';
import type { Kind, State } from '../commitments/commitment.ts';
import { english, type Messages, sentence } from '../messages.ts';
import type { DueBucket } from '../portfolio/query.ts';

/** What the words for a commitment are made of. A `Commitment` is one; clients of the server fill it from a row. */
export interface Standing {
  readonly kind: Kind;
  readonly title: string;
  readonly state: State;
  /** Whole days since the due day while it is overdue, else 0. */
  readonly daysLate: number;
  readonly due?: Day | undefined;
  readonly done?: Day | undefined;
  readonly forecast?: Day | undefined;
  readonly blocked: boolean;
  readonly waiting: boolean;
  readonly provisional: boolean;
  readonly atRisk: boolean;
  readonly acceptance: boolean;
  /** What it waits for, as people call it, where that is to be said. */
  readonly waitsFor?: readonly string[];
}

/** What can be true of a commitment beside its state, in the order in which it is said. */
export const FLAGS = ['blocked', 'waiting', 'acceptance', 'provisional', 'at-risk'] as const;
export type Flag = (typeof FLAGS)[number];

/** The state in words: `overdue`, `due today`, `waiting`. */
export function stateWord(state: State, messages: Messages = english): string {
  return sentence('report/state', { state }, messages);
}

/** What a commitment comes from, in words: `milestone`, `action item`, `risk review`. */
export function kindWord(kind: Kind, messages: Messages = english): string {
  return sentence('report/kind', { kind }, messages);
}

/** Words as the title of something. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A stretch of time, as the title of a group: `Overdue`, `Next 7 days`. */
export function bucketWord(bucket: DueBucket, messages: Messages = english): string {
  return sentence('report/bucket', { bucket }, messages);
}

/** A day as briefly as it can be said: `15 Oct`, and `15 Oct 2027` where that is not this year. */
export function shortDay(day: Day, today: Day, messages: Messages = english): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const words = sentence('report/short-day', { month: String(month), day: dayOfMonth }, messages);
  return year === partsOf(today).year ? words : sentence('report/day-year', { day: words, year }, messages);
}

/** A day in full, for hovers and for being read aloud: `15 October 2026`. */
export function longDay(day: Day, messages: Messages = english): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const words = sentence('report/long-day', { month: String(month), day: dayOfMonth }, messages);
  return sentence('report/day-year', { day: words, year }, messages);
}

/**
 * How a commitment stands to its due day: `3 days late`, `due today`, `due tomorrow`, `in 5 days`. Empty where
 * nothing can be said: no due day, no longer owed, or a due day that has passed without being missed.
 */
export function lateness(
  { state, daysLate, due }: Pick<Standing, 'state' | 'daysLate' | 'due'>,
  today: Day,
  messages: Messages = english,
): string {
  if (state === 'overdue') return sentence('report/late', { days: daysLate }, messages);
  if (due === undefined || state === 'done' || state === 'cancelled' || due < today) return '';
  if (due === today) return sentence('report/due-today', {}, messages);
  if (due - today === 1) return sentence('report/due-tomorrow', {}, messages);
  return sentence('report/due-in', { days: due - today }, messages);
}

/**
 * When, in a few words: `15 Oct · 3 days late`, `27 Nov · due today`, `15 Oct 2027 · in 322 days`, `no due day`,
 * `done 9 Oct`, `cancelled`.
 */
export function whenWords(standing: Standing, today: Day, messages: Messages = english): string {
  const { state, due, done } = standing;
  if (state === 'cancelled') return stateWord(state, messages);
  if (state === 'done')
    return done === undefined
      ? stateWord(state, messages)
      : sentence('report/done-on', { day: shortDay(done, today, messages) }, messages);
  if (due === undefined) return sentence('report/no-due', {}, messages);
  return [shortDay(due, today, messages), lateness(standing, today, messages)].filter(Boolean).join(' · ');
}

/** What is true of a commitment that its state does not say already. Nothing, once it is done or cancelled. */
export function flagsOf(standing: Standing, today: Day): readonly Flag[] {
  const { state, waitsFor = [] } = standing;
  return factsOf(standing, today).filter(
    (flag) => flag !== state || (flag === 'waiting' && waitsFor.length > 0),
  );
}

function factsOf(standing: Standing, today: Day): readonly Flag[] {
  const { state, blocked, waiting, acceptance, provisional, forecast } = standing;
  if (state === 'done' || state === 'cancelled') return [];
  // What is late is expected today at the earliest: only a later day is news.
  const atRisk = standing.atRisk && (state !== 'overdue' || (forecast ?? today) > today);
  const holds: Record<Flag, boolean> = { blocked, waiting, acceptance, provisional, 'at-risk': atRisk };
  return FLAGS.filter((flag) => holds[flag]);
}

/**
 * A flag in words: `blocked`, `waiting for what comes before` or `waits for M2`, `handed over, to be accepted`,
 * `date may move`, `expected 27 Nov`.
 */
export function flagWord(flag: Flag, standing: Standing, today: Day, messages: Messages = english): string {
  if (flag === 'at-risk' && standing.forecast !== undefined)
    return sentence('report/expected', { day: shortDay(standing.forecast, today, messages) }, messages);
  if (flag === 'waiting' && standing.waitsFor?.length)
    return sentence('report/waits-for', { what: standing.waitsFor.join(', ') }, messages);
  return sentence('report/flag', { flag }, messages);
}

/**
 * The line under or beside a title: when, and whatever else its icon shows or holds, as
 * `24 Nov · 3 days late · blocked · expected 8 Dec`.
 */
export function description(standing: Standing, today: Day, messages: Messages = english): string {
  const flags = factsOf(standing, today).map((flag) => flagWord(flag, standing, today, messages));
  return [whenWords(standing, today, messages), ...flags].join(' · ');
}

/** What is said of a commitment beside how it stands. */
export interface Names {
  readonly id?: string | undefined;
  readonly owner?: string | undefined;
  readonly agreement?: string | undefined;
}

/**
 * Everything that a row shows by place, icon or colour, as one sentence for screen readers: `Four moulds running on
 * line 3, milestone, overdue, due 24 November 2026, 3 days late, blocked, owner Judit Vass, in Supply of jars`.
 *
 * @param names the owner as people call them, absent where nobody answers; the agreement's title and the item's id where
 *   they are to be said
 */
export function accessibleLabel(
  standing: Standing,
  today: Day,
  names: Names,
  messages: Messages = english,
): string {
  return [standing.title, ...detailsOf(standing, today, names, messages)].join(', ');
}

/** What there is to say of a commitment beside its title, one after the other; days in full. */
export function detailsOf(
  standing: Standing,
  today: Day,
  names: Names,
  messages: Messages = english,
): readonly string[] {
  const { kind, state, due, done } = standing;
  const say = (code: string, args = {}) => sentence(`report/${code}`, args, messages);
  const settled = state === 'done' || state === 'cancelled';
  const late = state === 'due-today' ? '' : lateness(standing, today, messages);
  return [
    names.id ?? '',
    kindWord(kind, messages),
    state === 'done' && done !== undefined
      ? say('done-on', { day: longDay(done, messages) })
      : stateWord(state, messages),
    settled ? '' : due === undefined ? say('no-due') : say('due-on', { day: longDay(due, messages) }),
    late,
    ...flagsOf(standing, today).map((flag) => flagWord(flag, standing, today, messages)),
    names.owner === undefined ? say('no-owner') : say('owned-by', { owner: names.owner }),
    names.agreement === undefined ? '' : say('in-agreement', { agreement: names.agreement }),
  ].filter(Boolean);
}
