import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { shiftDates, shiftFor } from '../../../scripts/samples.mjs';
import { type Day, formatDay } from '../../../src/core/calendar/day.ts';
import { readConfiguration } from '../../../src/core/document/configuration.ts';
import { Portfolio } from '../../../src/core/portfolio/portfolio.ts';

const FOLDER = fileURLToPath(new URL('../../../examples/', import.meta.url));

/** The one that is wrong on purpose. */
export const BROKEN = 'broken-on-purpose.md';

/** The folder's configuration, as it stands in the repository. */
export const configuration = readFileSync(`${FOLDER}.parley.yaml`, 'utf8');

/** The texts of agreements and private notes by path, as they stand in the repository. */
export const samples: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md') && !path.startsWith('evidence/'))
    .sort()
    .map((path) => [path, readFileSync(FOLDER + path, 'utf8')]),
);

/** The samples as `npm start` opens them on a day, and their texts by path. */
export function openedOn(today: Day): { folder: Portfolio; texts: ReadonlyMap<string, string> } {
  const days = shiftFor(formatDay(today));
  const texts = new Map([...samples].map(([path, text]) => [path, shiftDates(text, days)]));
  const folder = new Portfolio({ now: () => 0, zone: 'UTC', today });
  const read = readConfiguration(shiftDates(configuration, days), uriOf('.parley.yaml'));
  assert.deepEqual(read.problems, []);
  folder.configure(read.configuration);
  for (const [path, text] of texts) folder.update(uriOf(path), text);
  return { folder, texts };
}

/** The URI of a sample in the folder that {@link openedOn} opens. */
export function uriOf(path: string): string {
  return `file:///${path}`;
}
