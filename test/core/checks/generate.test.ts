import assert from 'node:assert/strict';
import fc from 'fast-check';
import { english } from '../../../src/core/messages.ts';
import { findingsIn, fixtures } from './fixtures.ts';
import { reviewed } from './generate.ts';

/** The titles of the fixes of some texts, and the checks that offer them. */
function fixing(texts: readonly string[]): ReadonlySet<string> {
  const findings = texts.flatMap((text) => findingsIn(text));
  return new Set(findings.flatMap(({ check, fixes }) => fixes.flatMap(({ title }) => [title, check])));
}

describe('Generated agreements', () => {
  it('come to have a fix of each kind that there is, of each check that has one', () => {
    const titles = Object.keys(english).filter((code) => code.startsWith('fix/'));
    const wanted = [...titles, ...fixing(fixtures().map(({ text }) => text))];
    const tried = fixing(fc.sample(reviewed, { numRuns: 500, seed: 1 }).map(({ text }) => text));
    assert.deepEqual(
      wanted.filter((name) => !tried.has(name)),
      [],
    );
  });
});
