import { addMonths, type Day, dayOf, formatDay, partsOf } from '../calendar/day.ts';
import { scalarText } from '../edits/scalar.ts';
import { sentence } from '../messages.ts';
import { isHandle } from '../schema/scalars.ts';
import { heading, inlineText } from './markdown.ts';
import { type Snippet, stop, type TabStop } from './snippet.ts';

/** What is known of an agreement that is about to be written. */
export interface NewAgreement {
  /** May be empty, and is then left to write. */
  readonly title: string;
  /** The parties' names, one's own first; where there are fewer than two, the others are left to write. */
  readonly parties: readonly string[];
  /** The name or handle of the contract owner, a person of the first party; may be empty. */
  readonly owner: string;
  readonly today: Day;
  /** An IANA time zone. */
  readonly zone: string;
}

/**
 * A whole new file: a draft in the format's shape, with one objective, one milestone and one clause to begin from.
 * It is in force from the first day of next month for a year, until somebody says otherwise.
 */
export function newAgreementText({ title, parties, owner, today, zone }: NewAgreement): Snippet {
  const handles = new Handles();
  const person = owner.trim() && handles.of(owner.trim().replace(/\s.*$/s, ''), 'owner');
  const named = title.replace(/\s+/g, ' ').trim();
  const names = [0, 1, ...parties.keys()].filter((index, at, all) => all.indexOf(index) === at);
  const sides = names.map((index) => {
    const name = parties[index]?.trim() ?? '';
    const fallback = index === 0 ? 'us' : 'them';
    const members: Snippet = index === 0 && person ? [', people: [', person, ']'] : [];
    const words = name ? scalarText(name, 'flow') : hint(fallback);
    return [
      '  - { id: ',
      handles.of(name, fallback),
      ', name: ',
      words,
      ', role: ',
      hint(index === 0 ? 'our-role' : 'their-role'),
      ...members,
      ' }\n',
    ];
  });
  return [
    '---\nagreement: ',
    named ? scalarText(named, 'block') : hint('title'),
    '\nstatus: draft\n',
    ...(person ? [`owner: ${person}\n`] : []),
    'effective: ',
    stop(formatDay(nextMonth(today))),
    '\nexpires: ',
    stop('effective + 1 year - 1 day'),
    `\ntimezone: ${zone}\n\nparties:\n`,
    ...sides.flat(),
    ...(person ? [`people:\n  ${person}: { name: ${scalarText(owner.trim(), 'flow')} }\n`] : []),
    '\nobjectives:\n  - id: O1\n    title: ',
    hint('objective'),
    '\n\nmilestones:\n  - id: M1\n    title: ',
    hint('milestone'),
    '\n    objective: O1\n',
    ...(person ? [`    owner: ${person}\n`] : []),
    '    due: ',
    stop('effective + 4 weeks'),
    '\n    indicator: ',
    hint('indicator'),
    '\n---\n\n',
    ...heading(1, named ? inlineText(named) : hint('title')),
    ...heading(2, '1. ', hint('clause')),
    hint('words'),
    '\n',
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
