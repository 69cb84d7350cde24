import { typoOf } from '../schema/scalars.ts';
import {
  type Fields,
  type Keyed,
  keyOf,
  type ListType,
  type MapType,
  type Read,
  type ReadRecord,
  type RecordType,
  type ScalarType,
  type Source,
  type SourceKey,
  type Type,
} from '../schema/type.ts';
import { type Place, Value } from '../text/value.ts';
import type { Links } from './frontmatter/blocks.ts';
import { type Entry, isNull, type MapNode, type Node } from './frontmatter/tree.ts';
import type { Problem } from './problem.ts';

/** Keys that other tools write into frontmatter, or that are the author's own by convention. */
const FOREIGN_KEY = /^(?:x-.*|title|date|aliases|cssclasses)$/;

/**
 * An alias costs reading what it stands for again. The schema bounds how deep that goes, this how often: a
 * file with more aliases is an attack or an accident.
 */
const ALIAS_BUDGET = 2_000;

/** How many aliases of a file may still be followed. */
export class AliasBudget {
  #left = ALIAS_BUDGET;

  /** Takes one; false once the budget is spent. */
  take(): boolean {
    return this.#left-- > 0;
  }
}

/** Where a node is read: its block's place and links and, behind an alias, the alias's own extent. */
interface Context {
  readonly links: Links;
  readonly alias?: { readonly from: number; readonly to: number };
}

/** Reads the trees of one block by the schema. What cannot be read becomes a problem and is left out. */
export class Decoder {
  readonly problems: Problem[] = [];
  /** Whether an alias was met: then what was read depends on the file's alias budget too. */
  usedAliases = false;

  constructor(
    private readonly place: Place,
    private readonly links: Links,
    private readonly budget: AliasBudget,
  ) {}

  /** Reads a node that stands in this block; undefined where it holds nothing usable. */
  read<T extends Type>(type: T, node: Node | undefined): Read<T> | undefined {
    return this.#read(type, node, { links: this.links }) as Read<T> | undefined;
  }

  /** Records a problem at an extent of this block. */
  report(
    code: Problem['code'],
    span: { from: number; to: number },
    text: string,
    args: Problem['args'],
    suggestion?: string,
  ): void {
    const at = new Value(text, this.place, span.from, span.to);
    this.problems.push(suggestion === undefined ? { code, at, args } : { code, at, args, suggestion });
  }

