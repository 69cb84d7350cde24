import type { Day } from '../calendar/day.ts';
import type { Finding } from '../checks/check.ts';
import { fileLinksIn } from '../checks/file-links.ts';
import type { Severities } from '../checks/run.ts';
import { type Ledger, ledgerOf } from '../commitments/ledger.ts';
import { type Agreement, AgreementDocument } from '../document/agreement.ts';
import type { Configuration } from '../document/configuration.ts';
import { joined } from '../document/joined.ts';
import type { Cache } from './cache.ts';
import { Documents } from './documents.ts';
import { Entries, type Totals } from './entries.ts';
import { type Entry, FullEntry } from './entry.ts';
import { type Facts, type Found, factsOf } from './facts.ts';
import type { KnownFiles } from './known-files.ts';
import { NotesEntries, type NotesEntry } from './notes-entries.ts';
import { type Documented, Pairs } from './pairs.ts';
import { Recent } from './recent.ts';
import { RestingEntry } from './resting.ts';
import { type Clock, Rules } from './rules.ts';

/** Says what would be said about a document if it held another text. */
export type FindingsOf = (text: string) => readonly Finding[];

const NEITHER: Documented = { agreement: undefined, notes: undefined };

/** How many agreements that rest are kept as they were read when somebody asked for them. */
const RECENT = 256;

/** What surrounds a portfolio; all of it may be absent. */
export interface Surroundings {
  /**
   * Is told of each document about which something else may be said now because another one, the day or the
   * configuration changed: notes and their agreement speak of each other.
   */
  readonly changed?: (uri: string) => void;
  /** Is told when no agreement is behind any more. */
  readonly caughtUp?: () => void;
  /** What is known of the files that agreements point to; without it nobody can look. */
  readonly files?: KnownFiles;
  /** What was found in agreements earlier; without it nothing is kept. */
  readonly cache?: Pick<Cache, 'get' | 'put'>;
  /** The ids of further agreements that notes here may be about; see `lodging.ts`. */
  readonly idsAbove?: () => Iterable<string>;
}

/**
 * The agreements of one folder, joined with the private notes about them: what they say, what they owe, and what is to be
 * said about them.
 */
export class Portfolio {
  readonly #rules: Rules;
  readonly #documents = new Documents();
  readonly #pairs = new Pairs();
  readonly #recent = new Recent<RestingEntry, FullEntry>(RECENT);
  readonly #entries = new Entries();
  /** Agreements that rest, and stand as they stood before the day or the configuration changed. */
  readonly #behind = new Set<string>();
  readonly #notes: NotesEntries;
  readonly #around: Surroundings;
  #trying = false;

  constructor(clock: Clock, around: Surroundings = {}) {
    this.#rules = new Rules(clock);
    this.#around = around;
    this.#notes = new NotesEntries(this.#pairs, this.#entries, this.#rules, around.idsAbove);
  }

  #changed(uri: string): void {
    if (!this.#trying) this.#around.changed?.(uri);
  }

  get configuration(): Configuration {
    return this.#rules.configuration;
  }

  /** Today in the folder's zone, or else in the machine's. */
  get today(): Day {
    return this.#rules.today;
  }

  /** All agreements, in the order in which they were first seen; those that are behind as they stood. */
  get entries(): Iterable<Entry> {
    return this.#entries.all;
  }

  /** How all of them stand together; those that are behind as they stood. */
  get totals(): Totals {
    return this.#entries.totals;
  }

  /** The id of the agreement in a document, as it stands; undefined where it is none. */
  idOf(uri: string): string | undefined {
    return this.#entries.get(uri)?.id;
  }

  /** The agreement in a document; undefined where it is none or unknown. */
  get(uri: string): Entry | undefined {
    return this.#behind.has(uri) ? this.#enter(uri, uri) : this.#entries.get(uri);
  }

  /** Whether some agreements are behind: to `get` each brings it up to date, so that it need not be done at one go. */
  get isBehind(): boolean {
    return this.#behind.size > 0;
  }

