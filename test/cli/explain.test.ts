import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../../src/core/checks/registry.ts';
import { parley, ROOT } from './run.ts';

/** What is left of a text once its layout and the syntax of links are gone. */
const letters = (text: string): string =>
  text
    .replace('[All checks](README.md)', '')
    .replace(/^(?: *#+ |```.*$)/gm, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, '');

describe('parley explain', () => {
  it('lists all checks with their severities and titles', async () => {
    const { code, out } = await parley(['explain']);
    assert.equal(code, 0);
    const rows = out.trimEnd().split('\n');
    assert.deepEqual(
      rows.map((row) => row.split(/ {2,}/)),
      checks.map(({ id, severity, title }) => [id, severity, title]),
    );
  });

  it('reads out the page of each check, all of it and without its syntax', async () => {
    for (const { id } of checks.filter((_, at) => at % 4 === 0)) {
      const { code, out } = await parley(['explain', id]);
      assert.equal(code, 0);
      assert.equal(letters(out), letters(readFileSync(join(ROOT, `docs/checks/${id}.md`), 'utf8')));
      assert.doesNotMatch(out, /^#|^```|\]\(/m);
      for (const line of out.split('\n')) assert.ok(line.length <= 100 && line === line.trimEnd(), line);
    }
  });

  it('names the nearest check where there is none of the name', async () => {
    const { code, out, err } = await parley(['explain', 'no-ownr']);
    assert.deepEqual([code, out], [2, '']);
    assert.equal(
      err,
      'parley: there is no check “no-ownr”. Did you mean no-owner? “parley explain” lists them all.\n',
    );
    assert.match((await parley(['explain', '__proto__'])).err, /no check “__proto__”\. “parley explain”/);
  });
});
