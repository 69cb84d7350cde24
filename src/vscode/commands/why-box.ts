import * as vscode from 'vscode';
import type { CommitmentRow } from '../../server/protocol.ts';

/**
 * Asks why commitments are to change, where one of them was signed.
 * @param title of the question before
 * @returns what to ask the edit with: nothing where there is nothing to record; undefined where the box was left.
 */
export async function askWhy(
  rows: readonly CommitmentRow[],
  title: string,
): Promise<{ readonly why?: string } | undefined> {
  if (!rows.some(({ agreed }) => agreed)) return {};
  const why = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Why? The agreement is signed, so that the change is recorded in it.'),
    placeHolder: vscode.l10n.t('May be left empty'),
    ignoreFocusOut: true,
  });
  return why === undefined ? undefined : { why };
}
