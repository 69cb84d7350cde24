import type { Commitment } from '../core/commitments/commitment.ts';
import type { Entry } from '../core/portfolio/portfolio.ts';
import type { Locate } from './documents.ts';
import type { Work } from './work.ts';

/** How long changes are gathered before they are announced, in milliseconds. */
const GATHER = 150;

/** Announces that what trees show may have changed: seldom enough to follow, and not while only prose is written. */
export class Announcer {
  #scheduled = false;
  /** Whether something changed for sure. */
  #certain = false;
  readonly #edited = new Set<string>();
  /** What trees could show of a document when it was looked at last. */
  readonly #shown = new Map<string, Shown>();

  constructor(
    private readonly work: Work,
    private readonly documents: {
      entry(uri: string): Entry | undefined;
      locate(uri: string): Locate | undefined;
    },
    private readonly announce: () => void,
  ) {}

  /** Something changed: what an open document says, by URI, or anything. */
  changed(uri?: string): void {
    if (uri === undefined) this.#certain = true;
    else this.#edited.add(uri);
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.work.later('announcing changes', GATHER, () => this.#look());
  }

  /** A document is not edited any more. */
  forget(uri: string): void {
    this.#shown.delete(uri);
  }

  #look(): void {
    this.#scheduled = false;
    let different = this.#certain;
    this.#certain = false;
    for (const uri of this.#edited) different = this.#differs(uri) || different;
    this.#edited.clear();
    if (different) this.announce();
  }

  #differs(uri: string): boolean {
    const entry = this.documents.entry(uri);
    const locate = this.documents.locate(uri);
    const before = this.#shown.get(uri);
    const now = entry && locate ? shownOf(entry, locate) : NOTHING;
    this.#shown.set(uri, now);
    return before === undefined ? now !== NOTHING : !isSame(before, now);
  }
}

/** What trees could show of a document: names, then each commitment with the line and column that it leads to. */
interface Shown {
  readonly names: readonly unknown[];
  readonly commitments: readonly Commitment[];
  readonly places: readonly number[];
}

const NOTHING: Shown = { names: [], commitments: [], places: [] };

function shownOf({ agreement, ledger }: Entry, locate: Locate): Shown {
  const { people, parties } = agreement.terms;
  const places: number[] = [];
  for (const { at } of ledger.commitments) {
    const { line, character } = locate(at.range).start;
    places.push(line, character);
  }
  return {
    names: [
      ...[agreement.id, agreement.title, ledger.today],
      ...people.flatMap(({ key, value }) => [key.value, value?.name?.value]),
      ...parties.flatMap(({ id, name }) => [id?.value, name?.value]),
    ],
    commitments: ledger.commitments,
    places,
  };
}

function isSame(before: Shown, now: Shown): boolean {
  return (
    sameValues(before.names, now.names) &&
    sameValues(before.places, now.places) &&
    before.commitments.every((one, i) => {
      const other = now.commitments[i]!;
      return one === other || sameValues(factsOf(one), factsOf(other));
    })
  );
}

function sameValues(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function factsOf(commitment: Commitment): unknown[] {
  const { kind, id, title, owner, support, party, to, due, forecast, done, state } = commitment;
  const { blocked, waiting, provisional, atRisk, acceptance, priority, amount, item } = commitment;
  const milestone = item.kind === 'milestone' ? item.plan.milestone : undefined;
  return [
    ...[kind, id, title, owner, support.join(), party, to.join(), due, forecast, done, state],
    ...[blocked, waiting, provisional, atRisk, acceptance, priority, amount?.amount, amount?.currency],
    ...[milestone?.indicator?.value, milestone?.blocked?.reason?.value],
  ];
}
