import { createHash, randomUUID } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Cache } from '../core/portfolio/cache.ts';
import type { Facts } from '../core/portfolio/facts.ts';

/** What a file begins with that is ours: no other is ever written. */
const MAGIC = 'parley-cache 1\n';
/** As much of it as nobody else begins a file with. */
const TELLING = 'parley-cache';
/** In a larger file only what somebody asked for is kept. */
const LARGE = 128 * 1024 * 1024;
/** How many lines are written at a time: kept back they take memory. */
const AT_ONCE = 500;
/** How many lines that others took the place of are nothing to bother about. */
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
 * from but the day, the sum that of the JSON, so that what a kill, a full disk or another window left is a whole line or
 * none. Lines are only ever added, and the last one with a key counts; a file of which most does not is written anew
 * beside itself and put in its place.
 */
export class FileCache implements Cache {
  readonly #spans = new Map<string, Span>();
  readonly #used = new Set<string>();
  /** Lines that are still to be written. */
  #fresh = new Map<string, string>();
  #file: number | undefined;
  /** Which file it is, and how many lines and bytes it has. */
  #ino = 0;
  #lines = 0;
  #size = 0;
  #foreign = false;
  /** Whether nobody came further than to begin it. */
  #torn = false;
  /** Writing, one thing after another. */
  #writing: Promise<void> = Promise.resolve();

  /**
   * Opens a cache; one that cannot be read is empty.
   * @param path its file; folders on the way are made when there is something to write
   * @param build what tells builds of the program apart, see `buildOf`
   */
  constructor(
    private readonly path: string,
    private readonly build: string,
  ) {
    this.#open();
  }

  /** Whether there is a file that is no cache: it is left as it is, and nothing is kept. */
  get isForeign(): boolean {
    return this.#foreign;
  }

  get(uri: string, text: string, context: string): Facts | undefined {
    const key = this.#keyOf(uri, text, context);
    const json = jsonIn(this.#fresh.get(key) ?? this.#read(this.#spans.get(key)), key);
    if (json === undefined) return undefined;
    this.#used.add(key);
    return JSON.parse(json) as Facts;
  }

  put(uri: string, text: string, context: string, facts: Facts): void {
    if (this.#foreign) return;
    const key = this.#keyOf(uri, text, context);
    const json = JSON.stringify(facts);
    this.#fresh.set(key, `${key} ${digest(json)} ${json}`);
    this.#used.add(key);
    if (this.#fresh.size >= AT_ONCE) void this.flush();
  }

  async flush(): Promise<void> {
    const lines = this.#fresh;
    this.#fresh = new Map();
    // What cannot be written is not kept, and nobody needs to hear of it.
    if (lines.size > 0) this.#after(() => this.#append(lines)).catch(() => undefined);
    await this.#writing;
  }

  async tidy(): Promise<void> {
    await this.flush();
    const live = this.#spans.size;
    const many = this.#lines - live > Math.max(IDLE, live);
    if (many || this.#size > LARGE) await this.#after(() => this.#rewrite()).catch(() => undefined);
  }

  clear(): Promise<void> {
    this.#fresh.clear();
    return this.#after(async () => {
      if (this.#foreign) return;
      this.#close();
      await rm(realPath(this.path), { force: true }).catch((error: NodeJS.ErrnoException) => {
        // Then there is no folder in which it could be.
        if (error.code !== 'ENOTDIR') throw error;
      });
    });
  }

  #keyOf(uri: string, text: string, context: string): string {
    return digest([this.build, context, uri, text].join('\0'));
  }

  /** Does something after all that is being written. */
  #after(act: () => Promise<void>): Promise<void> {
    const done = this.#writing.then(act);
    this.#writing = done.catch(() => undefined);
    return done;
  }

  async #append(lines: ReadonlyMap<string, string>): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    const handle = await open(this.path, 'a', 0o600);
    try {
      const { ino, size } = await handle.stat();
      // Another process may have put another file in its place.
      if (size > 0 && ino !== this.#ino) this.#open();
      if (this.#foreign) return;
      if (this.#torn && size > 0) await handle.truncate();
      // The first line ends what somebody who was killed may have left. Where another window writes at this moment the
      // lines stand elsewhere than we think, and are not found there.
      const end = this.#torn ? 0 : size;
      const head = end === 0 ? MAGIC : '\n';
      await handle.appendFile(`${head}${[...lines.values()].join('\n')}\n`);
      this.#torn = false;
      let start = end + head.length;
      for (const [key, line] of lines) {
        const length = Buffer.byteLength(line);
        this.#spans.set(key, { start, length });
        start += length + 1;
      }
      this.#lines += lines.size;
      this.#size = start;
      if (this.#file === undefined) {
        this.#file = openSync(this.path, 'r');
        this.#ino = ino;
      }
    } finally {
      await handle.close();
    }
  }

  /** Writes the file anew without lines that others took the place of and, of a large one, those nobody asked for. */
  async #rewrite(): Promise<void> {
    const path = realPath(this.path);
    const beside = `${path}.${randomUUID()}.tmp`;
    try {
      const handle = await open(beside, 'wx', 0o600);
      try {
        await handle.appendFile(MAGIC);
        const wanted = [...this.#spans].filter(([key]) => this.#size <= LARGE || this.#used.has(key));
        for (let at = 0; at < wanted.length; at += AT_ONCE) {
          const lines = wanted.slice(at, at + AT_ONCE).flatMap(([key, span]) => {
            const line = this.#read(span);
            return jsonIn(line, key) === undefined ? [] : [line];
          });
          await handle.appendFile(lines.map((line) => `${line}\n`).join(''));
        }
      } finally {
        await handle.close();
      }
      // Windows lets nobody take the place of a file that is open.
      this.#close();
      await rename(beside, path);
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
    this.#close();
    this.#foreign = this.#torn = false;
    try {
      // Without O_NONBLOCK opening a named pipe would wait for its writer. Windows has neither.
      this.#file = openSync(this.path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      const stats = fstatSync(this.#file);
      const bytes = stats.isFile() ? readFileSync(this.#file) : undefined;
      if (bytes?.toString('latin1', 0, MAGIC.length) !== MAGIC) {
        this.#torn = bytes !== undefined && isTorn(bytes);
        this.#foreign = !this.#torn;
        this.#close();
        return;
      }
      this.#ino = stats.ino;
      this.#size = bytes.length;
      for (const [key, span] of spansIn(bytes)) {
        this.#spans.set(key, span);
        this.#lines++;
      }
    } catch {
      // There is none yet, or none for us.
    }
  }

  #close(): void {
    this.#spans.clear();
    this.#lines = this.#size = this.#ino = 0;
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}

/** Whether this is what a kill, or a disk that lost its power, leaves of a cache that was begun. */
function isTorn(bytes: Buffer): boolean {
  const beginning = bytes.toString('latin1', 0, MAGIC.length);
  return (beginning.startsWith(TELLING) && MAGIC.startsWith(beginning)) || bytes.every((byte) => byte === 0);
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

/** Where a link leads to: another file that takes its place would part it from what it stands for. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // There is none yet.
    return path;
  }
}

/** What tells builds of a program apart: another one may find something else in the same text. */
export function buildOf(program: string): string {
  return createHash('sha256').update(readFileSync(program)).digest('base64url');
}
