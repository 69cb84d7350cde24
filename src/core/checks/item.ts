import type { Commitment } from '../commitments/commitment.ts';
import type { ItemRef } from './check.ts';

/** How findings name a commitment's item. */
export function refOf({ kind, id }: Commitment): ItemRef {
  return { kind, id };
}
