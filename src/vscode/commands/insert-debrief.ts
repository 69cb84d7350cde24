import * as vscode from 'vscode';
import type { CommitmentRow, NegotiationRow } from '../../server/protocol.ts';
import { fromRange } from '../client/places.ts';
import type { Server } from '../client/server.ts';
import { isAgreement } from '../client/triggers.ts';
import { plain } from '../words.ts';
import { ensureVersion, Refusal, SNIPPET } from './apply.ts';
import { rowWith, type Target } from './targets.ts';

/** Insert Debrief…: picks the talks, and writes their prefilled debrief with tab stops through what is left to say. */
export async function insertDebrief(server: Server, target?: Target): Promise<void> {
  const row = await rowOf(server, target);
  const uri = row ? vscode.Uri.parse(row.uri) : await agreementFor(server);
  if (!uri) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const talks = await server.request('parley/negotiations', { uri: uri.toString() });
  const wanted = row?.kind === 'debrief' ? row.itemId : undefined;
  const talk = talks.find(({ id }) => id === wanted) ?? (await pickTalks(talks));
  if (!talk) return;
  const editor = await vscode.window.showTextDocument(document);
  if (talk.debrief) show(editor, fromRange(talk.debrief.range));
  else await insert(server, editor, talk);
}

async function insert(server: Server, editor: vscode.TextEditor, { id }: NegotiationRow): Promise<void> {
  const uri = editor.document.uri;
  const answer = await server.request('parley/edit', {
    action: 'insert-debrief',
    uri: uri.toString(),
    negotiation: id,
  });
  if ('refused' in answer) throw new Refusal(answer.refused);
  const { snippet } = answer;
  if (!snippet) throw new Error('The server sent no snippet.');
  ensureVersion(uri, snippet.version);
  const range = fromRange(snippet.range);
  await editor.insertSnippet(new vscode.SnippetString(snippet.text), range, SNIPPET);
  editor.revealRange(new vscode.Range(range.start, range.start), vscode.TextEditorRevealType.AtTop);
  editor.revealRange(editor.selection);
}

function show(editor: vscode.TextEditor, { start }: vscode.Range): void {
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.AtTop);
}

/** The commitment that the command was called on, in the tree or by a hover's link. */
async function rowOf(server: Server, target: Target): Promise<CommitmentRow | undefined> {
  if (typeof target === 'string') return rowWith(server, target);
  return target?.type === 'commitment' ? target.row : undefined;
}

/** The agreement that is meant where none was named: the one in the editor, or one of those with talks. */
async function agreementFor(server: Server): Promise<vscode.Uri | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (document && isAgreement(document)) return document.uri;
  const rows = await server.request('parley/commitments', { query: { settled: true } });
  const agreements = new Map<string, CommitmentRow>();
  for (const row of rows) if (row.kind === 'debrief') agreements.set(row.uri, row);
  const items = [...agreements.values()].map(({ uri, agreement }) => ({
    label: plain(agreement.title),
    description: plain(vscode.workspace.asRelativePath(vscode.Uri.parse(uri))),
    uri: vscode.Uri.parse(uri),
  }));
  if (items.length === 0)
    throw new Refusal(vscode.l10n.t('No agreement in this workspace names any negotiations.'));
  if (items.length === 1) return items[0]!.uri;
  const placeHolder = vscode.l10n.t('Which agreement was talked about?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.uri;
}

/** Lists talks: those without a debrief first, the latest of them on top; the others lead to theirs. */
async function pickTalks(talks: readonly NegotiationRow[]): Promise<NegotiationRow | undefined> {
  if (talks.length === 0)
    throw new Refusal(
      vscode.l10n.t('This agreement names no negotiations: write them under “negotiations” first.'),
    );
  const open = talks.filter(({ debrief }) => !debrief);
  const closed = talks.filter(({ debrief }) => debrief);
  const separator = { label: vscode.l10n.t('Debriefed already'), kind: vscode.QuickPickItemKind.Separator };
  const items: (vscode.QuickPickItem & { readonly talk?: NegotiationRow })[] = [
    ...open.map((talk) => itemFor(talk)),
    ...(closed.length > 0 ? [separator] : []),
    ...closed.map((talk) => ({
      ...itemFor(talk),
      iconPath: new vscode.ThemeIcon('pass', new vscode.ThemeColor('disabledForeground')),
      detail: vscode.l10n.t('Go to its debrief'),
    })),
  ];
  const placeHolder = vscode.l10n.t('Which negotiation is to be debriefed?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.talk;
}

function itemFor(talk: NegotiationRow) {
  return {
    label: plain(talk.topic || talk.id),
    description: [talk.date, talk.id].filter(Boolean).join(' · '),
    iconPath: new vscode.ThemeIcon('comment-discussion'),
    talk,
  };
}
