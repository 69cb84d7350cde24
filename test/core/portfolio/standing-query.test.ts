import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDay } from '../../../src/core/calendar/day.ts';
import type { Filter } from '../../../src/core/portfolio/filter.ts';
import { Portfolio } from '../../../src/core/portfolio/portfolio.ts';
import { GROUPINGS, type Group, group, query, type Row } from '../../../src/core/portfolio/query.ts';
import { StandingQuery } from '../../../src/core/portfolio/standing-query.ts';

const RUNS = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };
const TODAY = parseDay('2026-11-27')!;

/** Agreements, some of them with one title, and with milestones of which some are the same in all but their file. */
const agreement = fc
  .record({
    title: fc.constantFrom('Jars', 'Boats', 'Anchors'),
    name: fc.constantFrom('', 'Ana Sol', 'Ana Vass'),
    milestones: fc.array(
      // Few, so that a line often stands elsewhere after a change, and is not read again.
      fc.record({
        id: fc.constantFrom('A', 'B'),
        owner: fc.constantFrom('ana', 'leo', ''),
        due: fc.constantFrom('2026-11-20', '2026-12-01', ''),
        done: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ title, name, milestones }) =>
    [
      `---\nagreement: ${title}\npeople: { ana: { name: ${name} }, leo: }\nmilestones:`,
      ...milestones.map(
        ({ id, owner, due, done }) =>
          `  - { id: ${id}, title: T, owner: ${owner}, due: ${due}${done ? ', status: done' : ''} }`,
      ),
      '---\n',
    ].join('\n'),
  );

const filters: readonly Filter[] = [{}, { settled: true }, { owners: ['ana', ''] }, { states: ['overdue'] }];

describe('A query that stands', () => {
  it('answers as one that is asked for the first time, whatever came, changed and went', () => {
    // Few of many change, and those again and again.
    const step = fc.record({ file: fc.nat(3), text: fc.option(agreement, { freq: 4 }), ask: fc.boolean() });
    fc.assert(
      fc.property(fc.constantFrom(...filters), fc.array(step, { maxLength: 60 }), (filter, steps) => {
        const folder = folderOf(40);
        // Each keeps the groups of one grouping.
        const standing = new Map(GROUPINGS.map((grouping) => [grouping, new StandingQuery(filter)]));
        for (const { file, text, ask } of steps) {
          if (text === null) folder.remove(uriOf(file));
          else folder.update(uriOf(file), text);
          if (ask) for (const [grouping, one] of standing) one.groups(folder.entries, grouping);
        }
        const rows = query(folder.entries, filter);
        for (const [grouping, one] of standing) {
          const groups = one.groups(folder.entries, grouping);
          assert.deepEqual(one.rows(folder.entries).map(shown), rows.map(shown));
          assert.deepEqual(groups.map(groupShown), group(rows, grouping).map(groupShown));
        }
      }),
      RUNS,
    );
  });

  it('gives the same rows and groups again where nothing of theirs changed', () => {
    const folder = folderOf(40);
    const standing = new StandingQuery({});
    const before = standing.groups(folder.entries, 'owner');
    assert.equal(standing.groups(folder.entries, 'owner'), before);
    folder.update(uriOf(3), textOf('leo'));
    const after = standing.groups(folder.entries, 'owner');
    const again = (key: string) =>
      after.find((one) => one.key === key) === before.find((one) => one.key === key);
    assert.deepEqual(['ana', 'eva', 'leo'].map(again), [false, true, false]);
  });
});

/** A folder of agreements: all of Ana's but the last, which is Eva's. */
function folderOf(count: number): Portfolio {
  const folder = new Portfolio({ now: () => 0, zone: 'UTC', today: TODAY });
  for (let n = 0; n < count; n++) folder.update(uriOf(n), textOf(n === count - 1 ? 'eva' : 'ana'));
  return folder;
}

function uriOf(file: number): string {
  return `file:///${file}.md`;
}

function textOf(owner: string): string {
  return `---\nagreement: Jars\nmilestones: [{ id: M1, owner: ${owner}, due: 2026-12-01 }]\n---\n`;
}

function shown({ entry, commitment }: Row): unknown[] {
  return [entry.uri, commitment.id, entry.commitments.includes(commitment)];
}

function groupShown({ key, rows, named }: Group): unknown[] {
  return [key, named?.uri, ...rows.map(shown)];
}
