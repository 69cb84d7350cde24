import type { Day } from '../calendar/day.ts';
import type { Agreement } from '../document/agreement.ts';
import type { Configuration } from '../document/configuration.ts';
import type { Parties } from '../document/parties.ts';
import type { Schedule } from './schedule.ts';

/** What the commitments of an agreement are derived from: the agreement on a day, and what follows from it alone. */
export interface Basis {
  readonly agreement: Agreement;
  readonly configuration: Configuration;
  readonly today: Day;
  readonly parties: Parties;
  readonly schedule: Schedule;
  /**
   * Stands for all that a commitment follows from besides its own item: as long as it is the same object, a
   * commitment whose item is the same is the same; of a milestone, whose plan is.
   */
  readonly key: object;
}

/** The key of the ledger before, if everything that it stands for is as it was; else a new one. */
export function keyAfter(
  previous: Basis | undefined,
  next: Omit<Basis, 'key' | 'schedule' | 'parties'>,
): object {
  if (!previous) return {};
  const before = previous.agreement.terms;
  const after = next.agreement.terms;
  const same =
    previous.today === next.today &&
    previous.configuration === next.configuration &&
    before.status?.value === after.status?.value &&
    before.owner?.value === after.owner?.value &&
    before.acceptance === after.acceptance &&
    sameItems(before.parties, after.parties) &&
    sameItems(before.people, after.people) &&
    sameItems(before.workweek, after.workweek) &&
    sameItems(before.holidays, after.holidays);
  return same ? previous.key : {};
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
