import assert from 'node:assert/strict';
import { canonicalUri, folderOf, pathBelow } from '../../../src/core/text/uri.ts';

describe('The one spelling of a URI', () => {
  const spellings: readonly [given: string, canonical: string][] = [
    ['file:///C:/a b.md', 'file:///c%3A/a%20b.md'],
    ['FILE:///c%3a/a%20b.md', 'file:///c%3A/a%20b.md'],
    ["file:///w/it's (1)!*.md", 'file:///w/it%27s%20%281%29%21%2A.md'],
    ['file:///w/Vertr%C3%A4ge.md', 'file:///w/Vertr%C3%A4ge.md'],
    ['file:///w/Verträge.md', 'file:///w/Vertr%C3%A4ge.md'],
    ['file:///w/C:/a.md', 'file:///w/C%3A/a.md'],
    ['vscode-vfs://GitHub/we/Deals/a.md?ref=Main#L3', 'vscode-vfs://github/we/Deals/a.md?ref=Main#L3'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
    ['mailto:', 'mailto:'],
  ];
  for (const [given, canonical] of spellings)
    it(`of ${given} is ${canonical}`, () => {
      assert.equal(canonicalUri(given), canonical);
      assert.equal(canonicalUri(canonical), canonical, 'and is its own');
    });

  it('of what cannot be decoded, or is no URI, is the one that was given', () => {
    assert.equal(canonicalUri('file:///w/%FF.md'), 'file:///w/%FF.md');
    assert.equal(canonicalUri('file:///w/\ud800 b.md'), 'file:///w/\ud800 b.md');
    assert.equal(canonicalUri('no address'), 'no address');
  });
});

describe('Where a document lies', () => {
  it('is told as a decoded path below a folder, or not at all', () => {
    assert.equal(pathBelow('file:///w', 'file:///w/a/b%20c.md'), 'a/b c.md');
    assert.equal(pathBelow('file:///w/', 'file:///w/%FF.md'), '%FF.md');
    for (const elsewhere of ['file:///w', 'file:///w/', 'file:///wide/a.md', 'file:///a.md'])
      assert.equal(pathBelow('file:///w', elsewhere), undefined, elsewhere);
  });

  it('is a folder without the slash at its end', () => {
    assert.equal(folderOf('file:///w/a/b.md'), 'file:///w/a');
  });
});
