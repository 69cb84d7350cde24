import * as vscode from 'vscode';
import type { CommitmentRow, InsertParams, NegotiationRow } from '../../server/protocol.ts';
import { fromRange } from '../client/places.ts';
import type { Server } from '../client/server.ts';
import { isOurs } from '../client/triggers.ts';
import { commitmentOf } from '../tree/nodes.ts';
import { plain } from '../words.ts';
import { editFor, ensureVersion, Refusal, SNIPPET, staleness } from './apply.ts';
import { rowWith, type Target } from './targets.ts';

/** What can be written about talks: what the server calls it, and how people are asked. */
export interface Writing {
  readonly action: InsertParams['action'];
  /** Where it is, if it has been written. */
  readonly written: (talk: NegotiationRow) => NegotiationRow['debrief'];
  /** Whether talks stand before all others, which are listed the latest first. */
  readonly isFirst: (talk: NegotiationRow) => boolean;
  readonly words: () => Words;
}

interface Words {
  readonly whichAgreement: string;
  readonly whichTalks: string;
  readonly done: string;
  readonly goTo: string;
}

/** Insert Debrief… */
export const DEBRIEF: Writing = {
  action: 'insert-debrief',
  written: ({ debrief }) => debrief,
  isFirst: () => false,
  words: () => ({
    whichAgreement: vscode.l10n.t('Which agreement was talked about?'),
    whichTalks: vscode.l10n.t('Which negotiation is to be debriefed?'),
    done: vscode.l10n.t('Debriefed already'),
    goTo: vscode.l10n.t('Go to its debrief'),
  }),
};

/** Insert Reflection Brief… */
export const BRIEF: Writing = {
  action: 'insert-brief',
  written: ({ brief }) => brief,
  isFirst: ({ next }) => next,
  words: () => ({
    whichAgreement: vscode.l10n.t('Which agreement will be talked about?'),
    whichTalks: vscode.l10n.t('Which negotiation is to be prepared?'),
    done: vscode.l10n.t('Prepared already'),
    goTo: vscode.l10n.t('Go to its reflection brief'),
  }),
};

/** Picks the talks, and writes what is known about them with tab stops through what is left to say. */
export async function insertEntry(writing: Writing, server: Server, target?: Target): Promise<void> {
  const row = await rowOf(server, target);
  const uri = row?.uri ?? agreementIn(target) ?? (await agreementFor(writing, server));
  if (uri === undefined) return;
  const talks = await server.request('parley/negotiations', { uri });
  const wanted = row?.kind === 'debrief' ? row.itemId : undefined;
  const talk = talks.find(({ id }) => id === wanted) ?? (await pickTalks(writing, talks));
  if (!talk) return;
  const written = writing.written(talk);
  if (written) await show(written);
  else await insert(server, { action: writing.action, uri, negotiation: talk.id });
}

async function insert(server: Server, params: InsertParams): Promise<void> {
  const { snippet } = await editFor(server, params);
  if (!snippet) throw new Error('The server sent no snippet.');
  const uri = vscode.Uri.parse(snippet.uri);
  const editor = await vscode.window.showTextDocument(uri);
  ensureVersion(uri, snippet.version);
  const range = fromRange(snippet.range);
  if (!(await editor.insertSnippet(new vscode.SnippetString(snippet.text), range, SNIPPET)))
    throw staleness();
  editor.revealRange(new vscode.Range(range.start, range.start), vscode.TextEditorRevealType.AtTop);
  editor.revealRange(editor.selection);
}

async function show({ uri, range }: NonNullable<NegotiationRow['debrief']>): Promise<void> {
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri));
  const { start } = fromRange(range);
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.AtTop);
}

/** The commitment that the command was called on, in the tree or by a hover's link. */
async function rowOf(server: Server, target: Target): Promise<CommitmentRow | undefined> {
  if (typeof target === 'string') return rowWith(server, target);
  return target && commitmentOf(target);
}

/** The document of an agreement that the command was called on. */
function agreementIn(target: Target): string | undefined {
  if (typeof target !== 'object' || !('row' in target)) return undefined;
  return target.row.type === 'agreement' ? target.row.uri : undefined;
}

/** The agreement that is meant where none was named: the one in the editor, or one of those with talks. */
async function agreementFor({ words }: Writing, server: Server): Promise<string | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (document && isOurs(document)) return document.uri.toString();
  const rows = await server.request('parley/commitments', { query: { settled: true } });
  const agreements = new Map<string, CommitmentRow>();
  for (const row of rows) if (row.kind === 'debrief') agreements.set(row.uri, row);
  const items = [...agreements.values()].map(({ uri, agreement }) => ({
    label: plain(agreement.title),
    description: plain(vscode.workspace.asRelativePath(vscode.Uri.parse(uri))),
    uri,
  }));
  if (items.length === 0)
    throw new Refusal(vscode.l10n.t('No agreement in this workspace names any negotiations.'));
  if (items.length === 1) return items[0]!.uri;
  const placeHolder = words().whichAgreement;
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.uri;
}

/** Lists talks: those that nothing is written about first; the others lead to what is. */
async function pickTalks(
  { words, written, isFirst }: Writing,
  talks: readonly NegotiationRow[],
): Promise<NegotiationRow | undefined> {
  if (talks.length === 0)
    throw new Refusal(
      vscode.l10n.t('This agreement names no negotiations: write them under “negotiations” first.'),
    );
  const open = talks.filter((talk) => !written(talk)).sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
  const closed = talks.filter(written);
  const { whichTalks, done, goTo } = words();
  const separator = { label: done, kind: vscode.QuickPickItemKind.Separator };
  const items: (vscode.QuickPickItem & { readonly talk?: NegotiationRow })[] = [
    ...open.map((talk) => itemFor(talk)),
    ...(closed.length > 0 ? [separator] : []),
    ...closed.map((talk) => ({
      ...itemFor(talk),
      iconPath: new vscode.ThemeIcon('pass', new vscode.ThemeColor('disabledForeground')),
      detail: goTo,
    })),
  ];
  const options = { placeHolder: whichTalks, matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.talk;
}

function itemFor(talk: NegotiationRow) {
  return {
    label: plain(talk.topic || talk.id),
    description: [talk.date, talk.id].filter(Boolean).join(' · '),
    iconPath: new vscode.ThemeIcon('comment-discussion'),
    talk,
  };
}
