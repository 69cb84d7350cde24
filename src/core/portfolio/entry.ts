import type { WorkCalendar } from '../calendar/business.ts';
import type { Day } from '../calendar/day.ts';
import type { Finding } from '../checks/check.ts';
import { runChecks, type Severities } from '../checks/run.ts';
import type { Commitment } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import { hasEnded } from '../commitments/state.ts';
import type { Agreement } from '../document/agreement.ts';
import type { Naming } from '../document/parties.ts';
import { type Overview, overviewOf } from './overview.ts';

/**
 * One agreement of a portfolio as it stands today. What lists show of it is at hand; `agreement` and `ledger` may have to
 * be read again from its text, so that only what works on this one agreement asks for them.
 */
export interface Entry {
  readonly uri: string;
  readonly text: string;
  /** How other files and people name it, and whether it says so itself. */
  readonly id: string;
  readonly ownId: boolean;
  readonly title: string;
  /** The zone in which its days begin and end, and the day there. */
  readonly zone: string;
  readonly today: Day;
  readonly tags: readonly string[];
  readonly parties: Naming;
  /** The party that is “we”, where that is configured. */
  readonly we: string | undefined;
  readonly calendar: WorkCalendar;
  /** Everything that owes somebody something by a day, in the order of the file. */
  readonly commitments: readonly Commitment[];
  readonly overview: Overview;
  /** Whether it has ended, so that it comes last. */
  readonly ended: boolean;
  readonly findings: readonly Finding[];
  readonly agreement: Agreement;
  readonly ledger: Ledger;
  /** All that was read of it. Where it had to be read again, the commitments are other objects, in the same order. */
  readonly full: Entry;
}

/** An agreement that is worked on: everything that was read of it is kept. */
export class FullEntry implements Entry {
  #findings: readonly Finding[] | undefined;
  #tags: readonly string[] | undefined;

  /** @param preferences the severities that somebody set for themselves */
  constructor(
    readonly ledger: Ledger,
    readonly zone: string,
    private readonly preferences: Severities,
  ) {}

  get full(): Entry {
    return this;
  }
  get agreement(): Agreement {
    return this.ledger.agreement;
  }
  get uri(): string {
    return this.agreement.uri;
  }
  get text(): string {
    return this.agreement.text;
  }
  get id(): string {
    return this.agreement.id;
  }
  get ownId(): boolean {
    return this.agreement.terms.id !== undefined;
  }
  get title(): string {
    return this.agreement.title;
  }
  get today(): Day {
    return this.ledger.today;
  }
  get tags(): readonly string[] {
    this.#tags ??= this.agreement.terms.tags.map(({ value }) => value);
    return this.#tags;
  }
  get parties(): Naming {
    return this.ledger.parties;
  }
  get we(): string | undefined {
    return this.ledger.configuration.we;
  }
  get calendar(): WorkCalendar {
    return this.ledger.schedule.calendar;
  }
  get commitments(): readonly Commitment[] {
    return this.ledger.commitments;
  }
  get overview(): Overview {
    return overviewOf(this.ledger);
  }
  get ended(): boolean {
    return hasEnded(this.agreement);
  }
  /** What is to be said about it: worked out when it is first asked for. */
  get findings(): readonly Finding[] {
    this.#findings ??= runChecks(this.ledger, this.preferences);
    return this.#findings;
  }
}
