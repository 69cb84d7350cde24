import * as vscode from 'vscode';
import type { Server } from '../../src/vscode/client/server.ts';
import type { AnyRow, NodeOf } from '../../src/vscode/tree/nodes.ts';
import { Provider } from '../../src/vscode/tree/provider.ts';
import { expectEqual } from './expect.ts';

interface Row extends AnyRow {
  readonly due?: string;
}

/** A tree whose server is the test. */
class Fixture {
  readonly below: Record<string, Row[]> = {
    Inés: [row('M1', '2026-01-31')],
    Tom: [row('M2', '2026-06-30')],
  };
  /** What VS Code was told of, by id. */
  readonly told: string[] = [];
  readonly #server = { onDidChange: () => NOTHING, onDidChangeState: () => NOTHING } as unknown as Server;
  readonly provider = new Provider<Row>(this.#server, {
    ask: async (parent) => {
      const rows = parent ? this.below[parent.id]! : Object.keys(this.below).map((id) => row(id));
      return { rows, total: rows.length };
    },
    item: (node) => new vscode.TreeItem(node.row.id),
    tooltip: () => undefined,
  });

  constructor() {
    this.provider.onDidChangeTreeData((nodes) => this.told.push(...[nodes].flat().map(idOf)));
  }

  /** As VS Code asks for all that a tree shows. Returns the roots. */
  async ask(): Promise<readonly NodeOf<Row>[]> {
    const roots = await this.provider.getChildren();
    for (const root of roots) await this.provider.getChildren(root);
    return roots;
  }
}

const NOTHING = new vscode.Disposable(() => undefined);

function row(id: string, due?: string): Row {
  return { type: 'row', id, ...(due && { due }) };
}

function idOf(node: NodeOf<Row> | undefined): string {
  return node?.id ?? 'everything';
}

describe('The rows of a tree', () => {
  it('are told of one by one where only they changed', async () => {
    const tree = new Fixture();
    await tree.ask();
    tree.below.Tom = [row('M2', '2026-07-01')];
    await tree.provider.refresh();
    expectEqual(tree.told, ['Tom\nM2']);
  });

  it('stay in step although VS Code asks about some from before a reset', async () => {
    const tree = new Fixture();
    const before = await tree.ask();
    tree.provider.reset();
    for (const root of before) await tree.provider.getChildren(root);
    await tree.ask();
    tree.below.Inés = [];
    await tree.provider.refresh();
    tree.below.Tom = [row('M2', '2026-07-01')];
    await tree.provider.refresh();
    expectEqual(tree.told, ['everything', 'Inés', 'Tom\nM2']);
  });
});
