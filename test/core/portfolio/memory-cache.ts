import type { Cache } from '../../../src/core/portfolio/cache.ts';
import type { Facts } from '../../../src/core/portfolio/facts.ts';

/** Keeps what is found as a file does: in JSON, and only what was flushed. */
export class MemoryCache implements Cache {
  readonly #kept = new Map<string, string>();
  #fresh = new Map<string, string>();

  get(...key: readonly string[]): Facts | undefined {
    const json = this.#fresh.get(key.join('\0')) ?? this.#kept.get(key.join('\0'));
    return json === undefined ? undefined : (JSON.parse(json) as Facts);
  }

  put(uri: string, is: string, context: string, facts: Facts): void {
    this.#fresh.set([uri, is, context].join('\0'), JSON.stringify(facts));
  }

  async flush(): Promise<void> {
    for (const [key, json] of this.#fresh) this.#kept.set(key, json);
    this.#fresh = new Map();
  }

  tidy(): Promise<void> {
    return this.flush();
  }

  async clear(): Promise<void> {
    this.#kept.clear();
    this.#fresh.clear();
  }
}
