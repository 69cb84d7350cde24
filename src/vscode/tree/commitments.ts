import type { TreeRow } from '../../server/protocol.ts';
import type { Server } from '../client/server.ts';
import { itemFor } from './items.ts';
import type { Source } from './provider.ts';
import type { Query } from './query.ts';
import { tooltipFor } from './tooltip.ts';

/** The rows of the Commitments tree: groups, and the commitments in them. */
export function commitmentsSource(server: Server, query: Query): Source<TreeRow> {
  return {
    ask: (parent, offset) =>
      server.request('parley/tree/children', {
        query: query.asked,
        offset,
        ...(parent && { parent: parent.id }),
      }),
    item(node, roots) {
      const item = itemFor(node, roots);
      // What a filter finds stands open, whatever was closed before.
      const { text, mine, filtered } = query;
      if (filtered) item.id = JSON.stringify([text, mine, node.id]);
      return item;
    },
    tooltip: (row) => (row.type === 'commitment' ? tooltipFor(row) : undefined),
  };
}
