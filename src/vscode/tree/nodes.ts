import type { CommitmentRow, GroupRow, TreeRow } from '../../server/protocol.ts';

/** A row of the tree as VS Code holds it: the object stays the same for as long as the row lives. */
export type Node = GroupNode | CommitmentNode | MoreNode;

export interface GroupNode {
  readonly type: 'group';
  /** Unique in the tree, and the same each time. */
  readonly id: string;
  readonly parent: undefined;
  row: GroupRow;
}

export interface CommitmentNode {
  readonly type: 'commitment';
  readonly id: string;
  readonly parent: GroupNode | undefined;
  row: CommitmentRow;
}

/** Stands at the end of rows of which only the first pages were asked for. */
export interface MoreNode {
  readonly type: 'more';
  readonly id: string;
  readonly parent: GroupNode | undefined;
  /** How many rows there are beyond those shown. */
  left: number;
}

/** The node for a row that is seen for the first time below a parent. */
export function nodeFor(row: TreeRow, parent: GroupNode | undefined): GroupNode | CommitmentNode {
  if (row.type === 'group') return { type: 'group', id: row.id, parent: undefined, row };
  return { type: 'commitment', id: idBelow(parent, row.id), parent, row };
}

/** An id below a parent: while a row moves from one group to another, VS Code knows it in both. */
export function idBelow(parent: GroupNode | undefined, id: string): string {
  return `${parent?.id ?? ''}\n${id}`;
}
