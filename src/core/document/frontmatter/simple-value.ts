import type { Entry, Node, ScalarNode } from './tree.ts';

/** Characters that a plain value may begin with and go on with, wherever it stands, and mean nothing else to YAML. */
const FIRST = '\\p{L}\\p{Nd}€£$(+/.§“„';
const REST = `${FIRST}\\p{M} );”’%=@_<>*!?&^~-`;
const PLAIN = new RegExp(`[${FIRST}][,${REST}]*`, 'uy');
const PLAIN_IN_FLOW = new RegExp(`[${FIRST}][${REST}]*`, 'uy');
const FLOW_KEY = /([\p{L}][\p{L}\p{M}\p{Nd}_-]*): +/uy;
/** Quotes around ordinary characters, without an escape. */
const QUOTED = /"([^"\\\p{C}\p{Z}]|[^\S\p{C}\p{Zl}\p{Zp}\u00A0])*"|'([^'\p{C}\p{Z}]| )*'/uy;
/** Nobody nests deeper; `yaml` has its own bounds for those who do. */
const MAX_DEPTH = 4;

/**
 * Reads one value on one line: plain, quoted, or a flow collection of such values. Undefined for everything that may
 * mean something else (escapes, anchors, tags, comments, explicit keys) or that goes on below.
 * @param line ends where the value has to end, but for blanks
 * @param shift what to add to offsets in `line`
 */
export function readValue(line: string, at: number, shift: number): Node | undefined {
  const reader = new LineReader(line, shift);
  const value = reader.value(at, PLAIN, 0);
  return value && isBlank(line, reader.end) ? value : undefined;
}

function isBlank(line: string, from: number): boolean {
  for (let at = from; at < line.length; at++) if (line.charCodeAt(at) !== 32) return false;
  return true;
}

/** A scalar in the shape of the tree. */
export function scalar(
  text: string,
  from: number,
  to: number,
  style: ScalarNode['style'] = 'plain',
): ScalarNode {
  return { kind: 'scalar', text, style, from, to };
}

class LineReader {
  /** Where the value that was read last ends. */
  end = 0;

  constructor(
    private readonly line: string,
    private readonly shift: number,
  ) {}

  value(at: number, plain: RegExp, depth: number): Node | undefined {
    const sign = this.line.charAt(at);
    if (sign === '"' || sign === "'") return this.#quoted(at, sign === '"' ? 'double' : 'single');
    if (sign === '{' || sign === '[') {
      if (depth === MAX_DEPTH) return undefined;
      return sign === '{' ? this.#map(at, depth + 1) : this.#list(at, depth + 1);
    }
    const words = match(plain, this.line, at)?.trimEnd();
    return words === undefined ? undefined : this.#scalar(words, at, at + words.length, 'plain');
  }

  #quoted(at: number, style: 'single' | 'double'): ScalarNode | undefined {
    const found = match(QUOTED, this.line, at);
    return found === undefined ? undefined : this.#scalar(found.slice(1, -1), at, at + found.length, style);
  }

  #scalar(text: string, from: number, to: number, style: ScalarNode['style']): ScalarNode {
    this.end = to;
    return scalar(text, from + this.shift, to + this.shift, style);
  }

  #map(from: number, depth: number): Node | undefined {
    const entries: Entry[] = [];
    const read = this.#items(from, '}', (at) => {
      const name = match(FLOW_KEY, this.line, at);
      if (name === undefined) return false;
      const keyEnd = at + name.indexOf(':');
      const key = this.#scalar(this.line.slice(at, keyEnd), at, keyEnd, 'plain');
      const value = this.value(at + name.length, PLAIN_IN_FLOW, depth);
      if (value) entries.push({ key, value });
      return value !== undefined;
    });
    return read ? { kind: 'map', flow: true, entries, ...this.#span(from) } : undefined;
  }

  #list(from: number, depth: number): Node | undefined {
    const items: Node[] = [];
    const read = this.#items(from, ']', (at) => {
      const value = this.value(at, PLAIN_IN_FLOW, depth);
      if (value) items.push(value);
      return value !== undefined;
    });
    return read ? { kind: 'list', flow: true, items, ...this.#span(from) } : undefined;
  }

  /** Reads what stands between brackets, one item after another; false where something is not simple. */
  #items(from: number, close: string, item: (at: number) => boolean): boolean {
    let at = this.#skipBlanks(from + 1);
    if (this.line.charAt(at) === close) {
      this.end = at + 1;
      return true;
    }
    for (;;) {
      if (!item(at)) return false;
      at = this.#skipBlanks(this.end);
      const sign = this.line.charAt(at);
      this.end = at + 1;
      if (sign === close) return true;
      if (sign !== ',') return false;
      at = this.#skipBlanks(at + 1);
    }
  }

  #skipBlanks(from: number): number {
    let at = from;
    while (this.line.charCodeAt(at) === 32) at++;
    return at;
  }

  #span(from: number): { from: number; to: number } {
    return { from: from + this.shift, to: this.end + this.shift };
  }
}

function match(pattern: RegExp, line: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0];
}
