import type { Source } from '../schema/type.ts';
import { Value } from '../text/value.ts';

/**
 * Where each record within a typed tree stands, the tree's own record included; those behind aliases are left out.
 * @param tree a record, a list, a value, or nothing where a key of a map has no value
 */
export function* recordsIn(tree: object | undefined): Iterable<Source> {
  if (!tree || tree instanceof Value) return;
  for (const [name, child] of Object.entries(tree) as [string, object | undefined][]) {
    if (name !== 'source') yield* recordsIn(child);
    else if (!(child as Source).aliased) yield child as Source;
  }
}
