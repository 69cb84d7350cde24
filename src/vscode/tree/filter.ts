import * as vscode from 'vscode';
import type { Kind, State } from '../../core/commitments/commitment.ts';
import { kindWord, stateWord } from '../../core/report/words.ts';
import type { Choosable, Conditions } from '../../server/protocol.ts';
import { messages } from '../words.ts';

/** What keeps some commitments back. Values of a condition keep the name that they were chosen by. */
export interface Filter extends Readonly<Partial<Record<Choosable, readonly Chosen[]>>> {
  readonly due?: Period;
  readonly text?: string;
  readonly mine?: readonly string[];
}

export interface Chosen {
  readonly key: string;
  readonly label: string;
}

type Period = NonNullable<Conditions['due']>;

/** A filter that a name was given to. */
export interface SavedFilter {
  readonly name: string;
  readonly filter: Filter;
}

/** The conditions that are chosen from a list, in the order in which they are offered. */
export const CHOOSABLE: readonly Choosable[] = ['owners', 'parties', 'states', 'kinds', 'tags'];

/** A filter as the server takes it. */
export function conditionsOf(filter: Filter): Conditions {
  const { due, text, mine } = filter;
  const lists = CHOOSABLE.map((condition) => [condition, filter[condition]?.map(({ key }) => key)] as const);
  return {
    ...Object.fromEntries(lists.filter(([, keys]) => keys)),
    ...(due && { due }),
    ...(text && { text }),
    ...(mine && { mine }),
  };
}

/** Whether two filters let the same through. */
export function isSameFilter(a: Filter, b: Filter): boolean {
  return JSON.stringify(conditionsOf(a)) === JSON.stringify(conditionsOf(b));
}

/** A filter without the conditions that ask for nothing. */
export function tidied(filter: Filter): Filter {
  const said = Object.entries(filter).filter(([, value]) => Object.keys(value ?? {}).length > 0);
  return Object.fromEntries(said);
}

/** What a filter lets through, in a few words: `yours · owner Tom Reed or Ana Sol · overdue · with “keys”`. */
export function filterWords(filter: Filter): string {
  const { mine, owners, parties, due, text } = filter;
  return [
    mine && vscode.l10n.t('yours'),
    owners && vscode.l10n.t('owner {0}', listWords(filter, 'owners')),
    parties && vscode.l10n.t('party {0}', listWords(filter, 'parties')),
    ...(['states', 'kinds', 'tags'] as const).map((condition) => listWords(filter, condition)),
    due && periodWords(due),
    text && vscode.l10n.t('with “{0}”', text),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The values of one condition, any of which will do; empty where it is not set. */
export function listWords(filter: Filter, condition: Choosable): string {
  const words = (filter[condition] ?? []).map((one) => chosenWords(condition, one));
  return new Intl.ListFormat(vscode.env.language, { type: 'disjunction' }).format(words);
}

/** One value of a condition as people call it. */
export function chosenWords(condition: Choosable, { key, label }: Chosen): string {
  if (condition === 'states') return stateWord(key as State, messages());
  if (condition === 'kinds') return kindWord(key as Kind, messages());
  if (condition === 'tags') return `#${label}`;
  if (key !== '') return label;
  return condition === 'owners' ? vscode.l10n.t('nobody') : vscode.l10n.t('none');
}

/** The stretches of time that are asked for most. They move on with the days. */
export function usualPeriods(): readonly (readonly [period: Period, words: string])[] {
  return [
    [{ until: 'in 7 days' }, vscode.l10n.t('late or due within 7 days')],
    [{ from: 'today', until: 'in 7 days' }, vscode.l10n.t('due within 7 days')],
    [{ from: 'today', until: 'in 31 days' }, vscode.l10n.t('due within 31 days')],
    [{ from: 'today', until: 'end of month' }, vscode.l10n.t('due by the end of the month')],
    [{ from: 'today', until: 'end of quarter' }, vscode.l10n.t('due by the end of the quarter')],
  ];
}

/** A stretch of time in words; ends of one's own as they were typed. */
export function periodWords(period: Period): string {
  const usual = usualPeriods().find(([one]) => one.from === period.from && one.until === period.until);
  if (usual) return usual[1];
  const { from, until } = period;
  if (from === undefined) return vscode.l10n.t('due until {0}', until ?? '');
  return until === undefined
    ? vscode.l10n.t('due from {0}', from)
    : vscode.l10n.t('due from {0} until {1}', from, until);
}
