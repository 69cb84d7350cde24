import { type Day, parseDay } from '../../../src/core/calendar/day.ts';
import { Portfolio } from '../../../src/core/portfolio/portfolio.ts';
import { idsOf } from '../../../src/core/report/ids.ts';
import type { Source } from '../../../src/core/report/source.ts';

/** The day of all reports here. */
const TODAY: Day = parseDay('2026-11-27')!;

/** An agreement in which a milestone is due on a day. */
export function agreement(title: string, due: string, milestone = 'Keys handed over'): string {
  return `---
agreement: ${title}
people: { tom: { name: Tom Ash } }
milestones:
  - { id: M1, title: ${milestone}, owner: tom, due: ${due}, indicator: Seen }
---
`;
}

/** What a face would have read from files, by path; other than so where a test needs it. */
export function sourceOf(files: Readonly<Record<string, string>>, changes: Partial<Source> = {}): Source {
  const portfolio = new Portfolio({ now: () => 0, zone: 'UTC', today: TODAY });
  for (const [path, text] of Object.entries(files)) portfolio.update(`file:///${path}`, text);
  const pathOf = (uri: string) => uri.slice('file:///'.length);
  const entries = [...portfolio.entries];
  const ids = idsOf(entries, pathOf);
  return {
    entries,
    others: [],
    today: TODAY,
    zone: 'UTC',
    files: Object.keys(files).length,
    skipped: [],
    pathOf,
    idOf: (entry) => ids.get(entry)!,
    ...changes,
  };
}
