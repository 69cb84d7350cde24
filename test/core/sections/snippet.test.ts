import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainText, type Snippet, snippetText, stop } from '../../../src/core/sections/snippet.ts';
import { expand } from './helpers.ts';

const RUNS = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };

describe('A snippet', () => {
  const snippet: Snippet = ['Costs $5 {a}\\', stop('how } much'), ' and ', stop()];

  it('escapes what the syntax would read', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the protocol's syntax, not ours
    assert.equal(snippetText(snippet), 'Costs \\$5 {a\\}\\\\${1:how \\} much} and ${2}$0');
  });

  it('is plain text with its hints where nothing can be tabbed through', () => {
    assert.equal(plainText(snippet), 'Costs $5 {a}\\how } much and ');
  });

  it('ends where its text ends when there is nothing to write', () => {
    assert.equal(snippetText(['done']), 'done$0');
  });

  it('reads as its plain text, its stops in order and the last of all at the end', () => {
    const words = fc.string({ unit: fc.constantFrom('$', '{', '}', '\\', '1', ':', '0', '|', 'a', '\n') });
    const parts = fc.array(fc.oneof(words, words.map(stop)));
    fc.assert(
      fc.property(parts, (each) => {
        const { plain, stops } = expand(snippetText(each));
        assert.equal(plain, plainText(each));
        const count = each.filter((part) => typeof part !== 'string').length;
        assert.deepEqual(stops, [...Array.from({ length: count }, (_, index) => index + 1), 0]);
      }),
      RUNS,
    );
  });
});
