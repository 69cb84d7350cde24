import { type Day, formatDay, parseDay } from '../../../src/core/calendar/day.ts';
import type { Commitment } from '../../../src/core/commitments/commitment.ts';
import { commitmentsOf } from '../../../src/core/commitments/ledger.ts';
import { type Agreement, readAgreement } from '../../../src/core/document/agreement.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/core/document/configuration.ts';

/** The day on which the examples of these tests are read. */
const TODAY = '2026-11-27';

/** Reads an agreement from the keys below its title. A body may follow after a line `---`. */
export function agreementOf(yaml: string): Agreement {
  const [terms, body = ''] = yaml.split(/^---\n/m);
  const agreement = readAgreement(`---\nagreement: Test\n${terms}---\n${body}`, 'file:///test.md');
  if (!agreement) throw new Error('no agreement');
  return agreement;
}

/** All commitments of such an agreement. */
export function commitments(yaml: string, today: string = TODAY): readonly Commitment[] {
  return commitmentsOf(agreementOf(yaml), day(today), DEFAULT_CONFIGURATION);
}

/** One line for each commitment: `M1 overdue due 2026-11-24 by tom, blocked, at risk`. */
export function listing(yaml: string, today?: string): string[] {
  return commitments(yaml, today).map(lineOf);
}

function lineOf(one: Commitment): string {
  const flags = [
    one.blocked && one.state !== 'blocked' && 'blocked',
    one.waiting && one.state !== 'waiting' && 'waiting',
    one.provisional && 'provisional',
    one.atRisk && one.forecast !== undefined && `expected ${formatDay(one.forecast)}`,
    one.acceptance && 'to be accepted',
  ].filter(Boolean);
  const due = one.due === undefined ? '' : ` due ${formatDay(one.due)}`;
  const owner = one.owner === undefined ? '' : ` by ${one.owner}`;
  return [`${one.id || one.kind} ${one.state}${due}${owner}`, ...flags].join(', ');
}

export function day(text: string): Day {
  const found = parseDay(text);
  if (found === undefined) throw new Error(`no day: ${text}`);
  return found;
}
