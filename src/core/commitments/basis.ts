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
}
