import type { Source } from '../schema/type.ts';
import { Value } from '../text/value.ts';

/** Where each record within a typed tree stands, the tree's own record included; those behind aliases are left out. */
export function* recordsIn(tree: unknown): Iterable<Source> {
  if (typeof tree !== 'object' || tree === null || tree instanceof Value) return;
  if (Array.isArray(tree)) {
    for (const one of tree) yield* recordsIn(one);
    return;
  }
  for (const [name, child] of Object.entries(tree)) {
    if (name !== 'source') yield* recordsIn(child);
    else if (isSource(child) && !child.aliased) yield child;
  }
}

function isSource(value: unknown): value is Source {
  return typeof value === 'object' && value !== null && 'keys' in value && 'aliased' in value;
}
