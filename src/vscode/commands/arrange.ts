import * as vscode from 'vscode';
import type { GroupRow } from '../../server/protocol.ts';
import type { Server } from '../client/server.ts';
import { type Query, TREE_GROUPINGS } from '../tree/query.ts';
import { VIEW } from '../tree/view.ts';
import { plain } from '../words.ts';

/** Group By…: by what the tree puts commitments together. */
export async function groupBy(query: Query): Promise<void> {
  const words = {
    owner: [vscode.l10n.t('Owner'), vscode.l10n.t('Who answers for it'), 'person'],
    due: [vscode.l10n.t('Deadline'), vscode.l10n.t('What is late, what is next'), 'calendar'],
    agreement: [vscode.l10n.t('Agreement'), vscode.l10n.t('What each agreement asks for'), 'book'],
    party: [vscode.l10n.t('Party'), vscode.l10n.t('What we owe, what they owe'), 'organization'],
    state: [vscode.l10n.t('State'), vscode.l10n.t('What is blocked, what waits, what is open'), 'pulse'],
  } as const;
  const items = TREE_GROUPINGS.map((grouping) => {
    const [label, description, icon] = words[grouping];
    const now = grouping === query.groupBy ? ` · ${vscode.l10n.t('now')}` : '';
    return { grouping, label, description: `${description}${now}`, iconPath: new vscode.ThemeIcon(icon) };
  });
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('By what shall commitments be grouped?'),
  });
  if (!picked) return;
  query.groupedBy(picked.grouping);
  await vscode.commands.executeCommand(`${VIEW}.focus`);
}

/** Show Only Mine: keeps what is owed by whoever looks. */
export async function onlyMine(server: Server, query: Query): Promise<void> {
  const mine = await me(server);
  if (mine) query.show({ ...query.filter, mine });
}

/** Who looks: as the setting says, as git knows, or as asked and then kept in the setting. */
export async function me(server: Server): Promise<readonly string[] | undefined> {
  const settings = vscode.workspace.getConfiguration('parley');
  const known = settings.get<string>('me')?.trim() || (await gitEmail());
  if (known) return [known];
  const people = await server.request('parley/tree/children', { query: { groupBy: 'owner', settled: true } });
  const items = people.rows
    .filter((row): row is GroupRow => row.type === 'group' && row.key !== '')
    .map(({ key, label }) => ({ label: plain(label), description: plain(key), key }));
  const placeHolder = vscode.l10n.t('Who are you? The setting “parley.me” keeps the answer.');
  const picked = await vscode.window.showQuickPick(items, { placeHolder });
  if (!picked) return undefined;
  await settings.update('me', picked.key, vscode.ConfigurationTarget.Global);
  return [picked.key];
}

/** The part of the built-in git extension's API that is used here. */
interface Git {
  getAPI(version: 1): { readonly repositories: readonly Repository[] };
}
interface Repository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

async function gitEmail(): Promise<string | undefined> {
  const git = vscode.extensions.getExtension<Git>('vscode.git');
  if (!git) return undefined;
  try {
    const { repositories } = (git.isActive ? git.exports : await git.activate()).getAPI(1);
    const [first] = repositories;
    const email = (await first?.getConfig('user.email')) || (await first?.getGlobalConfig('user.email'));
    return email?.trim() || undefined;
  } catch {
    // Git is switched off, or knows of nobody: the person is asked instead.
    return undefined;
  }
}
