import type { Ledger } from '../commitments/ledger.ts';
import type { Columns } from '../document/body/section-names.ts';
import type { Objective } from '../schema/agreement.ts';
import { ourParty } from './counterparties.ts';
import { headingOf, type Subject, shapesOf } from './entry.ts';
import { withUnit } from './figures.ts';
import { type CarriedPart, carriedOver } from './history.ts';
import { type Cell, cellText, heading, hint, table } from './markdown.ts';
import { owedLists } from './owed.ts';
import { type Snippet, stop } from './snippet.ts';
import { talksLine } from './talks.ts';

/** The columns that are written after the talks. */
const LATER = ['turnedOut', 'heldAgain'];
/** How sure one is has to be asked anew before each talks. */
const ASKED_ANEW = ['confidence'];

/**
 * A reflection brief, filled in with what the agreement knows and with what earlier briefs and debriefs with the same
 * counterparty say; everything else is a place to write.
 * @param others the agreements with the same counterparty
 */
export function briefEntry(ledger: Ledger, others: readonly Ledger[], subject: Subject): Snippet {
  const { agreement } = ledger;
  const { level, negotiation, date } = subject;
  const part = shapesOf(agreement, 'reflection-brief');
  const titled = (key: string, ...content: Snippet): Snippet => [
    ...heading(level + 1, part(key).name),
    ...content,
  ];
  const known = [ledger, ...others].map((one) => one.agreement);
  const carried = (key: CarriedPart): Snippet => {
    const columns = part(key).columns!;
    const rows = carriedOver(known, key, date).map((cells) => {
      const kept = (column: string) => (ASKED_ANEW.includes(column) ? '' : (cells[column] ?? ''));
      return rowOf(columns, (column) => kept(column) || placeIn(column));
    });
    return titled(key, ...table(headersOf(columns), [...rows, rowOf(columns, placeIn)]));
  };
  const owed = owedLists(ledger, others);
  return [
    ...heading(level, ...headingOf(agreement, subject)),
    talksLine(ledger, negotiation, part('talks').name),
    ...(owed.length > 0 ? titled('open-commitments', ...owed) : []),
    ...carried('assumptions'),
    ...carried('counterarguments'),
    ...carried('concessions'),
    ...titled('priorities', ...figures(ledger, part('priorities').columns!), hint('priorities'), '\n\n'),
    ...carried('lessons-carried-over'),
    ...titled('accuracy-review', hint('accuracy-review'), '\n'),
  ];
}

function headersOf(columns: Columns) {
  return Object.values(columns).map((header) => ({ header }));
}

function rowOf(columns: Columns, cell: (column: string) => Cell): Cell[] {
  return Object.keys(columns).map(cell);
}

function placeIn(column: string): Cell {
  return LATER.includes(column) ? '' : stop();
}

/** What each objective stands at, should come to and must not go beyond; empty where there are none. */
function figures(ledger: Ledger, names: Columns): Snippet {
  const { objectives } = ledger.agreement.terms;
  if (objectives.length === 0) return [];
  const keys = Object.keys(names).filter(
    (key) =>
      (key !== 'whose' || objectives.some(({ party }) => party)) &&
      (key !== 'baseline' || objectives.some(({ baseline }) => baseline)),
  );
  const columns = keys.map((key) => ({
    header: names[key]!,
    figures: key !== 'objective' && key !== 'whose',
  }));
  const rows = objectives.map((objective) => keys.map((key) => figureCell(ledger, objective, key)));
  return table(columns, rows);
}

/** One's own limits are for oneself to write; where the others stop, nobody here knows. */
function figureCell(ledger: Ledger, objective: Objective, key: string): Cell {
  const { id, title, party, unit } = objective;
  if (key === 'objective') return cellText([id?.value, title?.value].filter(Boolean).join(' '));
  if (key === 'whose') return cellText(party ? ledger.parties.nameOf(party.value) : '');
  const figure = objective[key as 'baseline' | 'target' | 'limit']?.value;
  if (figure) return cellText(withUnit(figure, unit?.value));
  const ours = ourParty(ledger);
  return key === 'limit' && (!party || !ours || party.value === ours) ? stop() : '';
}
