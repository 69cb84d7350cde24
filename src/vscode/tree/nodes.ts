import type { CommitmentRow, TreeRow } from '../../server/protocol.ts';

/** What the rows of every tree have. */
export interface AnyRow {
  readonly type: string;
  /** Names the row for good. */
  readonly id: string;
}

/** A place in a tree as VS Code holds it: a row, or what asks for more of them. */
export type NodeOf<R extends AnyRow> = RowNode<R> | MoreNode<R>;

/** A row of a tree as VS Code holds it: the object stays the same for as long as the row lives. */
export interface RowNode<R extends AnyRow> {
  /** Unique in the tree, and the same each time. */
  readonly id: string;
  readonly parent: RowNode<R> | undefined;
  row: R;
}

/** Stands at the end of rows of which only the first pages were asked for. */
export interface MoreNode<R extends AnyRow = AnyRow> {
  readonly id: string;
  readonly parent: RowNode<R> | undefined;
  /** How many rows there are beyond those shown. */
  readonly left: number;
  /** Asks for the next page. */
  readonly load: () => Promise<void>;
}

/** What stands in a tree that commands are called on. */
export type Node = NodeOf<TreeRow>;

/** The commitment that a node shows, for what can be done with it. */
export function commitmentOf(node: Node): CommitmentRow | undefined {
  return 'row' in node && node.row.type === 'commitment' ? node.row : undefined;
}

/** An id below a parent: while a row moves from one group to another, VS Code knows it in both. */
export function idBelow(parent: { readonly id: string } | undefined, id: string): string {
  return `${parent?.id ?? ''}\n${id}`;
}
