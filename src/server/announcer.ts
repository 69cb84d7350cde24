import type { Commitment } from '../core/commitments/commitment.ts';
import type { Agreement } from '../core/document/agreement.ts';
import type { Entry } from '../core/portfolio/entry.ts';
import { Value } from '../core/text/value.ts';
import type { Locate } from './documents.ts';
import type { Work } from './work.ts';

/** Where ranges of documents are. */
interface Located {
  locate(uri: string): Locate | undefined;
}

/** How much time lies at least between two looks at what changed, in milliseconds. */
const GATHER = 150;
/** How long the changes of one moment are gathered, in milliseconds: one file that is saved is several events. */
const MOMENT = 20;
/** How much at most while folders are read: each announcement makes trees ask for what will soon be another answer. */
const READING = 2_000;

/** The agreements. */
interface Documents {
  entry(uri: string): Entry | undefined;
  isOpen(uri: string): boolean;
  /** Whether what is known becomes more by itself. */
  readonly growing: boolean;
}

/** Announces that what trees show may have changed: seldom enough to follow, and not while only prose is written. */
export class Announcer {
  #scheduled = false;
  /** Whether something changed for sure. */
  #certain = false;
  /** How long it is until it looks again, and when it looked last. */
  #gather = GATHER;
  #looked = Number.NEGATIVE_INFINITY;
  readonly #edited = new Set<string>();
  /** What trees could show of a document when it was looked at last. */
  readonly #shown = new Map<string, Shown>();

  constructor(
    private readonly work: Work,
    private readonly documents: Documents,
    private readonly places: Located,
    private readonly announce: () => void,
  ) {}

  /** Something changed: what an agreement says, by its URI, or anything. */
  changed(uri?: string): void {
    if (uri === undefined) this.#certain = true;
    else this.#edited.add(uri);
    this.#schedule();
  }

  #schedule(least = MOMENT): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    if (!this.documents.growing) this.#gather = GATHER;
    const wait = Math.max(least, this.#looked + GATHER - performance.now());
    this.work.later('announcing changes', wait, () => this.#look());
  }

  #look(): void {
    this.#scheduled = false;
    const { growing } = this.documents;
    const now = performance.now();
    // Reading may end at any moment, and then nobody is to wait.
    if (growing && now - this.#looked < this.#gather) {
      this.#schedule(GATHER);
      return;
    }
    if (growing) this.#gather = Math.min(2 * this.#gather, READING);
    this.#looked = now;
    let different = this.#certain;
    this.#certain = false;
    for (const uri of this.#edited) different = this.#differs(uri) || different;
    // What was shown of others keeps all that was read of them.
    for (const uri of this.#shown.keys())
      if (!this.#edited.has(uri) && !this.documents.isOpen(uri)) this.#shown.delete(uri);
    this.#edited.clear();
    if (different) this.announce();
  }

  #differs(uri: string): boolean {
    const entry = this.documents.entry(uri);
    const before = this.#shown.get(uri);
    const now = entry ? shownOf(entry, this.places) : NOTHING;
    if (entry) this.#shown.set(uri, now);
    else this.#shown.delete(uri);
    return before === undefined ? now !== NOTHING : !isSame(before, now);
  }
}

/** What trees could show of a document: what it says of itself, and each commitment; with the places that they lead to. */
interface Shown {
  readonly said: readonly unknown[];
  readonly commitments: readonly Commitment[];
  readonly places: readonly (string | number)[];
}

const BEGINNING = { line: 0, character: 0 };

const NOTHING: Shown = { said: [], commitments: [], places: [] };

function shownOf({ agreement, ledger }: Entry, located: Located): Shown {
  const { people, parties, tags } = agreement.terms;
  const places: (string | number)[] = [];
  const locates = new Map<string, Locate | undefined>();
  const values = valuesIn(agreement);
  for (const { document, range } of [...values, ...ledger.commitments.map(({ at }) => at)]) {
    if (!locates.has(document)) locates.set(document, located.locate(document));
    const { line, character } = locates.get(document)?.(range).start ?? BEGINNING;
    places.push(document, line, character);
  }
  return {
    said: [
      ...[agreement.id, agreement.title, ledger.today, ledger.configuration],
      ...people.flatMap(({ key, value }) => [key.value, value?.name?.value, value?.email?.value]),
      ...parties.flatMap(({ id, name }) => [id?.value, name?.value]),
      ...[...values, ...tags].map(({ value }) => value),
    ],
    commitments: ledger.commitments,
    places,
  };
}

/** What an agreement says of itself, and of what it lists besides commitments. */
function valuesIn({ terms }: Agreement): Value<unknown>[] {
  const { agreement, status, owner, value, signed, effective, objectives, risks, negotiations } = terms;
  const items = [...objectives, ...risks, ...negotiations].flatMap((item) => Object.values<unknown>(item));
  return [agreement, status, owner, value, signed, effective, ...items].filter((one) => one instanceof Value);
}

function isSame(before: Shown, now: Shown): boolean {
  return (
    sameValues(before.said, now.said) &&
    sameValues(before.places, now.places) &&
    before.commitments.every((one, i) => {
      const other = now.commitments[i]!;
      return one === other || sameValues(comparable(one), comparable(other));
    })
  );
}

function sameValues(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function comparable(commitment: Commitment): unknown[] {
  const { kind, id, title, owner, support, party, to, tags, due, forecast, done, state } = commitment;
  const { blocked, waiting, provisional, atRisk, acceptance, priority, amount, item } = commitment;
  const plan = item.kind === 'milestone' ? item.plan : undefined;
  const milestone = plan?.milestone;
  return [
    ...[kind, id, title, owner, support.join(), party, to.join(), tags.join(), due, forecast, done, state],
    ...[blocked, waiting, provisional, atRisk, acceptance, priority, amount?.amount, amount?.currency],
    ...[milestone?.indicator?.value, milestone?.blocked?.reason?.value, milestone?.progress?.value],
    plan?.predecessors.map(({ index }) => index).join(),
  ];
}
