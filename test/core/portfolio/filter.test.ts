import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar/day.ts';
import type { Filter } from '../../../src/core/portfolio/filter.ts';
import { Portfolio } from '../../../src/core/portfolio/portfolio.ts';
import { query } from '../../../src/core/portfolio/query.ts';

const SUPPLY = `---
agreement: Supply of jars
owner: ana
tags: [Glass]
parties: [{ id: a, name: Alder Works, people: [tom] }, { id: b, people: [ana] }]
people:
  tom: { name: Tom Åsen, email: Tom@alder.example }
  ana: { name: Ana Sol }
milestones:
  - { id: M1, title: Pilot batch, owner: tom, due: 2026-11-24 }
  - { id: M2, title: Full volume, owner: [ana, tom], due: 2026-12-01 }
  - { id: M3, title: Old step, owner: tom, status: done }
  - { id: M4, title: Audit, owner: a, due: 2026-12-11 }
---

- [ ] Ask for samples @tom due:2026-12-04 #urgent
`;
const LEASE = `---
agreement: Lease
milestones:
  - { id: L1, title: Keys, owner: eve, due: 2026-11-20 }
  - { id: L2, title: Whenever }
---
`;

/** The ids of what a filter lets through, on a day; an action item by its first word. */
function found(filter: Filter, today = '2026-11-27'): readonly string[] {
  const folder = new Portfolio({ now: () => 0, zone: 'UTC', today: parseDay(today)! });
  folder.update('file:///supply.md', SUPPLY);
  folder.update('file:///lease.md', LEASE);
  return query(folder.entries, filter).map(({ commitment: { kind, id, title } }) =>
    kind === 'action' ? title.split(' ')[0]! : id,
  );
}

describe('A filter', () => {
  for (const [what, filter, ids] of [
    ['nothing', {}, ['L1', 'M1', 'M2', 'Ask', 'M4', 'L2']],
    ['an owner, support included', { owners: ['tom'] }, ['M1', 'M2', 'Ask']],
    ['any of two owners', { owners: ['eve', 'a'] }, ['L1', 'M4']],
    ['what nobody owns', { owners: [''] }, ['L2']],
    ['oneself by address', { mine: ['tom@ALDER.example'] }, ['M1', 'M2', 'Ask']],
    ['oneself by handle', { mine: ['eve'] }, ['L1']],
    ['nobody where oneself is not known', { mine: [''] }, []],
    ['oneself and somebody else’s help', { mine: ['tom'], owners: ['ana'] }, ['M2']],
    ['a party', { parties: ['b'] }, ['M2']],
    ['what no party owes', { parties: [''] }, ['L1', 'L2']],
    ['states, settled ones too', { states: ['done', 'overdue'] }, ['L1', 'M1', 'M3']],
    ['settled ones on request', { settled: true, text: 'step' }, ['M3']],
    ['a kind', { kinds: ['action'] }, ['Ask']],
    ['a tag of the agreement', { tags: ['glass'] }, ['M1', 'M2', 'Ask', 'M4']],
    ['a tag of the item', { tags: ['URGENT'] }, ['Ask']],
    ['words in any case', { text: 'BATCH supply' }, ['M1']],
    ['the name of a person', { text: 'åsen' }, ['M1', 'Ask']],
    ['the name of a party', { text: 'alder' }, ['M4']],
    ['a tag as a word', { text: '#urgent' }, ['Ask']],
    ['several conditions at once', { owners: ['tom'], kinds: ['milestone'], text: 'full' }, ['M2']],
    ['conditions that exclude each other', { text: 'keys', owners: ['tom'] }, []],
  ] as const)
    it(`asks for ${what}`, () => assert.deepEqual(found(filter), ids));

  for (const [what, due, ids] of [
    ['until a day, it included', { until: parseDay('2026-11-24')! }, ['L1', 'M1']],
    ['from a day on, it included', { from: parseDay('2026-12-04')! }, ['Ask', 'M4']],
    ['between two days', { from: parseDay('2026-11-24')!, until: parseDay('2026-12-01')! }, ['M1', 'M2']],
    ['within days from today', { from: 'today', until: '+1 week' }, ['M2', 'Ask']],
    ['at all', {}, ['L1', 'M1', 'M2', 'Ask', 'M4']],
    ['beyond the calendar', { until: 'in 900000 weeks' }, []],
  ] as const)
    it(`asks for what is due ${what}`, () => assert.deepEqual(found({ due }), ids));

  it('reads words for days anew each day', () => {
    const due = { from: 'today', until: '+1 week' };
    assert.deepEqual(found({ due }, '2026-12-04'), ['Ask', 'M4']);
  });
});
