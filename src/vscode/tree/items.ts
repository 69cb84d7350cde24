import * as vscode from 'vscode';
import type { Kind, State } from '../../core/commitments/commitment.ts';
import type { DueBucket } from '../../core/portfolio/query.ts';
import { accessibleLabel, bucketWord, capitalised, description, stateWord } from '../../core/report/words.ts';
import type { CommitmentRow, GroupRow, TreeRow } from '../../server/protocol.ts';
import { countWords, messages, standingOf } from '../words.ts';
import { iconFor } from './icons.ts';
import type { RowNode } from './nodes.ts';

/** Groups stand open while there are at most so many; of more, only those with something late do. */
const MANY_GROUPS = 8;

/** The kinds that are called the same in every agreement. */
const SHARED: ReadonlySet<Kind> = new Set(['check-in', 'notice', 'expiry']);

/** How a row of the Commitments tree looks. `groups` is how many roots there are. */
export function itemFor({ row, parent }: RowNode<TreeRow>, groups: number): vscode.TreeItem {
  if (row.type === 'group') return groupItem(row, groups);
  // The group says who the owner is, or else the row does; these kinds are told apart by their agreement alone.
  const group = parent?.row.type === 'group' ? parent.row.groupBy : undefined;
  const owner = group === 'owner' ? undefined : row.owner?.name;
  return commitmentItem(row, [owner, SHARED.has(row.kind) ? row.agreement.title : undefined]);
}

function commitmentItem(row: CommitmentRow, more: readonly (string | undefined)[]): vscode.TreeItem {
  const { standing, today } = standingOf(row);
  const item = new vscode.TreeItem(row.title);
  item.description = [description(standing, today, messages()), ...more].filter(Boolean).join(' · ');
  item.iconPath = iconFor(row);
  item.contextValue = contextOf(row);
  item.command = openCommand(row);
  const names = { owner: row.owner?.name, agreement: row.agreement.title };
  item.accessibilityInformation = { label: accessibleLabel(standing, today, names, messages()) };
  return item;
}

/** What menus go by: what a commitment is, and what can be done with it. */
export function contextOf({ kind, can }: CommitmentRow): string {
  const abilities = (['complete', 'postpone', 'reassign'] as const).filter((ability) => can[ability]);
  return ['commitment', kind, ...abilities].join(' ');
}

/** Opens an item's place. VS Code's own command keeps the tree's manners: preview, pinning, where the focus goes. */
export function openCommand({ uri, range }: Pick<CommitmentRow, 'uri' | 'range'>): vscode.Command {
  const start = new vscode.Position(range.start.line, range.start.character);
  return {
    command: 'vscode.open',
    title: vscode.l10n.t('Open'),
    arguments: [vscode.Uri.parse(uri), { selection: new vscode.Range(start, start) }],
  };
}

function groupItem(row: GroupRow, groups: number): vscode.TreeItem {
  const open = groups <= MANY_GROUPS || row.overdue > 0;
  const label = groupLabel(row);
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, open ? Expanded : Collapsed);
  const late = row.overdue > 0 && row.key !== 'overdue' ? vscode.l10n.t('{0} late', row.overdue) : '';
  item.description = [`${row.count}`, late].filter(Boolean).join(' · ');
  item.contextValue = 'group';
  item.tooltip = label;
  item.accessibilityInformation = { label: [label, countWords(row.count), late].filter(Boolean).join(', ') };
  return item;
}

/** The group's name, for labels and announcements. */
function groupLabel({ groupBy, key, label, side }: GroupRow): string {
  if (groupBy === 'due') return bucketWord(key as DueBucket, messages());
  if (groupBy === 'state') return capitalised(stateWord(key as State, messages()));
  if (key === '') return groupBy === 'party' ? vscode.l10n.t('No party') : vscode.l10n.t('No owner');
  if (side === 'we') return vscode.l10n.t('We owe: {0}', label);
  if (side === 'they') return vscode.l10n.t('They owe: {0}', label);
  return label;
}
