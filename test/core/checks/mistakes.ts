import type { Draft, Draw, Pair } from './generate.ts';

/** The mistakes that the checks with fixes find, as people make them; each changes a draft that was right. */
export const MISTAKES = {
  'action-no-owner': ({ body }, draw) => {
    body.push(`${draw('- [ ]', '* [ ]', '1. [ ]')} Call them${draw('', ' due:2027-01-15', '\n  soon')}`);
  },
  'action-day': ({ body }, draw) => {
    body.push(`- [ ] Write @tom ${draw('due:15.01.2027', '📅 2027-1-5', 'due:2026-11-31')}`);
  },
  'action-ticked': ({ body }, draw) => {
    body.push(`- [ ] Sent @tom ${draw('✅ 2026-11-20', 'done:2026-11-20')}`);
  },
  'bidi-control': (draft, draw) => {
    const sign = draw('\u202e', '\u202d', '\u2067', '\u202a');
    if (draw(true, false)) draft.body.push(`Clause ${sign}four`);
    else first(draft, draw).push({ key: 'x-note', value: `a ${sign}b` });
  },
  'comment-cuts-value': (draft, draw) => {
    first(draft, draw).push({
      key: 'clause',
      value: draw(': Lot #4', ':\tit\'s #1, "a"', ': a#b #c d '),
      raw: true,
    });
  },
  'due-after-expiry': ({ lists: { milestones } }) => {
    for (const milestone of milestones) set(milestone, 'due', '2028-01-15');
  },
  'duplicate-id': (draft, draw) => {
    const item = first(draft, draw);
    set(item, 'id', draw('M2', 'O1', 'm2', 'R1', 'Ñandú-9'));
    draft.lists.objectives.push([{ key: 'id', value: draw('ñandú-9', 'O1') }]);
  },
  'invalid-day': (draft, draw) => {
    set(
      first(draft, draw),
      'due',
      draw('15.01.2027', '2027-1-5', 'Q1 2027', 'M1+3 weeks', '2027-02-30', '3 weaks'),
    );
  },
  'invalid-terms': ({ top }, draw) => {
    for (const [key, value] of [
      ['signed', draw('1 Sep 2026', '2026-09', '01/09/2026', '2026/09/01')],
      ['renews', draw('1.5 months', 'one year', '+1 year', '1 yaer')],
      ['cadence', draw('bimonthly', 'every other week', 'Monthly', '2 weeks every')],
      ['holidays', draw('[2027-01-06/2026-12-24]', '[2026-12-25, 26.12.2026]', '2026-13-01')],
      ['acceptance', draw('10 working day', '10days', '-3 days')],
      ['expires', draw('effective – 1 year', 'effective+1 year', 'effective + year')],
    ] as const)
      if (draw(true, false, false)) set(top, key, value);
  },
  'invalid-item': (draft, draw) => {
    const item = first(draft, draw);
    const [key, value] = draw(
      ['survives', 'yes'],
      ['amount', '15.000,50 EUR'],
      ['progress', '120%'],
      ['every', 'mothly'],
      ['completed', '[2026-11-20, 2026-11-31, { due: 20.12.2026, done: 2026-12-20 }]'],
      ['to', '["@casa", @casa]'],
      ['after', 'M1, M2'],
      ['blocked', '{ since: 1.11.2026, reason: "x, y", on: Tom }'],
      ['evidence', '[a.md, ]'],
    ) as [string, string];
    set(item, key, value);
  },
  'invalid-choice': (draft, draw) => {
    set(first(draft, draw), 'status', draw('Planned', 'in progress', 'Done', 'blokced'));
    set(first(draft, draw), 'priority', draw('High', 'hihg', 'urgent'));
  },
  'invalid-money': ({ top }, draw) => {
    set(top, 'value', draw('12,500 EUR', '€ 12500', '12500', 'EUR 12500', '12500 eur'));
  },
  'invalid-people': (draft, draw) => {
    set(first(draft, draw), 'owner', draw('Tom', '[Tom, ana]', '"@tom"', 'Tom Reed', 'tmo'));
  },
  'marker-twice': ({ body }, draw) => {
    body.push(
      `- [ ] Call @tom due:2027-01-15 ${draw('(due 2027-01-22)', '📅 2027-01-22,', '#high #low', 'due: 2027-01-20')}`,
    );
  },
  'misspelt-key': (draft, draw) => {
    const [from, to] = draw(['owner', 'onwer'], ['title', 'titel'], ['due', 'deu'], [
      'expires',
      'expire',
    ] as const);
    for (const pair of [...draft.top, ...Object.values(draft.lists).flat(2)])
      if (pair.key === from) pair.key = to!;
  },
  'no-owner': (draft, draw) => {
    if (draw(true, false)) remove(draft.top, 'owner');
    for (const item of [...draft.lists.milestones, ...draft.lists.risks])
      if (draw(true, false)) set(item, 'owner', '');
      else remove(item, 'owner');
  },
  'notice-passed': ({ top, body }, draw) => {
    set(top, 'expires', draw('2026-12-31', 'effective + 4 months', '2026-11-20'));
    top.push({ key: 'renews', value: draw('1 year', '6 months') });
    if (draw(true, true, false)) top.push({ key: 'notice', value: draw('90 days', 'expires - 90 days') });
    body.push(
      ...draw(
        [],
        ['', '## Changes'],
        [
          '',
          '## Changes',
          '',
          '| Date | Item | Field | From | To | Why | Approved by |',
          '| - | - | - | - | - | - | - |',
        ],
        ['', '## Changes', '', 'The parties may change this agreement in writing.'],
        [
          '',
          '## 7. Changes:',
          '',
          '| Why | To | Field | x | Date |',
          '|:-|-|-|-|-|',
          '| a | b | c | d | 2026-10-01 |',
          '',
          'End.',
        ],
      ),
    );
  },
  'past-expiry': ({ top }, draw) => {
    set(top, 'expires', draw('2026-11-20', 'effective + 2 months'));
    top.push({ key: 'renews', value: draw('1 year', '6 months') });
    if (draw(true, false)) top.push({ key: 'notice', value: '{ last-day: 30 days, waived: 2026-10-01 }' });
  },
  'of-no-party': ({ people, lists, top }, draw) => {
    people.push({ key: 'zoé', value: 'Zoé' });
    set(top, 'owner', 'zoé');
    for (const party of lists.parties)
      if (draw(true, false)) set(party, 'people', draw('tom', '[ tom, ]', '', '["tom"]'));
  },
  'status-contradiction': ({ lists: { milestones } }, draw) => {
    const [key, value] = draw(['done', '2026-11-20'], ['progress', '40%'] as const);
    for (const milestone of milestones) {
      set(milestone, 'status', key === 'done' ? draw('planned', 'in-progress') : 'done');
      set(milestone, key!, value!);
    }
  },
  'unclosed-frontmatter': (draft, draw) => {
    draft.fence = draw('', '', '# end', '----');
  },
  'unknown-party': ({ lists: { objectives } }, draw) => {
    for (const objective of objectives) set(objective, 'party', draw('Casa', 'cassa', 'nobody'));
  },
  'unknown-reference': (draft, draw) => {
    set(first(draft, draw), draw('objective', 'after'), draw('o1', 'm2', '[m2]', 'M9'));
    set(first(draft, draw), 'start', draw('efective + 1 week', 'm2 + 1 day'));
  },
  'unused-suppression': (draft, draw) => {
    draft.top.push({
      key: 'parley',
      value: draw('{ disable: [no-onwer] }', '{ disable: [No-Owner, overdue] }'),
    });
    draft.body.push('', '<!-- parley-disable-next-line overdu, vague-wordings -->', 'Words.');
  },
  'yaml-value': (draft, draw) => {
    const value = draw(
      ': a: b',
      ': @tom',
      ': %40',
      ': > 1.4 EUR',
      ': `x`',
      ": it's 'a'",
      ': "a" b',
      ': "open',
      ': *none',
      ': [a] b',
      ': - a',
      ':x',
    );
    first(draft, draw).push({ key: draw('title', 'clause', 'indicator'), value, raw: true });
  },
  'yaml-line': (draft, draw) => {
    first(draft, draw).push({
      key: draw('needs a colon', 'title Pilot', '- x', '<<<<<<< ours', '? x'),
      value: '',
      raw: true,
    });
  },
  'yaml-tab': (draft, draw) => {
    first(draft, draw).push({
      key: 'blocked',
      value: draw(':\n\treason: mould', ':\n\t\tsince: 2026-11-01\n\t\treason: x'),
      raw: true,
    });
  },
  stray: ({ stray }, draw) => {
    stray.push(draw('a line', '\towner: ana', '=======', '}', 'owner: tom', '"x": [1, 2', '\u2028x: 1'));
  },
} satisfies Record<string, (draft: Draft, draw: Draw) => void>;

/** What somebody got wrong. */
export type Mistake = keyof typeof MISTAKES;

/** An item to make a mistake in: mostly a milestone, in notes an objective. */
function first({ lists: { milestones, objectives } }: Draft, draw: Draw): Pair[] {
  return milestones.length > 0 ? draw(milestones[0]!, milestones.at(-1)!) : objectives[0]!;
}

function set(item: Pair[], key: string, value: string): void {
  const pair = item.find((one) => one.key === key);
  if (pair) pair.value = value;
  else item.push({ key, value });
}

function remove(item: Pair[], key: string): void {
  const at = item.findIndex((one) => one.key === key);
  if (at >= 0) item.splice(at, 1);
}
