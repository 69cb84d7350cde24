import { type Command, Option } from 'commander';
import type { Day } from '../../core/calendar/day.ts';
import { Names } from '../../core/checks/nearest.ts';
import { KINDS, type Kind, STATES, type State } from '../../core/commitments/commitment.ts';
import type { Entry } from '../../core/portfolio/entry.ts';
import { type Filter, folded, tagsOf } from '../../core/portfolio/filter.ts';
import { GROUPINGS, type Grouping, query } from '../../core/portfolio/query.ts';
import { listText } from '../../core/report/commitments-text.ts';
import { listCsv } from '../../core/report/csv.ts';
import { listJson } from '../../core/report/json.ts';
import { EXIT, Failure } from '../failure.ts';
import { withManual } from '../manual.ts';
import { dayOption, listOption, type ReadingOptions, withReading, wordsOption } from '../options.ts';
import { asidesOf } from '../output/asides.ts';
import { type Report, say } from '../output/report.ts';
import { jsonPieces, lookOf } from '../output/terminal.ts';
import { type Reading, read } from '../read.ts';
import { sayAgain } from '../watch/watch.ts';

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
  const command = program
    .command('list')
    .summary('list who owes what to whom by when')
    .description('Lists who owes what to whom by when, the late ones first.');
  const which = [
    listOption('--owner <handles>', 'only theirs, accountable or in support'),
    listOption('--party <handles>', 'only what these parties owe'),
    wordsOption('--state <states>', 'only these', STATES),
    wordsOption('--kind <kinds>', 'only these', KINDS),
    listOption('--tag <tags>', 'only what has one of these tags, or its agreement has'),
    dayOption('--due-after <day>', 'only what is due on that day or after'),
    dayOption('--due-before <day>', 'only what is due on that day or before'),
    new Option('--text <words>', 'only what has all these words in titles, ids, owner or tags'),
  ];
  for (const option of which) command.addOption(option.helpGroup('Which:'));
  command.addOption(
    new Option('--group-by <what>', 'how to put it together')
      .choices(GROUPINGS)
      .default('owner')
      .helpGroup('Output:'),
  );
  withManual(withReading(command, FORMATS), {
    more: [
      'Done and cancelled ones come only by --state. Handles, states, kinds and tags may be several, parted by commas or by repeating the option: any of them will do. Several options must all hold.',
      'A folder stands for the Markdown files below it, less what .gitignore files and the exclude of a .parley.yaml leave out.',
    ],
    exits: {
      0: 'all was read',
      2: 'called wrongly, or something could not be read; stderr says what',
    },
    environment: ['FORCE_COLOR', 'NO_COLOR', 'TZ'],
    examples: [
      ['parley list', 'everything that is owed, by owner'],
      ['parley list --owner judit,maren --group-by due', 'what two people owe, by deadline'],
      ['parley list --state overdue,blocked', 'what needs a word today'],
      [
        'parley list packaging-supply.md --due-before 2026-12-31 --format json',
        'one agreement up to a day, for other programs',
      ],
      [
        'parley list --kind notice,expiry --due-after 2027-01-01',
        'which agreements end, and by when to say so',
      ],
      ['parley list --format csv > owed.csv', 'for a spreadsheet'],
    ],
  }).action(list);
}

async function list(paths: readonly string[], options: ListOptions): Promise<void> {
  if (options.watch) return sayAgain(paths, options, (reading) => listed(reading, options));
  await say(listed(await read(paths, options), options));
}

/** @throws Failure where a filter names somebody or something that no agreement knows */
function listed(reading: Reading, options: ListOptions): Report {
  const { format, color, groupBy, watch } = options;
  const filter = filterOf(reading.entries, options);
  const rows = query(reading.entries, filter);
  const written: Record<(typeof FORMATS)[number], () => Iterable<string>> = {
    text: () => [listText(reading, rows, groupBy, Object.keys(filter).length > 0, lookOf(color))],
    json: () => jsonPieces(listJson(reading, rows), watch),
    csv: () => listCsv(reading, rows),
  };
  return {
    out: written[format](),
    err: asidesOf(reading),
    code: reading.incomplete ? EXIT.trouble : EXIT.clean,
  };
}

function filterOf(entries: readonly Entry[], options: ListOptions): Filter {
  const { owner, party, state, kind, tag, text, dueAfter: from, dueBefore: until } = options;
  const due = { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
  return {
    ...(owner && { owners: known(owner, peopleIn(entries), 'owner') }),
    ...(party && { parties: known(party, partiesIn(entries), 'party') }),
    ...(state && { states: state }),
    ...(kind && { kinds: kind }),
    ...(tag && { tags: known(tag, tagsIn(entries), 'tag') }),
    ...(Object.keys(due).length > 0 && { due }),
    ...(text !== undefined && { text }),
  };
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
  for (const { parties, commitments } of entries) {
    for (const handle of parties.people) handles.add(handle);
    for (const { owner, support } of commitments)
      for (const handle of [owner, ...support]) if (handle !== undefined) handles.add(handle);
  }
  return new Set([...handles, ...partiesIn(entries)]);
}

function partiesIn(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({ parties }) => parties.all));
}

function tagsIn(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap((entry) =>
      entry.commitments.flatMap((commitment) => tagsOf(commitment, entry).map(folded)),
    ),
  );
}
