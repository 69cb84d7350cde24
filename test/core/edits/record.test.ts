import assert from 'node:assert/strict';
import { removeField, setField } from '../../../src/core/edits/record.ts';
import { isRefusal } from '../../../src/core/edits/refusal.ts';
import type { Terms } from '../../../src/core/schema/agreement.ts';
import type { Source } from '../../../src/core/schema/type.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { agreementOf } from './helpers.ts';
import { type Edit, edited, milestone, remove, set, top } from './yaml.ts';

describe('writing a key of a record', () => {
  const cases: readonly [string, string, (terms: Terms) => Source | undefined, Edit, string][] = [
    [
      'replaces a value and leaves the comment behind it',
      'milestones:\n  - id: M1\n    due: 2026-10-15   # firm\n',
      milestone(0),
      set('due', '2026-11-01'),
      'milestones:\n  - id: M1\n    due: 2026-11-01   # firm\n',
    ],
    [
      'replaces a quoted value',
      `milestones:\n  - { "id": "M1", 'due': "2026-10-15" }\n`,
      milestone(0),
      set('due', '2026-11-01'),
      `milestones:\n  - { "id": "M1", 'due': 2026-11-01 }\n`,
    ],
    [
      'replaces an alias by what is written',
      'effective: &start 2026-09-01\nmilestones:\n  - id: M1\n    due: *start\n',
      milestone(0),
      set('due', '2026-11-01'),
      'effective: &start 2026-09-01\nmilestones:\n  - id: M1\n    due: 2026-11-01\n',
    ],
    [
      'keeps an anchor that nothing repeats',
      'milestones:\n  - id: M1\n    due: &d 2026-10-15\n',
      milestone(0),
      set('due', '2026-11-01'),
      'milestones:\n  - id: M1\n    due: &d 2026-11-01\n',
    ],
    [
      'replaces a block scalar',
      'milestones:\n  - id: M1\n    title: >-\n      long\n      words\n    due: 2026-10-15\n',
      milestone(0),
      set('title', 'Short'),
      'milestones:\n  - id: M1\n    title: Short\n    due: 2026-10-15\n',
    ],
    [
      'replaces a block list, and keeps the comment behind the key',
      'milestones:\n- id: M1\n  owner: # both\n  - tom\n  - ines\n  due: 2026-10-15\n',
      milestone(0),
      set('owner', 'ana'),
      'milestones:\n- id: M1\n  owner: ana # both\n  due: 2026-10-15\n',
    ],
    [
      'fills a key with nothing behind its colon',
      'milestones:\n  - id: M1\n    due:   # when?\n    title: Pilot\n',
      milestone(0),
      set('due', '2026-11-01'),
      'milestones:\n  - id: M1\n    due: 2026-11-01   # when?\n    title: Pilot\n',
    ],
    [
      'fills a key that says null',
      'milestones:\n  - id: M1\n    due: ~ # when?\n',
      milestone(0),
      set('due', '2026-11-01'),
      'milestones:\n  - id: M1\n    due: 2026-11-01 # when?\n',
    ],
    [
      'fills the last key of the block',
      'milestones:\n  - id: M1\n    due:\n  - id: M2\n',
      milestone(0),
      set('due', '2026-11-01'),
      'milestones:\n  - id: M1\n    due: 2026-11-01\n  - id: M2\n',
    ],
    [
      'adds at the end, before a comment on a line of its own',
      'milestones:\n  - id: M1\n    due: 2026-10-15 # firm\n    # a note\n\n  - id: M2\n',
      milestone(0),
      set('done', '2026-10-14'),
      'milestones:\n  - id: M1\n    due: 2026-10-15 # firm\n    done: 2026-10-14\n    # a note\n\n  - id: M2\n',
    ],
    [
      'adds after the key that is named',
      'milestones:\n  - id: M1\n    due: 2026-10-15\n    indicator: note\n',
      milestone(0),
      set('done', '2026-10-14', 'due'),
      'milestones:\n  - id: M1\n    due: 2026-10-15\n    done: 2026-10-14\n    indicator: note\n',
    ],
    [
      'adds to an item of one key, in the column behind its dash',
      'milestones:\n  -   id: M1\n',
      milestone(0),
      set('done', '2026-10-14', 'due'),
      'milestones:\n  -   id: M1\n      done: 2026-10-14\n',
    ],
    [
      'adds behind an anchored item whose keys begin on the next line',
      'milestones:\n  - &m\n    id: M1\n',
      milestone(0),
      set('done', '2026-10-14'),
      'milestones:\n  - &m\n    id: M1\n    done: 2026-10-14\n',
    ],
    [
      'adds behind block scalars and lists',
      'milestones:\n  - id: M1\n    title: |+\n      a\n\n    owner:\n      - tom # c\n  - id: M2\n',
      milestone(0),
      set('done', '2026-10-14', 'title'),
      'milestones:\n  - id: M1\n    title: |+\n      a\n\n    done: 2026-10-14\n    owner:\n      - tom # c\n  - id: M2\n',
    ],
    [
      'adds behind a list that is the last value',
      'milestones:\n  - id: M1\n    owner:\n      - tom # c\n  - id: M2\n',
      milestone(0),
      set('done', '2026-10-14'),
      'milestones:\n  - id: M1\n    owner:\n      - tom # c\n    done: 2026-10-14\n  - id: M2\n',
    ],
    [
      'adds behind a record whose last key is empty',
      'milestones:\n  - id: M1\n    blocked:\n      since: 2026-10-01\n      reason: # ask\n  - id: M2\n',
      milestone(0),
      set('done', '2026-10-14'),
      'milestones:\n  - id: M1\n    blocked:\n      since: 2026-10-01\n      reason: # ask\n    done: 2026-10-14\n  - id: M2\n',
    ],
    [
      'adds behind a value of several lines',
      'milestones:\n  - id: M1\n    title: one\n      two # c\n    due: 2026-10-15\n',
      milestone(0),
      set('done', '2026-10-14', 'title'),
      'milestones:\n  - id: M1\n    title: one\n      two # c\n    done: 2026-10-14\n    due: 2026-10-15\n',
    ],
    [
      'ends the line as the line before it does',
      'milestones:\r\n  - id: M1\r\n    due: 2026-10-15\r\n  - id: M2\r\n',
      milestone(0),
      set('done', '2026-10-14'),
      'milestones:\r\n  - id: M1\r\n    due: 2026-10-15\r\n    done: 2026-10-14\r\n  - id: M2\r\n',
    ],
    [
      'adds to a flow mapping',
      'milestones:\n  - { id: M1, due: 2026-10-15 } # c\n',
      milestone(0),
      set('done', '2026-10-14'),
      'milestones:\n  - { id: M1, due: 2026-10-15, done: 2026-10-14 } # c\n',
    ],
    [
      'keeps a trailing comma and comments of a flow mapping',
      'milestones:\n  - {\n      id: M1, # the first\n      due: 2026-10-15, # firm\n    }\n',
      milestone(0),
      set('done', '2026-10-14'),
      'milestones:\n  - {\n      id: M1, # the first\n      due: 2026-10-15, done: 2026-10-14, # firm\n    }\n',
    ],
    [
      'fills the empty keys of a flow mapping',
      'milestones: [{ id: M1, due: , status, done }]\n',
      milestone(0),
      set('status', 'done'),
      'milestones: [{ id: M1, due: , status: done, done }]\n',
    ],
    [
      'adds behind an empty key of a flow mapping',
      'milestones: [{ id: M1, due: ~ }]\n',
      milestone(0),
      set('status', 'done'),
      'milestones: [{ id: M1, due: ~, status: done }]\n',
    ],
    [
      'adds to an empty flow mapping',
      'milestones: [{}]\n',
      milestone(0),
      set('status', 'done'),
      'milestones: [{ status: done }]\n',
    ],
    [
      'spells out a shorthand',
      'notice: 90 days # c\n',
      ({ notice }) => notice?.source,
      set('given', '2027-05-01'),
      'notice: { last-day: 90 days, given: 2027-05-01 } # c\n',
    ],
    [
      'quotes what a shorthand leaves plain',
      'milestones:\n  - id: M1\n    blocked: mould out, again\n',
      ({ milestones }) => milestones[0]?.blocked?.source,
      set('since', '2027-05-01'),
      "milestones:\n  - id: M1\n    blocked: { reason: 'mould out, again', since: 2027-05-01 }\n",
    ],
    [
      'adds a key at the top, behind lists of items',
      'milestones:\n  - id: M1\n  # note\n\nrisks:\n  - id: R1\n',
      top,
      set('status', 'draft', 'milestones'),
      'milestones:\n  - id: M1\n  # note\n\nstatus: draft\nrisks:\n  - id: R1\n',
    ],
    [
      'adds a key at the end of the frontmatter',
      'risks:\n  - id: R1\n',
      top,
      set('changeApproval', 'ana'),
      'risks:\n  - id: R1\nchange-approval: ana\n',
    ],
    [
      'replaces a key by the name that the file uses for it',
      'risks:\n  - { id: R1, likelihood: low }\n',
      ({ risks }) => risks[0]?.source,
      set('probability', 'high'),
      'risks:\n  - { id: R1, likelihood: high }\n',
    ],
    [
      'removes a line with its comment',
      'milestones:\n  - id: M1\n    due: 2026-10-15 # firm\n    title: T\n',
      milestone(0),
      remove('due'),
      'milestones:\n  - id: M1\n    title: T\n',
    ],
    [
      'removes the key on the line of the dash',
      'milestones:\n  - due: 2026-10-15 # firm\n    id: M1\n',
      milestone(0),
      remove('due'),
      'milestones:\n  - id: M1\n',
    ],
    [
      'removes a value of several lines',
      'milestones:\n  - id: M1\n    owner:\n    - tom\n    - ines\n    title: T\n',
      milestone(0),
      remove('owner'),
      'milestones:\n  - id: M1\n    title: T\n',
    ],
    [
      'removes the blank lines that a block scalar before them would keep',
      'milestones:\n  - id: M1\n    title: |+\n      a\n    due: 2026-10-15\n\n    owner: tom\n',
      milestone(0),
      remove('due'),
      'milestones:\n  - id: M1\n    title: |+\n      a\n    owner: tom\n',
    ],
    [
      'removes from a flow mapping',
      'milestones:\n  - { id: M1, due: 2026-10-15, title: T }\n',
      milestone(0),
      remove('due'),
      'milestones:\n  - { id: M1, title: T }\n',
    ],
    [
      'removes the first of a flow mapping',
      'milestones:\n  - { id: M1, due: 2026-10-15 }\n',
      milestone(0),
      remove('id'),
      'milestones:\n  - { due: 2026-10-15 }\n',
    ],
    [
      'refuses what stands behind an alias',
      'milestones:\n  - id: M1\n    blocked: &b { reason: x }\n  - id: M2\n    blocked: *b\n',
      ({ milestones }) => milestones[1]?.blocked?.source,
      set('since', '2026-10-15'),
      'edit/aliased',
    ],
    [
      'refuses what an alias repeats',
      'milestones:\n  - id: M1\n    due: &d 2026-10-15\n  - id: M2\n    due: *d\n',
      milestone(0),
      set('due', '2026-10-16'),
      'edit/anchored',
    ],
    [
      'refuses a record that an alias repeats',
      'milestones:\n  - id: M1\n    blocked: &b\n      reason: x\n  - id: M2\n    blocked: *b\n',
      ({ milestones }) => milestones[0]?.blocked?.source,
      set('since', '2026-10-15'),
      'edit/anchored',
    ],
    [
      'refuses to fill a key whose items stand below it',
      'milestones:\n  - id: M1\n',
      top,
      set('milestones', '[]'),
      'edit/unclear',
    ],
    [
      'refuses to fill a key whose null stands below it',
      'milestones:\n  - id: M1\n    due:\n      null\n',
      milestone(0),
      set('due', '2026-10-16'),
      'edit/unclear',
    ],
    [
      'refuses to remove the only key',
      'milestones:\n  - id: M1\n',
      milestone(0),
      remove('id'),
      'edit/only-key',
    ],
    [
      'refuses to remove no key',
      'milestones:\n  - id: M1\n',
      milestone(0),
      remove('due'),
      'edit/no-such-key',
    ],
  ];
  for (const [name, yaml, pick, edit, expected] of cases)
    it(name, () => assert.equal(edited(yaml, pick, edit), expected));

  it('adds where the file ends without a line ending', () => {
    const text = '---\r\nagreement: A\r\nowner: tom';
    const edit = setField(text, agreementOf(text).terms.source, 'id', 'a-1');
    assert.ok(!isRefusal(edit));
    assert.equal(applyEdits(text, [edit]), '---\r\nagreement: A\r\nowner: tom\r\nid: a-1');
  });

  it('removes where the file ends without a line ending', () => {
    const text = '---\r\nagreement: A\r\nowner: tom';
    const edit = removeField(text, agreementOf(text).terms.source, 'owner');
    assert.ok(!isRefusal(edit));
    assert.equal(applyEdits(text, [edit]), '---\r\nagreement: A');
  });

  it('adds to frontmatter that is one flow mapping', () => {
    const text = '---\n{ agreement: A, owner: tom } # all of it\n---\n';
    const edit = setField(text, agreementOf(text).terms.source, 'id', 'a-1');
    assert.ok(!isRefusal(edit));
    assert.equal(applyEdits(text, [edit]), '---\n{ agreement: A, owner: tom, id: a-1 } # all of it\n---\n');
  });
});
