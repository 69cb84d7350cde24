import { calendarWith, type WorkCalendar } from '../calendar/business.ts';
import type { Day } from '../calendar/day.ts';
import type { Finding, Fix } from '../checks/check.ts';
import { type Commitment, type CommitmentItem, KINDS, STATES } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import type { Agreement } from '../document/agreement.ts';
import type { Configuration } from '../document/configuration.ts';
import { type Naming, namingOf } from '../document/parties.ts';
import type { Money } from '../schema/scalars.ts';
import type { Range } from '../text/range.ts';
import { Place, Value } from '../text/value.ts';
import { abilitiesOf, type Details, detailsOf } from './details.ts';
import type { Entry, FullEntry } from './entry.ts';
import {
  AT,
  type CommitmentFacts,
  type Facts,
  type FindingFacts,
  FLAG_BITS,
  flag,
  type More,
} from './facts.ts';
import type { Overview } from './overview.ts';

/**
 * An agreement that nobody works on: thousands of them lie in one workspace. Of what was read only what lists show is
 * kept, with the text that all else is read from again when it is asked for.
 */
export class RestingEntry implements Entry {
  readonly commitments: readonly Commitment[];
  readonly findings: readonly Finding[];
  #naming: Naming | undefined;

  /**
   * @param today the day on which it stands as the facts say
   * @param configuration what its folder says, as it was when the facts were found
   * @param read reads it again, as it was
   */
  constructor(
    readonly uri: string,
    readonly text: string,
    readonly today: Day,
    readonly facts: Facts,
    readonly configuration: Configuration,
    private readonly read: (resting: RestingEntry) => FullEntry,
  ) {
    this.commitments = facts.commitments.map((one, index) => new RestingCommitment(one, index, this));
    this.findings =
      facts.findings.length > 0
        ? facts.findings.map((one, index) => new RestingFinding(one, index, this))
        : NONE;
  }

  get id(): string {
    return this.facts.id;
  }
  get ownId(): boolean {
    return this.facts.ownId;
  }
  get title(): string {
    return this.facts.title;
  }
  get zone(): string {
    return this.facts.zone;
  }
  get tags(): readonly string[] {
    return this.facts.tags;
  }
  get overview(): Overview {
    return this.facts.overview;
  }
  get ended(): boolean {
    return this.facts.ended;
  }
  get we(): string | undefined {
    return this.configuration.we;
  }
  get parties(): Naming {
    this.#naming ??= namingOf(this.facts.names, this.configuration);
    return this.#naming;
  }
  get calendar(): WorkCalendar {
    const { workweek, holidays } = this.facts;
    return calendarWith(workweek, holidays, this.configuration.calendar);
  }

  /** The same on another day on which it stands as it stood. */
  on(today: Day): RestingEntry {
    return new RestingEntry(this.uri, this.text, today, this.facts, this.configuration, this.read);
  }

  /** All that was read of it, read again. */
  get full(): FullEntry {
    return this.read(this);
  }

  get agreement(): Agreement {
    return this.full.agreement;
  }

  get ledger(): Ledger {
    return this.full.ledger;
  }
}

const NONE: readonly never[] = Object.freeze([]);
const NO_MORE: More = Object.freeze({});

/** A commitment of a resting agreement: its item, and where its day is written, stand in the text alone. */
class RestingCommitment implements Commitment {
  readonly #facts: CommitmentFacts;
  readonly #index: number;
  readonly #entry: RestingEntry;

  constructor(facts: CommitmentFacts, index: number, entry: RestingEntry) {
    this.#facts = facts;
    this.#index = index;
    this.#entry = entry;
  }

  get #more(): More {
    return this.#facts[AT.more] ?? NO_MORE;
  }

  get kind(): Commitment['kind'] {
    return KINDS[this.#facts[AT.kind]]!;
  }
  get state(): Commitment['state'] {
    return STATES[this.#facts[AT.state]]!;
  }
  get ownOwner(): boolean {
    return flag(this.#facts[AT.bits], 'ownOwner');
  }
  get blocked(): boolean {
    return flag(this.#facts[AT.bits], 'blocked');
  }
  get waiting(): boolean {
    return flag(this.#facts[AT.bits], 'waiting');
  }
  get provisional(): boolean {
    return flag(this.#facts[AT.bits], 'provisional');
  }
  get atRisk(): boolean {
    return flag(this.#facts[AT.bits], 'atRisk');
  }
  get acceptance(): boolean {
    return flag(this.#facts[AT.bits], 'acceptance');
  }
  get id(): string {
    return this.#facts[AT.id];
  }
  get title(): string {
    return this.#facts[AT.title];
  }
  get owner(): string | undefined {
    return this.#facts[AT.owner] ?? undefined;
  }
  get party(): string | undefined {
    return this.#facts[AT.party] ?? undefined;
  }
  get due(): Day | undefined {
    return this.#facts[AT.due] ?? undefined;
  }
  get forecast(): Day | undefined {
    return this.#facts[AT.forecast] ?? undefined;
  }
  get done(): Day | undefined {
    return this.#facts[AT.done] ?? undefined;
  }
  get daysLate(): number {
    return this.#facts[AT.daysLate];
  }
  get at(): Value<unknown> {
    return new Value(undefined, new Place(this.#entry.uri, 0), this.#facts[AT.start], this.#facts[AT.end]);
  }
  get to(): readonly string[] {
    return this.#facts[AT.to];
  }
  get occurrence(): Day | undefined {
    return this.#more.occurrence;
  }
  get support(): readonly string[] {
    return this.#more.support ?? NONE;
  }
  get tags(): readonly string[] {
    return this.#more.tags ?? NONE;
  }
  get amount(): Money | undefined {
    return this.#more.amount;
  }
  get priority(): string | undefined {
    return this.#more.priority;
  }
  get details(): Details {
    const indicator = this.#facts[AT.indicator];
    const { blockedReason } = this.#more;
    return {
      ...(indicator && { indicator }),
      ...(blockedReason && { blockedReason }),
      may: abilitiesOf(this.#facts[AT.bits] >> FLAG_BITS),
    };
  }
  get item(): CommitmentItem {
    return this.#entry.ledger.commitments[this.#index]!.item;
  }
}

/** The details of a commitment; of one that rests they are at hand. */
export function detailsIn(entry: Entry, commitment: Commitment): Details {
  return commitment instanceof RestingCommitment ? commitment.details : detailsOf(entry, commitment);
}

/** A finding of a resting agreement: its fixes are made from the text when somebody asks. */
class RestingFinding implements Finding {
  readonly #facts: FindingFacts;
  readonly #index: number;
  readonly #entry: RestingEntry;

  constructor(facts: FindingFacts, index: number, entry: RestingEntry) {
    this.#facts = facts;
    this.#index = index;
    this.#entry = entry;
  }

  get check(): string {
    return this.#facts.check;
  }
  get severity(): Finding['severity'] {
    return this.#facts.severity;
  }
  get document(): string {
    return this.#entry.uri;
  }
  get range(): Range {
    return this.#facts.range;
  }
  get args(): Finding['args'] {
    return this.#facts.args;
  }
  get item(): Finding['item'] {
    return this.#facts.item;
  }
  get related(): Finding['related'] {
    return this.#facts.related;
  }
  get fixes(): readonly Fix[] {
    // A file that came or went since may have added or taken one.
    const again = this.#entry.full.findings[this.#index];
    const { check, range } = this.#facts;
    return again?.check === check && again.range.start === range.start ? again.fixes : NONE;
  }
}
