import * as vscode from 'vscode';
import { GROUPINGS } from '../../core/portfolio/query.ts';
import type { TreeQuery } from '../../server/protocol.ts';
import { conditionsOf, type Filter, isSameFilter, type SavedFilter, tidied } from './filter.ts';

/** By what the tree can be grouped, in the order in which it is offered. */
export const TREE_GROUPINGS = GROUPINGS;
export type TreeGrouping = TreeQuery['groupBy'];

const STORED = 'parley.tree';
const FILTERS = 'parley.filters';

interface Stored {
  readonly groupBy: TreeGrouping;
  readonly settled: boolean;
}

/** What the tree shows. Grouping, what is settled and named filters are kept with the workspace; which filter is on holds
 * for the window, so that nothing is kept back from somebody who comes back another day. */
export class Query {
  readonly #state: vscode.Memento;
  readonly #changes = new vscode.EventEmitter<void>();
  #stored: Stored;
  #filter: Filter = {};

  readonly onDidChange = this.#changes.event;

  constructor({ workspaceState }: vscode.ExtensionContext) {
    this.#state = workspaceState;
    this.#stored = { groupBy: 'owner', settled: false, ...workspaceState.get<Partial<Stored>>(STORED) };
    this.#tellMenus();
  }

  get groupBy(): TreeGrouping {
    return this.#stored.groupBy;
  }
  get settled(): boolean {
    return this.#stored.settled;
  }
  get filter(): Filter {
    return this.#filter;
  }
  /** Whether some commitments are kept back. */
  get filtered(): boolean {
    return Object.keys(this.#filter).length > 0;
  }
  /** The filters that names were given to, by name. */
  get saved(): readonly SavedFilter[] {
    return this.#state.get<readonly SavedFilter[]>(FILTERS, []);
  }
  /** The name of the filter that is on, where it has one. */
  get name(): string | undefined {
    return this.saved.find(({ filter }) => isSameFilter(filter, this.#filter))?.name;
  }

  /** The query as the server takes it. */
  get asked(): TreeQuery {
    return { groupBy: this.groupBy, settled: this.settled, ...conditionsOf(this.#filter) };
  }

  groupedBy(groupBy: TreeGrouping): void {
    this.#store({ ...this.#stored, groupBy });
  }

  showSettled(settled: boolean): void {
    this.#store({ ...this.#stored, settled });
  }

  /** Shows only what a filter lets through. */
  show(filter: Filter): void {
    this.#filter = tidied(filter);
    this.#changed();
  }

  /** Keeps the filter that is on under a name, in place of another one of that name. */
  async save(name: string): Promise<void> {
    const others = this.saved.filter((one) => one.name !== name);
    const saved = [...others, { name, filter: this.#filter }];
    await this.#keep(saved.sort((a, b) => a.name.localeCompare(b.name)));
  }

  /** Forgets filters by their names; one that is on stays on. */
  async forget(names: readonly string[]): Promise<void> {
    await this.#keep(this.saved.filter(({ name }) => !names.includes(name)));
  }

  async #keep(saved: readonly SavedFilter[]): Promise<void> {
    await this.#state.update(FILTERS, saved);
    this.#changed();
  }

  #store(stored: Stored): void {
    this.#stored = stored;
    this.#state.update(STORED, stored);
    this.#changed();
  }

  #changed(): void {
    this.#tellMenus();
    this.#changes.fire();
  }

  #tellMenus(): void {
    const facts = {
      filtered: this.filtered,
      mine: this.#filter.mine !== undefined,
      settled: this.settled,
    };
    for (const [name, fact] of Object.entries(facts))
      vscode.commands.executeCommand('setContext', `parley.tree.${name}`, fact);
  }
}
