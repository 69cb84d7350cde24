import type { TextDocumentEdit } from 'vscode-languageserver';
import { type Day, formatDay, parseDay } from '../core/calendar/day.ts';
import type { Commitment } from '../core/commitments/commitment.ts';
import { type Ledger, ledgerSeenFrom } from '../core/commitments/ledger.ts';
import { editAsManyAsCan } from '../core/edits/batch.ts';
import { completeAll } from '../core/edits/complete.ts';
import { postponeAll } from '../core/edits/postpone.ts';
import { ownerDocument, reassignAll } from '../core/edits/reassign.ts';
import type { Refusal } from '../core/edits/refusal.ts';
import { typedDay, typedLimit } from '../core/edits/typed-day.ts';
import { sentence } from '../core/messages.ts';
import type { Portfolio } from '../core/portfolio/portfolio.ts';
import { type Row, rowId } from '../core/portfolio/query.ts';
import { recorded } from '../core/sections/agreed.ts';
import type { TextEdit } from '../core/text/edit.ts';
import type { Desk } from './actions.ts';
import { workspaceEdit } from './fixes.ts';
import type { DayAnswer, DayParams, EditAnswer, EditParams, InsertParams, LeftRow } from './protocol.ts';

type CommitmentEdit = Exclude<EditParams, InsertParams>;

/**
 * Answers `parley/edit` for commitments: one edit for all that can be edited, in whichever documents. What cannot is left
 * and told; where that is everything, the first reason stands for all.
 */
export function editCommitments(asked: CommitmentEdit, desk: Desk): EditAnswer {
  const byDocument = new Map<string, Row[]>();
  for (const id of asked.ids) {
    const row = desk.row(id);
    if (!row) return { refused: sentence('edit/stale') };
    const document = documentOf(asked, row.commitment);
    byDocument.set(document, [...(byDocument.get(document) ?? []), row]);
  }
  const documents: TextDocumentEdit[] = [];
  const left: LeftRow[] = [];
  for (const [uri, rows] of byDocument) {
    const leave = (row: Row, why: string) => left.push({ id: rowId(row), title: row.commitment.title, why });
    const obstacle = desk.whyNotWrite(uri);
    if (obstacle) {
      for (const row of rows) leave(row, sentence(obstacle));
      continue;
    }
    const { ledger, commitments } = rows[0]!.entry;
    const there = ledgerSeenFrom(ledger, uri);
    const seen = new Map(rows.map((row) => [there.commitments[commitments.indexOf(row.commitment)]!, row]));
    const batch = editAsManyAsCan([...seen.keys()], (chosen) => editsFor(asked, there, chosen));
    for (const { commitment, refusal } of batch.left)
      leave(seen.get(commitment)!, sentence(refusal.refused, refusal.args));
    if (batch.done.length === 0) continue;
    documents.push({
      textDocument: { uri: desk.spelled(uri), version: desk.version(uri) },
      edits: batch.edits.map(({ range, newText }) => ({ range: desk.range(uri, range), newText })),
    });
  }
  if (documents.length === 0 && left[0]) return { refused: left[0].why };
  return { edit: workspaceEdit(documents, desk.versioned), ...(left.length > 0 && { left }) };
}

/** The document that an action writes into. */
function documentOf({ action }: CommitmentEdit, commitment: Commitment): string {
  const { at, dueAt = at } = commitment;
  return action === 'reassign' ? ownerDocument(commitment) : dueAt.document;
}

function editsFor(
  asked: CommitmentEdit,
  ledger: Ledger,
  commitments: readonly Commitment[],
): readonly TextEdit[] | Refusal {
  if (asked.action !== 'complete') {
    const edits =
      asked.action === 'reassign'
        ? reassignAll(ledger, commitments, asked.to.normalize('NFC'))
        : postponeAll(ledger, commitments, asked.to);
    return asked.why === undefined ? edits : recorded(ledger, edits, asked.why);
  }
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
