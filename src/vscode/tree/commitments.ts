import type { TreeRow } from '../../server/protocol.ts';
import type { Server } from '../client/server.ts';
import { conditionsOf } from './filter.ts';
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
      // What a filter finds stands open, whatever was closed before; so does what all that was read asks for.
      if (query.filtered || server.reading)
        item.id = JSON.stringify([server.reading, conditionsOf(query.filter), node.id]);
      return item;
    },
    tooltip: (row) => (row.type === 'commitment' ? tooltipFor(row) : undefined),
  };
}
