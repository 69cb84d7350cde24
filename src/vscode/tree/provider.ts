import * as vscode from 'vscode';
import type { ChildrenAnswer, GroupRow } from '../../server/protocol.ts';
import type { Server } from '../client/server.ts';
import { itemFor } from './items.ts';
import { type CommitmentNode, type GroupNode, idBelow, type MoreNode, type Node, nodeFor } from './nodes.ts';
import type { Query } from './query.ts';
import { tooltipFor } from './tooltip.ts';

/** How many pages are turned at most to find a row that is to be revealed. */
const MOST_PAGES = 50;

/** The rows below one parent, as far as they were asked for. */
interface Rows {
  readonly nodes: readonly (GroupNode | CommitmentNode)[];
  readonly more: MoreNode | undefined;
  readonly incomplete: boolean;
}

/** Serves the tree from the server's answers, and tells VS Code of nothing but the rows that have changed. */
export class Provider implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #server: Server;
  readonly #query: Query;
  readonly #changes = new vscode.EventEmitter<Node | Node[] | undefined>();
  readonly #roots = new vscode.EventEmitter<Rows | undefined>();
  /** By the parent's id; empty for the roots. */
  readonly #rows = new Map<string, Rows>();
  readonly #parents = new Map<string, GroupNode | undefined>();
  #refreshing: Promise<void> | undefined;
  #again = false;
  /** Counts the queries, so that a late answer to an old one is known. */
  #era = 0;

  readonly onDidChangeTreeData = this.#changes.event;
  /** Fires with the roots after each time they were asked for; with none where the server could not answer. */
  readonly onDidLoadRoots = this.#roots.event;

  constructor(server: Server, query: Query) {
    this.#server = server;
    this.#query = query;
  }

  /** Forgets all rows: another question is asked now. */
  reset(): void {
    this.#era += 1;
    this.#rows.clear();
    this.#parents.clear();
    this.#changes.fire(undefined);
  }

  /** Asks again for all rows that are known, and tells of those that have changed. */
  refresh(): Promise<void> {
    if (this.#refreshing) {
      this.#again = true;
      return this.#refreshing;
    }
    this.#refreshing = this.#refresh().finally(() => {
      this.#refreshing = undefined;
      if (!this.#again) return;
      this.#again = false;
      return this.refresh();
    });
    return this.#refreshing;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item = itemFor(node, this.#rows.get('')?.nodes.length ?? 0);
    // What a filter finds stands open, whatever was closed before.
    const { text, mine, filtered } = this.#query;
    if (filtered) item.id = JSON.stringify([text, mine, node.id]);
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    if (node.type === 'commitment') item.tooltip = tooltipFor(node.row);
    return item;
  }

  getParent(node: Node): Node | undefined {
    return node.parent;
  }

  async getChildren(parent?: Node): Promise<Node[]> {
    if (parent && parent.type !== 'group') return [];
    const rows = this.#rows.get(parent?.id ?? '') ?? (await this.#load(parent));
    return rows ? [...rows.nodes, ...(rows.more ? [rows.more] : [])] : [];
  }

  /** Asks for the next page. */
  async loadMore({ parent }: MoreNode): Promise<void> {
    const known = this.#rows.get(parent?.id ?? '');
    if (known && (await this.#load(parent, known.nodes.length + 1))) this.#changes.fire(parent);
  }

  /** The node of a commitment in a group, wherever it stands; undefined where the tree does not show it. */
  async find(rowId: string, group: GroupRow): Promise<CommitmentNode | undefined> {
    const parent = (await this.getChildren()).find(({ id }) => id === group.id);
    if (parent?.type !== 'group') return undefined;
    await this.getChildren(parent);
    const id = idBelow(parent, rowId);
    for (let page = 0; page < MOST_PAGES; page++) {
      const rows = this.#rows.get(parent.id);
      const node = rows?.nodes.find((known) => known.id === id);
      if (node?.type === 'commitment') return node;
      if (!rows?.more) return undefined;
      await this.loadMore(rows.more);
    }
    return undefined;
  }

  dispose(): void {
    this.#changes.dispose();
    this.#roots.dispose();
  }

  async #refresh(): Promise<void> {
    const era = this.#era;
    const changed: Node[] = [];
    // What could not be had before may be there now.
    if (!this.#rows.has('')) this.#changes.fire(undefined);
    for (const [id, parent] of [...this.#parents]) {
      const before = this.#rows.get(id);
      if (!before) continue;
      const kept = new Map(before.nodes.map((node) => [node, JSON.stringify(node.row)]));
      const after = await this.#load(parent, before.nodes.length);
      if (era !== this.#era) return;
      if (!after) continue;
      if (sameRows(before, after))
        changed.push(...after.nodes.filter((node) => kept.get(node) !== JSON.stringify(node.row)));
      else if (parent) changed.push(parent);
      else {
        this.#changes.fire(undefined);
        this.#forgetMissing(after);
      }
    }
    if (changed.length > 0) this.#changes.fire(changed);
  }

  /** Asks for at least so many rows, page by page. Undefined where they could not be had or nobody asks any more. */
  async #load(parent: GroupNode | undefined, atLeast = 1): Promise<Rows | undefined> {
    const era = this.#era;
    const key = parent?.id ?? '';
    const answers: ChildrenAnswer[] = [];
    let count = 0;
    try {
      do {
        const answer = await this.#ask(parent, count);
        answers.push(answer);
        count += answer.rows.length;
      } while (answers.at(-1)!.rows.length > 0 && count < Math.min(atLeast, answers.at(-1)!.total));
    } catch {
      // The server has told of it, or is being restarted; the welcome view says how things stand.
      if (era === this.#era && !parent) this.#roots.fire(undefined);
      return undefined;
    }
    if (era !== this.#era) return undefined;
    const rows = this.#merge(key, parent, answers);
    this.#rows.set(key, rows);
    this.#parents.set(key, parent);
    if (!parent) this.#roots.fire(rows);
    return rows;
  }

  #ask(parent: GroupNode | undefined, offset: number): Promise<ChildrenAnswer> {
    const query = this.#query.asked;
    return this.#server.request('parley/tree/children', {
      query,
      offset,
      ...(parent && { parent: parent.id }),
    });
  }

  #merge(key: string, parent: GroupNode | undefined, answers: readonly ChildrenAnswer[]): Rows {
    const known = new Map(this.#rows.get(key)?.nodes.map((node) => [node.id, node]));
    // Rows may have moved from one page to the next while these were asked for.
    const nodes = new Map<string, GroupNode | CommitmentNode>();
    for (const row of answers.flatMap((answer) => answer.rows)) {
      const fresh = nodeFor(row, parent);
      const node = known.get(fresh.id) ?? fresh;
      node.row = fresh.row;
      nodes.set(node.id, node);
    }
    const { total, incomplete } = answers.at(-1)!;
    const left = total - nodes.size;
    const more: MoreNode | undefined =
      left > 0 ? { type: 'more', id: idBelow(parent, `more ${left}`), parent, left } : undefined;
    return { nodes: [...nodes.values()], more, incomplete };
  }

  #forgetMissing({ nodes }: Rows): void {
    const here = new Set(nodes.map(({ id }) => id));
    for (const id of this.#parents.keys()) {
      if (id === '' || here.has(id)) continue;
      this.#parents.delete(id);
      this.#rows.delete(id);
    }
  }
}

function sameRows(before: Rows, after: Rows): boolean {
  return (
    before.more?.left === after.more?.left &&
    before.nodes.length === after.nodes.length &&
    before.nodes.every((node, index) => node === after.nodes[index])
  );
}
