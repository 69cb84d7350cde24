import * as vscode from 'vscode';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageclient';
import type { EditAnswer, EditParams } from '../../server/protocol.ts';
import { fromRange } from '../client/places.ts';
import type { Server } from '../client/server.ts';

/** Something that cannot be done, with the reason as people should read it. */
export class Refusal extends Error {}

/** How snippets go in: as they stand, and as one undo step. */
export const SNIPPET = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true } as const;

/**
 * Asks the server for an edit and applies it as one undo step. What nobody has open is saved at once, and the message
 * offers to open it.
 *
 * @param said what was done, as one sentence
 * @throws Refusal where there is no edit, or a document has changed meanwhile.
 */
export async function act(server: Server, params: EditParams, said: string): Promise<void> {
  const { edit } = await editFor(server, params);
  const documents = await openAll(changesOf(edit));
  const unseen = documents.filter((document) => !document.isDirty && !isShown(document.uri));
  await apply(edit);
  await save(unseen, said);
}

/**
 * Asks the server for an edit. Documents of it that were closed are opened, and it is asked for again, so that it
 * speaks of exactly the text that will be changed.
 * @throws Refusal where there is no edit.
 */
export async function editFor(server: Server, params: EditParams): Promise<Edit> {
  const answer = await ask(server, params);
  const closed = changesOf(answer.edit).filter(({ textDocument }) => textDocument.version === null);
  if (closed.length === 0) return answer;
  await openAll(closed);
  return ask(server, params);
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

function staleness(): Refusal {
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

async function save(documents: readonly vscode.TextDocument[], said: string): Promise<void> {
  const changed = documents.filter(({ isDirty }) => isDirty);
  const saved: vscode.TextDocument[] = [];
  for (const document of changed) if (await document.save()) saved.push(document);
  if (saved.length === 0) return;
  const files = saved.map(({ uri }) => vscode.workspace.asRelativePath(uri)).join(', ');
  const message = `${said} ${vscode.l10n.t('Saved {0}.', files)}`;
  const open = vscode.l10n.t('Open');
  // Nobody waits for the answer: the work is done.
  vscode.window.showInformationMessage(message, open).then(async (choice) => {
    if (choice !== open) return;
    for (const document of saved) await vscode.window.showTextDocument(document, { preview: false });
  });
}
