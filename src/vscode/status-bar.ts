import * as vscode from 'vscode';
import type { Summary } from '../server/protocol.ts';
import type { Server } from './client/server.ts';
import { VIEW } from './tree/view.ts';

/** One quiet item: how many commitments are late, where there are agreements at all. */
export function createStatusBarItem(server: Server): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('parley.summary', vscode.StatusBarAlignment.Left, 1);
  item.name = vscode.l10n.t('Agreements');
  item.command = { command: `${VIEW}.focus`, title: vscode.l10n.t('Show Commitments') };
  const listeners = [
    server.onDidChange((summary) => show(item, summary)),
    server.onDidChangeState((state) => {
      if (state !== 'running') item.hide();
    }),
  ];
  return vscode.Disposable.from(item, ...listeners);
}

function show(item: vscode.StatusBarItem, { agreements, overdue, dueSoon }: Summary): void {
  if (agreements === 0) {
    item.hide();
    return;
  }
  const lines = [
    agreements === 1 ? vscode.l10n.t('1 agreement') : vscode.l10n.t('{0} agreements', agreements),
    overdue === 1
      ? vscode.l10n.t('1 commitment is late')
      : vscode.l10n.t('{0} commitments are late', overdue),
    dueSoon === 1 ? vscode.l10n.t('1 is due soon') : vscode.l10n.t('{0} are due soon', dueSoon),
  ];
  item.text = overdue > 0 ? `$(law) ${vscode.l10n.t('{0} late', overdue)}` : `$(law) ${agreements}`;
  item.tooltip = lines.join('\n');
  item.accessibilityInformation = { label: lines.join(', ') };
  item.show();
}
