import { agreement as agreementType, type NotesTerms, type Terms } from '../schema/agreement.ts';
import type { Source } from '../schema/type.ts';
import type { Value } from '../text/value.ts';
import { type Agreement, type Join, readAgreement } from './agreement.ts';
import { Body } from './body/body.ts';
import type { SectionKey } from './body/section-names.ts';
import { emptyLists } from './decode.ts';
import { type Notes, readNotes } from './notes.ts';

/** The sections that are one side's own: where private notes exist, they are written there. */
const PRIVATE: readonly SectionKey[] = ['reflection-brief', 'debrief', 'journal', 'post-mortem'];

/**
 * An agreement with the private notes about it: negotiations, objectives and risks merged by id, the notes win; sections
 * one after the other. Each value keeps its own document. It is seen from the agreement's file: see `seenFrom`.
 * @param notes in the order in which they count; what the first says wins, and new sections go there
 */
export function joined(agreement: Agreement, notes: readonly Notes[]): Agreement {
  return notes.length === 0 ? agreement : view({ shared: agreement, notes }, agreement.uri);
}

/** The agreement's file by itself: all that may go into what is made to be shared. */
export function sharedPart(agreement: Agreement): Agreement {
  return agreement.join?.shared ?? agreement;
}

/**
 * The same agreement seen from another of its documents: `uri`, `text`, `frontmatter` and `problems` are that document's,
 * and so is the place where a merged item counts as written. Findings and edits speak of one document: whoever makes
 * them sees the agreement from there.
 */
export function seenFrom(agreement: Agreement, uri: string): Agreement {
  const { join } = agreement;
  return !join || uri === agreement.uri ? agreement : view(join, uri);
}

/** The agreement as seen from where a section of its is written: the first of its private notes, or its own file. */
export function writtenIn(agreement: Agreement, section: SectionKey): Agreement {
  const [notes] = agreement.join?.notes ?? [];
  return notes && PRIVATE.includes(section) ? seenFrom(agreement, notes.uri) : agreement;
}

/** The body of the document that an agreement is seen from, by itself. */
export function ownBody({ join, uri, body }: Agreement): Body {
  return join ? documentOf(join, uri).body : body;
}

/** The text of the document that a value of an agreement stands in. */
export function textAt({ join, text }: Agreement, { document }: Value<unknown>): string {
  return join ? documentOf(join, document).text : text;
}

/** The agreement as it would be with another text in the document that it is seen from; undefined where it would be none. */
export function withText({ join, uri, body: { names } }: Agreement, text: string): Agreement | undefined {
  if (!join) return readAgreement(text, uri, names);
  if (uri === join.shared.uri) {
    const shared = readAgreement(text, uri, names);
    return shared && view({ ...join, shared }, uri);
  }
  const changed = readNotes(text, uri, names);
  const notes = join.notes.map((one) => (one.uri === uri ? changed : one));
  return notes.every((one) => one !== undefined) ? view({ ...join, notes }, uri) : undefined;
}

/** Private notes whose agreement is not here, in the shape of an agreement that says nothing: for the checks. */
export function stray(notes: Notes, known: readonly string[]): Agreement {
  const { uri, text, frontmatter, problems, terms, id } = notes;
  return {
    uri,
    text,
    frontmatter,
    problems,
    terms: { ...(emptyLists(agreementType) as unknown as Terms), ...own(terms) },
    body: new Body(uri, notes.body.start, [], notes.body.names),
    id: id.value,
    title: id.value,
    stray: { id, known },
  };
}

function view(join: Join, uri: string): Agreement {
  const { shared, notes } = join;
  const { text, frontmatter, problems, body, terms } = documentOf(join, uri);
  const { parley: _, ...common } = shared.terms;
  // What counts most is merged last.
  const merge = <T extends Item>(items: readonly T[], of: (terms: NotesTerms) => readonly T[]) =>
    notes.reduceRight((all, one) => merged(all, of(one.terms), uri), items);
  return {
    ...shared,
    uri,
    text,
    frontmatter,
    problems,
    terms: {
      ...common,
      ...own(terms),
      negotiations: merge(common.negotiations, (one) => one.negotiations),
      objectives: merge(common.objectives, (one) => one.objectives),
      risks: merge(common.risks, (one) => one.risks),
    },
    body: new Body(
      uri,
      body.start,
      [shared, ...notes].flatMap((one) => one.body.sections),
      shared.body.names,
    ),
    join,
  };
}

function documentOf({ shared, notes }: Join, uri: string): Agreement | Notes {
  return notes.find((one) => one.uri === uri) ?? shared;
}

/** What a document says about itself alone. */
function own({ parley, source }: Pick<Terms, 'parley' | 'source'>): Pick<Terms, 'parley' | 'source'> {
  return { source, ...(parley && { parley }) };
}

interface Item {
  readonly id?: Value<string>;
  readonly source: Source;
}

/** Merges the items of notes over others by id; of two items of one id in the notes the second stands by itself. */
function merged<T extends Item>(items: readonly T[], notes: readonly T[], uri: string): readonly T[] {
  const result = [...items];
  const places = new Map<string, number>();
  for (const [index, { id }] of items.entries()) if (id && !places.has(id.value)) places.set(id.value, index);
  for (const note of notes) {
    const index = note.id && places.get(note.id.value);
    if (index === undefined) result.push(note);
    else result[index] = over(result[index]!, note, uri);
    if (note.id) places.delete(note.id.value);
  }
  return result;
}

/** One item over another: what it says wins, what it leaves out stays. */
function over<T extends Item>(below: T, above: T, uri: string): T {
  const said = Object.entries(above).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  const { id, source } = above.source.place.document === uri ? above : below;
  return { ...below, ...Object.fromEntries(said), ...(id && { id }), source };
}
