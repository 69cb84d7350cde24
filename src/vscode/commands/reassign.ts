import * as vscode from 'vscode';
import type { CommitmentRow, Named } from '../../server/protocol.ts';
import type { Server } from '../client/server.ts';
import type { Node } from '../tree/nodes.ts';
import { act } from './apply.ts';
import { askForPerson, reassignTitle, strangerWords } from './person-box.ts';
import { type Target, targets } from './targets.ts';
import { askWhy } from './why-box.ts';

/** How many titles a question names. */
const MOST_TITLES = 10;

/**
 * Reassign…: asks who answers from now on, and writes it where the owner is named; of what was signed it asks why, and
 * records the change.
 * @param to who they were dropped on in the tree, which is asked about once more
 */
export async function reassign(
  server: Server,
  target?: Target,
  selected?: readonly Node[],
  to?: Named,
): Promise<void> {
  const question = vscode.l10n.t('Which commitment is to be reassigned?');
  const rows = await targets(server, 'reassign', target, selected, question);
  if (rows.length === 0) return;
  const person = to ? await confirmed(server, rows, to) : await askForPerson(server, rows);
  if (!person) return;
  const { handle, name } = person;
  const changing = rows.filter(({ can, owner }) => can.reassign && owner?.handle !== handle);
  const reason = await askWhy(changing, reassignTitle(changing));
  if (!reason) return;
  const ids = rows.map(({ id }) => id);
  await act(server, rows, { action: 'reassign', ids, to: handle, ...reason }, (done) =>
    done.length === 1
      ? vscode.l10n.t('{0} answers for “{1}” now.', name, done[0]!.title)
      : vscode.l10n.t('{0} answers for {1} commitments now.', name, done.length),
  );
}

/** What was dropped may have slipped: it says what it would do, and whether anybody knows the person there. */
async function confirmed(
  server: Server,
  rows: readonly CommitmentRow[],
  to: Named,
): Promise<Named | undefined> {
  const others = rows.filter(({ owner }) => owner?.handle !== to.handle);
  const [first, ...more] = others;
  if (!first) return undefined;
  const people = await server.request('parley/people', { ids: others.map(({ id }) => id) });
  const known = people.find(({ handle }) => handle === to.handle);
  const unknownIn = known?.unknownIn ?? others.map(({ agreement }) => agreement.title);
  const from = first.owner?.name ?? vscode.l10n.t('nobody');
  const question =
    more.length === 0
      ? vscode.l10n.t('Reassign “{0}” from {1} to {2}?', first.title, from, to.name)
      : vscode.l10n.t('Reassign {0} commitments to {1}?', others.length, to.name);
  const titles = more.length === 0 ? [] : others.slice(0, MOST_TITLES).map(({ title }) => `• ${title}`);
  if (others.length > MOST_TITLES) titles.push(vscode.l10n.t('and {0} more', others.length - MOST_TITLES));
  const detail = [...titles, strangerWords(unknownIn)].filter(Boolean).join('\n');
  const yes = vscode.l10n.t('Reassign');
  const answer = await vscode.window.showInformationMessage(question, { modal: true, detail }, yes);
  return answer === yes ? to : undefined;
}
