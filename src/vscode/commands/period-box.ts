import * as vscode from 'vscode';
import { capitalised } from '../../core/report/words.ts';
import type { Conditions } from '../../server/protocol.ts';
import type { Server } from '../client/server.ts';
import { usualPeriods } from '../tree/filter.ts';
import { plain } from '../words.ts';
import { dayWords } from './day-box.ts';

type Period = NonNullable<Conditions['due']>;

/** A stretch of time to choose; without one, what is typed next. */
interface PeriodItem extends vscode.QuickPickItem {
  readonly period?: Period;
}

/**
 * Asks for a stretch of time: one of the usual ones, or two days as they are typed.
 * @returns an empty one for no condition, undefined where nothing was chosen.
 */
export async function askForPeriod(server: Server, now: Period | undefined): Promise<Period | undefined> {
  const usual = usualPeriods().map(([period, words]) => ({
    label: capitalised(words),
    iconPath: new vscode.ThemeIcon('calendar'),
    period,
  }));
  const own = { label: vscode.l10n.t('Between two days…'), iconPath: new vscode.ThemeIcon('edit') };
  const none = {
    label: vscode.l10n.t('At any time'),
    iconPath: new vscode.ThemeIcon('clear-all'),
    period: {},
  };
  const title = vscode.l10n.t('Due');
  const items: readonly PeriodItem[] = [...(now ? [none] : []), ...usual, own];
  const picked = await vscode.window.showQuickPick(items, { title });
  return picked && (picked.period ?? askForEnds(server, now));
}

async function askForEnds(server: Server, now: Period | undefined): Promise<Period | undefined> {
  const first = vscode.l10n.t('From which day on? Nothing means from the beginning, with what is late.');
  const from = await askForEnd(server, first, now?.from);
  if (from === undefined) return undefined;
  const last = vscode.l10n.t('Until which day? Nothing means without end.');
  const until = await askForEnd(server, last, now?.until);
  if (until === undefined) return undefined;
  return { ...(from !== '' && { from }), ...(until !== '' && { until }) };
}

/** One end as typed, read while it is typed; empty for none. */
async function askForEnd(server: Server, prompt: string, value = ''): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Due'),
    prompt,
    value,
    placeHolder: vscode.l10n.t('A day, such as 15 oct, today, in 2 weeks or end of quarter'),
    validateInput: async (text) => {
      if (text.trim() === '') return undefined;
      const answer = await server.request('parley/day', { text });
      if (!('problem' in answer))
        return { message: dayWords(answer), severity: vscode.InputBoxValidationSeverity.Info };
      const { problem, suggestion } = answer;
      return suggestion === undefined
        ? problem
        : `${problem} ${vscode.l10n.t('Did you mean {0}?', plain(suggestion))}`;
    },
  });
  return typed?.trim();
}
