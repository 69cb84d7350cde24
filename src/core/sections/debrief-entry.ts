import type { Ledger } from '../commitments/ledger.ts';
import type { Agreement } from '../document/agreement.ts';
import type { Columns } from '../document/body/section-names.ts';
import type { Entry } from '../document/body/types.ts';
import { textAt } from '../document/joined.ts';
import type { Objective } from '../schema/agreement.ts';
import type { Value } from '../text/value.ts';
import { emptyTable, headingOf, type Subject, shapesOf } from './entry.ts';
import { divergence, withUnit } from './figures.ts';
import { type Cell, cellText, heading, hint, table } from './markdown.ts';
import { type Snippet, stop } from './snippet.ts';
import { talksLine } from './talks.ts';

/** What a debrief is written about. */
export interface DebriefSubject extends Subject {
  /** The reflection brief whose assumptions it goes back to. */
  readonly brief: Entry | undefined;
}

/** A debrief, filled in with what the agreement knows; everything else is a place to write. */
export function debriefEntry(ledger: Ledger, subject: DebriefSubject): Snippet {
  const { agreement } = ledger;
  const { level, negotiation } = subject;
  const part = shapesOf(agreement, 'debrief');
  const titled = (key: string, ...content: Snippet): Snippet => [
    ...heading(level + 1, part(key).name),
    ...content,
  ];
  const written = (key: string): Snippet => titled(key, hint(key), '\n\n');
  const tabled = (key: string): Snippet => titled(key, ...emptyTable(part(key).columns!));
  const lesson = (key: string): Snippet => [...heading(level + 2, part(key).name), hint(key), '\n\n'];
  return [
    ...heading(level, ...headingOf(agreement, subject)),
    talksLine(ledger, negotiation, part('talks').name),
    ...titled('results', ...results(agreement.terms.objectives, part('results').columns!)),
    ...tabled('what-was-said'),
    ...written('what-worked'),
    ...titled(
      'false-assumptions',
      ...assumptions(agreement, subject.brief, part('false-assumptions').columns!),
      hint('false-assumptions'),
      '\n\n',
    ),
    ...written('their-side'),
    ...written('emotions'),
    ...tabled('stance-map'),
    ...tabled('anchors'),
    ...titled('lessons', ...['preparation', 'execution', 'relationship'].flatMap(lesson)),
    ...tabled('value-created'),
    ...titled('action-items', '- [ ] ', hint('action'), ' ', hint('owner'), ' ', hint('due'), '\n'),
  ];
}

/** What was wanted and what was agreed, side by side. */
function results(objectives: readonly Objective[], names: Columns): Snippet {
  const has = (key: 'baseline' | 'actual') => objectives.some((objective) => objective[key]);
  const keys = Object.keys(names).filter(
    (key) => (key !== 'baseline' && key !== 'actual') || has(key as 'baseline' | 'actual'),
  );
  const columns = keys.map((key) => ({ header: names[key]!, figures: key !== 'objective' }));
  const cellOf = (objective: Objective, key: string): Cell => {
    const { id, title, unit, agreed, target } = objective;
    if (key === 'objective') return cellText([id?.value, title?.value].filter(Boolean).join(' '));
    const figure = objective[key as 'baseline' | 'target' | 'agreed' | 'actual']?.value;
    const text =
      key === 'divergence'
        ? agreed && target && divergence(agreed.value, target.value, unit?.value)
        : figure && withUnit(figure, unit?.value);
    return text ? cellText(text) : key === 'agreed' || key === 'divergence' ? stop() : '';
  };
  const rows = objectives.map((objective) => keys.map((key) => cellOf(objective, key)));
  return table(columns, rows.length > 0 ? rows : [keys.map(() => stop())]);
}

/** The assumptions of the brief, each with a place to say what became of it. */
function assumptions(agreement: Agreement, brief: Entry | undefined, names: Columns): Snippet {
  const given = brief?.parts.find(({ key }) => key === 'assumptions')?.table;
  const source = (cell: Value<string> | undefined) =>
    cell ? textAt(agreement, cell).slice(cell.range.start, cell.range.end) : '';
  const rows = (given?.rows ?? [])
    .filter((row) => row.cell(names['assumption']!)?.value)
    .map((row) =>
      Object.entries(names).map(([key, name]) => (key === 'turnedOut' ? stop() : source(row.cell(name)))),
    );
  if (rows.length === 0) return [];
  return table(
    Object.values(names).map((header) => ({ header })),
    rows,
  );
}
