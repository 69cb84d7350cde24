import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import { rows, scenarios } from '../../bench/edits.ts';
import { dayAfter, type Flaw, generateAgreement, type Shape, sizes, today } from '../../bench/generate.ts';
import { quantile, Samples } from '../../bench/samples.ts';

const shapes: readonly Shape[] = ['spread', 'chain'];

type Milestone = Readonly<Record<string, string>>;

function milestonesOf(text: string): Milestone[] {
  const list = text.slice(text.indexOf('\nmilestones:\n'), text.indexOf('\n\nrisks:\n'));
  return list
    .split('\n  - ')
    .slice(1)
    .map((item) => Object.fromEntries(item.split('\n').map((line) => line.trim().split(': '))) as Milestone);
}

function errorsOf(text: string): number {
  return parseDocument(text.slice(4, text.indexOf('\n---\n'))).errors.length;
}

function flawsOf(milestone: Milestone): Flaw[] {
  const found: Flaw[] = [];
  const { owner = '', due = '' } = milestone;
  if (!['tom', 'ines', 'ana'].includes(owner)) found.push('unknown-owner');
  if (milestone.indicator === undefined) found.push('no-indicator');
  if (milestone.prority !== undefined) found.push('unknown-key');
  if (milestone.objective !== undefined) found.push('unknown-reference');
  if (/^\d/.test(due) && due < today && milestone.status !== 'done') found.push('overdue');
  return found;
}

describe('the agreements of the benchmark', () => {
  for (const size of sizes) {
    for (const shape of shapes) {
      describe(`${size.name}, ${shape}`, () => {
        const agreement = generateAgreement(size, shape);

        it('come out the same every time, and differently for another seed', () => {
          assert.equal(generateAgreement(size, shape).text, agreement.text);
          assert.notEqual(generateAgreement(size, shape, 2).text, agreement.text);
        });

        it('have the size, the milestones and the links they promise', () => {
          assert.ok(Math.abs(Buffer.byteLength(agreement.text) - size.bytes) <= 16);
          assert.equal(milestonesOf(agreement.text).length, size.milestones);
          assert.equal(agreement.text.split('](#annex)').length - 1, agreement.annexLinks);
        });

        it('have the flaws they promise, at most one to a milestone', () => {
          const found = milestonesOf(agreement.text).map(flawsOf);
          assert.ok(found.every((flaws) => flaws.length <= 1));
          assert.equal(found.flat().length, size.findings);
          for (const [flaw, count] of Object.entries(agreement.flaws)) {
            assert.equal(found.flat().filter((name) => name === flaw).length, count, flaw);
          }
        });

        it('have no day within a week, and none before one that it is counted from', () => {
          const seen = new Set<string>();
          for (const { id = '', due = '' } of milestonesOf(agreement.text)) {
            const anchor = /^(M\d+) \+ \d+ business days$/.exec(due)?.[1];
            if (anchor === undefined) assert.ok(due < today || due > dayAfter(today, 7), due);
            else assert.ok(seen.has(anchor), due);
            seen.add(id);
          }
        });
      });
    }
  }

  it('have a frontmatter of about a third where there are many milestones', () => {
    for (const size of sizes.slice(1)) {
      const { text } = generateAgreement(size, 'spread');
      const share = text.indexOf('\n---\n') / text.length;
      assert.ok(share > 0.3 && share < 0.4, String(share));
    }
  });

  it('hang every other milestone of a chain on the first', () => {
    const [first, ...others] = milestonesOf(generateAgreement(sizes[2]!, 'chain').text);
    assert.match(first!.due ?? '', /^\d{4}-\d\d-\d\d$/);
    assert.ok(others.every(({ due }) => due?.startsWith('M1 + ')));
  });
});

describe('the edits of the benchmark', () => {
  it('fill every row and, but for the quote, never bring a text back', () => {
    const timed = new Set<string>();
    for (const { shape, edits, proof } of scenarios) {
      let { text } = generateAgreement(sizes[0]!, shape);
      const seen = new Set([text]);
      for (let n = 0; n < 120; n += 1) {
        for (const step of edits) {
          const { at, removed, inserted, row } = step(text, n);
          assert.ok(at > 0);
          text = text.slice(0, at) + inserted + text.slice(at + removed);
          if (row === undefined) continue;
          timed.add(row);
          if (!row.includes('quote')) assert.ok(!seen.has(text), row);
          seen.add(text);
        }
      }
      if (proof) {
        const { at, removed, inserted } = proof(text);
        const [first] = milestonesOf(text.slice(0, at) + inserted + text.slice(at + removed));
        assert.deepEqual(flawsOf(first!), ['overdue']);
      }
    }
    assert.deepEqual([...timed].sort(), [...rows].sort());
  });

  it('keep the frontmatter readable, but for the open quote', () => {
    for (const { shape, edits } of scenarios) {
      let { text } = generateAgreement(sizes[0]!, shape);
      for (const step of edits) {
        const { at, removed, inserted, expect } = step(text, 0);
        text = text.slice(0, at) + inserted + text.slice(at + removed);
        assert.equal(errorsOf(text) > 0, expect === 'quote open');
        assert.equal(milestonesOf(text).flatMap(flawsOf).length, sizes[0]!.findings);
      }
    }
  });
});

describe('the figures of the benchmark', () => {
  it('take quantiles by nearest rank', () => {
    const values = [4, 1, 3, 2];
    assert.equal(quantile(values, 0.5), 2);
    assert.equal(quantile(values, 0.95), 4);
    assert.equal(quantile([7], 0.95), 7);
  });

  it('are medians over the runs, until a server is found wrong', () => {
    const samples = new Samples();
    const key = { server: 'ours', size: '4 kB', row: 'title' };
    [1, 9, 2].forEach((milliseconds, run) => {
      samples.add(key, run, milliseconds);
    });
    samples.add({ ...key, server: 'theirs' }, 0, 5);
    assert.deepEqual(samples.summary(key), { p50: 2, p95: 2, least: 1, greatest: 9 });
    samples.forget('ours', '4 kB');
    assert.equal(samples.summary(key), undefined);
    assert.equal(samples.summary({ ...key, server: 'theirs' })?.p50, 5);
  });
});
