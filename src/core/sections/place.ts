import { type Body, sectionsOf } from '../document/body/body.ts';
import type { Section } from '../document/body/section.ts';
import type { SectionKey } from '../document/body/section-names.ts';
import type { Entry } from '../document/body/types.ts';

/** Where a new dated entry of a section goes. */
export interface EntryPlace {
  /** Where a top-level heading begins, or the text's end. */
  readonly boundary: number;
  /** The level of the entry's heading: 2 to 5. */
  readonly level: number;
  /** Whether the section's own heading has to be written too, one level above. */
  readonly newSection: boolean;
}

/**
 * Where a new dated entry goes: to the end of the first section of that name, or to its top where the entries there
 * descend; else into a new section, in the order of the format among the known sections, else at the text's end.
 * @param end the length of the text
 */
export function entryPlace(body: Body, key: SectionKey, end: number): EntryPlace {
  const [section] = sectionsOf(body, key);
  if (!section) return newSection(body, key, end);
  const { entries } = section;
  const levels = entries.map(({ level }) => level);
  // An entry ends at the next heading of its level: it must be none that a deeper one would swallow.
  const level = Math.min(5, ...(levels.length > 0 ? levels : [section.level + 1]));
  if (!descend(entries)) return { boundary: section.whole.range.end, level, newSection: false };
  const first = entries[0]!;
  return { boundary: first.text.range.start, level: Math.min(5, first.level), newSection: false };
}

function descend(entries: readonly Entry[]): boolean {
  const days = entries.map(({ date }) => date.value);
  return days.length > 1 && days[0]! > days.at(-1)! && days.every((day, i) => i === 0 || day <= days[i - 1]!);
}

function newSection(body: Body, key: SectionKey, end: number): EntryPlace {
  const order = Object.keys(body.names) as SectionKey[];
  const rank = order.indexOf(key);
  const known = body.sections.filter((section) => section.key && section.ours);
  const rankOf = (section: Section) => order.indexOf(section.key!);
  const earlier = known.findLast((section) => rankOf(section) < rank);
  const later = known.find((section) => rankOf(section) > rank);
  const neighbour = earlier ?? later;
  const level = neighbour?.level ?? levelAtEnd(body);
  const boundary = earlier?.whole.range.end ?? later?.whole.range.start ?? end;
  return { boundary, level: level + 1, newSection: true };
}

/** Below a single title sections are of level 2; where further headings of level 1 follow, they would nest there. */
function levelAtEnd({ sections }: Body): number {
  const levels = sections.filter(({ heading }) => heading).map(({ level }) => level);
  return levels.lastIndexOf(1) > 0 ? 1 : 2;
}
