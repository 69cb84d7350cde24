import * as vscode from 'vscode';
import type { Server } from '../client/server.ts';
import type { AnyNode } from '../tree/nodes.ts';
import { act } from './apply.ts';
import { askForDay } from './day-box.ts';
import { type Target, targets } from './targets.ts';
import { askWhy } from './why-box.ts';

/** Postpone…: asks for the new day and writes it as due day; of what was signed it asks why, and records the change. */
export async function postpone(
  server: Server,
  target?: Target,
  selected?: readonly AnyNode[],
): Promise<void> {
  const question = vscode.l10n.t('Which commitment is to be postponed?');
  const rows = await targets(server, 'postpone', target, selected, question);
  const able = rows.filter(({ can }) => can.postpone);
  const [first] = able;
  if (!first) return;
  const title =
    able.length === 1
      ? vscode.l10n.t('Postpone “{0}”', first.title)
      : vscode.l10n.t('Postpone {0} commitments', able.length);
  const to = await askForDay(server, first, title);
  if (to === undefined) return;
  const reason = await askWhy(able, title);
  if (!reason) return;
  await act(server, rows, { action: 'postpone', ids: rows.map(({ id }) => id), to, ...reason }, (done) =>
    done.length === 1
      ? vscode.l10n.t('“{0}” is postponed.', done[0]!.title)
      : vscode.l10n.t('{0} commitments are postponed.', done.length),
  );
}
