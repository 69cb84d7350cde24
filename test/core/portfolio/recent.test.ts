import assert from 'node:assert/strict';
import { Recent } from '../../../src/core/portfolio/recent.ts';

describe('What was made last', () => {
  it('is remembered, and of more than there is room for the one that was asked for longest ago is forgotten', () => {
    const made: string[] = [];
    const recent = new Recent<string, string>(2);
    const ask = (key: string) =>
      recent.get(key, () => {
        made.push(key);
        return `made for ${key}`;
      });
    for (const key of ['a', 'b', 'a', 'b', 'a', 'c']) assert.equal(ask(key), `made for ${key}`);
    assert.deepEqual(made, ['a', 'b', 'c']);
    assert.equal(ask('a'), 'made for a', 'it was asked for after b');
    assert.deepEqual(made, ['a', 'b', 'c']);
    ask('b');
    assert.deepEqual(made, ['a', 'b', 'c', 'b']);
  });
});
