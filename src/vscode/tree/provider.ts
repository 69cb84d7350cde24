import * as vscode from 'vscode';
import type { Server } from '../client/server.ts';
import { type AnyRow, idBelow, type MoreNode, type NodeOf, type RowNode } from './nodes.ts';

/** How many pages are turned at most to find a row that is to be revealed. */
const MOST_PAGES = 50;

/** Where a tree's rows come from, and how they look. */
export interface Source<R extends AnyRow> {
  /** Asks the server for a page of the rows below one, or of the roots. */
  ask(parent: R | undefined, offset: number): Promise<Page<R>>;
  /** How a row looks; `roots` is how many roots are shown. Its id is given to it where it has none. */
  item(node: RowNode<R>, roots: number): vscode.TreeItem;
  /** What is shown of a row that somebody points at. */
  tooltip(row: R): vscode.MarkdownString | undefined;
}

/** As the server answers. */
export interface Page<R extends AnyRow> {
  readonly rows: readonly R[];
  readonly total: number;
}

/** The rows below one parent, as far as they were asked for. */
interface Rows<R extends AnyRow> {
  readonly nodes: readonly RowNode<R>[];
  readonly more: MoreNode<R> | undefined;
}

/**
 * Serves a tree from the server's answers, asks again whenever the server says that something changed, and tells VS Code
 * of nothing but the rows that did.
 */
export class Provider<R extends AnyRow> implements vscode.TreeDataProvider<NodeOf<R>>, vscode.Disposable {
  readonly #source: Source<R>;
  readonly #changes = new vscode.EventEmitter<NodeOf<R> | NodeOf<R>[] | undefined>();
  readonly #roots = new vscode.EventEmitter<number>();
  readonly #pages = new vscode.EventEmitter<RowNode<R>>();
  /** By the parent's id; empty for the roots. */
  readonly #rows = new Map<string, Rows<R>>();
  /** Whose rows are known, each before those below it. */
  readonly #parents = new Map<string, RowNode<R> | undefined>();
  readonly #listeners: vscode.Disposable;
  #refreshing: Promise<void> | undefined;
  #again = false;
  /** Counts the queries, so that a late answer to an old one is known. */
  #era = 0;

  readonly onDidChangeTreeData = this.#changes.event;
  /** Fires with the number of roots after each time they were asked for: none where the server could not answer. */
  readonly onDidLoadRoots = this.#roots.event;
  /** Fires with the first row of each page that somebody turned to. */
  readonly onDidTurnPage = this.#pages.event;

  constructor(server: Server, source: Source<R>) {
    this.#source = source;
    this.#listeners = vscode.Disposable.from(
      server.onDidChange(() => this.refresh()),
      server.onDidChangeState((state) => {
        if (state === 'starting' || state === 'failed') this.reset();
      }),
    );
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

  getTreeItem(node: NodeOf<R>): vscode.TreeItem {
    if (isMore(node)) return moreItem(node);
    const item = this.#source.item(node, this.#rows.get('')?.nodes.length ?? 0);
    item.id ??= node.id;
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: NodeOf<R>): vscode.TreeItem {
    const tooltip = isMore(node) ? undefined : this.#source.tooltip(node.row);
    if (tooltip) item.tooltip = tooltip;
    return item;
  }

  getParent(node: NodeOf<R>): NodeOf<R> | undefined {
    return node.parent;
  }

