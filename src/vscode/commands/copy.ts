import * as vscode from 'vscode';
import { type CopyFormat, copiedText } from '../../core/report/copied.ts';
import type { CommitmentRow } from '../../server/protocol.ts';
import type { Server } from '../client/server.ts';
import type { Node } from '../tree/nodes.ts';
import { messages, standingOf } from '../words.ts';
import { Refusal } from './apply.ts';
import { type Target, targets } from './targets.ts';

/** How long the status bar says that something was copied, in milliseconds. */
const SAID = 4_000;

/** Copy as Text, Copy as Markdown, Copy Link: puts commitments on the clipboard, one a line. */
export async function copy(
  server: Server,
  format: CopyFormat,
  target?: Target,
  selected?: readonly Node[],
): Promise<void> {
  const question = vscode.l10n.t('Which commitment is to be copied?');
  const rows = await targets(server, undefined, target, selected, question);
  if (rows.length === 0) return;
  const items = rows.map((row) => {
    const path = pathOf(row);
    const names = { owner: row.owner?.name, agreement: row.agreement.title };
    return { ...standingOf(row), names, line: row.range.start.line + 1, ...(path !== undefined && { path }) };
  });
  if (format === 'link' && items.some(({ path }) => path === undefined))
    throw new Refusal(vscode.l10n.t('A file that was never saved has no link yet.'));
  await vscode.env.clipboard.writeText(copiedText(items, format, messages()));
  const said =
    rows.length === 1
      ? vscode.l10n.t('Copied “{0}”', rows[0]!.title)
      : vscode.l10n.t('Copied {0} commitments', rows.length);
  vscode.window.setStatusBarMessage(said, SAID);
}

/** A document's path in its folder, else its whole address; undefined for one that was never saved. */
function pathOf(row: CommitmentRow): string | undefined {
  const uri = vscode.Uri.parse(row.uri);
  if (uri.scheme === 'untitled') return undefined;
  return vscode.workspace.getWorkspaceFolder(uri)
    ? vscode.workspace.asRelativePath(uri, false)
    : uri.toString();
}
