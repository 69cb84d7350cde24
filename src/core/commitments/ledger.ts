import type { Day } from '../calendar/day.ts';
import type { Agreement } from '../document/agreement.ts';
import { type Configuration, DEFAULT_CONFIGURATION } from '../document/configuration.ts';
import { seenFrom, sharedPart } from '../document/joined.ts';
import { partiesOf } from '../document/parties.ts';
import { actionCommitments } from './actions.ts';
import { type Basis, keyAfter } from './basis.ts';
import type { ActionCommitment, Commitment } from './commitment.ts';
import { eventCommitments } from './events.ts';
import { milestoneCommitments } from './milestones.ts';
import { scheduleOf } from './schedule.ts';

/** An agreement as it stands on a day: who is who, when everything is due, and the one list of commitments. */
export interface Ledger extends Basis {
  readonly commitments: readonly Commitment[];
  /** Those of them that are action items. */
  readonly actions: readonly ActionCommitment[];
  /** Those that the agreement itself asks for: debriefs, risk reviews, the next check-in, notice and expiry. */
  readonly events: readonly Commitment[];
  /** Those of them that are late or near, or will be late as things stand. */
  readonly pressing: readonly Commitment[];
  /** Files that its documents point to and that are certainly not there, as canonical URIs; absent where nobody looked. */
  readonly missing?: ReadonlySet<string>;
}

/**
 * Works out an agreement as it stands on a day.
 * @param previous the ledger of the same document before its last change: what it says of items that are as they
 *   were is taken over
 */
export function ledgerOf(
  agreement: Agreement,
  today: Day,
  configuration: Configuration = DEFAULT_CONFIGURATION,
  previous?: Ledger,
): Ledger {
  const basis: Basis = {
    agreement,
    configuration,
    today,
    key: keyAfter(previous, { agreement, configuration, today }),
    parties: partiesOf(agreement.terms, configuration),
    schedule: scheduleOf(agreement.terms, configuration, previous?.schedule),
  };
  const actions = keptActions(basis, previous) ?? actionCommitments(basis);
  const events = eventCommitments(basis);
  const commitments = [...milestoneCommitments(basis), ...actions, ...events];
  return { ...basis, commitments, actions, events, pressing: commitments.filter(isPressing) };
}

/** The action items of the ledger before, if nothing that they follow from has changed. */
function keptActions(basis: Basis, previous: Ledger | undefined): readonly ActionCommitment[] | undefined {
  if (previous?.key !== basis.key || previous.schedule.ids !== basis.schedule.ids) return undefined;
  const { body, terms } = previous.agreement;
  const { agreement } = basis;
  const same =
    body.items === agreement.body.items &&
    terms.risks.length === agreement.terms.risks.length &&
    terms.objectives.length === agreement.terms.objectives.length &&
    terms.risks.every(({ id }, i) => id?.value === agreement.terms.risks[i]?.id?.value) &&
    terms.objectives.every(({ id }, i) => id?.value === agreement.terms.objectives[i]?.id?.value);
  return same ? previous.actions : undefined;
}

function isPressing({ state, atRisk }: Commitment): boolean {
  return atRisk || state === 'overdue' || state === 'due-today' || state === 'due-soon';
}

/**
 * The ledger with its agreement seen from another of its documents, for checks and edits of that one. The commitments are
 * the same ones in the same order.
 */
export function ledgerSeenFrom(ledger: Ledger, uri: string): Ledger {
  const { agreement, today, configuration, missing } = ledger;
  if (uri === agreement.uri) return ledger;
  return { ...ledgerOf(seenFrom(agreement, uri), today, configuration), ...(missing && { missing }) };
}

/** The ledger of the agreement's file alone, without anything that only private notes say. */
export function sharedLedger(ledger: Ledger): Ledger {
  const { agreement, today, configuration } = ledger;
  return agreement.join ? ledgerOf(sharedPart(agreement), today, configuration) : ledger;
}

/** Everything that owes somebody something by a day, in the order of the file; derived, never stored. */
export function commitmentsOf(
  agreement: Agreement,
  today: Day,
  configuration: Configuration = DEFAULT_CONFIGURATION,
): readonly Commitment[] {
  return ledgerOf(agreement, today, configuration).commitments;
}
