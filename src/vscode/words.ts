import * as vscode from 'vscode';
import { type Day, parseDay } from '../core/calendar/day.ts';
import { english, type Message, type Messages } from '../core/messages.ts';
import type { Standing } from '../core/report/words.ts';
import type { CommitmentRow } from '../server/protocol.ts';

let translated: Messages | undefined;

/** The core's sentences about commitments in the language of the window. */
export function messages(): Messages {
  translated ??= Object.fromEntries(
    Object.entries(english)
      .filter(([code]) => code.startsWith('report/'))
      .map(([code, message]) => [code, translate(message)]),
  );
  return translated;
}

function translate(message: Message): Message {
  if (typeof message === 'string') return vscode.l10n.t(message);
  const { by, ...cases } = message;
  const words = Object.entries(cases).map(([word, text]) => [word, translate(text)]);
  return { by, ...Object.fromEntries(words) };
}

/** A row as the words for commitments take it, and today in its agreement. */
export function standingOf(row: CommitmentRow): { readonly standing: Standing; readonly today: Day } {
  const { due, done, forecast } = row;
  const standing = { ...row, due: dayIn(due), done: dayIn(done), forecast: dayIn(forecast) };
  return { standing, today: dayIn(row.today)! };
}

/** A day of the protocol. */
export function dayIn(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : parseDay(text);
}

/** How many commitments, in words. */
export function countWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 commitment') : vscode.l10n.t('{0} commitments', count);
}

/** A text that people wrote, for labels in which VS Code would take `$(name)` for an icon. */
export function plain(text: string): string {
  return text.replace(/\$\(/g, '\\$(');
}

/**
 * A text that people wrote, for Markdown that may hold icons: nothing in it is formatting, a link or an icon.
 * `MarkdownString.appendText` would keep its lines from wrapping.
 */
export function escaped(text: string): string {
  return plain(text)
    .replace(/\s+/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
