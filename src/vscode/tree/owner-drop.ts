import * as vscode from 'vscode';
import { commitmentOf, type Node } from './nodes.ts';

const ROWS = 'application/vnd.code.tree.parley.commitments';

/** Dragging rows to another owner's group reassigns them, after asking; what is dropped elsewhere stays where it is. */
export const ownerDrop: vscode.TreeDragAndDropController<Node> = {
  dragMimeTypes: [ROWS],
  dropMimeTypes: [ROWS],
  handleDrag(nodes, transfer) {
    const rows = nodes.filter((node) => commitmentOf(node));
    if (rows.length > 0) transfer.set(ROWS, new vscode.DataTransferItem(rows));
  },
  async handleDrop(target, transfer) {
    const nodes: readonly Node[] = transfer.get(ROWS)?.value ?? [];
    const [first] = nodes;
    const to = target && ownerAt(target);
    if (first && to) await vscode.commands.executeCommand('parley.reassign', first, nodes, to);
  },
};

/** The owner in whose group a node stands or which it is; undefined where the tree is grouped by something else. */
function ownerAt(node: Node): { readonly handle: string; readonly name: string } | undefined {
  const { row } = 'row' in node && node.row.type === 'group' ? node : (node.parent ?? {});
  if (row?.type !== 'group' || row.groupBy !== 'owner' || row.key === '') return undefined;
  return { handle: row.key, name: row.label };
}
