import type { Day } from '../calendar/day.ts';
import { dayInZone } from '../calendar/zone.ts';
import type { Finding } from '../checks/check.ts';
import { runChecks, type Severities } from '../checks/run.ts';
import { type Ledger, ledgerOf } from '../commitments/ledger.ts';
import { type Agreement, AgreementDocument } from '../document/agreement.ts';
import { type Configuration, DEFAULT_CONFIGURATION } from '../document/configuration.ts';

/** Where “today” comes from. Nothing else in the core knows a clock. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
  /** The IANA zone of the machine, for agreements that name none. */
  readonly zone: string;
  /** A fixed today, for tests and `--today`; it holds in every zone. */
  readonly today?: Day;
}

/** One agreement of a portfolio as it stands today. */
export interface Entry {
  readonly uri: string;
  readonly agreement: Agreement;
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
  /** The zone in which its days begin and end. */
  readonly zone: string;
}

/** The agreements of one folder: what they say, what they owe, and what is to be said about them. */
export class Portfolio {
  readonly #clock: Clock;
  #configuration: Configuration = DEFAULT_CONFIGURATION;
  #preferences: Severities = new Map();
  readonly #documents = new Map<string, AgreementDocument>();
  readonly #entries = new Map<string, Entry>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get configuration(): Configuration {
    return this.#configuration;
  }

  /** All agreements, in the order in which they were first seen. */
  get entries(): Iterable<Entry> {
    return this.#entries.values();
  }

  /** How many agreements there are. */
  get size(): number {
    return this.#entries.size;
  }

  /** The agreement in a document; undefined where it is none or unknown. */
  get(uri: string): Entry | undefined {
    return this.#entries.get(uri);
  }

  /** Takes over the folder's configuration and one's own severities, and works everything out again. */
  configure(configuration: Configuration, preferences: Severities = this.#preferences): void {
    this.#configuration = configuration;
    this.#preferences = preferences;
    for (const { agreement } of [...this.#entries.values()]) this.#enter(agreement);
  }

  /** Reads a document's text, new or changed. Returns its entry, or undefined where it is no agreement. */
  update(uri: string, text: string): Entry | undefined {
    let document = this.#documents.get(uri);
    if (!document) {
      document = new AgreementDocument(uri);
      this.#documents.set(uri, document);
    }
    const agreement = document.read(text);
    if (agreement) return this.#enter(agreement);
    this.remove(uri);
    return undefined;
  }

  /** Forgets a document. Returns whether it was an agreement. */
  remove(uri: string): boolean {
    this.#documents.delete(uri);
    return this.#entries.delete(uri);
  }

  /** Works out again the agreements for which a new day has begun since, and returns them. */
  tick(): readonly Entry[] {
    const stale = [...this.#entries.values()].filter(
      ({ ledger, zone }) => ledger.today !== this.#todayIn(zone),
    );
    return stale.map(({ agreement }) => this.#enter(agreement));
  }

  #enter(agreement: Agreement): Entry {
    const zone = agreement.terms.timezone?.value ?? this.#configuration.timezone ?? this.#clock.zone;
    const ledger = ledgerOf(agreement, this.#todayIn(zone), this.#configuration);
    const findings = runChecks(ledger, this.#preferences);
    const entry: Entry = { uri: agreement.uri, agreement, ledger, findings, zone };
    this.#entries.set(agreement.uri, entry);
    return entry;
  }

  #todayIn(zone: string): Day {
    return this.#clock.today ?? dayInZone(this.#clock.now(), zone);
  }
}
