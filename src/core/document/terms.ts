import { agreement as agreementType, type Terms } from '../schema/agreement.ts';
import { keyOf, type RecordType, type Source, type SourceKey } from '../schema/type.ts';
import { Place, Value } from '../text/value.ts';
import { AliasBudget, Decoder, emptyLists } from './decode.ts';
import type { Block } from './frontmatter/blocks.ts';
import { isNull } from './frontmatter/tree.ts';
import type { Problem } from './problem.ts';

/** What the frontmatter of a document says, as far as it can be read. */
export interface TermsRead<T = Terms> {
  readonly terms: T;
  readonly problems: readonly Problem[];
}

/** What one block says by the schema. It is kept with the block, so that an edit elsewhere does not read it again. */
class Decoded {
  constructor(
    readonly type: RecordType,
    /** The list that an item belongs to, for blocks of kind `item`. */
    readonly list: string | undefined,
    readonly values: readonly (readonly [string, unknown])[],
    readonly keys: readonly SourceKey[],
    readonly problems: readonly Problem[],
  ) {}
}

/**
 * Reads a document's blocks by a record type, the agreement's where none is given. A key that stands twice
 * counts once, the first time; the items of a list that is written twice all count.
 */
export function readTerms<T = Terms>(
  blocks: readonly Block[],
  document: string,
  type: RecordType = agreementType,
): TermsRead<T> {
  const values = emptyLists(type);
  const lists: Record<string, unknown[]> = {};
  const keys: SourceKey[] = [];
  const problems: Problem[] = [];
  const budget = new AliasBudget();
  const seen = new Set<string>();
  let list: string | undefined;
  for (const [i, block] of blocks.entries()) {
    const read = decode(block, type, block.kind === 'item' ? (list ?? '') : undefined, budget);
    for (const problem of read.problems) problems.push(problem);
    if (block.kind !== 'item') list = read.keys.at(-1)?.name ?? '';
    for (const key of read.keys) {
      const wrongType = blocks[i + 1]?.kind === 'item' && listProblem(key, type, block.place);
      if (wrongType) problems.push(wrongType);
      if (key.name !== undefined && seen.has(key.name)) problems.push(duplicateKey(key, block.place));
      if (key.name !== undefined) seen.add(key.name);
      keys.push(atDocument(key, block.place.start));
    }
    for (const [name, value] of read.values) {
      if (!Array.isArray(value)) values[name] ??= value;
      else if (value.length > 0) lists[name] = append(lists[name], value);
    }
  }
  Object.assign(values, lists);
  const first = blocks[0];
  const last = blocks.at(-1);
  const source: Source = {
    place: new Place(document, 0),
    from: first?.place.start ?? 0,
    to: last ? last.place.start + last.text.length : 0,
    keys,
    style: first?.kind === 'whole' ? 'flow' : 'block',
    aliased: false,
  };
  values['source'] = source;
  return { terms: values as T, problems: unclashed(problems, keys) };
}

/** A misspelt key at the top stays as it is where the right one, or another that is to become it, stands in another block. */
function unclashed(problems: readonly Problem[], keys: readonly SourceKey[]): readonly Problem[] {
  if (!problems.some(({ code }) => code === 'unknown-key')) return problems;
  const taken = new Set(keys.flatMap(({ name }) => (name === undefined ? [] : [keyOf(name)])));
  const tops = new Set(keys.map(({ key }) => key.from));
  return problems.map((problem) => {
    const { code, at, args, suggestion } = problem;
    if (code !== 'unknown-key' || suggestion === undefined || !tops.has(at.range.start)) return problem;
    if (!taken.has(suggestion)) {
      taken.add(suggestion);
      return problem;
    }
    return { code, at, args };
  });
}

function decode(block: Block, type: RecordType, list: string | undefined, budget: AliasBudget): Decoded {
  const known = block.memo;
  if (known instanceof Decoded && known.list === list && known.type === type) return known;
  const decoder = new Decoder(block.place, block.links, budget);
  const values: Record<string, unknown> = {};
  const keys: SourceKey[] = [];
  for (const { reason, from, to, suggestion, detail } of block.parsed.errors) {
    const text = block.text.slice(from, to);
    decoder.report('yaml-syntax', { from, to }, text, { reason, text, detail: detail ?? '' }, suggestion);
  }
  const { root } = block.parsed;
  if (list !== undefined) {
    const field = type.fields[list];
    if (field?.type.kind === 'list' && root?.kind === 'list') values[list] = decoder.read(field.type, root);
  } else if (root?.kind === 'map') {
    decoder.readEntries(type, root.entries, values, keys);
  } else if (root && !isNull(root) && block.parsed.errors.length === 0) {
    const to = block.text.trimEnd().search(/[\r\n]|$/);
    decoder.report('yaml-syntax', { from: 0, to }, block.text.slice(0, to), { reason: 'not-a-key' });
  }
  const problems = quietProblems(decoder.problems);
  const result = new Decoded(type, list, Object.entries(values), keys, problems);
  // A block with aliases counts against the file's budget each time, so what it says is not for keeps.
  if (!decoder.usedAliases) block.memo = result;
  return result;
}

/** Adds to a list in place: a long list has a block for each item, and copying it each time would be quadratic. */
function append(list: unknown[] | undefined, more: readonly unknown[]): unknown[] {
  if (!list) return [...more];
  for (const one of more) list.push(one);
  return list;
}

/** A key whose items were written with `- ` although it takes no list. */
function listProblem({ key, name }: SourceKey, type: RecordType, place: Place): Problem | undefined {
  const kind = name === undefined ? 'list' : type.fields[name]!.type.kind;
  if (kind === 'list') return undefined;
  const at = new Value(key.text, place, key.from, key.to);
  const reason = kind === 'scalar' ? 'list-for-value' : 'not-a-map';
  return {
    code: 'invalid-value',
    at,
    args: { reason, expected: kind === 'scalar' ? 'one value' : 'keys with values' },
  };
}

/** Where YAML itself is wrong, what the values there lack is no news. */
function quietProblems(problems: readonly Problem[]): readonly Problem[] {
  const wrong = problems.filter((problem) => problem.code === 'yaml-syntax');
  if (wrong.length === 0) return problems;
  return problems.filter(
    (problem) =>
      problem.code === 'yaml-syntax' ||
      !wrong.some(({ at }) => at.from <= problem.at.to && problem.at.from <= at.to),
  );
}

function duplicateKey(key: SourceKey, place: Place): Problem {
  const at = new Value(key.key.text, place, key.key.from, key.key.to);
  return { code: 'duplicate-key', at, args: { key: key.key.text } };
}

function atDocument({ key, value, name }: SourceKey, start: number): SourceKey {
  return {
    key: { from: key.from + start, to: key.to + start, text: key.text },
    name,
    value: value && { from: value.from + start, to: value.to + start },
  };
}
