import type { Place, Value } from '../text/value.ts';

/** What reading one scalar gives: its value, or why it has none and what was probably meant. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly reason: string;
      /** The words at fault, where they are fewer than the whole. */
      readonly part?: string;
      readonly suggestion?: string;
    };

/** The style in which a scalar was written; only a plain one may be a number, a truth value or null. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

/** A single value: how it is read from its text, and how it is described. */
export interface ScalarType<T> {
  readonly kind: 'scalar';
  /** What the value is, for messages and docs: "expected {expected}". */
  readonly expected: string;
  readonly read: (text: string, style: ScalarStyle) => Outcome<T>;
  /** The JSON Schema (2020-12) of the value. */
  readonly json: JsonSchema;
  /** The values it can take, where they can be listed. */
  readonly choices?: readonly string[];
}

/** A list; a single value stands for a list of one. */
export interface ListType<E extends Type = Type> {
  readonly kind: 'list';
  readonly of: E;
}

/** A mapping whose keys are the author's own, such as `people`. */
export interface MapType<E extends Type = Type> {
  readonly kind: 'map';
  readonly of: E;
}

/** A mapping whose keys the format names. A single value stands for the field `shorthand`. */
export interface RecordType<F extends Fields = Fields> {
  readonly kind: 'record';
  readonly fields: F;
  readonly shorthand?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: a type of any values; variance forbids unknown here
export type Type = ScalarType<any> | ListType | MapType | RecordType;

/** One key of a record: its type and the sentence that explains it in hovers, completions and the reference. */
export interface Field<T extends Type = Type> {
  readonly type: T;
  readonly doc: string;
  /** Other names that the file may use for the same key. */
  readonly aliases?: readonly string[];
}

/** A record's fields by property name; in the file a name's capitals become `-` and a small letter. */
export type Fields = { readonly [name: string]: Field };

/** JSON Schema as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** What reading a document by a type gives: the type's shape, with every value located. */
export type Read<T extends Type> =
  T extends ScalarType<infer V>
    ? Value<V>
    : T extends ListType<infer E>
      ? readonly Read<E>[]
      : T extends MapType<infer E>
        ? readonly Keyed<Read<E>>[]
        : T extends RecordType<infer F>
          ? ReadRecord<F>
          : never;

/** One entry of a mapping with keys of the author's own. */
export interface Keyed<T> {
  readonly key: Value<string>;
  readonly value: T | undefined;
}

/** A record that was read: lists and maps are always there, other fields only where the file has a usable value. */
export type ReadRecord<F extends Fields> = {
  readonly [K in keyof F as F[K]['type'] extends ListType | MapType ? K : never]: Read<F[K]['type']>;
} & {
  readonly [K in keyof F as F[K]['type'] extends ListType | MapType ? never : K]?: Read<F[K]['type']>;
} & { readonly source: Source };

/** Where a record stands: for findings about what it lacks, and for edits. */
export interface Source {
  readonly place: Place;
  /** Offsets in the place. */
  readonly from: number;
  readonly to: number;
  /** Each key as written, in the order of the file, with its value’s extent; offsets in the place. */
  readonly keys: readonly SourceKey[];
  /** Written `{ … }` in one flow, or in block style, or as a single value that stands for its `shorthand`. */
  readonly style: 'flow' | 'block' | 'shorthand';
  /** The record stands behind an alias: what it says is written elsewhere. */
  readonly aliased: boolean;
}

/** One key as it stands in the file. */
export interface SourceKey {
  /** The field's property name, or undefined for a key that the format does not know. */
  readonly name: string | undefined;
  readonly key: { readonly from: number; readonly to: number; readonly text: string };
  /** Undefined where nothing stands behind the colon. */
  readonly value: { readonly from: number; readonly to: number } | undefined;
}

/** Makes a field. */
export function field<T extends Type>(type: T, doc: string, aliases?: readonly string[]): Field<T> {
  return aliases ? { type, doc, aliases } : { type, doc };
}

/** Makes a list type. */
export function list<E extends Type>(of: E): ListType<E> {
  return { kind: 'list', of };
}

/** Makes a map type. */
export function map<E extends Type>(of: E): MapType<E> {
  return { kind: 'map', of };
}

/** Makes a record type. */
export function record<F extends Fields>(fields: F, shorthand?: keyof F & string): RecordType<F> {
  return shorthand ? { kind: 'record', fields, shorthand } : { kind: 'record', fields };
}

/** The key under which a property stands in the file: `changeApproval` is `change-approval`. */
export function keyOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
