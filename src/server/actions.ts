import type { Range as LspRange } from 'vscode-languageserver';
import { formatDay } from '../core/calendar/day.ts';
import { debriefsOf } from '../core/commitments/debriefs.ts';
import type { Ledger } from '../core/commitments/ledger.ts';
import { seenFrom } from '../core/document/joined.ts';
import type { Refusal } from '../core/edits/refusal.ts';
import { isRefusal } from '../core/edits/refusal.ts';
import { sentence } from '../core/messages.ts';
import type { Entry } from '../core/portfolio/entry.ts';
import type { Row } from '../core/portfolio/query.ts';
import type { Negotiation } from '../core/schema/agreement.ts';
import { briefInsertion } from '../core/sections/brief.ts';
import { briefsOf, nextToPrepare } from '../core/sections/briefs.ts';
import { debriefInsertion } from '../core/sections/debrief.ts';
import { plainText, snippetText } from '../core/sections/snippet.ts';
import { applyEdits } from '../core/text/edit.ts';
import type { Range } from '../core/text/range.ts';
import { canonicalUri } from '../core/text/uri.ts';
import type { Value } from '../core/text/value.ts';
import { locateInText } from './documents.ts';
import { workspaceEdit } from './fixes.ts';
import type { EditAnswer, InsertParams, NegotiationRow, NegotiationsParams } from './protocol.ts';

/** What edits need to know of the documents and of the client. */
export interface Desk {
  /** The agreement in a document or, of private notes, the one that they belong to. */
  entry(uri: string): Entry | undefined;
  /** The ledgers of all agreements that are governed together with a document's. */
  ledgersAround(entry: Entry): readonly Ledger[];
  /** The commitment that a row's id names, as it is now. */
  row(id: string): Row | undefined;
  /** Why a document cannot be written, as the code of a message; undefined where it can. */
  whyNotWrite(uri: string): string | undefined;
  range(uri: string, range: Range): LspRange;
  spelled(uri: string): string;
  /** The version of an open document; null for a closed one. */
  version(uri: string): number | null;
  readonly snippets: boolean;
  readonly versioned: boolean;
}

/** Answers `parley/edit` for a debrief or a reflection brief. */
export function insertEntry({ action, uri: spelled, negotiation: id }: InsertParams, desk: Desk): EditAnswer {
  const entry = desk.entry(canonicalUri(spelled));
  if (!entry) return { refused: sentence('server/no-agreement') };
  const negotiation = id === undefined ? undefined : negotiationOf(entry, id);
  if (id !== undefined && !negotiation) return { refused: sentence('server/no-negotiation', { id }) };
  const insertion =
    action === 'insert-debrief'
      ? debriefInsertion(entry.ledger, negotiation)
      : briefInsertion(entry.ledger, desk.ledgersAround(entry), negotiation);
  if (isRefusal(insertion)) {
    const { at } = insertion;
    const reveal = at && { uri: desk.spelled(at.document), range: desk.range(at.document, at.range) };
    return { ...refusal(insertion), ...(reveal && { reveal }) };
  }
  const { document: uri } = insertion;
  const obstacle = desk.whyNotWrite(uri);
  if (obstacle) return { refused: sentence(obstacle) };
  const { text } = seenFrom(entry.agreement, uri);
  const version = desk.version(uri);
  const newText = plainText(insertion.snippet);
  const range = desk.range(uri, insertion.range);
  const after = locateInText(applyEdits(text, [{ range: insertion.range, newText }]));
  const spelling = desk.spelled(uri);
  return {
    edit: workspaceEdit(
      [{ textDocument: { uri: spelling, version }, edits: [{ range, newText }] }],
      desk.versioned,
    ),
    ...(desk.snippets && {
      snippet: { uri: spelling, version, range, text: snippetText(insertion.snippet) },
    }),
    reveal: { uri: spelling, range: after(insertion.reveal) },
  };
}

/** Answers `parley/negotiations`. */
export function negotiations({ uri }: NegotiationsParams, desk: Desk): readonly NegotiationRow[] {
  const entry = desk.entry(canonicalUri(uri));
  if (!entry) return [];
  const { agreement, ledger } = entry;
  const [briefs, debriefs] = [briefsOf(agreement), debriefsOf(agreement)];
  const next = nextToPrepare(agreement, ledger.today);
  const placeOf = ({ document, range }: Value<unknown>) => ({
    uri: desk.spelled(document),
    range: desk.range(document, range),
  });
  return agreement.terms.negotiations
    .map((negotiation, index) => ({ negotiation, index }))
    .sort((a, b) => (b.negotiation.date?.value ?? 0) - (a.negotiation.date?.value ?? 0) || a.index - b.index)
    .map(({ negotiation, index }) => {
      const { date, topic } = negotiation;
      const brief = briefs.get(negotiation)?.text;
      const debrief = debriefs.get(negotiation)?.text;
      return {
        id: nameOf(negotiation, index),
        topic: topic?.value ?? '',
        ...(date && { date: formatDay(date.value) }),
        next: negotiation === next,
        ...(brief && { brief: placeOf(brief) }),
        ...(debrief && { debrief: placeOf(debrief) }),
      };
    });
}

function negotiationOf({ agreement }: Entry, name: string): Negotiation | undefined {
  return agreement.terms.negotiations.find((one, index) => nameOf(one, index) === name);
}

/** A negotiation without an id is named by its place; no id begins with `#`. */
function nameOf({ id }: Negotiation, index: number): string {
  return id?.value ?? `#${index + 1}`;
}

/** A refusal in words. */
function refusal({ refused, args }: Refusal): { readonly refused: string } {
  return { refused: sentence(refused, args) };
}
