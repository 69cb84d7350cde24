import type { Day } from '../calendar/day.ts';
import type { Agreement } from '../document/agreement.ts';
import { type Configuration, DEFAULT_CONFIGURATION } from '../document/configuration.ts';
import { partiesOf } from '../document/parties.ts';
import { actionCommitments } from './actions.ts';
import type { Basis } from './basis.ts';
import type { Commitment } from './commitment.ts';
import { eventCommitments } from './events.ts';
import { milestoneCommitments } from './milestones.ts';
import { scheduleOf } from './schedule.ts';

/** An agreement as it stands on a day: who is who, when everything is due, and the one list of commitments. */
export interface Ledger extends Basis {
  readonly commitments: readonly Commitment[];
}

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
