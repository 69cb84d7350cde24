import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Body, entriesOf, readBody } from '../../../../src/core/document/body/body.ts';
import type { SectionKey } from '../../../../src/core/document/body/section-names.ts';
import type { Table } from '../../../../src/core/document/body/types.ts';
import { FRONT, markdown, numRuns } from './markdown.ts';

const URI = 'file:///agreement.md';
const DATED: SectionKey[] = ['debrief', 'check-ins', 'journal', 'reflection-brief', 'risk-reviews'];

const tableOf = (table: Table | undefined) =>
  table && [table.text.range, table.header, table.rows.map(({ text, cells }) => [text, cells])];

/** Everything that a body says, places resolved to ranges. */
function told(body: Body): unknown {
  const said = {
    sections: body.sections.map((section) => ({
      range: section.whole.range,
      text: section.text,
      level: section.level,
      heading: section.heading,
      title: section.title,
      key: section.key,
      ours: section.ours,
      content: section.content,
      table: tableOf(section.table),
      parts: section.parts.map(({ key, name, content }) => [key, name, content]),
      problems: section.problems,
    })),
    entries: DATED.map((key) =>
      entriesOf(body, key).map(({ date, topic, ordinal, text, content, parts, table }) => [
        date,
        topic,
        ordinal,
        text,
        content,
        parts.map((part) => [part.key, part.name, part.content, tableOf(part.table)]),
        tableOf(table),
      ]),
    ),
    items: body.items.map(({ id, title, text, box, owners, due, ids, section, entry, listed }) => ({
      ...{ id, title, text, box, owners, due, ids, section, listed },
      entry: entry && [entry.text, entry.ordinal],
    })),
    suppressions: body.suppressions,
  };
  return JSON.parse(JSON.stringify(said));
}

const edit = fc.record({
  at: fc.nat(),
  remove: fc.nat({ max: 40 }),
  insert: fc.oneof(markdown, fc.constant('\n'), fc.string()),
});

describe('body: invariants', () => {
  it('sections lie side by side and make up the body', () => {
    fc.assert(
      fc.property(markdown, (markdown) => {
        const body = readBody(FRONT + markdown, FRONT.length, URI);
        assert.equal(body.sections.map(({ text }) => text).join(''), markdown);
        let at = FRONT.length;
        for (const { whole, text } of body.sections) {
          assert.deepEqual(whole.range, { start: at, end: at + text.length });
          at += text.length;
        }
      }),
      { numRuns },
    );
  });

  it('reading after edits says what a first reading says', () => {
    fc.assert(
      fc.property(
        markdown,
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (start, edits, read) => {
          let text = start;
          let body = readBody(FRONT + text, FRONT.length, URI);
          for (const [index, { at, remove, insert }] of edits.entries()) {
            if (read) told(body);
            const from = at % (text.length + 1);
            text = text.slice(0, from) + insert + text.slice(from + remove);
            const front = FRONT.replace('Supply', 'S'.repeat(index));
            body = readBody(front + text, front.length, URI, body);
            assert.deepEqual(told(body), told(readBody(front + text, front.length, URI)));
          }
        },
      ),
      { numRuns },
    );
  });

  it('values show the text that they were read from', () => {
    fc.assert(
      fc.property(markdown, (markdown) => {
        const text = FRONT + markdown;
        const body = readBody(text, FRONT.length, URI);
        const at = ({ range }: { range: { start: number; end: number } }) =>
          text.slice(range.start, range.end);
        for (const item of body.items) {
          assert.match(text.slice(item.box.range.start - 1, item.box.range.end + 1), /^\[[ \txX]\]$/);
          for (const owner of item.owners) assert.equal(at(owner), owner.value);
          for (const id of item.ids) assert.equal(at(id), id.value);
        }
        for (const key of DATED)
          for (const { content, parts } of entriesOf(body, key))
            for (const value of [content, ...parts.flatMap((part) => [part.name, part.content])])
              assert.equal(at(value), value.value);
      }),
      { numRuns },
    );
  });
});
