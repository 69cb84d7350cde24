import * as vscode from 'vscode';
import { description, kindWord, longDay } from '../../core/report/words.ts';
import type { CommitmentRow, Named } from '../../server/protocol.ts';
import { escaped, messages, standingOf } from '../words.ts';
import { iconFor } from './icons.ts';

/** The commands that a hover may run; each takes a row's id. */
const COMMANDS = [
  'parley.open',
  'parley.complete',
  'parley.postpone',
  'parley.reassign',
  'parley.insertDebrief',
] as const;

/** All that a row has to say, built when somebody points at it. Everything that people wrote stands in it escaped. */
export function tooltipFor(row: CommitmentRow): vscode.MarkdownString {
  const { standing, today } = standingOf(row);
  const when = description(standing, today, messages());
  const item = `${row.agreement.title} · ${kindWord(row.kind, messages())} ${row.itemId}`;
  const lines = facts(row).map(([name, text]) => `${escaped(name)}: ${escaped(text)}`);
  const paragraphs = [
    `**${escaped(row.title)}**`,
    `$(${iconFor(row).id}) ${escaped(when)}`,
    lines.join('  \n'),
    escaped(item),
    '---',
    links(row).join(' · '),
  ];
  const hover = new vscode.MarkdownString(paragraphs.join('\n\n'), true);
  hover.isTrusted = { enabledCommands: [...COMMANDS] };
  return hover;
}

/** What is known of the item, one fact a line. */
function facts(row: CommitmentRow): (readonly [name: string, text: string])[] {
  const { standing } = standingOf(row);
  const { due, forecast } = standing;
  const moves = row.provisional ? vscode.l10n.t('may move') : '';
  const dayWords = due === undefined ? '' : [longDay(due, messages()), moves].filter(Boolean).join(', ');
  const all: [string, string | undefined][] = [
    [vscode.l10n.t('Due'), dayWords],
    [vscode.l10n.t('Expected'), row.atRisk && forecast !== undefined ? longDay(forecast, messages()) : ''],
    [vscode.l10n.t('Blocked'), row.blockedReason],
    [vscode.l10n.t('Owner'), row.owner?.name],
    [vscode.l10n.t('With'), namesOf(row.support)],
    [vscode.l10n.t('Owed to'), namesOf(row.to)],
    [vscode.l10n.t('Amount'), row.amount],
    [vscode.l10n.t('Priority'), row.priority],
    [vscode.l10n.t('Verified by'), row.indicator],
  ];
  return all.filter((fact): fact is [string, string] => Boolean(fact[1]));
}

function namesOf(people: readonly Named[]): string {
  return people.map(({ name }) => name).join(', ');
}

function links({ id, kind, state, can }: CommitmentRow): string[] {
  const link = (label: string, command: (typeof COMMANDS)[number]) =>
    `[${label}](command:${command}?${encodeURIComponent(JSON.stringify([id]))})`;
  return [
    link(vscode.l10n.t('Open'), 'parley.open'),
    ...(can.complete ? [link(vscode.l10n.t('Mark Done'), 'parley.complete')] : []),
    ...(kind === 'debrief' && state !== 'done'
      ? [link(vscode.l10n.t('Insert Debrief…'), 'parley.insertDebrief')]
      : []),
    ...(can.postpone ? [link(vscode.l10n.t('Postpone…'), 'parley.postpone')] : []),
    ...(can.reassign ? [link(vscode.l10n.t('Reassign…'), 'parley.reassign')] : []),
  ];
}
