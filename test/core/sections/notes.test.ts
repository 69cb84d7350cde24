import assert from 'node:assert/strict';
import fc from 'fast-check';
import { debriefsOf } from '../../../src/core/commitments/debriefs.ts';
import { type Ledger, ledgerOf } from '../../../src/core/commitments/ledger.ts';
import { joined } from '../../../src/core/document/joined.ts';
import { readNotes } from '../../../src/core/document/notes.ts';
import { briefInsertion } from '../../../src/core/sections/brief.ts';
import { briefsOf } from '../../../src/core/sections/briefs.ts';
import { debriefInsertion } from '../../../src/core/sections/debrief.ts';
import type { Insertion, RefusedInsertion } from '../../../src/core/sections/insertion.ts';
import { plainText } from '../../../src/core/sections/snippet.ts';
import { day } from '../commitments/listing.ts';
import { apply, read, TODAY } from './helpers.ts';

const RUNS = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };
const NOTES = 'file:///notes.md';

const deal = (id: string) => `---
agreement: ${id}
id: ${id}
owner: ana
parties:
  - { id: we, name: We Ltd, people: [ana] }
  - { id: northwind, name: Northwind Ltd, people: [tom] }
negotiations:
  - { id: N1, date: 2026-12-01, topic: price }
objectives:
  - { id: O1, title: Cost, target: 2 }
---
# ${id}
`;
const head = 'notes-for: now\nobjectives:\n  - { id: O1, limit: 1.95 }\n';
const notes = (body = '', more = '') => `---\n${head}${more}---\n${body}`;
const past = `## Reflection brief
### 2026-03-01 N1
#### Assumptions
| Assumption | Confidence | Turned out |
| --- | --- | --- |
| They \\| need cash | high | held |
`;

function ledger(text: string, own?: string): Ledger {
  const agreement = read(text);
  const all = own === undefined ? [] : [readNotes(own, NOTES)!];
  return ledgerOf(joined(agreement, all), day(TODAY));
}

function inserted(result: Insertion | RefusedInsertion): Insertion {
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

describe('Where private notes exist', () => {
  it('the debrief is written there, and done there', () => {
    const before = ledger(deal('now'), notes('# Ours\n'));
    const insertion = inserted(debriefInsertion(before));
    assert.equal(insertion.document, NOTES);
    const text = apply(notes('# Ours\n'), insertion);
    assert.match(text, /^# Ours\n\n## Debrief\n\n### 2026-12-04 N1 price\n/m);
    assert.match(text.slice(insertion.reveal.start, insertion.reveal.end), /^### 2026-12-04 N1 price\n$/);
    const after = ledger(deal('now'), text);
    const [negotiation] = after.agreement.terms.negotiations;
    assert.equal(debriefsOf(after.agreement).get(negotiation!)?.text.document, NOTES);
    assert.ok('refused' in debriefInsertion(after));
    const state = (one: Ledger) => one.commitments.find(({ kind }) => kind === 'debrief')?.state;
    assert.equal(state(after), 'overdue');
    assert.equal(state(ledger(deal('now'), text.replace(/<!-- When did the mood.*-->/, 'Calm.'))), 'done');
  });

  it('the brief is written there, with the limits that only they know', () => {
    const insertion = inserted(briefInsertion(ledger(deal('now'), notes()), []));
    assert.equal(insertion.document, NOTES);
    const text = apply(notes(), insertion);
    assert.match(text, /\| O1 Cost +\| +2 \| +1\.95 \|/);
    const after = ledger(deal('now'), text).agreement;
    assert.equal(briefsOf(after).get(after.terms.negotiations[0]!)?.text.document, NOTES);
  });

  it('a debrief in the agreement still counts, and there is no second one', () => {
    const done = `${deal('now')}## Debrief\n### 2026-12-02 N1\nCalm.\n`;
    const result = debriefInsertion(ledger(done, notes()));
    assert.ok('refused' in result);
    assert.equal(result.at?.document, 'file:///sample.md');
  });

  it('what is never closed there refuses, and what is never closed in the agreement does not matter', () => {
    const result = debriefInsertion(ledger(deal('now'), notes('## Ours\n<!-- open')));
    assert.ok('refused' in result);
    assert.deepEqual([result.refused, result.at?.document], ['section/no-place', NOTES]);
    inserted(debriefInsertion(ledger(`${deal('now')}<!-- open`, notes())));
  });

  it('the brief of one document prepares the debrief in the other', () => {
    const prepared = deal('now') + past.replace('2026-03-01', '2026-11-30');
    const text = apply(notes(), inserted(debriefInsertion(ledger(prepared, notes()))));
    assert.match(text, /\| They \\\| need cash \| high +\|/);
    const own = apply(notes(past), inserted(debriefInsertion(ledger(deal('now'), notes(past)))));
    assert.match(own.split('## Debrief')[1]!, /\| They \\\| need cash \| high +\|/);
  });

  it('no byte of them changes but what is inserted, whatever stands in them', () => {
    const line = fc.constantFrom(
      '',
      'Words',
      '# T',
      '## Debrief',
      '### 2026-11-03 x',
      '## Journal',
      '- a',
      '```',
      '> q',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
        const text = notes(lines.join('\n')).replace(/\n/g, eol);
        const result = debriefInsertion(ledger(deal('now'), text));
        if ('refused' in result) return;
        const { range, snippet } = result;
        const after = apply(text, result);
        const words = plainText(snippet);
        assert.equal(
          after.slice(0, range.start) + after.slice(range.start + words.length),
          text.slice(0, range.start) + text.slice(range.end),
        );
        const { agreement } = ledger(deal('now'), after);
        assert.equal(
          debriefsOf(agreement).get(agreement.terms.negotiations[0]!)?.text.range.start,
          result.reveal.start,
        );
      }),
      RUNS,
    );
  });
});

describe('What private notes say of other talks', () => {
  const other = () => {
    const { agreement, ...rest } = ledger(
      deal('jars'),
      notes(past).replace('notes-for: now', 'notes-for: jars'),
    );
    return { ...rest, agreement: { ...agreement, uri: 'file:///jars.md' } };
  };

  it('is carried over into notes', () => {
    const text = apply(notes(), inserted(briefInsertion(ledger(deal('now'), notes()), [other()])));
    assert.match(text, /\| They \\\| need cash \(2026-03-01 jars: held\) \|/);
  });

  it('is never carried over into an agreement’s own file', () => {
    const insertion = inserted(briefInsertion(ledger(deal('now')), [other()]));
    assert.equal(insertion.document, 'file:///sample.md');
    assert.doesNotMatch(plainText(insertion.snippet), /cash|1\.95/);
  });
});