  async getChildren(parent?: NodeOf<R>): Promise<NodeOf<R>[]> {
    if (parent && (isMore(parent) || !this.#isShown(parent))) return [];
    const rows = this.#rows.get(parent?.id ?? '') ?? (await this.#load(parent));
    return rows ? [...rows.nodes, ...(rows.more ? [rows.more] : [])] : [];
  }

  /** The node of a row below a root, wherever it stands; undefined where the tree does not show it. */
  async find(root: string, rowId: string): Promise<RowNode<R> | undefined> {
    const parent = (await this.getChildren()).find(({ id }) => id === root);
    if (!parent || isMore(parent)) return undefined;
    await this.getChildren(parent);
    const id = idBelow(parent, rowId);
    for (let page = 0; page < MOST_PAGES; page++) {
      const rows = this.#rows.get(parent.id);
      const node = rows?.nodes.find((known) => known.id === id);
      if (node || !rows?.more) return node;
      await this.#nextPage(parent);
    }
    return undefined;
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changes.dispose();
    this.#roots.dispose();
    this.#pages.dispose();
  }

  async #refresh(): Promise<void> {
    const era = this.#era;
    const changed: NodeOf<R>[] = [];
    // What could not be had before may be there now.
    if (!this.#rows.has('')) this.#changes.fire(undefined);
    for (const [id, parent] of [...this.#parents]) {
      const before = this.#rows.get(id);
      if (!before) continue;
      const kept = new Map(before.nodes.map((node) => [node, JSON.stringify(node.row)]));
      const after = await this.#load(parent, before.nodes.length);
      if (era !== this.#era) return;
      if (!after) continue;
      if (sameRows(before, after)) {
        changed.push(...after.nodes.filter((node) => kept.get(node) !== JSON.stringify(node.row)));
        continue;
      }
      this.#forgetMissing();
      if (parent) changed.push(parent);
      else this.#changes.fire(undefined);
    }
    if (changed.length > 0) this.#changes.fire(changed);
  }

  /** Asks for at least so many rows, page by page. Undefined where they could not be had or nobody asks any more. */
  async #load(parent: RowNode<R> | undefined, atLeast = 1): Promise<Rows<R> | undefined> {
    const era = this.#era;
    const key = parent?.id ?? '';
    const pages: Page<R>[] = [];
    let count = 0;
    try {
      let page: Page<R>;
      let wanted: number;
      do {
        page = await this.#source.ask(parent?.row, count);
        pages.push(page);
        count += page.rows.length;
        // Somebody may have turned to the next page meanwhile.
        wanted = Math.max(atLeast, this.#rows.get(key)?.nodes.length ?? 0);
      } while (page.rows.length > 0 && count < Math.min(wanted, page.total));
    } catch {
      // The server has told of it, or is being restarted; the welcome view says how things stand.
      if (era === this.#era && !parent) this.#roots.fire(0);
      return undefined;
    }
    if (era !== this.#era) return undefined;
    const rows = this.#merge(key, parent, pages);
    this.#rows.set(key, rows);
    this.#parents.set(key, parent);
    if (!parent) this.#roots.fire(rows.nodes.length);
    return rows;
  }

  #merge(key: string, parent: RowNode<R> | undefined, pages: readonly Page<R>[]): Rows<R> {
    const known = new Map(this.#rows.get(key)?.nodes.map((node) => [node.id, node]));
    // Rows may have moved from one page to the next while these were asked for.
    const nodes = new Map<string, RowNode<R>>();
    for (const row of pages.flatMap((page) => page.rows)) {
      const fresh = nodeFor(row, parent);
      const node = known.get(fresh.id) ?? fresh;
      node.row = row;
      nodes.set(node.id, node);
    }
    const left = pages.at(-1)!.total - nodes.size;
    return { nodes: [...nodes.values()], more: left > 0 ? this.#moreBelow(parent, left) : undefined };
  }

  #moreBelow(parent: RowNode<R> | undefined, left: number): MoreNode<R> {
    const load = async () => {
      const first = await this.#nextPage(parent);
      if (first) this.#pages.fire(first);
    };
    return { id: idBelow(parent, `more ${left}`), parent, left, load };
  }

  /** Asks for the next page below a parent, and returns its first row. */
  async #nextPage(parent: RowNode<R> | undefined): Promise<RowNode<R> | undefined> {
    const known = this.#rows.get(parent?.id ?? '');
    const rows = known && (await this.#load(parent, known.nodes.length + 1));
    if (!rows) return undefined;
    this.#changes.fire(parent);
    return rows.nodes[known.nodes.length];
  }

  /**
   * Whether a node is one of those handed out since the last reset. VS Code may still ask about one from before, and
   * forgets what it is answered: the reset has made it ask for everything anew.
   */
  #isShown(node: RowNode<R>): boolean {
    return this.#rows.get(node.parent?.id ?? '')?.nodes.includes(node) === true;
  }

  /** Forgets what stands below rows that are no longer shown. */
  #forgetMissing(): void {
    for (const [id, node] of this.#parents) {
      if (!node || this.#isShown(node)) continue;
      this.#parents.delete(id);
      this.#rows.delete(id);
    }
  }
}

/** Moves the focus on to each page that somebody turns to: the row that had it is gone, and the next key would begin on top. */
export function focusingPages<R extends AnyRow>(
  view: vscode.TreeView<NodeOf<R>>,
  { onDidTurnPage }: Provider<R>,
): vscode.Disposable {
  return onDidTurnPage((first) => view.reveal(first, { select: false, focus: true }));
}

/** The node for a row that is seen for the first time below a parent, whose id its own may begin with. */
function nodeFor<R extends AnyRow>(row: R, parent: RowNode<R> | undefined): RowNode<R> {
  const own = !parent || row.id.startsWith(`${parent.id}\n`);
  const id = own ? row.id : idBelow(parent, row.id);
  return { id, parent, row };
}

function isMore<R extends AnyRow>(node: NodeOf<R>): node is MoreNode<R> {
  return 'left' in node;
}

function moreItem(node: MoreNode): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Load more…'));
  item.id = node.id;
  item.description = vscode.l10n.t('{0} not shown', node.left);
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.contextValue = 'more';
  item.command = { command: 'parley.tree.more', title: vscode.l10n.t('Load more…'), arguments: [node] };
  return item;
}

function sameRows<R extends AnyRow>(before: Rows<R>, after: Rows<R>): boolean {
  return (
    before.more?.left === after.more?.left &&
    before.nodes.length === after.nodes.length &&
    before.nodes.every((node, index) => node === after.nodes[index])
  );
}
