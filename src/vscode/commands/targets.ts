import * as vscode from 'vscode';
import { description } from '../../core/report/words.ts';
import type { CommitmentRow } from '../../server/protocol.ts';
import { toPosition } from '../client/places.ts';
import type { Server } from '../client/server.ts';
import { isOurs } from '../client/triggers.ts';
import { iconFor } from '../tree/icons.ts';
import { type AnyNode, commitmentOf } from '../tree/nodes.ts';
import { messages, plain, standingOf } from '../words.ts';
import { Refusal } from './apply.ts';

/** What a command was called with: from the tree a node and, of several selected, all; from a hover a row's id. */
export type Target = AnyNode | string | undefined;

/** Which of the things that can be done with a commitment a command does. */
export type Ability = keyof CommitmentRow['can'];

/** Shows all commitments as the picker of a command: everything that the person may have meant. */
const EVERYTHING = { settled: false } as const;

/**
 * Finds the commitments that a command is meant for: those it was called on in the tree, the one of a hover's link,
 * the item at the cursor, or else what is picked from a list. Empty where nothing was picked. Of several selected, those
 * come along that do not allow it: they are to be told of.
 * @param ability what has to be possible with one of them; absent for what can be done with any
 * @throws Refusal where nothing that it was called on allows it.
 */
export async function targets(
  server: Server,
  ability: Ability | undefined,
  target: Target,
  selected: readonly AnyNode[] | undefined,
  placeHolder: string,
): Promise<readonly CommitmentRow[]> {
  const allows = ({ can }: CommitmentRow) => ability === undefined || can[ability];
  if (typeof target === 'string') return [await rowWith(server, target)];
  if (target) {
    const nodes = selected?.includes(target) ? selected : [target];
    const rows = nodes.flatMap((node) => commitmentOf(node) ?? []);
    if (!rows.some(allows)) throw new Refusal(vscode.l10n.t('Nothing in the selection allows that.'));
    return rows;
  }
  const here = await rowAtCursor(server);
  if (here && allows(here)) return [here];
  const rows = await server.request('parley/commitments', { query: EVERYTHING });
  const picked = await pick(rows.filter(allows), placeHolder);
  return picked ? [picked] : [];
}

/** The commitment that the cursor of the active editor stands on. */
async function rowAtCursor(server: Server): Promise<CommitmentRow | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isOurs(editor.document)) return undefined;
  const answer = await server.request('parley/commitment/at', {
    uri: editor.document.uri.toString(),
    position: toPosition(editor.selection.active),
    query: { groupBy: 'owner', settled: true },
  });
  return answer?.row;
}

/**
 * The commitment of an id that a hover was made with.
 * @throws Refusal where it is no longer there.
 */
export async function rowWith(server: Server, id: string): Promise<CommitmentRow> {
  const rows = await server.request('parley/commitments', { query: { settled: true } });
  const row = rows.find((each) => each.id === id);
  if (!row) throw new Refusal(vscode.l10n.t('That commitment is no longer there.'));
  return row;
}

/** Lets a person pick one of the commitments, late ones first. */
export async function pick(
  rows: readonly CommitmentRow[],
  placeHolder: string,
): Promise<CommitmentRow | undefined> {
  if (rows.length === 0) throw new Refusal(vscode.l10n.t('There is no such commitment in this workspace.'));
  const items = rows.map((row) => {
    const { standing, today } = standingOf(row);
    return {
      row,
      label: plain(row.title),
      description: description(standing, today, messages()),
      detail: plain([row.owner?.name ?? vscode.l10n.t('No owner'), row.agreement.title].join(' · ')),
      iconPath: iconFor(row),
    };
  });
  const options = { placeHolder, matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.row;
}
