import * as vscode from 'vscode';
import type { TreeQuery } from '../../server/protocol.ts';

/** By what the tree can be grouped. */
export const TREE_GROUPINGS = ['owner', 'due', 'party'] as const satisfies readonly TreeQuery['groupBy'][];
export type TreeGrouping = (typeof TREE_GROUPINGS)[number];

const STORED = 'parley.tree';

interface Stored {
  readonly groupBy: TreeGrouping;
  readonly settled: boolean;
}

/** What the tree shows. Grouping and what is settled are kept with the workspace; a filter holds for the window. */
export class Query {
  readonly #state: vscode.Memento;
  readonly #changes = new vscode.EventEmitter<void>();
  #stored: Stored;
  #text = '';
  #mine: readonly string[] | undefined;

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
  get text(): string {
    return this.#text;
  }
  get mine(): readonly string[] | undefined {
    return this.#mine;
  }
  /** Whether some commitments are kept back. */
  get filtered(): boolean {
    return this.#text !== '' || this.#mine !== undefined;
  }

  /** The query as the server takes it. */
  get asked(): TreeQuery {
    return {
      groupBy: this.groupBy,
      settled: this.settled,
      ...(this.#text !== '' && { text: this.#text }),
      ...(this.#mine && { mine: this.#mine }),
    };
  }

  groupedBy(groupBy: TreeGrouping): void {
    this.#store({ ...this.#stored, groupBy });
  }

  showSettled(settled: boolean): void {
    this.#store({ ...this.#stored, settled });
  }

  /** Shows what has these words only, and what is theirs whose handles or addresses are given. */
  filter({
    text = '',
    mine,
  }: {
    readonly text?: string;
    readonly mine?: readonly string[] | undefined;
  }): void {
    this.#text = text.trim();
    this.#mine = mine;
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
    const facts = { filtered: this.filtered, mine: this.#mine !== undefined, settled: this.settled };
    for (const [name, fact] of Object.entries(facts))
      vscode.commands.executeCommand('setContext', `parley.tree.${name}`, fact);
  }
}
