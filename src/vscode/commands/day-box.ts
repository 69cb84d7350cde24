import * as vscode from 'vscode';
import { parseDay } from '../../core/calendar/day.ts';
import { longDay } from '../../core/report/words.ts';
import type { CommitmentRow, DayAnswer } from '../../server/protocol.ts';
import type { Server } from '../client/server.ts';
import { messages } from '../words.ts';

const MILLISECONDS = 86_400_000;

/** A line of the box: what it writes when it is chosen, or what it puts into the box instead. */
interface DayItem extends vscode.QuickPickItem {
  readonly written?: string;
  readonly suggestion?: string;
}

/** The days that are asked for most, as the server reads them, with the words for them. */
function presets(): readonly (readonly [typed: string, label: string])[] {
  return [
    ['tomorrow', vscode.l10n.t('Tomorrow')],
    ['next monday', vscode.l10n.t('Next Monday')],
    ['next week', vscode.l10n.t('In a week')],
    ['in 2 weeks', vscode.l10n.t('In 2 weeks')],
    ['end of month', vscode.l10n.t('End of the month')],
    ['next month', vscode.l10n.t('In a month')],
    ['end of quarter', vscode.l10n.t('End of the quarter')],
  ];
}

/**
 * Asks for a day: presets with the day that each comes to, or anything that can be typed, read while it is typed.
 * @returns what to write, or undefined where nothing was chosen.
 */
export async function askForDay(
  server: Server,
  { id, due }: CommitmentRow,
  title: string,
): Promise<string | undefined> {
  const box = vscode.window.createQuickPick<DayItem>();
  box.title = title;
  box.placeholder = vscode.l10n.t('A day, such as 15 oct, next friday, +10 business days or M1 + 2 weeks');
  box.busy = true;
  const read = (text: string) => server.request('parley/day', { id, text });
  let offered: readonly DayItem[] = [];
  /** What stood in the box when the lines were made that it shows. */
  let shown = '';
  try {
    return await new Promise<string | undefined>((resolve, reject) => {
      box.onDidHide(() => resolve(undefined));
      box.onDidAccept(() => {
        // Who types faster than the lines come means what was typed, not the line that happened to stand there.
        if (box.value !== shown) return read(box.value).then(taken, reject);
        const [chosen] = box.selectedItems;
        if (chosen?.suggestion !== undefined) box.value = chosen.suggestion;
        else if (chosen?.written !== undefined) resolve(chosen.written);
      });
      const answered = (value: string, items: readonly DayItem[]) => {
        // Only what stands in the box now is of interest.
        if (box.value !== value) return;
        box.items = items;
        shown = value;
      };
      const taken = (answer: DayAnswer) => {
        if (!('problem' in answer)) resolve(answer.written);
      };
      box.onDidChangeValue((value) => {
        if (value.trim() === '') answered(value, offered);
        else read(value).then((answer) => answered(value, itemsFor(answer, offered)), reject);
      });
      presetItems(read, due).then((items) => {
        offered = items;
        answered('', items);
        box.busy = false;
      }, reject);
      box.show();
    });
  } finally {
    box.dispose();
  }
}

/** The presets, without those that come to a day that is there already. */
async function presetItems(
  read: (text: string) => Promise<DayAnswer>,
  due: string | undefined,
): Promise<DayItem[]> {
  const lists = await Promise.all(
    presets().map(async ([text, label]) => {
      const answer = await read(text);
      return 'problem' in answer ? [] : [{ ...dayItem(answer), label, description: dayWords(answer) }];
    }),
  );
  const seen = new Set([due]);
  return lists.flat().filter(({ written }) => !seen.has(written) && seen.add(written));
}

/** The line for what was typed alone, or what is wrong with it above the presets. */
function itemsFor(answer: DayAnswer, offered: readonly DayItem[]): readonly DayItem[] {
  return 'problem' in answer ? [doubt(answer), ...offered] : [dayItem(answer)];
}

type DayRead = Extract<DayAnswer, { readonly written: string }>;

function dayItem(answer: DayRead): DayItem {
  const { written, day } = answer;
  const label = dayWords(answer);
  return {
    label,
    written,
    alwaysShow: true,
    ...(day !== undefined && day !== written && { description: written }),
  };
}

/** A day as people say it, `Friday, 4 December 2026`; what stays relative as it is written while it has no day. */
export function dayWords({ written, day: text }: DayRead): string {
  const day = text === undefined ? undefined : parseDay(text);
  if (day === undefined) return written;
  const weekday = new Intl.DateTimeFormat(vscode.env.language, { weekday: 'long', timeZone: 'UTC' });
  return `${weekday.format(day * MILLISECONDS)}, ${longDay(day, messages())}`;
}

/** The line that says what is wrong with what was typed, and types what was probably meant. */
function doubt({ problem, suggestion }: Extract<DayAnswer, { readonly problem: string }>): DayItem {
  if (suggestion === undefined)
    return { label: problem, alwaysShow: true, iconPath: new vscode.ThemeIcon('error') };
  const label = vscode.l10n.t('Did you mean {0}?', suggestion);
  return {
    label,
    detail: problem,
    alwaysShow: true,
    suggestion,
    iconPath: new vscode.ThemeIcon('lightbulb'),
  };
}
