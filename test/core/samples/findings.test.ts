import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { REFERENCE_DAY } from '../../../scripts/samples.mjs';
import { addDays, type Day, formatDay, parseDay } from '../../../src/core/calendar/day.ts';
import { fileLinksIn } from '../../../src/core/checks/file-links.ts';
import { listed, marginsIn } from '../checks/fixtures.ts';
import { openedOn, samples, uriOf } from './folder.ts';

const REFERENCE = parseDay(REFERENCE_DAY)!;
const YEARS = 4 * 365;
/** From one tried day to the next: all days in the long search, else 63 of them, on all days of the week. */
const STEP = Math.max(1, Math.round(14_100 / Number(process.env['PARLEY_RUNS'] ?? 300)));

/** What is said about each sample on a day, in the shape of its margins. */
function findingsOn(today: Day): Map<string, readonly string[]> {
  const { folder, texts } = openedOn(today);
  return new Map(
    [...texts].map(([path, text]) => {
      const said = folder.get(uriOf(path)) ?? folder.notesIn(uriOf(path));
      assert.ok(said, path);
      return [path, listed(text, said.findings)];
    }),
  );
}

describe('The samples', () => {
  const margins = new Map([...samples].map(([path, text]) => [path, marginsIn(text)]));

  it('are eight agreements, notes about one of them, and one that is wrong on purpose', () => {
    const { folder } = openedOn(REFERENCE);
    assert.equal(folder.totals.agreements, 9);
    assert.deepEqual(
      [...folder.notes].map(({ entry }) => entry?.agreement.id),
      ['green-hill-range'],
    );
  });

  for (const [path, expected] of margins)
    it(`are told about ${path} what its margins announce, and nothing else`, () => {
      assert.deepEqual(findingsOn(REFERENCE).get(path), expected);
    });

  it('point to files that are there', () => {
    const { folder } = openedOn(REFERENCE);
    const files = [...folder.entries].flatMap(({ agreement }) =>
      fileLinksIn(agreement).map((link) => link.files[0]!),
    );
    assert.ok(files.length >= 3);
    for (const file of files)
      assert.ok(
        existsSync(new URL(`../../../examples/${file.slice(uriOf('').length)}`, import.meta.url)),
        file,
      );
  });

  it('are told the same whatever day they are opened on', () => {
    for (let days = -YEARS; days <= YEARS; days += STEP) {
      const today = addDays(REFERENCE, days);
      assert.deepEqual(findingsOn(today), margins, formatDay(today));
    }
  });
});
