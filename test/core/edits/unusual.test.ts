import assert from 'node:assert/strict';
import { appendItems } from '../../../src/core/edits/list.ts';
import { isRefusal } from '../../../src/core/edits/refusal.ts';
import type { Terms } from '../../../src/core/schema/agreement.ts';
import type { Source } from '../../../src/core/schema/type.ts';
import { agreementOf, outcome } from './helpers.ts';
import { type Edit, edited, milestone, remove, set, top } from './yaml.ts';

const append =
  (name: string, ...items: string[]): Edit =>
  (text, source) =>
    appendItems(text, source, name, items);
const blocked = ({ milestones }: Terms) => milestones[0]?.blocked?.source;
const DAY = '2026-11-01';

type Case = readonly [string, string, (terms: Terms) => Source | undefined, Edit, string];

const MADE: readonly Case[] = [
  [
    'an anchor is no other one whose name is alike',
    'effective: &d-1 2026-09-01\nmilestones:\n  - id: M1\n    due: &d.1 2026-10-15\n    start: *d-1\n',
    milestone(0),
    set('due', DAY),
    'effective: &d-1 2026-09-01\nmilestones:\n  - id: M1\n    due: &d.1 2026-11-01\n    start: *d-1\n',
  ],
  [
    'a bare key before a comment with a comma is filled',
    'milestones: [{ id: M1, due # 10, or 11\n    , title: T }]\n',
    milestone(0),
    set('due', DAY),
    'milestones: [{ id: M1, due: 2026-11-01 # 10, or 11\n    , title: T }]\n',
  ],
  [
    'a null behind several blanks is filled',
    'milestones:\n  - { id: M1, due:   null , title: T }\n',
    milestone(0),
    set('due', DAY),
    'milestones:\n  - { id: M1, due:   2026-11-01 , title: T }\n',
  ],
  [
    'a key is added behind a null in a flow mapping',
    'milestones:\n  - { id: M1, due:   null , title: T }\n',
    milestone(0),
    set('done', DAY, 'due'),
    'milestones:\n  - { id: M1, due:   null, done: 2026-11-01 , title: T }\n',
  ],
  [
    'a key is added right behind an empty one, before what follows it',
    'milestones:\n  - id: M1\n    due:   null # when?\n\n    # a title\n    title: T\n',
    milestone(0),
    set('done', DAY, 'due'),
    'milestones:\n  - id: M1\n    due:   null # when?\n    done: 2026-11-01\n\n    # a title\n    title: T\n',
  ],
  [
    'a key is added behind a text with the signs of block scalars in it',
    'milestones:\n  - id: M1\n    title: a | b > c # c\n    due: 2026-10-15\n',
    milestone(0),
    set('done', DAY, 'title'),
    'milestones:\n  - id: M1\n    title: a | b > c # c\n    done: 2026-11-01\n    due: 2026-10-15\n',
  ],
  [
    'a removed key leaves blank lines that are nobody’s',
    'milestones:\n  - id: M1\n    title: |+\n      a\n    owner: tom\n    due: 2026-10-15\n\n    start: 2026-10-01\n',
    milestone(0),
    remove('due'),
    'milestones:\n  - id: M1\n    title: |+\n      a\n    owner: tom\n\n    start: 2026-10-01\n',
  ],
  [
    'a removed key takes all blank lines that a block scalar before it would keep',
    'milestones:\n  - id: M1\n    title: |2+\n      a\n    due: 2026-10-15\n\n \n    owner: tom\n',
    milestone(0),
    remove('due'),
    'milestones:\n  - id: M1\n    title: |2+\n      a\n    owner: tom\n',
  ],
  [
    'a key behind a comma with a blank before it is removed',
    'milestones: [{ id: M1 , due: 2026-10-15 }]\n',
    milestone(0),
    remove('due'),
    'milestones: [{ id: M1 }]\n',
  ],
  [
    'a shorthand in quotes keeps them',
    'milestones:\n  - id: M1\n    blocked: "mould out, again"\n',
    blocked,
    set('since', DAY),
    'milestones:\n  - id: M1\n    blocked: { reason: "mould out, again", since: 2026-11-01 }\n',
  ],
  [
    'one name becomes a list, in quotes where it has a comma',
    'milestones:\n  - id: M1\n    owner: tom, or eve # c\n',
    milestone(0),
    append('owner', 'ana'),
    "milestones:\n  - id: M1\n    owner: ['tom, or eve', ana] # c\n",
  ],
  [
    'one name becomes a list as it stands, dashes and bars included',
    'milestones:\n  - id: M1\n    owner: tom - a|b\n',
    milestone(0),
    append('owner', 'ana'),
    'milestones:\n  - id: M1\n    owner: [tom - a|b, ana]\n',
  ],
  [
    'an empty list is filled with several',
    'milestones:\n  - id: M1\n    owner: []\n',
    milestone(0),
    append('owner', 'ana', 'tom'),
    'milestones:\n  - id: M1\n    owner: [ana, tom]\n',
  ],
  [
    'a list on one line goes on there',
    'milestones:\n  - id: M1\n    owner: [eve] # c\n',
    milestone(0),
    append('owner', 'ana', 'tom'),
    'milestones:\n  - id: M1\n    owner: [eve, ana, tom] # c\n',
  ],
  [
    'a list with a line for each goes on so',
    'milestones:\n  - id: M1\n    owner: [eve,\n      lea , # c\n    ]\n',
    milestone(0),
    append('owner', 'ana', 'tom'),
    'milestones:\n  - id: M1\n    owner: [eve,\n      lea , # c\n      ana,\n      tom,\n    ]\n',
  ],
  [
    'a list with a line for each gets its comma before the comment',
    'milestones:\n  - id: M1\n    owner: [\n      eve,\n      lea   # c\n    ]\n',
    milestone(0),
    append('owner', 'ana', 'tom'),
    'milestones:\n  - id: M1\n    owner: [\n      eve,\n      lea,   # c\n      ana,\n      tom\n    ]\n',
  ],
  [
    'a list whose last line closes it goes on in that line',
    'milestones:\n  - id: M1\n    owner: [eve,\n      lea ]\n',
    milestone(0),
    append('owner', 'ana'),
    'milestones:\n  - id: M1\n    owner: [eve,\n      lea, ana ]\n',
  ],
  [
    'what stands in quotes is no comment and no comma',
    `milestones:\n  - id: M1\n    owner: [ "a\\" # b", 'c '' # d,' ]\n`,
    milestone(0),
    append('owner', 'ana'),
    `milestones:\n  - id: M1\n    owner: [ "a\\" # b", 'c '' # d,', ana ]\n`,
  ],
  [
    'a block list is given several',
    'milestones:\n  - id: M1\n    owner:\n    - eve\n    title: T\n',
    milestone(0),
    append('owner', 'ana', 'tom'),
    'milestones:\n  - id: M1\n    owner:\n    - eve\n    - ana\n    - tom\n    title: T\n',
  ],
  [
    'a record whose last key is empty is replaced with its colon',
    'milestones:\n  - id: M1\n    blocked:\n      since: 2026-10-01\n      reason: # ask\n    due: 2026-10-15\n',
    milestone(0),
    set('blocked', 'no steel'),
    'milestones:\n  - id: M1\n    blocked: no steel # ask\n    due: 2026-10-15\n',
  ],
  [
    'a key as JSON writes it is filled with a space behind its colon',
    'milestones: [{"id":"M1","due":,"title":"T"}]\n',
    milestone(0),
    set('due', DAY),
    'milestones: [{"id":"M1","due": 2026-11-01,"title":"T"}]\n',
  ],
  [
    'a flow mapping that only has an anchor is begun',
    'milestones: [&m {}]\n',
    milestone(0),
    set('status', 'done'),
    'milestones: [&m { status: done }]\n',
  ],
  [
    'a flow mapping of one blank keeps it',
    'milestones: [{ }]\n',
    milestone(0),
    set('status', 'done'),
    'milestones: [{ status: done }]\n',
  ],
  [
    'a shorthand stays one where it is what changes',
    'milestones:\n  - id: M1\n    blocked: mould out\n',
    blocked,
    set('reason', 'no steel'),
    'milestones:\n  - id: M1\n    blocked: no steel\n',
  ],
  [
    'a block scalar is removed with all its lines',
    'milestones:\n  - id: M1\n    title: |\n      a\n    due: 2026-10-15\n',
    milestone(0),
    remove('title'),
    'milestones:\n  - id: M1\n    due: 2026-10-15\n',
  ],
  [
    'the last of a flow mapping goes with the comma before it',
    'milestones: [{ id: M1, due: ~, title: T}]\n',
    milestone(0),
    remove('title'),
    'milestones: [{ id: M1, due: ~}]\n',
  ],
  [
    'a bare key of a flow mapping is removed',
    'milestones: [{ id: M1, due }]\n',
    milestone(0),
    remove('due'),
    'milestones: [{ id: M1 }]\n',
  ],
  [
    'what stands behind a comment in a flow mapping goes with the comma after it',
    'milestones: [{ id: M1, # x\n    due: 2026-10-15, title: T }]\n',
    milestone(0),
    remove('due'),
    'milestones: [{ id: M1, # x\n    title: T }]\n',
  ],
  [
    'the first of a flow mapping leaves the blank that a comment needs',
    'milestones: [{ due: 2026-10-15, # x\n    title: T }]\n',
    milestone(0),
    remove('due'),
    'milestones: [{  # x\n    title: T }]\n',
  ],
  [
    'a key is added before the comment at the end of a flow mapping',
    'milestones: [{ id: M1, status: done # x\n  }]\n',
    milestone(0),
    set('done', DAY),
    'milestones: [{ id: M1, status: done, done: 2026-11-01 # x\n  }]\n',
  ],
  [
    'a list goes on behind an item of several lines',
    'milestones:\n  - id: M1\n    completed:\n      - |\n        2026-08-30\n    title: T\n',
    milestone(0),
    append('completed', DAY, '2026-12-01'),
    'milestones:\n  - id: M1\n    completed:\n      - |\n        2026-08-30\n      - 2026-11-01\n      - 2026-12-01\n    title: T\n',
  ],
  [
    'a list goes on whose items hold commas and brackets',
    'milestones:\n  - completed: [2026-08-30, { due: 2026-09-30, done: "]," } ] # c\n',
    milestone(0),
    append('completed', DAY),
    'milestones:\n  - completed: [2026-08-30, { due: 2026-09-30, done: "]," }, 2026-11-01 ] # c\n',
  ],
];

