import type { Finding } from '../checks/check.ts';
import { runChecks } from '../checks/run.ts';
import { type Ledger, ledgerOf, ledgerSeenFrom } from '../commitments/ledger.ts';
import { stray } from '../document/joined.ts';
import type { Notes } from '../document/notes.ts';
import type { Entries } from './entries.ts';
import type { Entry } from './entry.ts';
import type { Pairs } from './pairs.ts';
import type { Rules } from './rules.ts';

/** Private notes of a portfolio, and what is to be said about them. */
export interface NotesEntry {
  readonly uri: string;
  readonly notes: Notes;
  /** Their agreement, which is joined with them; absent where it is not here. */
  readonly entry?: Entry;
  /** The ledger as seen from the notes: for edits of them. Absent with the agreement. */
  readonly ledger?: Ledger;
  readonly findings: readonly Finding[];
}

/** The private notes of a portfolio: worked out when somebody asks for them, and kept for as long as that holds. */
export class NotesEntries {
  readonly #known = new Map<string, NotesEntry>();

  /** @param idsAbove the ids of further agreements that notes may be about */
  constructor(
    private readonly pairs: Pairs,
    private readonly entries: Entries,
    private readonly rules: Rules,
    private readonly idsAbove: () => Iterable<string> = () => [],
  ) {}

  /** In the order of their URIs. */
  get all(): Iterable<NotesEntry> {
    return this.pairs.notes.map((uri) => this.get(uri)!);
  }

  /** The private notes in a document; undefined where it holds none or is unknown. */
  get(uri: string): NotesEntry | undefined {
    const notes = this.pairs.notesIn(uri);
    if (!notes) return undefined;
    const known = this.#known.get(uri);
    if (known) return known;
    const partner = this.pairs.agreementFor(uri);
    const entry = partner === undefined ? undefined : this.entries.get(partner);
    const ledger = entry && ledgerSeenFrom(entry.ledger, uri);
    const findings = runChecks(ledger ?? this.#strayLedger(notes), this.rules.preferences);
    const result = { uri, notes, findings, ...(entry && { entry }), ...(ledger && { ledger }) };
    this.#known.set(uri, result);
    return result;
  }

  /** What is said about a document holds no more. */
  forget(uri: string): void {
    this.#known.delete(uri);
  }

  /** What is said about notes without an agreement holds no more. Returns them. */
  forgetStrays(): readonly string[] {
    const strays = this.pairs.notes.filter((uri) => this.pairs.agreementFor(uri) === undefined);
    for (const uri of strays) this.forget(uri);
    return strays;
  }

  #strayLedger(notes: Notes): Ledger {
    const ids = new Set([...this.pairs.ids, ...this.idsAbove()]);
    return ledgerOf(stray(notes, [...ids].sort()), this.rules.today, this.rules.configuration);
  }
}
