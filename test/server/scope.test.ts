import assert from 'node:assert/strict';
import { parseDay } from '../../src/core/calendar/day.ts';
import { Scope } from '../../src/server/scope.ts';
import { agreement } from './client.ts';
import { MemoryCache } from './inside.ts';

const URI = 'file:///w/a.md';
const TEXT = agreement('2026-12-20');

describe('A closed file that is looked for in the cache first', () => {
  const scope = () =>
    new Scope(
      'file:///w',
      { now: () => 0, zone: 'UTC', today: parseDay('2026-11-27')! },
      {
        cache: new MemoryCache(),
      },
    );

  it('takes back what was said of it when it was too large, though it is nothing of ours now', () => {
    const one = scope();
    assert.equal(one.take(URI, { skipped: 'too-large' }), true);
    assert.equal(one.recall(URI, '# Prose\n'), undefined);
    assert.equal(one.take(URI, { text: '# Prose\n' }), true);
    assert.equal(one.said(URI), undefined);
  });

  it('is damaged no more when it is again what it was', () => {
    const one = scope();
    one.take(URI, { text: TEXT });
    one.take(URI, { text: `${TEXT}\uFFFD`, damaged: true });
    assert.equal(one.isDamaged(URI), true);
    assert.equal(one.recall(URI, TEXT), true);
    assert.equal(one.isDamaged(URI), false);
  });
});
