import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readConfiguration } from '../../../src/core/document/configuration.ts';
import { findingsIn, listed } from './fixtures.ts';

const FOLDER = new URL('../../../examples/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

/** What a reviewer would want to hear of each sample on 2026-11-27. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'broken-on-purpose.md': [
    '6 unknown-key warning',
    '7 invalid-value error',
    '21 yaml-syntax error',
    '23 overdue warning',
    '27 unknown-owner warning',
    '28 invalid-value error',
    '33 circular-dependency error',
    '38 circular-dependency error',
    '44 unknown-reference warning',
    '45 blocked-without-reason warning',
    '48 no-due warning',
    '48 no-indicator information',
    '48 no-owner warning',
    '52 unresolved-date warning',
    '54 duplicate-id error',
    '85 action-no-owner warning',
    '85 due-soon information',
    '86 due-soon information',
  ],
  'haulage-draft.md': [
    '9 unresolved-date hint',
    '37 objective-without-milestone hint',
    '45 unresolved-date hint',
    '51 unresolved-date hint',
    '127 due-soon information',
    '128 due-soon information',
  ],
  'packaging-supply.md': [
    '15 due-soon information',
    '31 due-soon information',
    '67 overdue warning',
    '91 due-soon information',
    '98 due-soon information',
    '215 due-soon information',
  ],
  'traceability-portal.md': [
    '12 due-soon information',
    '56 overdue warning',
    '69 due-soon information',
    '219 overdue warning',
    '220 due-soon information',
    '221 due-soon information',
  ],
  'warehouse-lease.md': [
    '13 notice-near warning',
    '57 overdue warning',
    '67 due-soon information',
    '84 due-soon information',
    '204 due-soon information',
  ],
  'water-saving-grant.md': ['79 due-soon information', '195 overdue warning', '196 due-soon information'],
};

describe('The samples', () => {
  const { configuration, problems } = readConfiguration(read('.parley.yaml'), 'file:///.parley.yaml');

  it('have a configuration without mistakes', () => {
    assert.deepEqual(problems, []);
  });

  it('are all here', () => {
    const names = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
    assert.deepEqual(names.sort(), Object.keys(EXPECTED).sort());
  });

  for (const [name, expected] of Object.entries(EXPECTED))
    it(`are told about ${name} what a reviewer would say`, () => {
      assert.deepEqual(listed(read(name), findingsIn(read(name), configuration)), expected);
    });
});
