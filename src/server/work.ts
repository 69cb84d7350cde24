/** Where errors end that are nobody's input but our own mistakes: they are said, and what else goes on goes on. */
export type Complain = (doing: string, error: unknown) => void;

/** What the server still has to do, so that somebody can wait until nothing is left. */
export class Work {
  #pending = 0;
  #waiting: (() => void)[] = [];

  constructor(private readonly complain: Complain) {}

  /** Does something now; what goes wrong is complained about, and the promise never rejects. */
  async run(doing: string, task: () => Promise<void> | void): Promise<void> {
    this.#pending++;
    try {
      await task();
    } catch (error) {
      this.complain(doing, error);
    } finally {
      this.#pending--;
      if (this.#pending === 0) this.#settle();
    }
  }

  /** Does something after a while, in milliseconds. */
  later(doing: string, wait: number, task: () => Promise<void> | void): void {
    void this.run(doing, async () => {
      await pause(wait);
      await task();
    });
  }

  /** Resolves once nothing is pending. */
  whenIdle(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#pending === 0) this.#settle();
    });
  }

  #settle(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** Waits, in milliseconds. */
export function pause(wait: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, wait));
}

/** Who gave way, in order. */
const waiting: (() => void)[] = [];

/**
 * Lets messages through that came in the meantime. Of all who gave way one goes on at a time, and then messages have
 * their turn again.
 */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) soon(next);
  });
}

function next(): void {
  waiting.shift()?.();
  if (waiting.length > 0) soon(next);
}

/** Does something after the messages that are there. A worker of a browser has no way to do just that, but for timers. */
function soon(act: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(act);
  else setTimeout(act, 0);
}

/** How long to work before others get a turn, in milliseconds. */
const SLICE = 5;

/** Gives others a turn whenever a slice of time is used up. */
export class Slices {
  #began = performance.now();

  /** To be awaited between two pieces of work. */
  async turn(): Promise<void> {
    if (performance.now() - this.#began < SLICE) return;
    await giveWay();
    this.#began = performance.now();
  }
}
