import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { REFERENCE_DAY } from '../../../scripts/samples.mjs';
import { parseDay } from '../../../src/core/calendar/day.ts';
import { type Body, hasOwnText } from '../../../src/core/document/body/body.ts';
import {
  type Columns,
  type SectionShape,
  sectionNames,
} from '../../../src/core/document/body/section-names.ts';
import type { Table } from '../../../src/core/document/body/types.ts';
import { agreement, notes } from '../../../src/core/schema/agreement.ts';
import { configuration as configurationType } from '../../../src/core/schema/configuration.ts';
import { type Field, type JsonSchema, keyOf, type Type } from '../../../src/core/schema/type.ts';
import { BROKEN, configuration, openedOn, samples } from './folder.ts';

const FORMAT = readFileSync(new URL('../../../docs/format.md', import.meta.url), 'utf8');

/** What a type offers: each key by its path, each value of a choice, and the short form of a record. */
function* offered(type: Type, path = ''): Iterable<string> {
  if (type.kind === 'scalar') for (const value of choicesOf(type.json)) yield `${path}: ${value}`;
  else if (type.kind === 'list') yield* offered(type.of, path);
  else if (type.kind === 'map') yield* offered(type.of, `${path}.*`);
  else {
    if (type.shorthand) yield `${path} alone`;
    for (const [name, field] of Object.entries<Field>(type.fields)) {
      for (const key of keysOf(name, field)) yield below(path, key);
      yield* offered(field.type, below(path, keyOf(name)));
    }
  }
}

/** What a value, as YAML gives it, uses of that. */
function* used(value: unknown, type: Type, path = ''): Iterable<string> {
  if (value === null || value === undefined) return;
  if (type.kind === 'list') for (const one of [value].flat()) yield* used(one, type.of, path);
  else if (type.kind === 'map')
    for (const one of Object.values(value)) yield* used(one, type.of, `${path}.*`);
  else if (type.kind === 'scalar') yield `${path}: ${value}`;
  else if (typeof value !== 'object') yield `${path} alone`;
  else
    for (const [key, one] of Object.entries(value)) {
      const found = Object.entries<Field>(type.fields).find(([name, field]) =>
        keysOf(name, field).includes(key),
      );
      if (!found) continue;
      yield below(path, key);
      yield* used(one, found[1].type, below(path, keyOf(found[0])));
    }
}

function keysOf(name: string, { aliases = [] }: Field): readonly string[] {
  return [keyOf(name), ...aliases];
}

