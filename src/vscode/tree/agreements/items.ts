import * as vscode from 'vscode';
import type { AgreementTreeRow } from '../../../server/agreements/protocol.ts';
import { contextOf, openCommand } from '../items.ts';
import { commitmentOf, type RowNode } from '../nodes.ts';
import { faceOf } from './faces.ts';
import { iconOf } from './icons.ts';

/** How a row of the Agreements tree looks. `only` says whether an agreement is the one that there is. */
export function agreementItem(node: RowNode<AgreementTreeRow>, only: boolean): vscode.TreeItem {
  const { row, parent } = node;
  const { label, words, spoken } = faceOf(row, parent?.row);
  const item = new vscode.TreeItem(label || vscode.l10n.t('Untitled'), stateOf(row, only));
  item.description = words;
  item.accessibilityInformation = { label: spoken };
  const icon = iconOf(row);
  if (icon) item.iconPath = icon;
  const commitment = commitmentOf(node);
  item.contextValue = commitment ? contextOf(commitment) : row.type;
  if (row.type !== 'part') item.command = openCommand(row.type === 'predecessor' ? row.commitment : row);
  return item;
}

function stateOf(row: AgreementTreeRow, only: boolean): vscode.TreeItemCollapsibleState {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  if (row.type === 'part') return Collapsed;
  if (row.type === 'objective') return row.figures.length > 0 ? Collapsed : None;
  if (row.type === 'milestone') return row.expandable ? Collapsed : None;
  if (row.type !== 'agreement' || !row.expandable) return None;
  return only ? Expanded : Collapsed;
}
