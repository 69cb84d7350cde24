import type { Day } from '../calendar/day.ts';
import { isSettled } from '../commitments/state.ts';
import { english, type Messages, sentence } from '../messages.ts';
import { lateWords, nextLabel, nextWords } from './agreement-words.ts';
import {
  accessibleLabel,
  description,
  kindWord,
  lateness,
  longDay,
  type Standing,
  shortDay,
  stateWord,
  whenWords,
} from './words.ts';

/** The figures of an objective, in the order in which they come about. Its limit is for its author's notes alone. */
export const FIGURES = ['baseline', 'target', 'agreed', 'actual'] as const;
export type Figure = (typeof FIGURES)[number];

/** The days in an agreement's life. */
export const DATES = ['signed', 'effective', 'check-in', 'notice', 'expires'] as const;
export type DateKind = (typeof DATES)[number];

/** A figure of an objective as a title: `Baseline`, `Agreed`. */
export function figureWord(figure: Figure, messages: Messages = english): string {
  return sentence('report/figure', { figure }, messages);
}

/** A figure of an objective as the file gives it, with its unit. */
export interface FigureFact {
  readonly figure: Figure;
  readonly text: string;
}

/** The line beside an objective, the latest figure first: `actual 0.194 EUR · agreed 0.192 EUR · target 0.185 EUR`. */
export function objectiveWords(figures: readonly FigureFact[], messages: Messages = english): string {
  return figuresIn(figures, messages).reverse().join(' · ');
}

/** An objective in one sentence: `Cut the cost of a jar, objective, of Quillmoor, cost per jar, baseline 0.212 EUR, …`. */
export function objectiveLabel(
  title: string,
  { party, metric, figures }: ObjectiveFacts,
  messages: Messages = english,
): string {
  return spoken([
    title,
    sentence('report/objective', {}, messages),
    party && sentence('report/of-party', { party }, messages),
    metric,
    ...figuresIn(figures, messages),
  ]);
}

/** What is said of an objective. */
export interface ObjectiveFacts {
  /** Whose wish it is, as people call them. */
  readonly party?: string | undefined;
  readonly metric?: string | undefined;
  readonly figures: readonly FigureFact[];
}

function figuresIn(figures: readonly FigureFact[], messages: Messages): string[] {
  return figures.map((each) => sentence('report/figure-is', { ...each }, messages));
}

/** How far a figure is from the target: `+0.007 EUR (+3.8 %) from the target`. */
export function differenceWords(difference: string, messages: Messages = english): string {
  return sentence('report/from-target', { difference }, messages);
}

/** What is said of a milestone. */
export interface MilestoneFacts {
  /** Empty where the file gives it none. */
  readonly id: string;
  /** How what is owed of it stands; absent where several occurrences are owed. */
  readonly standing?: Standing | undefined;
  /** How many of its occurrences are late, and the next day by which one is due. */
  readonly late: number;
  readonly next?: Day | undefined;
  /** Whether it is owed again and again; progress does not count it then. */
  readonly recurs: boolean;
  /** From 0 to 100. */
  readonly progress?: number | undefined;
}

/** The line beside a milestone: `M2 · 24 Nov · 3 days late · 60 % done`; of several occurrences `M6 · 2 late · next 15 Dec`. */
export function milestoneWords(facts: MilestoneFacts, today: Day, messages: Messages = english): string {
  const { id, standing, late, next } = facts;
  const words = standing
    ? [description(standing, today, messages)]
    : [lateWords(late, messages), nextWords(next, today, messages)];
  return [id, ...words, ...moreWords(facts, messages)].filter(Boolean).join(' · ');
}

/** A milestone in one sentence. */
export function milestoneLabel(
  title: string,
  facts: MilestoneFacts & { readonly owner?: string | undefined },
  today: Day,
  messages: Messages = english,
): string {
  const { id, standing, late, next, owner } = facts;
  const words = standing
    ? [accessibleLabel(standing, today, { id, owner }, messages)]
    : [title, id, kindWord('milestone', messages), lateWords(late, messages), nextLabel(next, messages)];
  return spoken([...words, ...moreWords(facts, messages)]);
}

function moreWords({ recurs, progress, standing }: MilestoneFacts, messages: Messages): readonly string[] {
  const moot = progress === undefined || !standing || isSettled(standing);
  return [
    ...(recurs ? [sentence('report/recurring', {}, messages)] : []),
    ...(moot ? [] : [sentence('report/percent', { percent: progress }, messages)]),
  ];
}

/** What a milestone has to wait for, as a title: `After M2: Four moulds running`. */
export function afterWords(id: string, title: string, messages: Messages = english): string {
  return id === '' || id === title
    ? sentence('report/after', { what: title }, messages)
    : sentence('report/after-id', { id, title }, messages);
}

/** What is said of a risk. */
export interface RiskFacts {
  readonly status: 'open' | 'occurred' | 'closed';
  /** `low`, `medium`, `high`, or a number from 0 to 1. */
  readonly probability?: string | number | undefined;
  /** `low`, `medium`, `high`, or an amount. */
  readonly impact?: string | undefined;
  /** How its review stands, where it has one. */
  readonly review?: Standing | undefined;
}