function below(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** The words of a choice; a truth value needs no showing of both. */
function choicesOf({ type, enum: words, anyOf = [] }: JsonSchema): readonly string[] {
  if (type === 'boolean') return [];
  return [...((words ?? []) as string[]), ...(anyOf as JsonSchema[]).flatMap(choicesOf)];
}

const missing = (wanted: Iterable<string>, there: Iterable<string>): string[] => {
  const set = new Set(there);
  return [...new Set(wanted)].filter((one) => !set.has(one));
};

const whole = [...samples].filter(([path]) => path !== BROKEN);
const frontmatters = whole.map(([, text]) => /^---\r?\n([\s\S]*?\n)---\r?\n/.exec(text)![1]!);

const bodies = [...openedOn(parseDay(REFERENCE_DAY)!).folder.entries].map(({ agreement: { body } }) => body);

function columnsOf(path: string, columns: Columns = {}): string[] {
  return Object.values(columns).map((column) => `${path} › ${column}`);
}

/** What is filled in a body: sections, their parts and the columns of their tables. */
function sectionsIn({ sections }: Body): string[] {
  return sections
    .filter(({ key, ours }) => key && ours)
    .flatMap((section) => {
      const key = section.key!;
      const parts = [...section.parts, ...section.entries.flatMap((entry) => entry.parts)].filter((part) =>
        hasOwnText(part),
      );
      const tables = [section.table, ...section.entries.map(({ table }) => table)];
      return [
        ...(hasOwnText(section) ? [key] : []),
        ...tables.flatMap((table) => filledColumns(key, table)),
        ...parts.flatMap((part) => [
          `${key} › ${part.key}`,
          ...filledColumns(`${key} › ${part.key}`, part.table),
        ]),
      ];
    });
}

function filledColumns(path: string, table: Table | undefined): string[] {
  return (table?.header ?? []).flatMap(({ value }) =>
    table!.rows.some((row) => row.cell(value)?.value) ? [`${path} › ${value}`] : [],
  );
}

function tablesIn({ sections }: Body): Table[] {
  return sections.flatMap((section) =>
    section.entries.flatMap(({ parts }) => parts.flatMap(({ table }) => table ?? [])),
  );
}

function cellsIn({ header, rows }: Table): string[] {
  return header.flatMap(({ value }) => rows.map((row) => `${value}: ${row.cell(value)?.value}`));
}

/** Ways of writing that no table of the code lists, each as somebody may look for it in the samples. */
const WAYS: readonly (readonly [what: string, RegExp])[] = [
  ['days counted from the signature', /: signed \+ \d/],
  ['days counted from the beginning', /: effective \+ \d/],
  ['days counted back from the end', /: expires - \d/],
  ['days counted from a milestone', /due: [A-Z]\d+ \+ \d/],
  ['days counted back from a milestone', /due: [A-Z]\d+ - \d/],
  ['two steps from an anchor', /: \w+ [+-] \d+ \w+ [+-] \d+ \w+/],
  ...['day', 'business day', 'working day', 'week', 'month', 'year'].map(
    (unit) => [`the unit ${unit}`, new RegExp(`: .*\\d ${unit}s?\\b`)] as const,
  ),
  ...['weekly', 'fortnightly', 'biweekly', 'monthly', 'quarterly', 'yearly'].map(
    (word) => [`the period ${word}`, new RegExp(`^ *(?:every|cadence|review): ${word}\\b`, 'm')] as const,
  ),
  ['a period of so many', /: (?:every )?\d+ weeks$/m],
  ['a recurrence rule', /every: FREQ=/],
  ['a stretch of holidays', /holidays:.*\d\/\d/],
  ['money with blanks', /: \d+ \d{3} [A-Z]{3}\b/],
  ['money with underscores', /: \d+_\d{3} [A-Z]{3}\b/],
  ['a key of one’s own', /^x-[a-z-]+: /m],
  ['YAML anchors and aliases', /: &(\w+)[\s\S]*: \*\1$/m],
  ['flow style and block style', /^ {2}- \{ id: [\s\S]*^ {2}- id: /m],
  ['Windows line endings', /^---\r\n[\s\S]*\r\n$/],
  ['names that read from right to left', /^ {4}name: \p{Script=Arabic}/mu],
  ['a handle in letters without case', /^ {2}\p{Lo}+: /mu],
  ['parts as headings', /^#### Completed\r?$/m],
  ['parts as bold leads', /^\*\*Completed\*\*: /m],
  ['a section that .parley.yaml names', /^## Progress meetings$/m],
  ['a clause that is called like a section', /^## \d+\. Changes$/m],
  ['a suppression on a line of the frontmatter', /^ +\w+: .*# parley-disable-line [a-z-]+$/m],
  ['a suppression above a line of the body', /^<!-- parley-disable-next-line [a-z-]+ -->$/m],
  ['a suppression for a whole file', /^parley: \{ disable: \[/m],
  ...['due:D', '\\(due D\\)', '📅 D', 'done:D', '✅ D', 'cancelled:D', '❌ D'].map(
    (marker) =>
      [
        `the marker ${marker}`,
        new RegExp(`^ *- \\[.\\] .*${marker.replace('D', '\\d{4}-\\d\\d-\\d\\d')}`, 'mu'),
      ] as const,
  ),
  ...['low', 'medium', 'high', 'critical'].map(
    (priority) => [`the priority #${priority}`, new RegExp(`^ *- \\[.\\] .*#${priority}\\b`, 'm')] as const,
  ),
  ['a tag of one’s own', /^ *- \[.\] .*#(?!low|medium|high|critical)[a-z]+/m],
  ['an item within an item', /^- \[ \] .*\n {2}- \[ \] /m],
  ['a box that is the author’s own', /^- \[ \] [A-Z][\w ]+$/m],
];

describe('The samples together', () => {
  it('use every key, every value of a choice and every short form of an agreement', () => {
    const there = frontmatters.flatMap((yaml) => [...used(parse(yaml), agreement)]);
    assert.deepEqual(missing(offered(agreement), there), []);
  });

  it('use every key of private notes', () => {
    const there = frontmatters.map((yaml) => parse(yaml)).filter((read) => 'notes-for' in read);
    const keys = there.flatMap((read) => Object.keys(read));
    assert.deepEqual(missing(Object.keys(notes.fields).map(keyOf), keys), []);
  });

  it('use every key of .parley.yaml, where one section and one check stand for all', () => {
    const alike = /^sections\.|^checks\.\*: |^workweek: /;
    const keys = [...offered(configurationType)].filter((one) => !alike.test(one));
    assert.deepEqual(missing(keys, used(parse(configuration), configurationType)), []);
  });

  it('fill every section, every part of it and every column', () => {
    const wanted = Object.entries<SectionShape>(sectionNames.en).flatMap(([key, { columns, parts = {} }]) => [
      key,
      ...columnsOf(key, columns),
      ...Object.entries(parts).flatMap(([part, shape]) => [
        `${key} › ${part}`,
        ...columnsOf(`${key} › ${part}`, shape.columns),
      ]),
    ]);
    assert.deepEqual(missing(wanted, bodies.flatMap(sectionsIn)), []);
  });

  it('use every word that the format has for a cell', () => {
    const cells = new Set(bodies.flatMap(tablesIn).flatMap(cellsIn));
    const wordsOf = (pattern: RegExp) =>
      [...pattern.exec(FORMAT)![1]!.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
    const words = {
      'Turned out': wordsOf(/\*Turned out\* is (.*?)\. /s),
      Confidence: [...wordsOf(/\*Confidence\* is (.*?)\.$/ms), '70 %'],
      Cause: wordsOf(/\*Cause\* is (.*?)\.$/ms),
      Empathy: wordsOf(/Stance map \|.*each of the last four (.*) \|/),
    };
    for (const [column, wanted] of Object.entries(words)) {
      assert.ok(wanted.length >= 3, column);
      assert.deepEqual(
        missing(
          wanted.map((word) => `${column}: ${word}`),
          cells,
        ),
        [],
      );
    }
  });

  for (const [way, pattern] of WAYS)
    it(`show ${way}`, () => {
      assert.ok(whole.some(([, text]) => pattern.test(text)));
    });
});
