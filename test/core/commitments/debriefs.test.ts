import assert from 'node:assert/strict';
import { listing } from './listing.ts';

/** The debriefs of three talks, as `N1 done`, where the agreement has these headings, each with words below. */
function debriefs(headings: readonly string[], words = 'They wavered.', talks = TALKS): string[] {
  const body = headings.map((heading) => `### ${heading}\n\n${words}\n\n`).join('');
  return listing(`${talks}---\n## Debrief\n\n${body}`).map((line) => line.split(' ').slice(0, 2).join(' '));
}

const TALKS = `negotiations:
  - { id: N1, date: 2026-11-10, topic: Price and volumes }
  - { id: N2, date: 2026-11-12, topic: Delivery }
  - { id: N3, date: 2026-11-20, topic: Café }
`;

describe('A debrief belongs to', () => {
  it('the talks whose id its heading names, the first of several', () => {
    assert.deepEqual(debriefs(['2026-11-21 N1']), ['N1 done', 'N2 overdue', 'N3 overdue']);
    assert.deepEqual(debriefs(['2026-11-21 (N2), N1: Café']), ['N1 overdue', 'N2 done', 'N3 overdue']);
  });

  it('else the talks whose topic it has, in any case, spacing and spelling of accents', () => {
    for (const topic of ['price  and volumes', 'PRICE AND VOLUMES', 'Price and volumes '])
      assert.deepEqual(debriefs([`2026-11-21 ${topic}`]), ['N1 done', 'N2 overdue', 'N3 overdue'], topic);
    assert.deepEqual(debriefs(['2026-11-11 cafe\u0301']), ['N1 overdue', 'N2 overdue', 'N3 done']);
  });

  it('else the latest talks up to its day that have none yet', () => {
    assert.deepEqual(debriefs(['2026-11-12']), ['N1 overdue', 'N2 done', 'N3 overdue']);
    assert.deepEqual(debriefs(['2026-11-21 a', '2026-11-21 b']), ['N1 overdue', 'N2 done', 'N3 done']);
    assert.deepEqual(debriefs(['2026-11-21 a', '2026-11-21 N3']), ['N1 overdue', 'N2 done', 'N3 done']);
    assert.deepEqual(debriefs(['2026-11-09 a']), ['N1 overdue', 'N2 overdue', 'N3 overdue']);
  });

  it('the first of the file where two name the same talks', () => {
    const twice = ['2026-11-11 N1', '2026-11-21 N1'];
    assert.deepEqual(debriefs(twice), ['N1 done', 'N2 overdue', 'N3 overdue']);
    const body = '---\n## Debrief\n\n### 2026-11-11 N1\n\nWords.\n\n### 2026-11-21 N1\n';
    assert.match(listing(TALKS + body)[0]!, /^N1 done/);
  });

  it('no talks without a day, unless it names them', () => {
    const undated = 'negotiations:\n  - { id: N1, topic: Price }\n  - { topic: Delivery }\n';
    assert.deepEqual(debriefs(['2026-11-21 a'], 'Words.', undated), ['N1 open', 'debrief open']);
    assert.deepEqual(debriefs(['2026-11-21 N1', '2026-11-21 delivery'], 'Words.', undated), [
      'N1 done',
      'debrief done',
    ]);
  });
});

describe('A debrief is written', () => {
  const first = (words: string) => debriefs(['2026-11-11 N1'], words)[0];
  const results = (row: string) =>
    '#### Objectives and results\n\n| Objective | Baseline | Target | Agreed | Actual | Divergence |\n' +
    `| --- | --- | --- | --- | --- | --- |\n| ${row} |\n`;
  const assumptions = (row: string) =>
    `#### Assumptions that proved false\n\n| Assumption | Confidence | Turned out |\n| --- | --- | --- |\n| ${row} |\n`;

  it('once it says more than what is filled in from the file', () => {
    assert.equal(first('**Talks**: 10 November 2026, Ana and Tom\n'), 'N1 overdue');
    assert.equal(first('**Talks**: 10 November 2026, Ana and Tom\n\nThey wavered.\n'), 'N1 done');
    assert.equal(first(results('Cut cost | 2 | 1 | 1.5 | 1.6 | +0.1')), 'N1 overdue');
    assert.equal(first(assumptions('They need volume | 80% | ')), 'N1 overdue');
    assert.equal(first(assumptions('They need volume | 80% | They did not')), 'N1 done');
    assert.equal(first(`${assumptions(' | | ')}\n\nAnd more.\n`), 'N1 done');
  });

  it('in a table of which nothing is filled in, by any row', () => {
    const anchors = (row: string) =>
      `#### Anchors\n\n| Anchor | By | Effect |\n| --- | --- | --- |\n| ${row} |\n`;
    assert.equal(first(anchors(' | | ')), 'N1 overdue');
    assert.equal(first(anchors('318,000 | them | we moved')), 'N1 done');
    assert.equal(first('#### Lessons\n\n#### Preparation\n'), 'N1 overdue');
  });
});
