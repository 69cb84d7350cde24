import { type Command, Option } from 'commander';
import type { Day } from '../../core/calendar/day.ts';
import { Names } from '../../core/checks/nearest.ts';
import { KINDS, type Kind, STATES, type State } from '../../core/commitments/commitment.ts';
import { type Filter, folded, tagsOf } from '../../core/portfolio/filter.ts';
import type { Entry } from '../../core/portfolio/portfolio.ts';
import { GROUPINGS, type Grouping, query } from '../../core/portfolio/query.ts';
import { listText } from '../../core/report/commitments-text.ts';
import { listCsv } from '../../core/report/csv.ts';
import { listJson } from '../../core/report/json.ts';
import { EXIT, Failure } from '../failure.ts';
import { choicesOption, dayOption, listOption, type ReadingOptions, withReading } from '../options.ts';
import { asidesOf } from '../output/asides.ts';
import { jsonText, lookOf } from '../output/terminal.ts';
import { read } from '../read.ts';

const FORMATS = ['text', 'json', 'csv'] as const;

interface ListOptions extends ReadingOptions<(typeof FORMATS)[number]> {
  readonly owner?: readonly string[];
  readonly party?: readonly string[];
  readonly state?: readonly State[];
  readonly kind?: readonly Kind[];
  readonly tag?: readonly string[];
  readonly dueAfter?: Day;
  readonly dueBefore?: Day;
  readonly text?: string;
  readonly groupBy: Grouping;
}

/** Adds `parley list`. */
export function addList(program: Command): void {
  withReading(program.command('list'), FORMATS)
    .summary('list who owes what to whom by when')
    .description(
      'Lists who owes what to whom by when, the late ones first. Done and cancelled ones come only by --state.',
    )
    .option('--owner <handles>', 'only theirs, accountable or in support', listOption)
    .option('--party <handles>', 'only what these parties owe', listOption)
    .option('--state <states>', `only these: ${STATES.join(', ')}`, choicesOption(STATES))
    .option('--kind <kinds>', `only these: ${KINDS.join(', ')}`, choicesOption(KINDS))
    .option('--tag <tags>', 'only what has one of these tags, or its agreement has', listOption)
    .option('--due-after <day>', 'only what is due on that day or after, YYYY-MM-DD', dayOption)
    .option('--due-before <day>', 'only what is due on that day or before, YYYY-MM-DD', dayOption)
    .option('--text <words>', 'only what has all these words in titles, ids, owner or tags')
    .addOption(new Option('--group-by <what>', 'how to put it together').choices(GROUPINGS).default('owner'))
    .addHelpText(
      'after',
      `
Values of one option are parted by commas, or the option is repeated.

Examples:
  parley list                              everything that is owed, by owner
  parley list --owner tom,ines --group-by due
  parley list --state overdue,blocked      what needs a word today
  parley list agreements --due-before 2026-12-31 --format json
  parley list --kind notice,expiry --due-after 2027-01-01
  parley list --format csv > owed.csv      for a spreadsheet`,
    )
    .action(list);
}

async function list(paths: readonly string[], options: ListOptions): Promise<void> {
  const { format, today, color, groupBy } = options;
  const reading = await read(paths, today);
  const { entries } = reading;
  const { dueAfter: from, dueBefore: until } = options;
  const due = { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
  const filter: Filter = {
    ...(options.owner && { owners: known(options.owner, peopleIn(entries), 'owner') }),
    ...(options.party && { parties: known(options.party, partiesIn(entries), 'party') }),
    ...(options.state && { states: options.state }),
    ...(options.kind && { kinds: options.kind }),
    ...(options.tag && { tags: known(options.tag, tagsIn(entries), 'tag') }),
    ...(Object.keys(due).length > 0 && { due }),
    ...(options.text !== undefined && { text: options.text }),
  };
  const rows = query(entries, filter);
  process.stderr.write(asidesOf(reading));
  const written: Record<(typeof FORMATS)[number], () => string> = {
    text: () => listText(reading, rows, groupBy, Object.keys(filter).length > 0, lookOf(color)),
    json: () => jsonText(listJson(reading, rows)),
    csv: () => listCsv(reading, rows),
  };
  process.stdout.write(written[format]());
  process.exitCode = reading.incomplete ? EXIT.trouble : EXIT.clean;
}

/**
 * The handles that were asked for, with or without `@`, or the tags, with or without `#`.
 * @throws Failure where no agreement knows one, because an empty list would read as “owes nothing”
 */
function known(
  wanted: readonly string[],
  names: ReadonlySet<string>,
  what: 'owner' | 'party' | 'tag',
): readonly string[] {
  return wanted.map((written) => {
    const bare = written.replace(/^[@#]/, '');
    const name = what === 'tag' ? folded(bare) : bare.normalize('NFC');
    if (names.has(name) || names.size === 0) return name;
    const nearest = new Names(names).nearest(name);
    const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
    const all = [...names].sort().join(', ');
    throw new Failure(`no agreement here knows the ${what} “${written}”.${hint} There are ${all}.`);
  });
}

function peopleIn(entries: readonly Entry[]): ReadonlySet<string> {
  const handles = new Set<string>();
  for (const { agreement, ledger } of entries) {
    for (const { key } of agreement.terms.people) handles.add(key.value);
    for (const { key } of ledger.configuration.vocabulary) handles.add(key.value);
    for (const { owner, support } of ledger.commitments)
      for (const handle of [owner, ...support]) if (handle !== undefined) handles.add(handle);
  }
  return new Set([...handles, ...partiesIn(entries)]);
}

function partiesIn(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({ ledger }) => ledger.parties.all));
}

function tagsIn(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap((entry) =>
      entry.ledger.commitments.flatMap((commitment) => tagsOf(commitment, entry).map(folded)),
    ),
  );
}