  #read(type: Type, node: Node | undefined, context: Context): unknown {
    if (node?.kind === 'alias') {
      this.usedAliases = true;
      const target = node.target ? { node: node.target, links: context.links } : context.links.get(node.name);
      const alias = context.alias ?? { from: node.from, to: node.to };
      if (!target)
        this.report('yaml-syntax', alias, `*${node.name}`, { reason: 'unresolved-alias', name: node.name });
      else if (!this.budget.take())
        this.report('yaml-syntax', alias, `*${node.name}`, { reason: 'too-many-aliases' });
      else return this.#read(type, target.node, { links: target.links, alias });
      return undefined;
    }
    if (type.kind === 'list') return this.#list(type, node, context);
    if (node === undefined || isNull(node)) return undefined;
    if (type.kind === 'scalar') return this.#scalar(type, node, context);
    return type.kind === 'map' ? this.#map(type, node, context) : this.#record(type, node, context);
  }

  #scalar(type: ScalarType<unknown>, node: Node, context: Context): Value<unknown> | undefined {
    const span = context.alias ?? node;
    if (node.kind !== 'scalar') {
      const reason = node.kind === 'list' ? 'list-for-value' : 'map-for-value';
      this.report('invalid-value', span, '', { reason, expected: type.expected });
      return undefined;
    }
    const outcome = type.read(node.text, node.style);
    if (outcome.ok) return new Value(outcome.value, this.place, span.from, span.to);
    const args = { reason: outcome.reason, expected: type.expected, part: outcome.part ?? node.text };
    this.report('invalid-value', span, node.text, args, context.alias ? undefined : outcome.suggestion);
    return undefined;
  }

  #list(type: ListType, node: Node | undefined, context: Context): unknown[] {
    if (node === undefined || isNull(node)) return [];
    if (node.kind === 'list') {
      const items: unknown[] = [];
      for (const item of node.items) {
        const value = this.#read(type.of, item, context);
        if (value !== undefined) items.push(value);
      }
      return items;
    }
    if (node.kind === 'map' && type.of.kind === 'record')
      this.report('invalid-value', firstKey(node, context), '', {
        reason: 'map-for-list',
        expected: 'a list',
      });
    const value = this.#read(type.of, node, context);
    return value === undefined ? [] : [value];
  }

  #map(type: MapType, node: Node, context: Context): Keyed<unknown>[] {
    if (node.kind !== 'map') {
      this.report('invalid-value', context.alias ?? node, '', {
        reason: 'not-a-map',
        expected: 'keys with values',
      });
      return [];
    }
    const seen = new Set<string>();
    const result: Keyed<unknown>[] = [];
    for (const { key, value } of node.entries) {
      const name = this.#key(key, context);
      if (name === undefined || this.#repeats(seen, name, key, context)) continue;
      const span = context.alias ?? key;
      result.push({
        key: new Value(name, this.place, span.from, span.to),
        value: this.#read(type.of, value, context),
      });
    }
    return result;
  }

  #record(type: RecordType, node: Node, context: Context): ReadRecord<Fields> | undefined {
    const span = context.alias ?? node;
    const result: Record<string, unknown> = emptyLists(type);
    const keys: SourceKey[] = [];
    if (node.kind === 'map') {
      this.readEntries(type, node.entries, result, keys, context);
    } else if (node.kind === 'scalar' && type.shorthand !== undefined) {
      const value = this.#read(type.fields[type.shorthand]!.type, node, context);
      if (value !== undefined) result[type.shorthand] = value;
    } else {
      const expected = 'keys with values';
      this.report('invalid-value', span, '', { reason: 'not-a-map', expected });
      return undefined;
    }
    const style = node.kind !== 'map' ? 'shorthand' : node.flow ? 'flow' : 'block';
    const source: Source = {
      place: this.place,
      from: span.from,
      to: span.to,
      keys,
      style,
      aliased: context.alias !== undefined,
    };
    result['source'] = source;
    return result as ReadRecord<Fields>;
  }

  /** Reads entries into a record that is being built; the first of two equal keys counts. */
  readEntries(
    type: RecordType,
    entries: readonly Entry[],
    result: Record<string, unknown>,
    keys: SourceKey[],
    context: Context = { links: this.links },
  ): void {
    const seen = new Set<string>();
    const { names } = layoutOf(type);
    const has = (name: string) =>
      entries.some(({ key }) => key.kind === 'scalar' && names.get(key.text) === name);
    for (const { key, value } of entries) {
      const written = this.#key(key, context);
      if (written === undefined) continue;
      const name = names.get(written);
      const at = { from: key.from, to: key.to, text: written };
      const span = value && !isNull(value) ? { from: value.from, to: value.to } : undefined;
      keys.push({ key: at, name, value: span });
      if (this.#repeats(seen, name ?? written, key, context)) continue;
      if (name === undefined) {
        const known = this.#typo(type, written, key, context, (meant) => seen.has(meant) || has(meant));
        if (known !== undefined) seen.add(known);
      } else {
        const read = this.#read(type.fields[name]!.type, value, context);
        if (read !== undefined) result[name] = read;
      }
    }
  }

  #key(key: Node, context: Context): string | undefined {
    if (key.kind === 'scalar') return key.text;
    this.report('invalid-value', context.alias ?? key, '', { reason: 'key-not-text', expected: 'text' });
    return undefined;
  }

  #repeats(seen: Set<string>, name: string, key: Node, context: Context): boolean {
    if (!seen.has(name)) {
      seen.add(name);
      return false;
    }
    this.report('duplicate-key', context.alias ?? key, name, { key: keyOf(name) });
    return true;
  }

  /** Reports a key that looks misspelt. Returns the field that it is to become, if it can without being there twice. */
  #typo(
    type: RecordType,
    written: string,
    key: Node,
    context: Context,
    isTaken: (name: string) => boolean,
  ): string | undefined {
    const known = FOREIGN_KEY.test(written) ? undefined : typoOf(written, layoutOf(type).keys);
    if (known === undefined) return undefined;
    const name = layoutOf(type).names.get(known)!;
    const free = !context.alias && !isTaken(name);
    const suggestion = free ? known : undefined;
    this.report('unknown-key', context.alias ?? key, written, { key: written, known }, suggestion);
    return free ? name : undefined;
  }
}

/** What reading a record asks of its type, each time the same. */
interface Layout {
  /** The property name for each key that a record may have in the file, aliases included. */
  readonly names: ReadonlyMap<string, string>;
  /** Those keys. */
  readonly keys: readonly string[];
  /** The properties that are lists or maps. */
  readonly lists: readonly string[];
}

const layouts = new WeakMap<RecordType, Layout>();

function layoutOf(type: RecordType): Layout {
  let layout = layouts.get(type);
  if (!layout) {
    const names = new Map<string, string>();
    const lists: string[] = [];
    for (const [name, { aliases, type: fieldType }] of Object.entries(type.fields)) {
      names.set(keyOf(name), name);
      for (const alias of aliases ?? []) names.set(alias, name);
      if (fieldType.kind === 'list' || fieldType.kind === 'map') lists.push(name);
    }
    layout = { names, keys: [...names.keys()], lists };
    layouts.set(type, layout);
  }
  return layout;
}

/** A record with nothing read yet: lists and maps are there and empty. */
export function emptyLists(type: RecordType): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const name of layoutOf(type).lists) result[name] = NOTHING;
  return result;
}

const NOTHING: readonly never[] = Object.freeze([]);

function firstKey(node: MapNode, context: Context): { from: number; to: number } {
  return context.alias ?? node.entries[0]?.key ?? node;
}
