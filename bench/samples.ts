/** What was timed: a server, a size of agreement and a row of the report. */
interface Key {
  readonly server: string;
  readonly size: string;
  readonly row: string;
}

/** Milliseconds: medians over the runs of each run's own p50 and p95, and the least and greatest p95 of a run. */
interface Summary {
  readonly p50: number;
  readonly p95: number;
  readonly least: number;
  readonly greatest: number;
}

/** Timings in milliseconds, kept by what was timed and by run. */
export class Samples {
  readonly #runs = new Map<string, number[][]>();

  add(key: Key, run: number, milliseconds: number): void {
    const name = nameOf(key);
    const runs = this.#runs.get(name) ?? [];
    this.#runs.set(name, runs);
    runs[run] ??= [];
    runs[run].push(milliseconds);
  }

  /** Drops all that was timed of a server at a size. */
  forget(server: string, size: string): void {
    for (const name of this.#runs.keys()) {
      if (name.startsWith(nameOf({ server, size, row: '' }))) this.#runs.delete(name);
    }
  }

  summary(key: Key): Summary | undefined {
    const runs = this.#runs.get(nameOf(key))?.filter((run) => run.length > 0);
    if (runs === undefined || runs.length === 0) return undefined;
    const p95 = runs.map((run) => quantile(run, 0.95));
    return {
      p50: quantile(
        runs.map((run) => quantile(run, 0.5)),
        0.5,
      ),
      p95: quantile(p95, 0.5),
      least: Math.min(...p95),
      greatest: Math.max(...p95),
    };
  }
}

/** The nearest-rank quantile: the least value that at least `share` (0 to 1) of the values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

function nameOf({ server, size, row }: Key): string {
  return `${server}\n${size}\n${row}`;
}
