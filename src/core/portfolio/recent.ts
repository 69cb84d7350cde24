/** Remembers what was made last for some keys, so that it is not made again at once. */
export class Recent<K, V> {
  readonly #made = new Map<K, V>();

  /** @param size for how many keys, at least 1 */
  constructor(private readonly size: number) {}

  /** What was made for a key, or what is made now. */
  get(key: K, make: () => V): V {
    const value = this.#made.get(key) ?? make();
    // A map keeps the order in which keys were put: the first is the one that was asked for longest ago.
    this.#made.delete(key);
    this.#made.set(key, value);
    if (this.#made.size > this.size) this.#made.delete(this.#made.keys().next().value as K);
    return value;
  }

  /** Forgets all but what was made for some keys. */
  retain(keys: ReadonlySet<K>): void {
    for (const key of this.#made.keys()) if (!keys.has(key)) this.#made.delete(key);
  }
}
