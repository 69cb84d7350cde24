import type { Entry } from './entry.ts';

/** How agreements stand together, in figures. */
export interface Totals {
  readonly agreements: number;
  /** How many of their commitments are late. */
  readonly late: number;
  /** How many are due soon or today. */
  readonly soon: number;
}

/** The agreements of a portfolio by their URIs, in the order in which they were first seen, and their totals at any time. */
export class Entries {
  readonly #all = new Map<string, Entry>();
  #late = 0;
  #soon = 0;

  get(uri: string): Entry | undefined {
    return this.#all.get(uri);
  }

  has(uri: string): boolean {
    return this.#all.has(uri);
  }

  get all(): Iterable<Entry> {
    return this.#all.values();
  }

  get uris(): readonly string[] {
    return [...this.#all.keys()];
  }

  get totals(): Totals {
    return { agreements: this.#all.size, late: this.#late, soon: this.#soon };
  }

  /** Takes over an agreement, for the one that was in its document before. */
  set(uri: string, entry: Entry): void {
    this.#count(this.#all.get(uri), -1);
    this.#all.set(uri, entry);
    this.#count(entry, 1);
  }

  /** Returns whether there was one. */
  delete(uri: string): boolean {
    this.#count(this.#all.get(uri), -1);
    return this.#all.delete(uri);
  }

  #count(entry: Entry | undefined, sign: 1 | -1): void {
    if (!entry) return;
    const { late, soon } = entry.overview;
    this.#late += sign * late;
    this.#soon += sign * soon;
  }
}
