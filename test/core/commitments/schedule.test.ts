import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatDay } from '../../../src/core/calendar/day.ts';
import { orderByDependency } from '../../../src/core/commitments/graph.ts';
import { scheduleOf } from '../../../src/core/commitments/schedule.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/core/document/configuration.ts';
import { agreementOf, listing } from './listing.ts';

const numRuns = Number(process.env.PARLEY_RUNS ?? 300);

function due(yaml: string): string[] {
  return scheduleOf(agreementOf(yaml).terms, DEFAULT_CONFIGURATION).plans.map(({ milestone, due }) => {
    const day = due?.day === undefined ? (due?.unresolved?.reason ?? 'none') : formatDay(due.day);
    return `${milestone.id?.value} ${day}${due?.provisional ? ' provisional' : ''}`;
  });
}

describe('A relative due day', () => {
  it('counts from an anchor’s done day once it is done, else from its due day', () => {
    const m2 = '  - id: M2\n    due: M1 + 30 business days\n';
    assert.deepEqual(due(`milestones:\n  - id: M1\n    due: 2026-10-15\n    done: 2026-10-13\n${m2}`), [
      'M1 2026-10-15',
      'M2 2026-11-24',
    ]);
    assert.deepEqual(due(`milestones:\n  - id: M1\n    due: 2026-10-15\n${m2}`), [
      'M1 2026-10-15',
      'M2 2026-11-26 provisional',
    ]);
  });

  it('counts from the days of the agreement, and the last day in force may itself be relative', () => {
    const yaml =
      'effective: 2026-09-15\nexpires: effective + 1 year - 1 day\nmilestones:\n  - id: M1\n    due: expires - 2 weeks\n';
    assert.deepEqual(due(yaml), ['M1 2027-08-31']);
  });

  it('may count backwards from an unfinished milestone without waiting for it', () => {
    const yaml = 'milestones:\n  - id: M1\n    due: M2 - 5 days\n  - id: M2\n    due: 2026-12-24\n';
    assert.deepEqual(due(yaml), ['M1 2026-12-19', 'M2 2026-12-24']);
    assert.deepEqual(listing(yaml), ['M1 open due 2026-12-19', 'M2 open due 2026-12-24']);
  });

  it('stays provisional as long as anything it is counted from is', () => {
    const yaml =
      'milestones:\n  - id: M1\n    due: 2026-12-01\n  - id: M2\n    due: M1 + 1 week\n  - id: M3\n    due: M2 - 1 day\n';
    assert.deepEqual(due(yaml).slice(1), ['M2 2026-12-08 provisional', 'M3 2026-12-07 provisional']);
  });

  it('is never late while it is provisional', () => {
    const yaml = 'milestones:\n  - id: M1\n    due: 2026-11-01\n  - id: M2\n    due: M1 + 1 week\n';
    assert.equal(listing(yaml)[1], 'M2 waiting due 2026-11-08, provisional, expected 2026-12-04');
  });

  it('has no day without its anchor', () => {
    assert.deepEqual(due('milestones:\n  - id: M1\n    due: signed + 3 days\n'), ['M1 anchor-without-day']);
    assert.deepEqual(due('milestones:\n  - id: M1\n    due: M9 + 3 days\n'), ['M1 unknown-anchor']);
    const recurring =
      'milestones:\n  - id: M1\n    due: 2026-10-01\n    every: week\n  - id: M2\n    due: M1 + 1 day\n';
    assert.deepEqual(due(recurring)[1], 'M2 recurring-anchor');
  });

  it('has none in a circle, whichever way round; what hangs on the circle has none either', () => {
    const yaml =
      'milestones:\n  - id: A\n    due: B + 1 day\n  - id: B\n    due: A + 1 day\n  - id: C\n    due: A + 1 day\n  - id: D\n    due: D + 1 day\n';
    assert.deepEqual(due(yaml), ['A cycle', 'B cycle', 'C anchor-without-day', 'D cycle']);
    const expiry = 'expires: M1 + 1 day\nmilestones:\n  - id: M1\n    due: expires - 1 day\n';
    assert.deepEqual(due(expiry), ['M1 cycle']);
  });

  it('keeps its own day in a circle of `after`', () => {
    const yaml =
      'milestones:\n  - { id: A, due: 2026-12-01, after: [B] }\n  - { id: B, due: 2026-12-02, after: [A] }\n';
    assert.deepEqual(due(yaml), ['A 2026-12-01', 'B 2026-12-02']);
    assert.deepEqual(
      listing(yaml).map((line) => line.split(' ')[1]),
      ['due-soon', 'due-soon'],
    );
  });

  it('follows from a duration: after the start, else the latest predecessor, else the first day in force', () => {
    const yaml =
      'effective: 2026-09-15\nmilestones:\n  - { id: A, duration: 3 weeks }\n  - { id: B, start: 2026-10-01, duration: 2 days }\n  - { id: C, after: [A, B], duration: 1 week }\n';
    assert.deepEqual(due(yaml), ['A 2026-10-06', 'B 2026-10-03', 'C 2026-10-13 provisional']);
  });
});