const REFUSED: readonly Case[] = [
  [
    'to add behind what YAML cannot make sense of',
    'milestones:\n  - id: M1\n    completed: [2026-08-30,\n      2026-09-30] x\n',
    milestone(0),
    set('status', 'done'),
    'edit/unclear',
  ],
  [
    'to add to a text in quotes that goes over two lines',
    'milestones:\n  - id: M1\n    owner: "tom\n      ash"\n',
    milestone(0),
    append('owner', 'ana'),
    'edit/unclear',
  ],
  [
    'to change what an alias repeats in JSON',
    'milestones: [{"id":"M1","due":&d 2026-10-15},{"id":"M2","due":*d}]\n',
    milestone(0),
    set('due', DAY),
    'edit/anchored',
  ],
  [
    'to change a part of an item that an alias repeats',
    'milestones:\n  - &m\n    id: M1\n    blocked: { reason: x }\n  - *m\n',
    blocked,
    set('since', DAY),
    'edit/anchored',
  ],
  [
    'to change what an alias repeats whose name has signs in it',
    'milestones:\n  - id: M1\n    due: &d+(1 2026-10-15\n  - id: M2\n    due: *d+(1\n',
    milestone(0),
    set('due', DAY),
    'edit/anchored',
  ],
  [
    'to add behind a key that asks for an explicit place',
    'milestones:\n  - id: M1\n    blocked:\n      ? reason\n      : x\n',
    blocked,
    set('since', DAY),
    'edit/unclear',
  ],
  [
    'to replace a value behind an explicit key',
    'milestones:\n  - id: M1\n    ? due\n    : 2026-10-15\n',
    milestone(0),
    set('due', DAY),
    'edit/unclear',
  ],
  [
    'to fill an explicit key',
    'milestones:\n  - id: M1\n    ? due\n',
    milestone(0),
    set('due', DAY),
    'edit/unclear',
  ],
  [
    'to fill a key before an explicit one',
    'milestones:\n  - id: M1\n    due: ~\n    ? title\n    : T\n',
    milestone(0),
    set('due', DAY),
    'edit/unclear',
  ],
  [
    'to replace a value whose tag stands on another line',
    'milestones:\n  - id: M1\n    due: !!str\n      2026-10-15\n',
    milestone(0),
    set('due', DAY),
    'edit/unclear',
  ],
  [
    'to fill a key that has a tag',
    'milestones: [{ id: M1, due: !!null , title: T }]\n',
    milestone(0),
    set('due', DAY),
    'edit/unclear',
  ],
  [
    'to add behind a key that has a tag and no value',
    'milestones: [{ id: M1, due: !!null , title: T }]\n',
    milestone(0),
    set('status', 'done', 'due'),
    'edit/unclear',
  ],
  [
    'to remove a key that has a tag and no value',
    'milestones: [{ id: M1, due: !!null , title: T }]\n',
    milestone(0),
    remove('due'),
    'edit/unclear',
  ],
  [
    'to remove what stands behind an alias',
    'milestones:\n  - id: M1\n    blocked: &b { reason: x }\n  - id: M2\n    blocked: *b\n',
    ({ milestones }) => milestones[1]?.blocked?.source,
    remove('reason'),
    'edit/aliased',
  ],
  [
    'to remove the key on the line of the dash where a comment stands below it',
    'milestones:\n  - due: 2026-10-15\n    # note\n    id: M1\n',
    milestone(0),
    remove('due'),
    'edit/unclear',
  ],
  [
    'to remove the lists of items',
    'owner: tom\nmilestones:\n  - id: M1\n    ? title\n    : T\n',
    milestone(0),
    remove('id'),
    'edit/unclear',
  ],
  [
    'to spell out a shorthand of several lines',
    'milestones:\n  - id: M1\n    blocked: "mould\n      out"\n',
    blocked,
    set('since', DAY),
    'edit/unclear',
  ],
  [
    'to spell out a shorthand that an alias repeats',
    'milestones:\n  - id: M1\n    blocked: &b mould out\n  - id: M2\n    blocked: *b\n',
    blocked,
    set('since', DAY),
    'edit/anchored',
  ],
  [
    'to add to a single value on a line of its own',
    'milestones:\n  - id: M1\n    completed:\n      2026-08-30\n',
    milestone(0),
    append('completed', DAY),
    'edit/unclear',
  ],
  [
    'to add to a block scalar',
    'milestones:\n  - id: M1\n    completed: >-\n      2026-08-30\n',
    milestone(0),
    append('completed', DAY),
    'edit/unclear',
  ],
  [
    'to add to a list behind an explicit key',
    'milestones:\n  - id: M1\n    ? completed\n    : - 2026-08-30\n',
    milestone(0),
    append('completed', DAY),
    'edit/unclear',
  ],
];

