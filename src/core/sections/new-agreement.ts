import { addMonths, type Day, dayOf, formatDay, partsOf } from '../calendar/day.ts';
import { scalarText } from '../edits/scalar.ts';
import { sentence } from '../messages.ts';
import { isHandle } from '../schema/scalars.ts';
import { clauseText, itemsText, placesIn } from './kind-text.ts';
import { blank } from './kinds/blank.ts';
import type { AgreementKind, Side } from './kinds/kind.ts';
import { heading, inlineText } from './markdown.ts';
import { type Snippet, stop, type TabStop } from './snippet.ts';

/** A side of an agreement that is about to be written. */
export interface NewParty {
  /** May be empty, and is then left to write. */
  readonly name: string;
  /** The names of whoever acts for it; the first answers for what it owes. */
  readonly people: readonly string[];
}

/** Reads a side as people type it: `Quillmoor Pantry: Maren Holt, Oskar Bley`, the people behind a colon or left out. */
export function partyFrom(text: string): NewParty {
  const [, name = '', people = ''] = /^([^:]*)(?::(.*))?$/s.exec(text)!;
  const names = people.split(/[,،、，]/).map((one) => one.trim());
  return { name: name.trim(), people: names.filter((one) => one !== '') };
}

/** What is known of an agreement that is about to be written. */
export interface NewAgreement {
  /** One of `agreementKinds`; absent, the blank one. */
  readonly kind?: AgreementKind;
  /** May be empty, and is then left to write. */
  readonly title: string;
  /**
   * The parties, one's own first; where there are fewer than two, the others are left to write. The first person of one's
   * own owns the agreement.
   */
  readonly parties: readonly NewParty[];
  /** One's own side: one of the kind's two roles; absent, the first. */
  readonly role?: string;
  readonly today: Day;
  /** An IANA time zone. */
  readonly zone: string;
}

/**
 * A whole new file: a draft in the format's shape with what an agreement of its kind is usually made of, and a place to
 * write wherever that is only an example. It is in force from the first day of next month on, until somebody says
 * otherwise.
 */
export function newAgreementText(facts: NewAgreement): Snippet {
  const { title, parties, today, zone, role, kind = blank } = facts;
  const handles = new Handles();
  const named = title.replace(/\s+/g, ' ').trim();
  const first: Side = role !== undefined && role === kind.roles[1] ? 1 : 0;
  const sides = [0, 1, ...parties.keys()]
    .filter((index, at, all) => all.indexOf(index) === at)
    .map((index) => {
      const { name = '', people = [] } = parties[index] ?? {};
      const handle = handles.of(name, index === 0 ? 'us' : 'them');
      const named = people.map((one) => one.trim()).filter((one) => one !== '');
      return { handle, name: name.trim(), named, side: (index === 0 ? first : 1 - first) as Side };
    })
    .map((side, index) => ({
      ...side,
      people: side.named.map((one) => ({
        name: one,
        handle: handles.of(one.replace(/\s.*$/s, ''), index === 0 ? 'owner' : 'contact'),
      })),
    }));
  const people = sides.flatMap((side) => side.people);
  const owner = sides[0]?.people[0]?.handle;
  const actors = ([0, 1] as const).map((side) => {
    const { handle = '', people: own = [] } = sides.find((one) => one.side === side) ?? {};
    return { party: handle, answers: own[0]?.handle ?? handle };
  });
  return [
    '---\nagreement: ',
    named ? scalarText(named, 'block') : hint('title'),
    '\nstatus: draft\n',
    ...(kind === blank ? [] : [`kind: ${kind.id}\n`]),
    ...(owner === undefined ? [] : [`owner: ${owner}\n`]),
    'effective: ',
    stop(formatDay(nextMonth(today))),
    '\n',
    ...Object.entries(kind.terms).flatMap(([key, value]) => [`${key}: `, ...placesIn(value), '\n']),
    `timezone: ${zone}\n\nparties:\n`,
    ...sides.flatMap(({ handle, name, side, people: own }, index) => [
      `  - { id: ${handle}, name: `,
      name ? scalarText(name, 'flow') : hint(index === 0 ? 'us' : 'them'),
      ', role: ',
      stop(kind.roles[side]),
      ...(own.length === 0 ? [] : [`, people: [${own.map((one) => one.handle).join(', ')}]`]),
      ' }\n',
    ]),
    ...(people.length === 0 ? [] : ['people:\n']),
    ...people.map(({ handle, name }) => `  ${handle}: { name: ${scalarText(name, 'flow')} }\n`),
    ...itemsText(kind, (side) => actors[side]!),
    '---\n\n',
    ...heading(1, named ? inlineText(named) : hint('title')),
    ...kind.clauses.flatMap((clause, index) =>
      clauseText(clause, index + 1, index + 1 < kind.clauses.length),
    ),
  ];
}

function hint(of: string): TabStop {
  return stop(sentence(`section/new/${of}`));
}

function nextMonth(today: Day): Day {
  const { year, month } = partsOf(today);
  return addMonths(dayOf(year, month, 1) ?? today, 1) ?? today;
}

/** Makes handles of names, each a different one and, where the script is Latin, easy to type. */
class Handles {
  readonly #taken = new Set<string>();

  of(name: string, fallback: string): string {
    const words = name
      .toLowerCase()
      .normalize('NFD')
      .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
      .normalize('NFC')
      .replace(/[\s.·/]+/g, '-')
      .replace(/[^\p{L}\p{M}\p{Nd}_-]/gu, '')
      .replace(/^[^\p{L}]+|-+$/gu, '');
    const stem = isHandle(words) ? words : fallback;
    let handle = stem;
    for (let count = 2; this.#taken.has(handle); count++) handle = `${stem}-${count}`;
    this.#taken.add(handle);
    return handle;
  }
}
