import { personRecord } from './agreement.ts';
import { interval, weekday, zone } from './days.ts';
import { choice, count, handle, text } from './scalars.ts';
import { type Field, field, type ListType, list, map, type Read, record, type ScalarType } from './type.ts';

/** The severities that a finding can have, as settings and `.parley.yaml` write them. */
export const severity = choice('off', 'hint', 'information', 'warning', 'error');

const names = (of: string): Field<ListType<ScalarType<string>>> =>
  field(list(text), `Further names of “${of}”; the first is the one that is written.`);

const sections = record({
  reflectionBrief: names('Reflection brief'),
  debrief: names('Debrief'),
  checkIns: names('Check-ins'),
  changes: names('Changes'),
  decisions: names('Decisions'),
  riskReviews: names('Risk reviews'),
  recognition: names('Recognition'),
  journal: names('Journal'),
  postMortem: names('Post-mortem'),
  actionItems: names('Action items'),
});

/** `.parley.yaml` in the root of a workspace folder: every key, its type and what it means. */
export const configuration = record({
  we: field(handle, 'The party whose side “we” are.'),
  timezone: field(zone, 'The time zone of agreements that name none.'),
  workweek: field(list(weekday), 'The days of the week on which people work.'),
  holidays: field(list(interval), 'Holidays of agreements that list none.'),
  language: field(choice('en'), 'The language of section names.'),
  sections: field(sections, 'What the sections are called besides.'),
  dueSoon: field(count, 'How many days ahead something counts as due soon.'),
  exclude: field(list(text), 'Globs of files that are not read.'),
  checks: field(map(severity), 'The severity of each check, or off.'),
  vocabulary: field(map(personRecord), 'People shared by all agreements, by handle.'),
});

/** The keys of `.parley.yaml` as they were read. */
export type ConfigurationTerms = Read<typeof configuration>;
