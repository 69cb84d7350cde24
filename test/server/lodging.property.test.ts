import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDay } from '../../src/core/calendar/day.ts';
import { Folder } from '../../src/server/library.ts';

const RUNS = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };
const CLOCK = { now: () => 0, zone: 'UTC', today: parseDay('2026-11-27')! };
const ROOT = 'file:///w';
const FOLDERS = ['', '/m', '/m/n'].map((path) => ROOT + path);
const URIS = FOLDERS.flatMap((folder) => ['a', 'b'].map((name) => `${folder}/${name}.md`));

const text = fc.oneof(
  fc.constantFrom('x', 'y').map((id) => `---\nagreement: ${id}\nid: ${id}\n---\n`),
  fc.constantFrom('x', 'y', '').map((id) => `---\nnotes-for: ${id}\n---\n`),
  fc.constant('# Prose\n'),
  fc.constant(undefined),
);
/** A document gets another text or goes; or other folders have a configuration. */
const change = fc.oneof(
  { weight: 4, arbitrary: fc.record({ uri: fc.constantFrom(...URIS), text }) },
  { weight: 1, arbitrary: fc.record({ governed: fc.subarray(FOLDERS.slice(1)) }) },
);

const folderOf = () => new Folder(ROOT, CLOCK, {}, () => {});

/** Where each document lies, and which agreement its notes belong to. */
function state(folder: Folder): unknown {
  return URIS.map((uri) => {
    const holders = [...folder.scopes.values()].filter(({ portfolio }) => portfolio.knows(uri));
    assert.ok(holders.every((holder) => holder === folder.scopeOf(uri)));
    return [uri, holders.map((one) => one.folder), holders[0]?.portfolio.notesIn(uri)?.entry?.uri];
  });
}

describe('Private notes in a workspace folder', () => {
  it('lie where they would if all had been there from the beginning', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        const folder = folderOf();
        const texts = new Map<string, string>();
        let governed: readonly string[] = [];
        const read = (into: Folder) => {
          for (const [uri, is] of texts) into.scopeOf(uri).take(uri, { text: is });
        };
        for (const one of changes) {
          if ('governed' in one) {
            governed = one.governed;
            folder.govern(governed);
            read(folder);
          } else if (one.text === undefined) {
            texts.delete(one.uri);
            folder.scopeOf(one.uri).remove(one.uri);
          } else {
            texts.set(one.uri, one.text);
            folder.scopeOf(one.uri).update(one.uri, one.text);
          }
          const fresh = folderOf();
          fresh.govern(governed);
          read(fresh);
          assert.deepEqual(state(folder), state(fresh));
        }
      }),
      RUNS,
    );
  });
});
