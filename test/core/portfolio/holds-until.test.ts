import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, type Day, formatDay, parseDay } from '../../../src/core/calendar/day.ts';
import type { Facts } from '../../../src/core/portfolio/facts.ts';
import { findingIn } from '../../../src/core/portfolio/finder.ts';
import { change, changed, texts } from './changes.ts';

const RUNS = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };

function factsOn(today: Day, text: string): Facts | undefined {
  return findingIn(JSON.stringify(['', '', [], 'Europe/Madrid', today]))('file:///w/a.md', text);
}

function until(text: string, today: string): string {
  return formatDay(factsOn(parseDay(today)!, text)!.until);
}

describe('What is found in an agreement', () => {
  it('is found again on each day until it holds no more', () => {
    const around = fc.record({
      of: fc.nat(),
      by: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -100, max: 100 })),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(change, { maxLength: 3 }),
        around,
        fc.nat(),
        (first, all, near, later) => {
          const text = all.reduce(changed, first);
          const days = text.match(/\d{4}-\d\d-\d\d/g)?.flatMap((written) => parseDay(written) ?? []) ?? [];
          const today = addDays(days[near.of % days.length] ?? parseDay('2026-11-27')!, near.by);
          const now = factsOn(today, text);
          if (!now) return;
          assert.ok(now.until > today);
          const span = now.until - today;
          for (const by of [1, 1 + (later % span), span - 1]) {
            if (by >= span) continue;
            const { from, until: _, ...then } = factsOn(addDays(today, by), text)!;
            const { from: __, until: ___, ...said } = now;
            assert.deepEqual(then, said, `${formatDay(today)}, ${by} days later`);
            assert.equal(from, addDays(today, by));
          }
        },
      ),
      RUNS,
    );
  }).timeout(0);

  const agreement = (terms: string, body = '') => `---\nagreement: Jars\n${terms}\n---\n${body}`;
  const due = (day: string) =>
    agreement(`milestones:\n  - { id: M1, title: Pilot, owner: ana, due: ${day} }`);

  it('holds until a day is near, of which it says how near it is', () => {
    assert.equal(until(due('2027-03-31'), '2026-11-27'), '2027-03-24');
    assert.equal(until(due('2027-03-31'), '2027-03-24'), '2027-03-25');
    assert.equal(until(due('2027-03-31'), '2027-05-01'), '2027-05-02');
  });

  it('holds for a day where something is put off day by day by what is owed no more', () => {
    const steps = ['{ id: M1, due: 2026-10-01 }', '{ id: M2, due: 2027-06-01, after: [M1], survives: true }'];
    const ended = agreement(`status: terminated\nmilestones:\n  - ${steps.join('\n  - ')}`);
    assert.equal(until(ended, '2026-11-27'), '2026-11-28');
  });

  it('holds until what was handed over is late itself, for what comes after it', () => {
    const steps = [
      '{ id: M1, due: 2027-01-10, submitted: 2026-11-01, accepts: bob }',
      '{ id: M2, due: 2027-02-01, after: [M1] }',
    ];
    assert.equal(until(agreement(`milestones:\n  - ${steps.join('\n  - ')}`), '2026-11-27'), '2027-01-11');
  });

  it('holds for ever where nothing is owed any more', () => {
    assert.equal(until(due('2026-03-31, status: done'), '2026-11-27'), '9999-12-31');
    assert.equal(
      until(agreement('status: completed', '- [x] Call due:2026-10-01'), '2026-11-27'),
      '9999-12-31',
    );
  });

  it('holds until notice is announced, a debrief is near, or a day that was to come is there', () => {
    const ends = agreement('expires: 2028-12-31\nnotice: { last-day: 2028-06-30 }');
    assert.equal(until(ends, '2026-11-27'), '2028-04-01');
    assert.equal(
      until(agreement('negotiations:\n  - { date: 2027-02-01, topic: price }'), '2026-11-27'),
      '2027-01-27',
    );
    assert.equal(until(due('2026-03-31, done: 2027-01-15'), '2026-11-27'), '2027-01-15');
  });
});
