import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDay } from '../../src/core/calendar/day.ts';
import { Portfolio } from '../../src/core/portfolio/portfolio.ts';
import { ThreadFinder } from '../../src/node/finder.ts';
import type { ChildrenAnswer, CommitmentRow, Summary } from '../../src/server/protocol.ts';
import { agreement, TestClient, TestFolder } from './client.ts';

/** More than are found without help, so that threads find some. */
const MANY = 400;
const SERVER = new URL('../../dist/server.js', import.meta.url).pathname;

const { context } = new Portfolio({ now: () => 0, zone: 'UTC', today: parseDay('2026-11-27')! });

describe('Threads that find', () => {
  const texts = Array.from({ length: MANY }, (_, n) => agreement('2026-11-20', `Supply ${n}`));

  it('answer for all that they take, and leave the rest', async () => {
    const finder = new ThreadFinder(SERVER, 2);
    const asked = texts.map((text, n) => finder.find(`file:///${n}.md`, text, context));
    const found = await Promise.all(asked);
    const titles = found.flatMap((facts, n) => (facts ? [[n, facts.title]] : []));
    assert.ok(titles.length > 50 && titles.length === asked.filter(Boolean).length);
    for (const [n, title] of titles) assert.equal(title, `Supply ${n}`);
    finder.rest();
  });

  it('say so where there is nothing to find', async () => {
    const finder = new ThreadFinder(SERVER, 1);
    const asked = texts.map((_, n) => finder.find(`file:///${n}.md`, '# Prose\n', context));
    assert.ok(asked.some(Boolean));
    assert.ok((await Promise.all(asked)).every((facts) => facts === undefined));
    finder.rest();
  });

  it('leave nobody waiting when they fail or are ended, and a failed one is not asked again', async () => {
    const folder = await TestFolder.with({
      'fails.cjs': 'throw new Error("no");',
      'waits.cjs': 'setInterval(() => {}, 1e6);',
    });
    for (const [name, end] of [
      ['fails.cjs', false],
      ['waits.cjs', true],
    ] as const) {
      const finder = new ThreadFinder(join(folder.path, name), 1);
      const asked = texts.map((text, n) => finder.find(`file:///${n}.md`, text, context));
      if (end) finder.rest();
      assert.ok((await Promise.all(asked)).every((facts) => facts === undefined));
      const again = texts.map((text, n) => finder.find(`file:///${n}.md`, text, context));
      assert.equal(again.some(Boolean), end);
      finder.rest();
    }
    await folder.remove();
  });

  it('are not asked where there is no core to spare', () => {
    const finder = new ThreadFinder(SERVER, 0);
    assert.ok(texts.every((text, n) => finder.find(`file:///${n}.md`, text, context) === undefined));
  });
});

describe('A server with many files', () => {
  it('knows all of them, whoever found what is in them', async () => {
    const files = Object.fromEntries(
      Array.from({ length: MANY }, (_, n) => [
        `${n}.md`,
        agreement(n % 2 ? '2026-11-20' : '2026-12-20', `Supply ${n}`),
      ]),
    );
    const folder = await TestFolder.with({ ...files, 'notes.md': '---\nnotes-for: 7\nwe: tom\n---\n' });
    const client = await TestClient.start({ folders: [folder.uri] });
    await client.idle();
    const { agreements, overdue } = await client.ask<Summary>('parley/summary', null);
    assert.deepEqual([agreements, overdue], [MANY, MANY / 2]);
    const query = { groupBy: 'agreement', settled: true };
    const { total } = await client.ask<ChildrenAnswer>('parley/tree/children', { query });
    assert.equal(total, MANY);
    const rows = await client.ask<CommitmentRow[]>('parley/commitments', { query: { states: ['overdue'] } });
    for (const { uri, range } of rows) {
      const text = await readFile(new URL(uri), 'utf8');
      assert.ok(text.split('\n')[range.start.line]?.includes('Moulds delivered'));
    }
    assert.deepEqual(new Set(rows.map(({ agreement: { title } }) => title)).size, MANY / 2);
    await client.stop();
    await folder.remove();
  });
});
