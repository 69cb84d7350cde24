import * as vscode from 'vscode';
import type { Server } from '../client/server.ts';
import type { AnyNode } from '../tree/nodes.ts';
import { act } from './apply.ts';
import { type Target, targets } from './targets.ts';

/** Mark Done: sets the status and the day, ticks the box, or completes the occurrence. */
export async function complete(
  server: Server,
  target?: Target,
  selected?: readonly AnyNode[],
): Promise<void> {
  const question = vscode.l10n.t('Which commitment is done?');
  const rows = await targets(server, 'complete', target, selected, question);
  if (rows.length === 0) return;
  await act(server, rows, { action: 'complete', ids: rows.map(({ id }) => id) }, (done) =>
    done.length === 1
      ? vscode.l10n.t('“{0}” is marked done.', done[0]!.title)
      : vscode.l10n.t('{0} commitments are marked done.', done.length),
  );
}