/** The line beside a risk: `open · high probability · medium impact · review 27 Dec · in 30 days`. */
export function riskWords(risk: RiskFacts, today: Day, messages: Messages = english): string {
  const when = risk.review && description(risk.review, today, messages);
  return [
    ...riskFacts(risk, messages),
    ...(when ? [sentence('report/review', { when }, messages)] : []),
  ].join(' · ');
}

/** A risk in one sentence: `Gas price rises, risk, open, high probability, review 27 December 2026, in 30 days`. */
export function riskLabel(
  title: string,
  risk: RiskFacts & { readonly owner?: string | undefined },
  today: Day,
  messages: Messages = english,
): string {
  const { review, owner } = risk;
  const when = review && whenLabel(review, today, messages);
  return spoken([
    title,
    sentence('report/risk', {}, messages),
    ...riskFacts(risk, messages),
    when && sentence('report/review', { when }, messages),
    owner && sentence('report/owned-by', { owner }, messages),
  ]);
}

function riskFacts({ status, probability, impact }: RiskFacts, messages: Messages): readonly string[] {
  const level = typeof probability === 'number' ? `${Math.round(probability * 100)} %` : probability;
  return [
    sentence('report/risk-status', { status }, messages),
    ...(level === undefined ? [] : [sentence('report/probability', { level }, messages)]),
    ...(impact === undefined ? [] : [sentence('report/impact', { level: impact }, messages)]),
  ];
}

/** What is said of a day in an agreement's life. */
export interface DateFacts {
  /** Absent where nobody knows it yet. */
  readonly day?: Day | undefined;
  /** How what is owed by it stands; absent for a day on which nothing is. */
  readonly standing?: Standing | undefined;
  readonly owner?: string | undefined;
}

/** A key date as a title: `Signed`, `In force from`, `Next check-in`. */
export function dateWord(date: DateKind, messages: Messages = english): string {
  return sentence('report/date', { date }, messages);
}

/** The line beside a key date: `31 Aug 2026`, `3 Dec · in 6 days`, `no day yet`. */
export function dateWords({ day, standing }: DateFacts, today: Day, messages: Messages = english): string {
  if (day === undefined) return sentence('report/no-day', {}, messages);
  return standing ? description(standing, today, messages) : shortDay(day, today, messages);
}

/** A key date in one sentence: `Next check-in, due soon, 3 December 2026, in 6 days, owner Maren Holt`. */
export function dateLabel(
  date: DateKind,
  facts: DateFacts,
  today: Day,
  messages: Messages = english,
): string {
  const { day, standing, owner } = facts;
  return spoken([
    dateWord(date, messages),
    day === undefined
      ? sentence('report/no-day', {}, messages)
      : standing
        ? whenLabel(standing, today, messages)
        : longDay(day, messages),
    owner && sentence('report/owned-by', { owner }, messages),
  ]);
}

/** What is said of talks. */
export interface TalksFacts {
  /** The day of the talks. */
  readonly day?: Day | undefined;
  /** How their debrief stands. */
  readonly debrief: Standing;
  readonly owner?: string | undefined;
}

/** The line beside talks: `25 Nov · debrief 27 Nov · due today`, `20 Aug · debrief done 21 Aug`. */
export function talksWords({ day, debrief }: TalksFacts, today: Day, messages: Messages = english): string {
  const when = description(debrief, today, messages);
  const words = [
    day === undefined ? '' : shortDay(day, today, messages),
    sentence('report/debrief', { when }, messages),
  ];
  return words.filter(Boolean).join(' · ');
}

/** Talks in one sentence: `price and volumes, talks, 20 August 2026, debrief done 21 August 2026, owner Maren Holt`. */
export function talksLabel(
  topic: string,
  facts: TalksFacts,
  today: Day,
  messages: Messages = english,
): string {
  const { day, debrief, owner } = facts;
  return spoken([
    topic,
    sentence('report/talks', {}, messages),
    day === undefined ? '' : longDay(day, messages),
    sentence('report/debrief', { when: whenLabel(debrief, today, messages) }, messages),
    owner && sentence('report/owned-by', { owner }, messages),
  ]);
}

/** When something is due or was done, to be read aloud: `overdue, 24 November 2026, 3 days late`, `done 9 October 2026`. */
function whenLabel(standing: Standing, today: Day, messages: Messages): string {
  const { state, due, done } = standing;
  if (state === 'done' && done !== undefined)
    return sentence('report/done-on', { day: longDay(done, messages) }, messages);
  if (due === undefined || isSettled(standing)) return whenWords(standing, today, messages);
  const word = state === 'open' ? '' : stateWord(state, messages);
  const left = state === 'due-today' ? '' : lateness(standing, today, messages);
  return spoken([word, longDay(due, messages), left]);
}

/** Parts of a sentence, as screen readers pause between them. */
function spoken(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(', ');
}
