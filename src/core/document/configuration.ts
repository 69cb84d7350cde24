import { calendarWith, DEFAULT_CALENDAR, type WorkCalendar } from '../calendar/business.ts';
import type { personRecord } from '../schema/agreement.ts';
import { type ConfigurationTerms, configuration as configurationType } from '../schema/configuration.ts';
import { type Keyed, keyOf, type Read } from '../schema/type.ts';
import type { Value } from '../text/value.ts';
import { type SectionKey, type SectionNames, sectionNames, withNames } from './body/section-names.ts';
import { readBlocks } from './frontmatter/blocks.ts';
import type { Problem } from './problem.ts';
import { readTerms } from './terms.ts';

/** How severe a finding is, the worst last; `off` silences a check. */
export type Severity = 'off' | 'hint' | 'information' | 'warning' | 'error';

/** What `.parley.yaml` decides for the agreements of a folder. Everything has a value. */
export interface Configuration {
  /** Where it stands, and as what it was written; both empty where there is none. */
  readonly uri: string;
  readonly text: string;
  readonly we: string | undefined;
  readonly timezone: string | undefined;
  readonly calendar: WorkCalendar;
  /** How many days ahead something counts as due soon; at least 0. */
  readonly dueSoon: number;
  readonly exclude: readonly string[];
  readonly checks: ReadonlyMap<string, Severity>;
  /** People whom all agreements may name, by handle. */
  readonly vocabulary: readonly Keyed<Read<typeof personRecord>>[];
  /** What the sections of a body are called. */
  readonly names: SectionNames;
}

/** What holds where a folder has no `.parley.yaml`. */
export const DEFAULT_CONFIGURATION: Configuration = {
  uri: '',
  text: '',
  we: undefined,
  timezone: undefined,
  calendar: DEFAULT_CALENDAR,
  dueSoon: 7,
  exclude: [],
  checks: new Map(),
  vocabulary: [],
  names: sectionNames.en,
};

/** What the text of a `.parley.yaml` says. */
export interface ConfigurationRead {
  readonly configuration: Configuration;
  readonly problems: readonly Problem[];
  /** The checks that it names, whether there are such or not. */
  readonly checks: readonly Value<string>[];
}

/** Reads the text of a `.parley.yaml`. Mistakes in it become problems; what can be read holds. */
export function readConfiguration(text: string, uri: string): ConfigurationRead {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const blocks = readBlocks(text.slice(start), start, uri);
  const { terms, problems } = readTerms<ConfigurationTerms>(blocks, uri, configurationType);
  const { we, timezone, workweek, holidays, dueSoon, exclude, checks, vocabulary, sections } = terms;
  return {
    problems,
    checks: checks.map(({ key }) => key),
    configuration: {
      uri,
      text,
      we: we?.value,
      timezone: timezone?.value,
      calendar: calendarWith(
        workweek.map((day) => day.value),
        holidays.map((holiday) => holiday.value),
        DEFAULT_CALENDAR,
      ),
      dueSoon: dueSoon?.value ?? DEFAULT_CONFIGURATION.dueSoon,
      exclude: exclude.map((glob) => glob.value),
      checks: new Map(checks.flatMap(({ key, value }) => (value ? [[key.value, value.value] as const] : []))),
      vocabulary,
      names: namesOf(sections),
    },
  };
}

function namesOf(sections: ConfigurationTerms['sections']): SectionNames {
  if (!sections) return sectionNames.en;
  const { source: _, ...further } = sections;
  const named = Object.entries(further).map(([key, names]) => [keyOf(key), names.map(({ value }) => value)]);
  return withNames(sectionNames.en, Object.fromEntries(named) as Record<SectionKey, readonly string[]>);
}
