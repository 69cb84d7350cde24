import type { Agreement } from '../document/agreement.ts';
import { entriesOf, hasOwnText } from '../document/body/body.ts';
import type { SectionNames } from '../document/body/section-names.ts';
import type { Entry } from '../document/body/types.ts';
import type { Negotiation } from '../schema/agreement.ts';

/**
 * Which debrief belongs to which negotiation: the one whose heading names its id, else whose heading's words equal
 * its topic, else, in the order of the file, the latest earlier negotiation that has no debrief yet.
 */
export function debriefsOf(agreement: Agreement): ReadonlyMap<Negotiation, Entry> {
  const result = new Map<Negotiation, Entry>();
  const left: Entry[] = [];
  for (const entry of entriesOf(agreement.body, 'debrief')) {
    const meant = negotiationOf(agreement, entry);
    if (!meant) left.push(entry);
    else if (!result.has(meant)) result.set(meant, entry);
  }
  for (const entry of left) {
    const earlier = agreement.terms.negotiations.filter(
      (negotiation) =>
        !result.has(negotiation) && negotiation.date && negotiation.date.value <= entry.date.value,
    );
    const latest = earlier.reduce<Negotiation | undefined>(
      (best, one) => (!best || one.date!.value > best.date!.value ? one : best),
      undefined,
    );
    if (latest) result.set(latest, entry);
  }
  return result;
}

/** The negotiation that a dated heading speaks of: the first whose id it names, else the one whose topic it is. */
export function negotiationOf({ terms }: Agreement, { topic }: Entry): Negotiation | undefined {
  for (const word of topic.value.split(/[\s,;:()]+/)) {
    const named = terms.negotiations.find(({ id }) => id?.value === word);
    if (named) return named;
  }
  return terms.negotiations.find((one) => one.topic && sameWords(one.topic.value, topic.value));
}

/**
 * Whether somebody wrote something in a debrief. What *Insert Debrief* fills in from the file is nobody's own words:
 * the line about the talks, and the rows of a table that say nothing beyond the columns it fills.
 */
export function isWritten(entry: Entry, names: SectionNames): boolean {
  return hasOwnText(entry, filledLines(entry, names));
}

function filledLines({ parts, text }: Entry, { debrief }: SectionNames): string[] {
  return parts.flatMap(({ key, name, table }) => {
    if (key === 'talks') return [lineAt(text.value, name.from - text.from)];
    const { filled = [], columns = {} } = debrief.parts?.[key] ?? {};
    const given = new Set(filled.map((column) => table?.column(columns[column]!)));
    return (table?.rows ?? [])
      .filter((row) => row.cells.every((cell, index) => given.has(index) || cell.value === ''))
      .map((row) => row.text.value);
  });
}

function lineAt(text: string, at: number): string {
  const before = text.slice(0, at).split(/[\r\n]/);
  const after = /^[^\r\n]*/.exec(text.slice(at))![0];
  return `${before.at(-1)}${after}`;
}

function sameWords(a: string, b: string): boolean {
  const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  return plain(a) === plain(b);
}