describe('A record that is written in an unusual way', () => {
  for (const [name, yaml, pick, edit, expected] of MADE)
    it(`is edited all the same: ${name}`, () => assert.equal(edited(yaml, pick, edit), expected));

  for (const [name, yaml, pick, edit, expected] of REFUSED)
    it(`is a reason ${name.replace(/^to /, 'not to ')}`, () =>
      assert.equal(edited(yaml, pick, edit), expected));

  it('is not tied to what looks like an alias in the prose', () => {
    const text = '---\nagreement: A\nowner: &o tom\n---\nSee *o, please.\n';
    const edit = set('owner', 'ana')(text, agreementOf(text).terms.source);
    assert.equal(outcome(text, edit), text.replace('tom', 'ana'));
  });

  it('may end with the text, and then its last line goes', () => {
    const text = '---\nagreement: A\nowner: tom\n';
    const edit = remove('owner')(text, agreementOf(text).terms.source);
    assert.equal(outcome(text, edit), '---\nagreement: A\n');
  });

  it('may end with the text, and then nothing is put behind what has no line to itself', () => {
    for (const [yaml, pick] of [
      ['milestones:\n  - id: M1\n    title: |\n      a', milestone(0)],
      ['milestones:\n  - id: M1', top],
    ] as const) {
      const text = `---\nagreement: A\n${yaml}`;
      const source = pick(agreementOf(text).terms)!;
      assert.equal(outcome(text, set('status', 'done')(text, source)), 'edit/unclear');
    }
  });
});