describe('A forecast', () => {
  const chain = (m1: string, m2: string) =>
    `milestones:\n  - id: M1\n    ${m1}\n  - id: M2\n    after: [M1]\n    ${m2}\n`;

  it('moves by the slip of the predecessor, less the buffer', () => {
    assert.equal(
      listing(chain('due: 2026-11-20', 'due: 2026-12-10'))[1],
      'M2 waiting due 2026-12-10, expected 2026-12-17',
    );
    assert.equal(
      listing(chain('due: 2026-11-20', 'due: 2026-12-10\n    buffer: 5 days'))[1],
      'M2 waiting due 2026-12-10, expected 2026-12-12',
    );
    assert.equal(
      listing(chain('due: 2026-11-20', 'due: 2026-12-10\n    buffer: 1 week'))[1],
      'M2 waiting due 2026-12-10',
    );
  });

  it('does not count twice what a finished anchor has moved already', () => {
    const yaml =
      'milestones:\n  - id: M1\n    due: 2026-11-01\n    done: 2026-11-15\n  - id: M2\n    due: M1 + 30 days\n';
    assert.equal(listing(yaml)[1], 'M2 open due 2026-12-15');
  });

  it('does not move for a predecessor that was early', () => {
    assert.equal(
      listing(chain('due: 2026-11-20\n    done: 2026-11-10', 'due: 2026-12-10'))[1],
      'M2 open due 2026-12-10',
    );
  });
});

describe('orderByDependency', () => {
  const graph = fc
    .integer({ min: 1, max: 12 })
    .chain((size) =>
      fc.array(fc.array(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size }),
    );

  it('puts each item after what it depends on, and finds exactly the members of cycles', () => {
    fc.assert(
      fc.property(graph, (edges) => {
        const { order, cycles } = orderByDependency(edges);
        assert.deepEqual(
          [...order].sort((a, b) => a - b),
          edges.map((_, i) => i),
        );
        for (let item = 0; item < edges.length; item++) {
          assert.equal(cycles.has(item), reaches(edges, item, item), `member ${item}`);
          for (const other of edges[item]!)
            if (cycles.get(item) !== cycles.get(other) || !cycles.has(item))
              assert.ok(order.indexOf(other) < order.indexOf(item));
        }
      }),
      { numRuns },
    );
  });

  it('takes a chain of any length', () => {
    const edges = Array.from({ length: 200_000 }, (_, i) => (i === 0 ? [] : [i - 1]));
    assert.equal(
      orderByDependency([...edges].reverse().map((_, i, all) => (i + 1 < all.length ? [i + 1] : [])))
        .order[0],
      199_999,
    );
  });
});

function reaches(edges: readonly (readonly number[])[], from: number, to: number): boolean {
  const seen = new Set<number>();
  const open = [...edges[from]!];
  while (open.length > 0) {
    const item = open.pop()!;
    if (item === to) return true;
    if (seen.has(item)) continue;
    seen.add(item);
    open.push(...edges[item]!);
  }
  return false;
}
