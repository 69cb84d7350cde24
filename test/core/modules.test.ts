import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';

const CORE = new URL('../../src/core/', import.meta.url);

describe('The modules of the core', () => {
  it('can each be loaded, and leave nothing behind but what they export', async () => {
    const before = Reflect.ownKeys(globalThis);
    const files = readdirSync(CORE, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    assert.ok(files.length > 150);
    for (const file of files) await import(new URL(file.replaceAll('\\', '/'), CORE).href);
    assert.deepEqual(Reflect.ownKeys(globalThis), before);
  });
});