describe('A record of a text that has changed since', () => {
  const text = `---
agreement: A
notice: 90 days
milestones:
  - id: M1
    due: ~ # when?
    owner:
      - tom
    blocked: { since: 2026-10-01, reason: , on }
  - { id: M2, due: 2026-10-15, status, completed: [2026-10-01, { due: 2026-10-02 }] }
---
`;
  const edits: readonly Edit[] = [
    set('due', DAY),
    set('status', 'done'),
    set('done', DAY, 'due'),
    set('given', DAY),
    set('reason', 'x'),
    remove('due'),
    remove('id'),
    remove('on'),
    remove('status'),
    append('owner', 'ana'),
    append('completed', DAY),
  ];
  const records = ({ terms }: ReturnType<typeof agreementOf>) =>
    [terms, terms.notice!, ...terms.milestones, terms.milestones[0]!.blocked!].map(({ source }) => source);

  it('costs an edit or a refusal, and never an exception', () => {
    const sources = records(agreementOf(text));
    for (let length = 0; length <= text.length; length++)
      for (const changed of [text.slice(0, length), text.slice(length), '\n'.repeat(length)])
        for (const source of sources)
          for (const edit of edits) {
            const result = edit(changed, source);
            assert.ok(isRefusal(result) || result.range.start <= result.range.end);
          }
  });
});
