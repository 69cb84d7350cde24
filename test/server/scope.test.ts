import assert from 'node:assert/strict';
import { parseDay } from '../../src/core/calendar/day.ts';
import { Scope } from '../../src/server/scope.ts';
import { MemoryCache } from '../core/portfolio/memory-cache.ts';
import { agreement } from './client.ts';

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

  /** Scopes that keep what they find together, each on a day of its own. */
  const days = (cache = new MemoryCache()) => {
    return (day: string) => new Scope('file:///w', { now: () => Date.parse(day), zone: 'UTC' }, { cache });
  };

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

  it('is as it stood on another day where nothing that is said of it is another thing by that', () => {
    const on = days();
    on('2026-11-27').take(URI, { text: TEXT });
    const later = on('2026-12-10');
    assert.equal(later.recall(URI, TEXT), true);
    assert.equal(later.portfolio.isBehind, false);
    assert.equal(later.portfolio.get(URI)?.today, parseDay('2026-12-10'));
    assert.equal(on('2026-12-18').recall(URI, TEXT), undefined, 'its day is near');
    assert.equal(on('2026-11-26').recall(URI, TEXT), undefined, 'that day was before');
  });

  it('is as it stands today where private notes speak of it, though it was found on another day', () => {
    const on = days();
    on('2026-11-27').take(URI, { text: TEXT });
    const plain = on('2026-12-24');
    assert.equal(plain.recall(URI, TEXT), undefined, 'it is still to be read');
    const noted = on('2026-12-24');
    noted.take('file:///w/notes.md', { text: '---\nnotes-for: a\nwe: ana\n---\n' });
    assert.equal(noted.recall(URI, TEXT), true, 'or nobody would be told of it');
    assert.ok(noted.said(URI)?.findings.some(({ check }) => check === 'overdue'));
  });
});
