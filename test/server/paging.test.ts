import assert from 'node:assert/strict';
import type { AnyRow, MoreNode, NodeOf } from '../../src/vscode/tree/nodes.ts';
import type { Page, Provider, Source } from '../../src/vscode/tree/provider.ts';
import { breath, loadClient } from './vscode.ts';

const PAGE = 200;

describe('A tree whose next page is turned to while it is asked for again', () => {
  it('goes on to show both pages, and what is below their rows', async () => {
    const loaded = await loadClient<{
      Provider: new (server: object, source: Source<AnyRow>) => Provider<AnyRow>;
    }>('tree/provider.ts');
    const rows = Array.from({ length: 1000 }, (_, n) => ({ type: 'group', id: `r${n}` }));
    const questions: (() => void)[] = [];
    const source = {
      ask: (parent: AnyRow | undefined, offset: number) =>
        new Promise<Page<AnyRow>>((resolve) => {
          const below = parent && { rows: [{ type: 'group', id: `${parent.id}\nchild` }], total: 1 };
          questions.push(() =>
            resolve(below ?? { rows: rows.slice(offset, offset + PAGE), total: rows.length }),
          );
        }),
      item: () => ({}),
      tooltip: () => undefined,
    };
    /** Answers questions in their order, as a server does, until nothing is asked any more. */
    const answers = async <T>(result: Promise<T>): Promise<T> => {
      await breath();
      while (questions.length > 0) {
        questions.shift()!();
        await breath();
      }
      return result;
    };
    const silent = () => ({ dispose: () => undefined });
    const provider = new loaded.Provider({ onDidChange: silent, onDidChangeState: silent }, source);
    let shown: NodeOf<AnyRow>[] = await answers(provider.getChildren());
    provider.onDidChangeTreeData(async () => {
      shown = await provider.getChildren();
    });
    const turned = (shown.at(-1) as MoreNode<AnyRow>).load();
    await breath();
    // Of the two pages that are asked for the first is there.
    questions.shift()!();
    await breath();
    await answers(Promise.all([turned, provider.refresh()]));
    assert.equal(shown.length, 2 * PAGE + 1);
    assert.equal((await answers(provider.getChildren(shown[300]))).length, 1);
  });
});
