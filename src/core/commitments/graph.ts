/** The order in which items that depend on one another can be worked out. */
export interface DependencyOrder {
  /** Every item once, each after all that it depends on; members of a cycle stand together in no special order. */
  readonly order: readonly number[];
  /** For each member of a cycle, all members of that cycle; a self-dependency is a cycle of one. */
  readonly cycles: ReadonlyMap<number, readonly number[]>;
}

/**
 * Sorts items topologically and finds their cycles: Tarjan's strongly connected components, without recursion, so
 * that a chain of any length fits. Linear in items and dependencies.
 * @param edges the dependencies of each item, as indexes into the same array
 */
export function orderByDependency(edges: readonly (readonly number[])[]): DependencyOrder {
  const size = edges.length;
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const next = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const stack: number[] = [];
  const order: number[] = [];
  const cycles = new Map<number, readonly number[]>();
  let counter = 0;
  for (let root = 0; root < size; root++) {
    if (index[root] !== -1) continue;
    if (edges[root]!.length === 0) {
      index[root] = counter++;
      order.push(root);
      continue;
    }
    const path = [root];
    while (path.length > 0) {
      const item = path.at(-1)!;
      const dependencies = edges[item]!;
      if (index[item] === -1) {
        index[item] = low[item] = counter++;
        stack.push(item);
        onStack[item] = 1;
      }
      if (next[item]! < dependencies.length) {
        const dependency = dependencies[next[item]!++]!;
        if (index[dependency] === -1) path.push(dependency);
        else if (onStack[dependency]) low[item] = Math.min(low[item]!, index[dependency]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[item]!);
      if (low[item] !== index[item]) continue;
      const component = stack.splice(stack.lastIndexOf(item));
      for (const member of component) onStack[member] = 0;
      order.push(...component);
      if (component.length > 1 || dependencies.includes(item))
        for (const member of component) cycles.set(member, component);
    }
  }
  return { order, cycles };
}
