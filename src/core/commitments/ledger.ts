import type { Day } from '../calendar/day.ts';
import type { Agreement } from '../document/agreement.ts';
import { type Configuration, DEFAULT_CONFIGURATION } from '../document/configuration.ts';
import { type Parties, partiesOf } from '../document/parties.ts';
import { actionCommitments } from './actions.ts';
import type { Commitment } from './commitment.ts';
import { eventCommitments } from './events.ts';
import { milestoneCommitments } from './milestones.ts';
import { type Schedule, scheduleOf } from './schedule.ts';

/** An agreement as it stands on a day: who is who, when everything is due, and the one list of commitments. */
export interface Ledger {
  readonly agreement: Agreement;
  readonly configuration: Configuration;
  readonly today: Day;
  readonly parties: Parties;
  readonly schedule: Schedule;
  readonly commitments: readonly Commitment[];
}

/** What deriving commitments needs: a ledger without its commitments. */
export type Basis = Omit<Ledger, 'commitments'>;

/** Works out an agreement as it stands on a day. */
export function ledgerOf(
  agreement: Agreement,
  today: Day,
  configuration: Configuration = DEFAULT_CONFIGURATION,
): Ledger {
  const basis: Basis = {
    agreement,
    configuration,
    today,
    parties: partiesOf(agreement.terms, configuration),
    schedule: scheduleOf(agreement.terms, configuration),
  };
  const commitments = [
    ...milestoneCommitments(basis),
    ...actionCommitments(basis),
    ...eventCommitments(basis),
  ];
  return { ...basis, commitments };
}

/** Everything that owes somebody something by a day, in the order of the file; derived, never stored. */
export function commitmentsOf(
  agreement: Agreement,
  today: Day,
  configuration: Configuration = DEFAULT_CONFIGURATION,
): readonly Commitment[] {
  return ledgerOf(agreement, today, configuration).commitments;
}
