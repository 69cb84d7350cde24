import type { AgreementTreeRow } from '../../server/agreements/protocol.ts';
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

/** What stands in the Commitments tree. */
export type Node = NodeOf<TreeRow>;

/** What commands may be called on, in either tree. */
export type AnyNode = Node | NodeOf<AgreementTreeRow>;

/** The commitment that a node shows, for what can be done with it. */
export function commitmentOf(node: AnyNode): CommitmentRow | undefined {
  if (!('row' in node)) return undefined;
  const { row } = node;
  if (row.type === 'commitment') return row;
  return 'commitment' in row ? row.commitment : undefined;
}

/** An id below a parent: while a row moves from one group to another, VS Code knows it in both. */
export function idBelow(parent: { readonly id: string } | undefined, id: string): string {
  return `${parent?.id ?? ''}\n${id}`;
}
