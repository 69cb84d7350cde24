import * as vscode from 'vscode';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageclient';
import type { CommitmentRow, EditAnswer, EditParams, LeftRow } from '../../server/protocol.ts';
import { fromRange } from '../client/places.ts';
import type { Server } from '../client/server.ts';

/** Something that cannot be done, with the reason as people should read it. */
export class Refusal extends Error {}

/** How snippets go in: as they stand, and as one undo step. */
export const SNIPPET = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true } as const;

/**
 * Asks the server for an edit of commitments and applies it as one undo step. What nobody has open is saved at once, and
 * the message offers to open it; what cannot be saved is opened. It also names what could not be done, and why.
 *
 * @param said what was done with some of them, as one sentence
 * @throws Refusal where there is no edit, or a document has changed meanwhile.
 */
export async function act(
  server: Server,
  rows: readonly CommitmentRow[],
  params: EditParams,
  said: (done: readonly CommitmentRow[]) => string,
): Promise<void> {
  const { edit, left = [] } = await editFor(server, params);
  const documents = await openAll(changesOf(edit));
  const unseen = documents.filter((document) => !document.isDirty && !isShown(document.uri));
  await apply(edit);
  const changed = unseen.filter(({ isDirty }) => isDirty);
  const saved: vscode.TextDocument[] = [];
  for (const document of changed) if (await document.save()) saved.push(document);
  const unsaved = changed.filter((document) => !saved.includes(document));
  for (const document of unsaved) await vscode.window.showTextDocument(document, { preview: false });
  const done = rows.filter(({ id }) => !left.some((one) => one.id === id));
  tell(said(done), left, saved, unsaved);
}

/**
 * Asks the server for an edit. Documents of it that were closed are opened, and it is asked for again, so that it
 * speaks of exactly the text that will be changed; and once more without those that are read-only.
 * @throws Refusal where there is no edit.
 */
export async function editFor(server: Server, params: EditParams): Promise<Edit> {
  const answer = await ask(server, params);
  const changes = changesOf(answer.edit);
  const closed = changes.filter(({ textDocument }) => textDocument.version === null);
  const readOnly: string[] = [];
  for (const document of await openAll(changes))
    if (!(await isWritable(document))) readOnly.push(document.uri.toString());
  if (closed.length === 0 && readOnly.length === 0) return answer;
  return ask(server, { ...params, readOnly });
}

/**
 * Whether a document can be written. VS Code does not tell, and would take an edit of one that it holds read-only: it
 * would be shown, could not be saved nor undone, and nothing would say so. But what has nothing to be saved is saved
 * without a step, unless it is read-only.
 */
async function isWritable(document: vscode.TextDocument): Promise<boolean> {
  return document.isUntitled || document.isDirty || (await document.save());
}

type Edit = Exclude<EditAnswer, { readonly refused: string }>;

async function ask(server: Server, params: EditParams): Promise<Edit> {
  const answer = await server.request('parley/edit', params);
  if ('refused' in answer) throw new Refusal(answer.refused);
  return answer;
}

function changesOf({ documentChanges = [] }: WorkspaceEdit): readonly TextDocumentEdit[] {
  return documentChanges.map((change) => {
    if (!('textDocument' in change)) throw new Error('An edit changes files, not only texts.');
    return change;
  });
}

function openAll(changes: readonly TextDocumentEdit[]): Promise<vscode.TextDocument[]> {
  const uris = changes.map(({ textDocument }) => vscode.Uri.parse(textDocument.uri));
  return Promise.all(uris.map((uri) => vscode.workspace.openTextDocument(uri)));
}

/** Applies an edit of the protocol, all of it or nothing. */
async function apply(edit: WorkspaceEdit): Promise<void> {
  const result = new vscode.WorkspaceEdit();
  for (const change of changesOf(edit)) {
    const uri = vscode.Uri.parse(change.textDocument.uri);
    ensureVersion(uri, change.textDocument.version);
    const edits = change.edits.flatMap((one) =>
      'newText' in one ? [vscode.TextEdit.replace(fromRange(one.range), one.newText)] : [],
    );
    result.set(uri, edits);
  }
  if (!(await vscode.workspace.applyEdit(result))) throw staleness();
}

/**
 * Makes sure that a document is still at the version that an edit was made for.
 * @throws Refusal where it is not.
 */
export function ensureVersion(uri: vscode.Uri, version: number | null): void {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  if (document?.version !== version) throw staleness();
}

/** That a document is no longer what an edit was made for. */
export function staleness(): Refusal {
  return new Refusal(vscode.l10n.t('The file has changed meanwhile. Nothing was written; please try again.'));
}

function isShown(uri: vscode.Uri): boolean {
  const shown = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => {
      if (input instanceof vscode.TabInputText) return [input.uri];
      return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
    });
  return shown.some((open) => open.toString() === uri.toString());
}

/** Says in one message what cannot be seen: which files were saved, which could not be, and what stays as it is. */
function tell(
  said: string,
  left: readonly LeftRow[],
  saved: readonly vscode.TextDocument[],
  unsaved: readonly vscode.TextDocument[],
): void {
  if (left.length + saved.length + unsaved.length === 0) return;
  const stored = saved.length === 0 ? '' : vscode.l10n.t('Saved {0}.', pathsOf(saved));
  const open = vscode.l10n.t('Open');
  const buttons = saved.length > 0 ? [open] : [];
  const unstored =
    unsaved.length === 0
      ? ''
      : vscode.l10n.t('{0} could not be saved: the change stands in the editor.', pathsOf(unsaved));
  const message = [said, leftWords(left), stored, unstored].filter(Boolean).join(' ');
  const shown =
    left.length + unsaved.length > 0
      ? vscode.window.showWarningMessage(message, ...buttons)
      : vscode.window.showInformationMessage(message, ...buttons);
  // Nobody waits for the answer: the work is done.
  shown.then(async (choice) => {
    if (choice !== open) return;
    for (const document of saved) await vscode.window.showTextDocument(document, { preview: false });
  });
}

function pathsOf(documents: readonly vscode.TextDocument[]): string {
  return documents.map(({ uri }) => vscode.workspace.asRelativePath(uri)).join(', ');
}

/** How many reasons one message gives. */
const MOST_REASONS = 3;

/** What stays as it is and why, reason by reason. */
function leftWords(left: readonly LeftRow[]): string {
  const byReason = new Map<string, string[]>();
  for (const { title, why } of left) byReason.set(why, [...(byReason.get(why) ?? []), title]);
  const reasons = [...byReason];
  const told = reasons
    .slice(0, MOST_REASONS)
    .map(([why, [first = '', ...more]]) =>
      more.length === 0
        ? vscode.l10n.t('“{0}” stays as it is: {1}', first, why)
        : vscode.l10n.t('“{0}” and {1} more stay as they are: {2}', first, more.length, why),
    );
  const untold = reasons.slice(MOST_REASONS).flatMap(([, titles]) => titles).length;
  return [...told, untold > 0 ? vscode.l10n.t('{0} more stay as they are.', untold) : '']
    .filter(Boolean)
    .join(' ');
}
