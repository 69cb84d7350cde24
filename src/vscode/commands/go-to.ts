import * as vscode from 'vscode';
import type { CommitmentRow } from '../../server/protocol.ts';
import { fromRange } from '../client/places.ts';
import type { Server } from '../client/server.ts';
import type { CommitmentsView } from '../tree/view.ts';
import { Refusal } from './apply.ts';
import { pick, rowWith } from './targets.ts';

/** Go to Commitment…: lists what is owed in the whole workspace, late ones first, and opens what is picked. */
export async function goToCommitment(server: Server): Promise<void> {
  const rows = await server.request('parley/commitments', { query: {} });
  const row = await pick(rows, vscode.l10n.t('Which commitment do you want to see?'));
  if (row) await show(row);
}

/** Opens the place of a commitment that a hover links to. */
export async function openCommitment(server: Server, id: string): Promise<void> {
  await show(await rowWith(server, id));
}

/** Reveal in Commitments: shows the item at the cursor in the tree. */
export async function revealAtCursor(view: CommitmentsView): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor && (await view.reveal(editor.document, editor.selection.active, true))) return;
  throw new Refusal(vscode.l10n.t('The tree shows no commitment of this place.'));
}

async function show({ uri, range }: CommitmentRow): Promise<void> {
  const { start } = fromRange(range);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: new vscode.Range(start, start) });
}
