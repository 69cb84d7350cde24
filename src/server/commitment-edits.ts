import type { TextDocumentEdit } from 'vscode-languageserver';
import { type Day, formatDay, parseDay } from '../core/calendar/day.ts';
import type { Commitment } from '../core/commitments/commitment.ts';
import { type Ledger, ledgerSeenFrom } from '../core/commitments/ledger.ts';
import { completeAll } from '../core/edits/complete.ts';
import { postponeAll } from '../core/edits/postpone.ts';
import { isRefusal, type Refusal } from '../core/edits/refusal.ts';
import { typedDay, typedLimit } from '../core/edits/typed-day.ts';
import { sentence } from '../core/messages.ts';
import type { Portfolio } from '../core/portfolio/portfolio.ts';
import type { Row } from '../core/portfolio/query.ts';
import type { TextEdit } from '../core/text/edit.ts';
import { type Desk, refusal } from './actions.ts';
import { workspaceEdit } from './fixes.ts';
import type { DayAnswer, DayParams, EditAnswer, EditParams, InsertParams } from './protocol.ts';

type CommitmentEdit = Exclude<EditParams, InsertParams>;

/** Answers `parley/edit` for commitments: one edit for all of them, in whichever documents, or none. */
export function editCommitments(asked: CommitmentEdit, desk: Desk): EditAnswer {
  const byDocument = new Map<string, Row[]>();
  for (const id of asked.ids) {
    const row = desk.row(id);
    if (!row) return { refused: sentence('edit/stale') };
    const { at, dueAt = at } = row.commitment;
    const { document } = dueAt;
    const known = byDocument.get(document);
    if (known) known.push(row);
    else byDocument.set(document, [row]);
  }
  const documents: TextDocumentEdit[] = [];
  for (const [uri, rows] of byDocument) {
    if (desk.isDamaged(uri)) return { refused: sentence('server/damaged') };
    const { ledger } = rows[0]!.entry;
    const there = ledgerSeenFrom(ledger, uri);
    const commitments = rows.map((row) => there.commitments[ledger.commitments.indexOf(row.commitment)]!);
    const edits = editsFor(asked, there, commitments);
    if (isRefusal(edits)) return refusal(edits);
    documents.push({
      textDocument: { uri: desk.spelled(uri), version: desk.version(uri) },
      edits: edits.map(({ range, newText }) => ({ range: desk.range(uri, range), newText })),
    });
  }
  return { edit: workspaceEdit(documents, desk.versioned) };
}

function editsFor(
  asked: CommitmentEdit,
  ledger: Ledger,
  commitments: readonly Commitment[],
): readonly TextEdit[] | Refusal {
  if (asked.action === 'postpone') return postponeAll(ledger, commitments, asked.to);
  const day = asked.day === undefined ? ledger.today : parseDay(asked.day);
  return day === undefined
    ? { refused: 'edit/not-a-day', args: { text: asked.day ?? '' } }
    : completeAll(ledger, commitments, day);
}

/** Answers `parley/day`. @param portfolio says which day it is where no commitment is asked about */
export function dayFor({ id, text }: DayParams, desk: Desk, portfolio: Portfolio): DayAnswer {
  const row = id === undefined ? undefined : desk.row(id);
  if (id !== undefined && !row) return { problem: sentence('edit/stale') };
  const { today, configuration } = portfolio;
  const typed = row
    ? typedDay(row.entry.ledger, row.commitment, text)
    : typedLimit(text, { today, calendar: configuration.calendar });
  if ('problem' in typed) {
    const { problem, args, suggestion } = typed;
    return { problem: sentence(problem, args), ...(suggestion !== undefined && { suggestion }) };
  }
  return { written: typed.written, ...day(typed.day) };
}

function day(value: Day | undefined): { readonly day?: string } {
  return value === undefined ? {} : { day: formatDay(value) };
}
