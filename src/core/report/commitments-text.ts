import type { Day } from '../calendar/day.ts';
import type { Commitment, Kind, State } from '../commitments/commitment.ts';
import { english, type Messages, sentence } from '../messages.ts';
import { type Group, type Grouping, group, type Row } from '../portfolio/query.ts';
import { fit, isolated, oneLine, widthOf } from './columns.ts';
import { placeOf } from './findings-text.ts';
import type { Look, Palette } from './look.ts';
import { groupTitle } from './names.ts';
import { Places, type Source } from './source.ts';
import { flagsOf, flagWord, shortDay, stateWord, whenWords } from './words.ts';

/** What one commitment says, column by column. */
interface Line {
  readonly row: Row;
  readonly state: string;
  readonly when: string;
  readonly title: string;
  readonly owner: string;
  readonly agreement: string;
  readonly flags: string;
  readonly place: string;
}

const COLUMNS = ['state', 'when', 'title', 'owner', 'agreement', 'flags', 'place'] as const;
type Column = (typeof COLUMNS)[number];
const GAP = '  ';
/** Kinds whose ids people know them by; those of the others say nothing more than the title. */
const NAMED: readonly Kind[] = ['milestone', 'debrief', 'risk-review'];
/** A title that is cut to fewer columns than this can hardly be told from the next. */
const SHORTEST_TITLE = 24;

/**
 * Commitments for a terminal: group by group, aligned throughout. Where a line would be too long for the terminal,
 * whose it is and where it stands go beneath.
 *
 * @param filtered whether some commitments were left out on request
 */
export function listText(
  source: Source,
  rows: readonly Row[],
  grouping: Grouping,
  filtered: boolean,
  look: Look,
): string {
  const { columns, messages = english } = look;
  const places = new Places(source);
  const groups = group(rows, grouping).map((members) => ({
    members,
    lines: members.rows.map((row) => lineOf(row, source, places, messages)),
  }));
  const shown = COLUMNS.filter((column) => column !== grouping);
  const widths = widthsOf(
    groups.flatMap(({ lines }) => lines),
    shown,
  );
  const needed = [...widths.values()].reduce((sum, width) => sum + GAP.length + width, 0);
  const layout = columns === undefined || needed <= columns ? oneLiner : twoLiner;
  const blocks = groups.map(({ members, lines }) =>
    [heading(members, grouping, look), ...lines.flatMap((line) => layout(line, widths, look))].join('\n'),
  );
  return [...blocks, summary(source, rows, filtered, look)].map((block) => `${block}\n`).join('\n');
}

function lineOf(row: Row, source: Source, places: Places, messages: Messages): Line {
  const { commitment, entry } = row;
  const { today } = entry;
  const { kind, id, title, owner, state, at } = commitment;
  const named = NAMED.includes(kind) && id !== '' && !` ${title}`.endsWith(` ${id}`);
  return {
    row,
    state: stateWord(state, messages),
    when: when(commitment, today, messages),
    title: oneLine(named ? `${id} ${title}` : title),
    owner: oneLine(owner ?? '–'),
    agreement: oneLine(source.idOf(entry)),
    flags: flagsOf(commitment, today)
      .map((flag) => flagWord(flag, commitment, today, messages))
      .join(', '),
    place: placeOf(source, places, at.document, at.range),
  };
}

/** The state stands in a column of its own: what it says is not said again. */
function when(commitment: Commitment, today: Day, messages: Messages): string {
  const { state, due, done } = commitment;
  if (state === 'done') return done === undefined ? '' : shortDay(done, today, messages);
  if (state === 'cancelled') return '';
  return state === 'due-today' ? shortDay(due!, today, messages) : whenWords(commitment, today, messages);
}

function widthsOf(lines: readonly Line[], shown: readonly Column[]): Map<Column, number> {
  const widths = new Map<Column, number>();
  for (const column of shown) {
    const width = lines.reduce((widest, line) => Math.max(widest, widthOf(line[column])), 0);
    if (width > 0) widths.set(column, width);
  }
  return widths;
}

function oneLiner(line: Line, widths: ReadonlyMap<Column, number>, { palette }: Look): readonly string[] {
  const cells = [...widths].map(([column, width]) => {
    // Nothing stands behind the place: filling it up would only leave spaces at the end.
    const text = column === 'place' ? isolated(line.place) : fit(line[column], width);
    return dressed(column, text, line, palette);
  });
  return [GAP + cells.join(GAP)];
}

function twoLiner(
  line: Line,
  widths: ReadonlyMap<Column, number>,
  { columns = 80, palette }: Look,
): readonly string[] {
  const state = widths.get('state') ?? 0;
  const when = widths.get('when') ?? 0;
  const indent = [state, when].filter(Boolean).reduce((sum, width) => sum + width + GAP.length, GAP.length);
  const first = [
    ...(state ? [dressed('state', fit(line.state, state), line, palette)] : []),
    ...(when ? [fit(line.when, when)] : []),
    fit(line.title, Math.max(SHORTEST_TITLE, columns - indent)).trimEnd(),
  ];
  const below = (['owner', 'agreement', 'flags', 'place'] as const)
    .filter((column) => widths.has(column) && line[column] !== '')
    .map((column) => isolated(line[column]));
  return [
    GAP + first.join(GAP),
    palette.faint(`${' '.repeat(Math.min(indent, GAP.length + state + GAP.length))}${below.join(' · ')}`),
  ];
}

function dressed(column: Column, text: string, { row }: Line, palette: Palette): string {
  if (column === 'state') return colourOf(row.commitment.state, palette)(text);
  return column === 'place' || column === 'agreement' ? palette.faint(text) : text;
}

function colourOf(state: State, { error, warning, information, good, faint }: Palette) {
  if (state === 'overdue') return error;
  if (state === 'blocked' || state === 'due-today') return warning;
  if (state === 'due-soon') return information;
  return state === 'done' ? good : faint;
}

function heading(members: Group, grouping: Grouping, { palette, messages = english }: Look): string {
  const title = groupTitle(members, grouping, messages);
  const { key, rows } = members;
  const handle = (grouping === 'owner' || grouping === 'party') && key !== '' && key !== title;
  const name = isolated(oneLine(handle ? `${title} (${key})` : title));
  return `${palette.strong(name)}${GAP}${palette.faint(counted(rows, messages))}`;
}

function counted(rows: readonly Row[], messages: Messages): string {
  const say = (code: string, count: number) => sentence(`report/${code}`, { count }, messages);
  const overdue = rows.filter(({ commitment }) => commitment.state === 'overdue').length;
  const total = say('commitments', rows.length);
  return overdue === 0 ? total : `${total}, ${say('overdue-among', overdue)}`;
}

function summary(
  source: Source,
  rows: readonly Row[],
  filtered: boolean,
  { messages = english }: Look,
): string {
  const agreements = source.entries.length;
  if (agreements === 0) return sentence('report/no-agreements', { files: source.files }, messages);
  if (rows.length === 0)
    return sentence(`report/${filtered ? 'nothing-matches' : 'nothing-owed'}`, { agreements }, messages);
  const within = new Set(rows.map(({ entry }) => entry)).size;
  return sentence(
    'report/listed-from',
    { agreements: within, commitments: counted(rows, messages) },
    messages,
  );
}
