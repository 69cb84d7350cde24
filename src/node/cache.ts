import { createHash, randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Cache } from '../core/portfolio/cache.ts';
import type { Facts } from '../core/portfolio/facts.ts';

/** To be raised where other facts are kept, or otherwise. */
const FORMAT = 1;
/** A larger file is begun anew. */
const MAX_BYTES = 512 * 1024 * 1024;
/** How many lines are written at a time: kept back they take memory. */
const AT_ONCE = 500;
/** How many idle lines are nothing to bother about. */
const IDLE = 1_000;

/** Characters of a digest. */
const DIGEST = 27;
/** Where the JSON of a line begins. */
const JSON_AT = 2 * DIGEST + 2;

/** Where a line stands in the file, in bytes, without its end. */
interface Span {
  readonly start: number;
  readonly length: number;
}

/**
 * A cache in one file: a line for each agreement, `KEY SUM JSON`. The key is the digest of all that the facts follow
 * from, the sum that of the JSON, so that what a kill, a full disk or another window left is a whole line or none. Lines
 * are only ever added; a file of which most is idle is written anew beside itself and put in its place.
 */
export class FileCache implements Cache {
  readonly #spans = new Map<string, Span>();
  readonly #used = new Set<string>();
  /** Lines that are still to be written. */
  #fresh = new Map<string, string>();
  #file: number | undefined;
  /** Writing, one thing after another. */
  #writing: Promise<void> = Promise.resolve();

  /**
   * Opens a cache; one that cannot be read is empty.
   * @param path its file; folders on the way are made when there is something to write
   * @param build what tells versions of the program apart
   */
  constructor(
    private readonly path: string,
    private readonly build: string = buildOf(process.argv[1]),
  ) {
    this.#open();
  }

  get(uri: string, text: string, context: string): Facts | undefined {
    const key = this.#keyOf(uri, text, context);
    const json = jsonIn(this.#fresh.get(key) ?? this.#read(this.#spans.get(key)), key);
    if (json === undefined) return undefined;
    this.#used.add(key);
    return JSON.parse(json) as Facts;
  }

  has(uri: string, text: string, context: string): boolean {
    const key = this.#keyOf(uri, text, context);
    return this.#fresh.has(key) || this.#spans.has(key);
  }

  put(uri: string, text: string, context: string, facts: Facts): void {
    const key = this.#keyOf(uri, text, context);
    const json = JSON.stringify(facts);
    this.#fresh.set(key, `${key} ${digest(json)} ${json}`);
    this.#used.add(key);
    if (this.#fresh.size >= AT_ONCE) void this.flush();
  }

  flush(): Promise<void> {
    const lines = this.#fresh;
    this.#fresh = new Map();
    return lines.size === 0 ? this.#writing : this.#write(() => this.#append(lines));
  }

  async tidy(): Promise<void> {
    await this.flush();
    const idle = this.#spans.size - this.#used.size;
    if (idle > Math.max(IDLE, this.#used.size)) await this.#write(() => this.#rewrite());
  }

  clear(): Promise<void> {
    this.#fresh.clear();
    return this.#write(async () => {
      this.#close();
      await rm(this.path, { force: true });
    });
  }

  #keyOf(uri: string, text: string, context: string): string {
    return digest([FORMAT, this.build, context, uri, text].join('\0'));
  }

  /** Writes after all that is being written. Where that fails nothing is kept, and nobody needs to hear of it. */
  #write(act: () => Promise<void>): Promise<void> {
    this.#writing = this.#writing.then(act).catch(() => this.#close());
    return this.#writing;
  }

  async #append(lines: ReadonlyMap<string, string>): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    const handle = await open(this.path, 'a', 0o600);
    try {
      // The first line ends what somebody who was killed may have left. Where another window writes at this moment the
      // lines stand elsewhere than we think, and are not found there.
      let { size } = await handle.stat();
      await handle.appendFile(`\n${[...lines.values()].join('\n')}\n`);
      size += 1;
      for (const [key, line] of lines) {
        const length = Buffer.byteLength(line);
        this.#spans.set(key, { start: size, length });
        size += length + 1;
      }
    } finally {
      await handle.close();
    }
    this.#file ??= openSync(this.path, 'r');
  }

  /** Writes the file anew with those of its lines that somebody asked for. */
  async #rewrite(): Promise<void> {
    const beside = `${this.path}.${randomUUID()}.tmp`;
    try {
      const handle = await open(beside, 'wx', 0o600);
      try {
        const wanted = [...this.#spans].filter(([key]) => this.#used.has(key));
        for (let at = 0; at < wanted.length; at += AT_ONCE) {
          const lines = wanted.slice(at, at + AT_ONCE).map(([, span]) => this.#read(span));
          await handle.appendFile(`${lines.join('\n')}\n`);
        }
      } finally {
        await handle.close();
      }
      // Windows lets nobody take the place of a file that is open.
      this.#close();
      await rename(beside, this.path);
    } finally {
      await rm(beside, { force: true });
      this.#open();
    }
  }

  #read(span: Span | undefined): string | undefined {
    if (!span || this.#file === undefined) return undefined;
    const bytes = Buffer.allocUnsafe(span.length);
    try {
      return bytes.toString('utf8', 0, readSync(this.#file, bytes, 0, span.length, span.start));
    } catch {
      return undefined;
    }
  }

  #open(): void {
    try {
      if (statSync(this.path).size > MAX_BYTES) rmSync(this.path);
      const bytes = readFileSync(this.path);
      this.#file = openSync(this.path, 'r');
      for (const [key, span] of spansIn(bytes)) this.#spans.set(key, span);
    } catch {
      // There is none yet, or none for us.
    }
  }

  #close(): void {
    this.#spans.clear();
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}

/** All lines by their keys; of two with the same key the last one. */
function* spansIn(bytes: Buffer): Iterable<[string, Span]> {
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf('\n', start);
    const end = newline < 0 ? bytes.length : newline;
    if (end - start > JSON_AT)
      yield [bytes.toString('latin1', start, start + DIGEST), { start, length: end - start }];
    start = end + 1;
  }
}

/** The JSON of a line with a key; undefined where it is not whole or has another key. */
function jsonIn(line: string | undefined, key: string): string | undefined {
  if (!line?.startsWith(`${key} `)) return undefined;
  const json = line.slice(JSON_AT);
  return line.slice(DIGEST + 1, JSON_AT - 1) === digest(json) ? json : undefined;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, DIGEST);
}

/** Which build of a program this is: another one may find something else in the same text. */
function buildOf(program: string | undefined): string {
  if (program === undefined) return '';
  const { size, mtimeMs } = statSync(program);
  return `${size} ${mtimeMs}`;
}