  /** Brings all agreements up to date. */
  catchUp(): void {
    for (const uri of this.#behind) this.get(uri);
  }

  /** Whether a document is an agreement or private notes. */
  knows(uri: string): boolean {
    return this.#entries.has(uri) || this.#pairs.notesIn(uri) !== undefined;
  }

  /** All private notes, in the order of their URIs. */
  get notes(): Iterable<NotesEntry> {
    return this.#notes.all;
  }

  /** The private notes in a document; undefined where it holds none or is unknown. */
  notesIn(uri: string): NotesEntry | undefined {
    return this.#notes.get(uri);
  }

  /** The id that private notes name; undefined where a document is no notes, or names none. */
  idNotedIn(uri: string): string | undefined {
    return this.#pairs.idNotedIn(uri);
  }

  /** The ids of all agreements, in order. */
  get ids(): readonly string[] {
    return this.#pairs.ids;
  }

  /** Whether an agreement has the id that notes name, here or elsewhere. */
  hasAgreement(id: string): boolean {
    return this.#pairs.hasAgreement(id);
  }

  /** The URIs of the private notes that name the id of an agreement, here or elsewhere. */
  notesNaming(id: string): Iterable<string> {
    return this.#pairs.notesNaming(id);
  }

  /** Takes over the folder's configuration and one's own severities, and works everything out again. */
  configure(configuration: Configuration, preferences: Severities = this.#rules.preferences): void {
    const renamed = configuration.names !== this.configuration.names;
    this.#rules.set(configuration, preferences);
    if (renamed) this.#readAgain();
    for (const uri of this.#entries.uris) this.#renew(uri);
    this.forgetStrays();
  }

  /** Reads a document's text, new or changed. Returns its entry, or undefined where it is no agreement. */
  update(uri: string, text: string): Entry | undefined {
    this.#settle(uri, this.#documents.read(uri, text, this.configuration.names));
    return this.#entries.get(uri);
  }

  /**
   * Takes over the text of a file that nobody works on, and lets an agreement rest.
   * @param found what was found in this very text elsewhere; it counts if it was found in the same context and holds today
   */
  take(uri: string, text: string, found?: Found): void {
    const elsewhere = found?.context === this.context ? found.facts : undefined;
    const facts = elsewhere ?? this.#around.cache?.get(uri, text, this.context);
    if (facts && this.#holds(facts) && this.#adopt(uri, text, facts)) {
      if (elsewhere) this.#keep(uri, text, elsewhere);
      return;
    }
    this.update(uri, text);
    const now = this.rest(uri);
    if (now) this.#keep(uri, text, now);
  }

  /**
   * Takes over a file in which something was found before; what does not hold today leaves it behind. Returns whether it
   * is as it stands now; where it is not, it is still to be taken.
   */
  recall(uri: string, text: string): boolean {
    const facts = this.#around.cache?.get(uri, text, this.context);
    if (!facts || !this.#adopt(uri, text, facts)) return false;
    // Where private notes speak of it, it was worked out anew and is as it stands.
    if (this.#holds(facts) || !(this.#entries.get(uri) instanceof RestingEntry)) return true;
    this.#behind.add(uri);
    return false;
  }

  #holds({ from, until, zone }: Facts): boolean {
    const today = this.#rules.todayIn(zone);
    return from <= today && today < until;
  }

  #adopt(uri: string, text: string, facts: Facts): boolean {
    if ((this.#around.files?.missing(uri, facts.links).size ?? 0) > 0) return false;
    const agreement = this.#resting(uri, text, facts);
    this.#documents.forget(uri);
    this.#entries.set(uri, agreement);
    this.#settle(uri, { agreement, notes: undefined });
    return true;
  }

  /** Whether a document has a text and stands as that does now. */
  stands(uri: string, text: string): boolean {
    return this.textOf(uri) === text && !this.#behind.has(uri);
  }

  /** All that decides what is found in an agreement besides its URI, its text and the day; see `rulesIn`. */
  get context(): string {
    return this.#rules.context;
  }

  #keep(uri: string, text: string, facts: Facts): void {
    // Whether a file is missing does not follow from the agreement.
    if (!facts.missing) this.#around.cache?.put(uri, text, this.context, facts);
  }

  /** Reads every document as it is, because the sections are called otherwise now. */
  #readAgain(): void {
    for (const uri of this.#documents.uris)
      this.#pairs.put(uri, this.#documents.read(uri, this.textOf(uri)!, this.configuration.names));
  }

  /**
   * Tries what would be said about a document if it held other texts. Afterwards all is as it was before, and nobody has
   * been told of anything.
   */
  trying<T>(uri: string, act: (findingsOf: FindingsOf) => T): T {
    const before = this.textOf(uri);
    this.#trying = true;
    try {
      return act((text) => (this.update(uri, text) ?? this.notesIn(uri))?.findings ?? []);
    } finally {
      if (before !== undefined) this.update(uri, before);
      this.#trying = false;
    }
  }

  /** Forgets a document. Returns whether it was an agreement or private notes. */
  remove(uri: string): boolean {
    const known = this.knows(uri);
    this.#documents.forget(uri);
    this.#settle(uri, NEITHER);
    return known;
  }

  /** Forgets a document, for another portfolio to take. Returns its text; undefined where it was not known. */
  release(uri: string): string | undefined {
    const text = this.textOf(uri);
    this.remove(uri);
    return text;
  }

  /** The text of a document as it was read last; undefined where it is neither agreement nor notes. */
  textOf(uri: string): string | undefined {
    return (this.#entries.get(uri) ?? this.#pairs.notesIn(uri))?.text;
  }

  /** Works an agreement out again, because more is known of the files that it points to. */
  reconsider(uri: string): void {
    if (this.#entries.has(uri)) this.#enter(uri);
  }

  /** Works out again the agreements that a new day changes. Returns whether one has begun since for any. */
  tick(): boolean {
    const stale = [...this.#entries.all].filter(({ today, zone }) => today !== this.#rules.todayIn(zone));
    for (const entry of stale) {
      const { uri, zone } = entry;
      if (entry instanceof RestingEntry && this.#holds(entry.facts))
        this.#entries.set(uri, entry.on(this.#rules.todayIn(zone)));
      else this.#renew(uri);
    }
    return stale.length > 0;
  }

  /** Works an agreement out again: at once where somebody works on it, else when it is asked for. */
  #renew(uri: string): void {
    if (this.#entries.get(uri) instanceof FullEntry) this.#enter(uri);
    else {
      this.#behind.add(uri);
      this.#changed(uri);
    }
  }

  /** Returns whether an agreement was behind, which it is no more. */
  #caughtUp(uri: string): boolean {
    const behind = this.#behind.delete(uri);
    if (behind && !this.isBehind && !this.#trying) this.#around.caughtUp?.();
    return behind;
  }

  /** Takes over what a document was read as, and works out again whatever that changes. */
  #settle(uri: string, read: Documented): void {
    const { agreement } = read;
    const { agreements, idsChanged } = this.#pairs.put(uri, read);
    this.#caughtUp(uri);
    if (!agreement && this.#entries.delete(uri)) this.#around.files?.missing(uri, []);
    this.#notes.forget(uri);
    const asItWas = agreement instanceof RestingEntry && this.#pairs.notesFor(agreement).length === 0;
    for (const one of agreements) if (one !== uri || !asItWas) this.#enter(one, uri);
    if (idsChanged) this.forgetStrays(uri);
  }

  /** Works an agreement out. @param cause the document whose change asks for it, which needs no telling */
  #enter(uri: string, cause?: string): Entry {
    const before = this.#entries.get(uri);
    const behind = this.#caughtUp(uri);
    const shared = this.#documents.agreementIn(uri) ?? this.#agreementOf(before!);
    const notes = this.#pairs.notesFor(shared);
    const zone = this.#rules.zoneOf(shared);
    const configuration = this.#rules.configurationFor(notes.find(({ terms }) => terms.we)?.terms.we?.value);
    const previous = before instanceof FullEntry ? before.ledger : undefined;
    const ledger = this.#ledgerOf(joined(shared, notes), this.#rules.todayIn(zone), configuration, previous);
    const entry = new FullEntry(ledger, zone, this.#rules.preferences);
    this.#entries.set(uri, entry);
    if (before instanceof RestingEntry && (behind || uri !== cause)) this.rest(uri);
    for (const one of [uri, ...notes.map((note) => note.uri)]) {
      this.#notes.forget(one);
      if (one !== cause) this.#changed(one);
    }
    return this.#entries.get(uri)!;
  }

  #ledgerOf(agreement: Agreement, today: Day, configuration: Configuration, previous?: Ledger): Ledger {
    const links = fileLinksIn(agreement).flatMap(({ files }) => files);
    const missing = this.#around.files?.missing(agreement.uri, links);
    const ledger = ledgerOf(agreement, today, configuration, previous);
    return missing ? { ...ledger, missing } : ledger;
  }

  /**
   * Keeps of an agreement only what lists show, because nobody works on it: all else is read again when it is asked for.
   * One that private notes speak of stays as it is. Returns what is kept of one that did not rest.
   */
  rest(uri: string): Facts | undefined {
    const entry = this.#entries.get(uri);
    if (!(entry instanceof FullEntry) || this.#pairs.notesFor(entry).length > 0) return undefined;
    const facts = factsOf(entry);
    this.#entries.set(uri, this.#resting(uri, entry.text, facts));
    this.#documents.forget(uri);
    return facts;
  }

  #resting(uri: string, text: string, facts: Facts): RestingEntry {
    const today = this.#holds(facts) ? this.#rules.todayIn(facts.zone) : facts.from;
    return new RestingEntry(uri, text, today, facts, this.configuration, (resting) => this.#full(resting));
  }

  /** A resting agreement, read again. */
  #full(resting: RestingEntry): FullEntry {
    return this.#recent.get(resting, () => {
      const { configuration, today } = resting;
      const ledger = this.#ledgerOf(this.#agreementOf(resting, configuration), today, configuration);
      return new FullEntry(ledger, resting.zone, this.#rules.preferences);
    });
  }

  #agreementOf({ uri, text }: Entry, { names } = this.configuration): Agreement {
    return new AgreementDocument(uri).read(text, names)!;
  }

  /** What is said about notes without an agreement depends on which agreements there are, here and above. */
  forgetStrays(cause?: string): void {
    for (const uri of this.#notes.forgetStrays()) if (uri !== cause) this.#changed(uri);
  }
}
