import type { Day, DayInterval } from '../calendar/day.ts';
import type { Weekday } from '../calendar/weekday.ts';
import type { Finding } from '../checks/check.ts';
import { fileLinksIn } from '../checks/file-links.ts';
import { type Commitment, KINDS, STATES } from '../commitments/commitment.ts';
import { type Names, namesOf } from '../document/parties.ts';
import type { Money } from '../schema/scalars.ts';
import { bitsOf, detailsOf } from './details.ts';
import type { Entry, FullEntry } from './entry.ts';
import { holdsUntil } from './holds-until.ts';

/**
 * What lists show of an agreement as it stands on some days: plain data that is the same after it was written as JSON and
 * read again. It follows from the agreement's URI and text, the day, the configuration and one's own severities.
 */
export interface Facts
  extends Pick<Entry, 'id' | 'ownId' | 'title' | 'zone' | 'tags' | 'overview' | 'ended'> {
  /** The day on which it was found, and the first one after it for which it may not hold any more. */
  readonly from: Day;
  readonly until: Day;
  readonly names: Names;
  /** What the agreement itself says of working days; empty for what is as elsewhere. */
  readonly workweek: readonly Weekday[];
  readonly holidays: readonly DayInterval[];
  readonly commitments: readonly CommitmentFacts[];
  readonly findings: readonly FindingFacts[];
  /** The files that it points to, as canonical URIs, and whether some of them were known to be missing. */
  readonly links: readonly string[];
  readonly missing: boolean;
}

/** Facts, and the context in which they were found. */
export interface Found {
  readonly facts: Facts;
  readonly context: string;
}

/** What holds or not of a commitment, bit by bit; abilities stand above, see `bitsOf`. */
const FLAGS = ['ownOwner', 'blocked', 'waiting', 'provisional', 'atRisk', 'acceptance'] as const;
type Flag = (typeof FLAGS)[number];
export const FLAG_BITS = FLAGS.length;

/** Whether a bit of `CommitmentFacts` says so. */
export function flag(bits: number, name: Flag): boolean {
  return (bits & (1 << FLAGS.indexOf(name))) !== 0;
}

/** A commitment, as short as tens of thousands of them ask for; null for what it has not. Days are `Day`s. */
export type CommitmentFacts = readonly [
  /** Its place in `KINDS`. */
  kind: number,
  /** Its place in `STATES`. */
  state: number,
  /** `FLAGS`, and above them the abilities. */
  bits: number,
  id: string,
  title: string,
  owner: string | null,
  party: string | null,
  due: Day | null,
  forecast: Day | null,
  done: Day | null,
  daysLate: number,
  /** Where its item stands. */
  start: number,
  end: number,
  indicator: string | null,
  to: readonly string[],
  /** What few have; null where there is nothing of it. */
  more: More | null,
];

/** Where each of `CommitmentFacts` stands. */
export const AT = {
  kind: 0,
  state: 1,
  bits: 2,
  id: 3,
  title: 4,
  owner: 5,
  party: 6,
  due: 7,
  forecast: 8,
  done: 9,
  daysLate: 10,
  start: 11,
  end: 12,
  indicator: 13,
  to: 14,
  more: 15,
} as const;

/** What few commitments have. */
export interface More {
  readonly occurrence?: Day;
  readonly support?: readonly string[];
  readonly tags?: readonly string[];
  readonly amount?: Money;
  readonly priority?: string;
  readonly blockedReason?: string;
}

/** A finding without its fixes: they are made from the text. */
export type FindingFacts = Pick<Finding, 'check' | 'severity' | 'range' | 'args' | 'item' | 'related'>;

/** What lists show of an agreement that has no private notes. */
export function factsOf(entry: FullEntry): Facts {
  const { id, ownId, title, zone, today, tags, overview, ended, ledger, agreement, findings } = entry;
  const { terms } = agreement;
  return {
    id,
    ownId,
    title,
    zone,
    from: today,
    until: holdsUntil(ledger),
    tags,
    names: namesOf(terms),
    workweek: terms.workweek.map(({ value }) => value),
    holidays: terms.holidays.map(({ value }) => value),
    overview,
    ended,
    commitments: entry.commitments.map((one) => commitmentFacts(entry, one)),
    findings: findings.map(({ check, severity, range, args, item, related }) => ({
      ...{ check, severity, range, args, related },
      ...(item && { item }),
    })),
    links: fileLinksIn(agreement).flatMap(({ files }) => files),
    missing: (ledger.missing?.size ?? 0) > 0,
  };
}

function commitmentFacts(entry: FullEntry, commitment: Commitment): CommitmentFacts {
  const { kind, state, id, title, owner, party, due, forecast, done, daysLate, at, to } = commitment;
  const { indicator, blockedReason, may } = detailsOf(entry, commitment);
  const { start, end } = at.range;
  let bits = bitsOf(may) << FLAG_BITS;
  for (let n = 0; n < FLAG_BITS; n++) if (commitment[FLAGS[n]!]) bits |= 1 << n;
  return [
    KINDS.indexOf(kind),
    STATES.indexOf(state),
    bits,
    id,
    title,
    owner ?? null,
    party ?? null,
    due ?? null,
    forecast ?? null,
    done ?? null,
    daysLate,
    start,
    end,
    indicator ?? null,
    to,
    moreOf(commitment, blockedReason),
  ];
}

function moreOf(commitment: Commitment, blockedReason: string | undefined): More | null {
  const { occurrence, support, tags, amount, priority } = commitment;
  const more: { -readonly [K in keyof More]: More[K] } = {};
  if (occurrence !== undefined) more.occurrence = occurrence;
  if (support.length > 0) more.support = support;
  if (tags.length > 0) more.tags = tags;
  if (amount) more.amount = amount;
  if (priority !== undefined) more.priority = priority;
  if (blockedReason !== undefined) more.blockedReason = blockedReason;
  return Object.keys(more).length > 0 ? more : null;
}
