import * as vscode from 'vscode';
import { dayOf } from '../../core/calendar/day.ts';
import type { AgreementKind } from '../../core/sections/kinds/kind.ts';
import { agreementKinds } from '../../core/sections/kinds/kinds.ts';
import { newAgreementText } from '../../core/sections/new-agreement.ts';
import { snippetText } from '../../core/sections/snippet.ts';
import { Refusal, SNIPPET } from './apply.ts';

/**
 * New Agreement…: asks for the kind and the title and starts an agreement in a new file, or untitled where no folder is
 * open.
 */
export async function newAgreement(): Promise<void> {
  const kind = await pickKind();
  if (!kind) return;
  const title = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('What is agreed, in a few words?'),
    placeHolder: vscode.l10n.t('Packaging supply 2027'),
  });
  if (title === undefined) return;
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
  if (!folder && folders.length > 1) return;
  const document = folder
    ? await vscode.workspace.openTextDocument(await createFile(folder.uri, title))
    : await vscode.workspace.openTextDocument({ language: 'markdown' });
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  await editor.insertSnippet(
    new vscode.SnippetString(textFor(kind, title)),
    new vscode.Position(0, 0),
    SNIPPET,
  );
}

async function pickKind(): Promise<AgreementKind | undefined> {
  const items = agreementKinds.map((sort) => ({ label: sort.label, detail: sort.detail, sort }));
  const placeHolder = vscode.l10n.t('What kind of agreement is it?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.sort;
}

function textFor(kind: AgreementKind, title: string): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const now = new Date();
  const today = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
  return snippetText(newAgreementText({ kind, title, parties: [], owner: '', today, zone }));
}

/**
 * Creates an empty file named after a title, beside those that exist.
 * @throws Refusal where the folder cannot be written.
 */
async function createFile(folder: vscode.Uri, title: string): Promise<vscode.Uri> {
  const name = fileName(title);
  for (let number = 1; ; number++) {
    const uri = vscode.Uri.joinPath(folder, `${number === 1 ? name : `${name}-${number}`}.md`);
    if (await exists(uri)) continue;
    try {
      await vscode.workspace.fs.writeFile(uri, new Uint8Array());
      return uri;
    } catch {
      throw new Refusal(
        vscode.l10n.t('The file {0} cannot be written.', vscode.workspace.asRelativePath(uri)),
      );
    }
  }
}

/** A title as a file's name: letters and digits of any script, the rest as hyphens. */
function fileName(title: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, 60) || 'agreement';
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
