import type { Day } from '../calendar/day.ts';
import { dayInZone } from '../calendar/zone.ts';
import type { Severities } from '../checks/run.ts';
import type { Agreement } from '../document/agreement.ts';
import {
  type Configuration,
  DEFAULT_CONFIGURATION,
  readConfiguration,
  type Severity,
} from '../document/configuration.ts';

/** Where “today” comes from. Nothing else in the core knows a clock. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
  /** The IANA zone of the machine, for agreements that name none. */
  readonly zone: string;
  /** A fixed today, for tests and `--today`; it holds in every zone. */
  readonly today?: Day;
}

/** What holds for all agreements of a folder: its configuration, the severities that somebody set, and the clock. */
export class Rules {
  readonly #clock: Clock;
  #configuration: Configuration = DEFAULT_CONFIGURATION;
  #preferences: Severities = new Map();
  #context: string | undefined;
  readonly #ours = new Map<string, Configuration>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get configuration(): Configuration {
    return this.#configuration;
  }

  get preferences(): Severities {
    return this.#preferences;
  }

  /** Takes over other rules. */
  set(configuration: Configuration, preferences: Severities): void {
    this.#configuration = configuration;
    this.#preferences = preferences;
    this.#context = undefined;
    this.#ours.clear();
  }

  /** All that decides what is found in an agreement besides its URI, its text and the day, as `rulesIn` reads it. */
  get context(): string {
    const { uri, text } = this.#configuration;
    const { zone, today = null } = this.#clock;
    const parts: Context = [uri, text, [...this.#preferences], zone, today];
    this.#context ??= JSON.stringify(parts);
    return this.#context;
  }

  /** Today in the folder's zone, or else in the machine's. */
  get today(): Day {
    return this.todayIn(this.#configuration.timezone ?? this.#clock.zone);
  }

  todayIn(zone: string): Day {
    return this.#clock.today ?? dayInZone(this.#clock.now(), zone);
  }

  /** The zone in which an agreement's days begin and end. */
  zoneOf({ terms }: Agreement): string {
    return terms.timezone?.value ?? this.#configuration.timezone ?? this.#clock.zone;
  }

  /** The configuration or, where notes say who “we” are, the same with that: one object as long as it holds. */
  configurationFor(we: string | undefined): Configuration {
    if (we === undefined || we === this.#configuration.we) return this.#configuration;
    const known = this.#ours.get(we) ?? { ...this.#configuration, we };
    this.#ours.set(we, known);
    return known;
  }
}

/** A context before it is written as JSON. */
type Context = readonly [
  uri: string,
  text: string,
  preferences: readonly (readonly [check: string, severity: Severity])[],
  zone: string,
  today: Day | null,
];

/** The rules that a context stands for, by the clock of this machine. */
export function rulesIn(context: string): Rules {
  const [uri, text, preferences, zone, today] = JSON.parse(context) as Context;
  const rules = new Rules({ now: Date.now, zone, ...(today !== null && { today }) });
  const configuration = text === '' ? DEFAULT_CONFIGURATION : readConfiguration(text, uri).configuration;
  rules.set(configuration, new Map(preferences));
  return rules;
}
