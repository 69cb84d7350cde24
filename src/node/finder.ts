import { availableParallelism } from 'node:os';
import { type MessagePort, Worker } from 'node:worker_threads';
import type { Facts } from '../core/portfolio/facts.ts';
import { type Finder, findingIn } from '../core/portfolio/finder.ts';

/** Fewer agreements are found sooner than a thread starts. */
const WORTH_IT = 100;
/** How many agreements wait for a thread at most: enough that it never waits for us. */
const QUEUE = 160;
/** How much memory a thread may take, in MB. It keeps nothing, and never gets a text that could take that much. */
const MEMORY = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 128 };
/** How many characters a text may have to be given away. */
const LONGEST = 512 * 1024;
/** More threads wait for the one that reads the files. */
const MOST = 3;

interface Question {
  readonly id: number;
  readonly uri: string;
  readonly text: string;
  readonly context: string;
}

interface Answer {
  readonly id: number;
  /** Facts as JSON: parsing that takes less than copying them. */
  readonly json: string | undefined;
}

/** Finds in threads of this process, each of which runs the same program, see `findForOthers`. */
export class ThreadFinder implements Finder {
  #threads: Thread[] = [];
  #asked = 0;
  #failed = false;

  /**
   * @param program the file of a program that answers where it is not the main thread
   * @param most how many threads at most; one core is ours
   */
  constructor(
    private readonly program: string,
    private readonly most: number = Math.min(MOST, availableParallelism() - 1),
  ) {}

  find(uri: string, text: string, context: string): Promise<Facts | undefined> | undefined {
    this.#asked++;
    if (this.#failed || this.#asked <= WORTH_IT || text.length > LONGEST) return undefined;
    const thread = this.#threads.find(({ waiting }) => waiting < QUEUE) ?? this.#another();
    return thread?.ask(uri, text, context);
  }

  rest(): void {
    for (const thread of this.#threads) thread.end();
    this.#threads = [];
    this.#asked = 0;
  }

  #another(): Thread | undefined {
    if (this.#threads.length >= this.most) return undefined;
    const thread = new Thread(this.program, () => {
      this.#failed = true;
    });
    this.#threads.push(thread);
    return thread;
  }
}

class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (facts: Facts | undefined) => void>();
  #last = 0;
  #ended = false;

  /** @param failed is told when it ended by itself, with which all that it was asked ends too */
  constructor(program: string, failed: () => void) {
    // What is printed there would come between our own messages.
    this.#worker = new Worker(program, {
      stdin: false,
      stdout: true,
      stderr: true,
      argv: [],
      resourceLimits: MEMORY,
    });
    this.#worker.on('message', ({ id, json }: Answer) =>
      this.#answer(id, json === undefined ? undefined : (JSON.parse(json) as Facts)),
    );
    // Without that nobody would listen, and it would be ours to fail.
    this.#worker.on('error', () => {});
    this.#worker.on('exit', () => {
      if (!this.#ended) failed();
      for (const id of this.#waiting.keys()) this.#answer(id, undefined);
    });
    // A program that is done need not wait for it.
    this.#worker.unref();
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  ask(uri: string, text: string, context: string): Promise<Facts | undefined> {
    const question: Question = { id: ++this.#last, uri, text, context };
    this.#worker.postMessage(question);
    this.#worker.ref();
    return new Promise((resolve) => this.#waiting.set(question.id, resolve));
  }

  end(): void {
    this.#ended = true;
    void this.#worker.terminate();
  }

  #answer(id: number, facts: Facts | undefined): void {
    const resolve = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker.unref();
    resolve?.(facts);
  }
}

/** Answers the questions of a `ThreadFinder`. @param port to the main thread */
export function findForOthers(port: MessagePort): void {
  let known: { readonly context: string; readonly find: ReturnType<typeof findingIn> } | undefined;
  port.on('message', ({ id, uri, text, context }: Question) => {
    if (known?.context !== context) known = { context, find: findingIn(context) };
    port.postMessage({ id, json: JSON.stringify(known.find(uri, text)) } satisfies Answer);
  });
}
