import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar/day.ts';
import { Portfolio } from '../../../src/core/portfolio/portfolio.ts';
import { type Grouping, group, query } from '../../../src/core/portfolio/query.ts';
import { groupTitle, steadily } from '../../../src/core/report/names.ts';

const milestones = (...items: string[]) => `milestones:\n  - { ${items.join(' }\n  - { ')} }\n---\n`;
const PEOPLE = 'people: { tom: { name: Tom Reed }, ana: { name: Álex Sol }, zoe: { name: Zoë Lind } }\n';

/** The groups' titles in the steady order. */
function titles(files: Readonly<Record<string, string>>, grouping: Grouping): readonly string[] {
  const folder = new Portfolio({ now: () => 0, zone: 'UTC', today: parseDay('2026-11-27')! });
  for (const [uri, text] of Object.entries(files)) folder.update(uri, text);
  return steadily(group(query(folder.entries), grouping), grouping).map((one) => groupTitle(one, grouping));
}

describe('Groups in a steady order', () => {
  const M1 = 'id: M1, owner: tom, due: 2026-11-20';
  const M2 = 'id: M2, owner: ana, due: 2026-12-20';
  const text = (...items: string[]) => `---\nagreement: Supply\n${PEOPLE}${milestones(...items)}`;

  it('stand by name, nobody last, whoever has something late', () => {
    const others = ['id: M3, owner: zoe, due: 2026-11-01', 'id: M4'];
    assert.deepEqual(titles({ a: text(M1, M2, ...others) }, 'owner'), [
      'Álex Sol',
      'Tom Reed',
      'Zoë Lind',
      'Nobody',
    ]);
  });

  it('stay where they are when the last late one is done', () => {
    const more = 'id: M9, owner: tom, due: 2027-01-01';
    const before = titles({ a: text(M2, M1, more) }, 'owner');
    assert.deepEqual(titles({ a: text(M2, `${M1}, status: done`, more) }, 'owner'), before);
  });

  it('are called by the name in one agreement though another has the handle alone', () => {
    const bare = `---\nagreement: Lease\n${milestones('id: L1, owner: tom, due: 2026-10-01')}`;
    assert.deepEqual(titles({ a: bare, b: text(M1) }, 'owner'), ['Tom Reed']);
    assert.deepEqual(titles({ b: bare, a: text(M1) }, 'owner'), ['Tom Reed']);
  });

  it('go by title where they are agreements, and by file where titles are the same', () => {
    const called = (title: string) => `---\nagreement: ${title}\n${milestones('id: X, due: 2026-12-01')}`;
    const files = { c: called('Lot 10'), b: called('Lot 9'), a: called('Lot 10') };
    assert.deepEqual(titles(files, 'agreement'), ['Lot 9', 'Lot 10', 'Lot 10']);
  });

  it('keep the order of deadlines and states', () => {
    const items = [M2, M1, 'id: M3, owner: zoe, due: 2026-11-27'];
    assert.deepEqual(titles({ a: text(...items) }, 'due'), ['Overdue', 'Today', 'Next 31 days']);
    assert.deepEqual(titles({ a: text(...items) }, 'state'), ['Overdue', 'Due today', 'Open']);
  });
});
