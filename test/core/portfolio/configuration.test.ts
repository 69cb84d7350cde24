import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar/day.ts';
import { sectionNames } from '../../../src/core/document/body/section-names.ts';
import { DEFAULT_CONFIGURATION, readConfiguration } from '../../../src/core/document/configuration.ts';
import type { Entry } from '../../../src/core/portfolio/entry.ts';
import { Portfolio } from '../../../src/core/portfolio/portfolio.ts';
import { nameOf } from '../../../src/core/report/names.ts';
import { configuration as configurationType } from '../../../src/core/schema/configuration.ts';
import { keyOf } from '../../../src/core/schema/type.ts';
import { debriefInsertion } from '../../../src/core/sections/debrief.ts';
import { plainText } from '../../../src/core/sections/snippet.ts';

const DEAL = 'file:///w/deal.md';
const NOTES = 'file:///w/notes.md';

const deal = `---
agreement: Deal
id: deal
effective: 2026-11-02
cadence: every 2 weeks
parties: [{ id: us, people: [ana] }]
negotiations: [{ id: N1, date: 2026-11-20, topic: price, owner: ana }]
---
## Progress meetings
### 2026-11-16
**Completed**: The moulds.

**Remaining**: The trial.
`;
const notes = '---\nnotes-for: deal\n---\n## Nachbesprechung\n### 2026-11-21 N1\nTom wavered.\n';

const read = (yaml: string) => readConfiguration(yaml, 'file:///w/.parley.yaml');

function open(yaml?: string): Portfolio {
  const folder = new Portfolio({ now: () => 0, zone: 'UTC', today: parseDay('2026-11-27')! });
  if (yaml !== undefined) folder.configure(read(yaml).configuration);
  folder.update(DEAL, deal);
  folder.update(NOTES, notes);
  return folder;
}

const states = ({ ledger }: Entry) =>
  ledger.commitments.map(({ kind, state }) => `${kind} ${state}`).join(', ');

describe('Further names of sections in .parley.yaml', () => {
  const named = 'sections:\n  check-ins: [Progress meetings, Reviews]\n  debrief: Nachbesprechung\n';

  it('open the section, in agreements and in private notes', () => {
    assert.equal(states(open().get(DEAL)!), 'debrief overdue, check-in overdue');
    assert.equal(states(open(named).get(DEAL)!), 'debrief done, check-in due-soon');
  });

  it('hold from the moment on at which they are written there, and no longer than they stand there', () => {
    const folder = open();
    folder.configure(read(named).configuration);
    assert.equal(states(folder.get(DEAL)!), states(open(named).get(DEAL)!));
    folder.configure(DEFAULT_CONFIGURATION);
    assert.equal(states(folder.get(DEAL)!), states(open().get(DEAL)!));
  });

  it('leave the usual name as it is, and the first of them is the one that is written', () => {
    const folder = open(named);
    folder.update(DEAL, deal.replace('Progress meetings', 'Check-ins'));
    folder.remove(NOTES);
    assert.equal(states(folder.get(DEAL)!), 'debrief overdue, check-in due-soon');
    const insertion = debriefInsertion(folder.get(DEAL)!.ledger);
    assert.ok(!('refused' in insertion) && plainText(insertion.snippet).includes('## Nachbesprechung'));
  });

  it('can be given to every section, and to nothing else', () => {
    const { type } = configurationType.fields.sections;
    assert.deepEqual(Object.keys(type.fields).map(keyOf).sort(), Object.keys(sectionNames.en).sort());
    const { problems } = read('sections: { checkins: Progress meetings }');
    assert.deepEqual(
      problems.map(({ code, args }) => [code, args?.['known']]),
      [['unknown-key', 'check-ins']],
    );
  });
});

describe('The vocabulary in .parley.yaml', () => {
  const folder = open('vocabulary:\n  ana: { name: Ana Sol, email: Ana@w.example }\n');
  const entry = folder.get(DEAL)!;

  it('gives people their names wherever the agreement gives them none', () => {
    assert.equal(nameOf('ana', entry), 'Ana Sol');
    assert.equal(nameOf('us', entry), 'us');
    const insertion = debriefInsertion(entry.ledger);
    assert.ok(!('refused' in insertion) && plainText(insertion.snippet).includes('us (Ana Sol)'));
  });

  it('tells whose an e-mail address is', () => {
    assert.deepEqual(entry.ledger.parties.mailedAt(new Set(['ana@w.example'])), ['ana']);
    assert.deepEqual(entry.ledger.parties.mailedAt(new Set(['tom@w.example'])), []);
  });
});
