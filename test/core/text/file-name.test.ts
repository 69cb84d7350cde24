import assert from 'node:assert/strict';
import { fileNameFor } from '../../../src/core/text/file-name.ts';

describe('the name of a file for a title', () => {
  for (const [title, name] of [
    ['Packaging supply 2027', 'packaging-supply-2027'],
    ['  “Señal”: 50/50 ', 'señal-50-50'],
    ['اتفاق الزيتون', 'اتفاق-الزيتون'],
    ['…', ''],
    [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
    // Each is two code units and four bytes, or a letter with a mark of its own.
    ['𐐨'.repeat(70), '𐐨'.repeat(50)],
    ['q̃'.repeat(70), 'q̃'.repeat(60)],
    // File systems count bytes: these are fifteen each.
    ['မြို့'.repeat(40), 'မြို့'.repeat(13)],
  ] as const)
    it(`is “${name}” for “${title}”`, () => {
      assert.equal(fileNameFor(title), name);
    });
});
