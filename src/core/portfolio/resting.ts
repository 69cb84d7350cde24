import type { WorkCalendar } from '../calendar/business.ts';
import type { Day } from '../calendar/day.ts';
import type { Finding, Fix } from '../checks/check.ts';
import type { Commitment, CommitmentItem } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import type { Agreement } from '../document/agreement.ts';
import type { Parties } from '../document/parties.ts';
import type { Range } from '../text/range.ts';
import { Place, Value } from '../text/value.ts';
import { type Details, detailsOf } from './details.ts';
import type { Entry, FullEntry } from './entry.ts';
import type { Overview } from './overview.ts';
import { Recent } from './recent.ts';

/**
 * An agreement that nobody works on: thousands of them lie in one workspace. Of what was read only what lists show is
 * kept, with the text that all else is read from again when it is asked for.
 */
export class RestingEntry implements Entry {
  readonly uri: string;
  readonly text: string;
  readonly id: string;
  readonly ownId: boolean;
  readonly title: string;
  readonly zone: string;
  readonly today: Day;
  readonly tags: readonly string[];
  readonly parties: Parties;
  readonly calendar: WorkCalendar;
  readonly commitments: readonly Commitment[];
  readonly overview: Overview;
  readonly ended: boolean;
  readonly findings: readonly Finding[];

  /** @param read reads it again, as it was */
  constructor(
    full: FullEntry,
    private readonly read: (resting: RestingEntry) => FullEntry,
  ) {
    this.uri = full.uri;
    this.text = full.text;
    this.id = full.id;
    this.ownId = full.ownId;
    this.title = full.title;
    this.zone = full.zone;
    this.today = full.today;
    this.tags = full.tags.length > 0 ? full.tags : NONE;
    this.parties = full.parties;
    this.calendar = full.calendar;
    this.overview = full.overview;
    this.ended = full.ended;
    const place = new Place(full.uri, 0);
    this.commitments = full.commitments.map(
      (one, index) => new RestingCommitment(one, full, index, place, this),
    );
    this.findings =
      full.findings.length > 0
        ? full.findings.map((one, index) => new RestingFinding(one, index, this))
        : NONE;
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

const handles = new Recent<string, string>(10_000);

/** One string for all commitments of somebody: it is kept once, and found at once where lists are grouped. */
function shared(handle: string): string {
  return handles.get(handle, () => handle);
}

/** A commitment of a resting agreement: its item, and where its day is written, stand in the text alone. */
class RestingCommitment implements Commitment {
  declare readonly kind: Commitment['kind'];
  declare readonly id: string;
  declare readonly title: string;
  declare readonly owner?: string;
  declare readonly party?: string;
  declare readonly ownOwner: boolean;
  declare readonly support: readonly string[];
  declare readonly to: readonly string[];
  declare readonly tags: readonly string[];
  declare readonly state: Commitment['state'];
  declare readonly daysLate: number;
  declare readonly blocked: boolean;
  declare readonly waiting: boolean;
  declare readonly provisional: boolean;
  declare readonly atRisk: boolean;
  declare readonly acceptance: boolean;
  readonly at: Value<unknown>;
  readonly details: Details;
  readonly #index: number;
  readonly #entry: RestingEntry;

  constructor(commitment: Commitment, full: Entry, index: number, place: Place, entry: RestingEntry) {
    const { item: _, at, dueAt: __, owner, party, ...facts } = commitment;
    Object.assign(this, facts);
    if (owner !== undefined) this.owner = shared(owner);
    if (party !== undefined) this.party = shared(party);
    const { start, end } = at.range;
    this.at = new Value(undefined, place, start, end);
    this.details = detailsOf(full, commitment);
    this.#index = index;
    this.#entry = entry;
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
  readonly check: string;
  readonly severity: Finding['severity'];
  readonly args: Finding['args'];
  declare readonly item?: NonNullable<Finding['item']>;
  readonly related: Finding['related'];
  readonly #start: number;
  readonly #end: number;
  readonly #index: number;
  readonly #entry: RestingEntry;

  constructor({ check, severity, args, item, related, range }: Finding, index: number, entry: RestingEntry) {
    this.check = check;
    this.severity = severity;
    this.args = args;
    if (item) this.item = item;
    this.related = related;
    this.#start = range.start;
    this.#end = range.end;
    this.#index = index;
    this.#entry = entry;
  }

  get document(): string {
    return this.#entry.uri;
  }

  get range(): Range {
    return { start: this.#start, end: this.#end };
  }

  get fixes(): readonly Fix[] {
    return this.#entry.full.findings[this.#index]!.fixes;
  }
}
