import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseDay } from '../../../src/core/calendar/day.ts';
import { readConfiguration } from '../../../src/core/document/configuration.ts';
import { findingIn } from '../../../src/core/portfolio/finder.ts';
import { Portfolio } from '../../../src/core/portfolio/portfolio.ts';
import { RestingEntry } from '../../../src/core/portfolio/resting.ts';

const FOLDERS = ['../../../examples/', '../../fixtures/checks/'].map(
  (path) => new URL(path, import.meta.url),
);
const TEXTS = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8')),
);
const URI = 'file:///w/a.md';

describe('What is found elsewhere', () => {
  for (const [what, yaml] of [
    ['without a configuration', ''],
    [
      'under a configuration',
      'we: ana\ntimezone: Asia/Tokyo\ndue-soon: 90\nchecks: { no-due: error, overdue: off }\n',
    ],
  ] as const)
    it(`is what a portfolio finds, ${what}`, () => {
      const clock = { now: () => 0, zone: 'Europe/Madrid', today: parseDay('2026-11-27')! };
      let agreements = 0;
      for (const text of TEXTS) {
        const portfolio = new Portfolio(clock);
        if (yaml) portfolio.configure(readConfiguration(yaml, 'file:///w/.parley.yaml').configuration);
        portfolio.configure(portfolio.configuration, new Map([['no-owner', 'off']]));
        portfolio.take(URI, text);
        const entry = portfolio.get(URI);
        const facts = entry instanceof RestingEntry ? entry.facts : undefined;
        assert.deepEqual(findingIn(portfolio.context)(URI, text), facts);
        if (facts) agreements++;
      }
      assert.ok(agreements > 50);
    });
});
