import { type Day, formatDay } from '../calendar/day.ts';
import type { Agreement } from '../document/agreement.ts';
import { entriesOf } from '../document/body/body.ts';
import type { Columns, PartShape, SectionKey } from '../document/body/section-names.ts';
import type { Entry } from '../document/body/types.ts';
import { ownBody, withText, writtenIn } from '../document/joined.ts';
import type { Negotiation } from '../schema/agreement.ts';
import { applyEdits } from '../text/edit.ts';
import type { Value } from '../text/value.ts';
import { type Insertion, insertLines, type RefusedInsertion, refused } from './insertion.ts';
import { heading, hint, inlineText, table } from './markdown.ts';
import { entryPlace } from './place.ts';
import { plainText, type Snippet, stop } from './snippet.ts';

/** What a dated entry about talks is written about. */
export interface Subject {
  /** The day of its heading. */
  readonly date: Day;
  readonly negotiation: Negotiation | undefined;
  /** The level of its heading: 2 to 5. */
  readonly level: number;
}

/** An entry to insert, and by what it is told whose it is. */
export interface NewEntry {
  readonly section: SectionKey;
  readonly negotiation: Negotiation | undefined;
  readonly entry: (level: number) => Snippet;
  /** Which entry of the section belongs to which negotiation. */
  readonly entries: (agreement: Agreement) => ReadonlyMap<Negotiation, Entry>;
  /** The code of the refusal where it would belong to another negotiation than meant. */
  readonly unclear: string;
}

/**
 * Inserts an entry into the document that its section is written in, and reads what comes of it: anything but one more
 * that belongs where it should is refused.
 */
export function insertEntry(
  agreement: Agreement,
  { section, negotiation, entry, entries, unclear }: NewEntry,
): Insertion | RefusedInsertion {
  const place = writtenIn(agreement, section);
  const { text, frontmatter, uri } = place;
  const { boundary, level, newSection } = entryPlace(ownBody(place), section, text.length);
  const opening = newSection ? heading(level - 1, agreement.body.names[section].names[0]!) : [];
  const lines = [...opening, ...entry(level)];
  const { range, snippet } = insertLines(text, frontmatter.bodyStart, boundary, lines);
  const newText = applyEdits(text, [{ range, newText: plainText(snippet) }]);
  const grown = newText.length - text.length;
  const after = withText(place, newText);
  const inserted =
    after &&
    entriesOf(ownBody(after), section).find(
      (one) => one.text.range.start >= range.start && one.text.range.end === boundary + grown,
    );
  if (!inserted) return refused('section/no-place', headingBefore(place, boundary));
  const [before, now] = [entries(agreement), entries(after)];
  const moved = after.terms.negotiations.some((one, index) => {
    const was = agreement.terms.negotiations[index]!;
    return was === negotiation ? now.get(one) !== inserted : now.has(one) !== before.has(was);
  });
  if (moved) return refused(unclear, negotiation?.id ?? negotiation?.topic);
  const reveal = { start: inserted.text.range.start, end: inserted.content.range.start };
  return { document: uri, range, snippet, reveal };
}

/** The last top-level heading before a place, near which something is never closed. */
function headingBefore(place: Agreement, boundary: number): Value<unknown> | undefined {
  return ownBody(place).sections.findLast(({ heading: one, place: at }) => one && at.start < boundary)
    ?.heading;
}

/** The parts of a section by key; one that the language does not name goes by its key. */
export function shapesOf({ body }: Agreement, section: SectionKey): (key: string) => PartShape {
  const parts = body.names[section].parts ?? {};
  return (key) => parts[key] ?? { name: key };
}

/** The day, and then what says which negotiation it belongs to: its id, else its topic. */
export function headingOf({ terms }: Agreement, { date, negotiation }: Subject): Snippet {
  const { id, topic } = negotiation ?? {};
  const unique = id && terms.negotiations.filter((one) => one.id?.value === id.value).length === 1;
  const words = [unique ? id.value : '', topic?.value ?? ''].map(inlineText).filter(Boolean);
  const day = formatDay(date);
  return words.length > 0 ? [[day, ...words].join(' ')] : [`${day} `, hint('topic')];
}

/** What people call a negotiation: its topic, else its id. */
export function nameOf({ id, topic }: Negotiation): string {
  return topic?.value || id?.value || '';
}

/** A table of one row that is left to write. */
export function emptyTable(names: Columns): Snippet {
  const columns = Object.values(names).map((header) => ({ header }));
  return table(columns, [columns.map(() => stop())]);
}
