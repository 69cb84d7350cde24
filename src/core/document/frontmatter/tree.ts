/**
 * What YAML says, without how it was parsed: just enough to read values and to edit the text around them. All
 * offsets count from the start of the block.
 */
export type Node = ScalarNode | MapNode | ListNode | AliasNode;

interface Span {
  /** Where it begins and ends; a block mapping or list ends with its last value. */
  readonly from: number;
  readonly to: number;
  /** The anchor's name, where the node has one. */
  readonly anchor?: string;
}

/** A single value. `text` is what the author wrote: the characters of a plain scalar, a quoted one's content. */
export interface ScalarNode extends Span {
  readonly kind: 'scalar';
  readonly text: string;
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

/** A mapping; entries in the order of the file, duplicates included. */
export interface MapNode extends Span {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly entries: readonly Entry[];
}

/** One `key: value`. `value` is absent where nothing stands behind the colon. */
export interface Entry {
  readonly key: Node;
  readonly value?: Node;
}

/** A sequence. An item is absent where nothing stands behind its `-`. */
export interface ListNode extends Span {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: readonly (Node | undefined)[];
}

/** `*name`: stands for the node that last took that anchor's name before it. */
export interface AliasNode extends Span {
  readonly kind: 'alias';
  readonly name: string;
  /** The anchored node, where it stands earlier in the same block. */
  readonly target?: Node;
}

/** Whether a node says nothing: absent, or a plain `null` of YAML 1.2's core schema. */
export function isNull(node: Node | undefined): boolean {
  return (
    node === undefined ||
    (node.kind === 'scalar' && node.style === 'plain' && /^(?:|~|null|Null|NULL)$/.test(node.text))
  );
}
