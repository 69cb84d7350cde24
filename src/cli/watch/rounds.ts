/** How long nothing must have happened before a round begins, and how long that is waited for, in milliseconds. */
const CALM = 100;
const PATIENCE = 1000;

/** Runs something again when asked to: once for many askings close together, and never twice at the same time. */
export class Rounds {
  #timer: NodeJS.Timeout | undefined;
  #asked: number | undefined;
  #running = false;
  #stopped = false;

  /** @param failed is told what a round threw */
  constructor(
    private readonly round: () => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Asks for a round, at once or after a while in milliseconds. */
  ask(wait = CALM): void {
    if (this.#stopped) return;
    const now = performance.now();
    this.#asked ??= now;
    clearTimeout(this.#timer);
    if (!this.#running)
      this.#timer = setTimeout(
        () => void this.#run(),
        Math.max(0, Math.min(wait, this.#asked + PATIENCE - now)),
      );
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    this.#running = true;
    this.#asked = undefined;
    try {
      await this.round();
    } catch (error) {
      this.failed(error);
    }
    this.#running = false;
    if (this.#asked !== undefined) this.ask();
  }
}
