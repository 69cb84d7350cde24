import type { Day } from '../calendar/day.ts';
import { english, type Messages, sentence } from '../messages.ts';
import type { Figures, Progress } from '../portfolio/overview.ts';
import type { Status } from '../schema/agreement.ts';
import { longDay, shortDay } from './words.ts';

/** What an agreement is made of, in the order in which it is shown. */
export const PARTS = ['objectives', 'milestones', 'actions', 'risks', 'talks', 'dates'] as const;
export type Part = (typeof PARTS)[number];

/** The status in a word: `active`, `draft`. */
function statusWord(status: Status, messages: Messages = english): string {
  return sentence('report/status', { status }, messages);
}

/** A part as a title: `Milestones`, `Key dates`. */
export function partWord(part: Part, messages: Messages = english): string {
  return sentence('report/part', { part }, messages);
}

/** How many are late, as `2 late`; nothing where none is. */
export function lateWords(late: number, messages: Messages = english): string {
  return late === 0 ? '' : sentence('report/count-late', { count: late }, messages);
}

/** The next deadline, as `next 1 Dec`; nothing where there is none. */
export function nextWords(next: Day | undefined, today: Day, messages: Messages = english): string {
  return next === undefined
    ? ''
    : sentence('report/next', { day: shortDay(next, today, messages) }, messages);
}

/** The next deadline to be read aloud: `next deadline 1 December 2026`, `no deadline ahead`. */
export function nextLabel(next: Day | undefined, messages: Messages = english): string {
  return next === undefined
    ? sentence('report/no-deadline', {}, messages)
    : sentence('report/next-deadline', { day: longDay(next, messages) }, messages);
}

/** How many milestones are done, as `3 of 8 done`; nothing where none counts. */
function progressWords({ done, total }: Progress, messages: Messages = english): string {
  return total === 0 ? '' : sentence('report/progress', { done, total }, messages);
}

/** What is said of an agreement at a glance. */
export interface Glance extends Omit<Figures, 'open'>, Progress {
  readonly status: Status;
}

/** The line beside an agreement's title: `2 late · next 1 Dec · 3 of 8 done · active`, `draft · next 1 Dec`. */
export function glanceWords(glance: Glance, today: Day, messages: Messages = english): string {
  const { status, late, next } = glance;
  const word = statusWord(status, messages);
  const words = [
    lateWords(late, messages),
    nextWords(next, today, messages),
    progressWords(glance, messages),
  ];
  // What most agreements are is said last, where a narrow view has no room for it.
  return (status === 'active' ? [...words, word] : [word, ...words]).filter(Boolean).join(' · ');
}

/** An agreement in one sentence: `Supply of jars, agreement, active, 2 late, next deadline 1 December 2026, …`. */
export function glanceLabel(title: string, glance: Glance, messages: Messages = english): string {
  const { status, late, next, done, total } = glance;
  const words = [
    title,
    sentence('report/agreement', {}, messages),
    statusWord(status, messages),
    lateWords(late, messages),
    nextLabel(next, messages),
    total === 0 ? '' : sentence('report/milestones-done', { done, total }, messages),
  ];
  return words.filter(Boolean).join(', ');
}

/** What is said of a part of an agreement. */
export interface PartFigures extends Figures {
  readonly part: Part;
  /** How many items it has. */
  readonly count: number;
  readonly progress?: Progress | undefined;
}

/** What is said beside a part's title: how much of it there is or is left, of key dates the next one, and what is late. */
export function partWords(figures: PartFigures, today: Day, messages: Messages = english): readonly string[] {
  const { part, count, open, late, next, progress } = figures;
  const left = () => sentence('report/count-open', { count: open }, messages);
  const words: Record<Part, () => string> = {
    objectives: () => `${count}`,
    milestones: () => (progress ? progressWords(progress, messages) : `${count}`),
    actions: left,
    risks: left,
    talks: () => `${count}`,
    dates: () => nextWords(next, today, messages),
  };
  return [words[part](), lateWords(late, messages)].filter(Boolean);
}
